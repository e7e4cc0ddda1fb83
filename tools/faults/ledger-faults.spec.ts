import { spawn } from 'node:child_process';
import path from 'node:path';

// A program and a database of its own, killed and started again: a few seconds each time.
const SLOW_MS = 240_000;

test(
  'killed with -9 between order, invoice and payment, API and database do each step exactly once',
  async () => {
    const { code, said } = await new Promise<{ code: number | null; said: string }>((resolve) => {
      const child = spawn(process.execPath, [path.resolve('tools/faults/ledger-faults.mjs')], {
        env: { ...process.env, NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.on('data', (chunk) => (said += String(chunk)));
      child.once('exit', (code) => resolve({ code, said }));
    });
    const outcome = JSON.parse(said.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>;
    expect({ code, ...outcome }).toMatchObject({
      code: 0,
      orders: 24,
      invoices: 24,
      payments: 24,
      taken: 24 * 1_250,
      clean: true,
    });
  },
  SLOW_MS,
);
