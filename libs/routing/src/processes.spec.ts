import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SolverError } from './model/errors.js';
import { workerFile } from './pool/worker-file.js';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program on the built library until it ends by itself; the limit only keeps a hang from holding up the rest. */
async function run(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
    timeout: 60_000,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return stdout;
}

const problem = `{
  matrices: [{ size: 2, distances: [0, 1, 1, 0], durations: [0, 1, 1, 0] }],
  vehicles: [{ id: 'van', shifts: [{ start: 0, end: 0, window: [0, 9] }] }],
  jobs: [{ kind: 'visit', id: 'a', place: { location: 1 } }],
}`;

describe('a program that uses the library', () => {
  it('does and prints what the README says', async () => {
    const readme = fs.readFileSync(`${folder}README.md`, 'utf8');
    const [, program, output] = /```js\n([^]*?)\n```\n\n```text\n([^]*?)```/.exec(readme)!;
    expect(await run(program)).toBe(output);
  });

  it('ends by itself though it never closed its pool', async () => {
    const program = `
      import { createPool, solve } from '@karavaan/routing';
      const pool = createPool({ workers: 2 });
      const { plan } = await solve(${problem}, { pool, iterations: 100 });
      console.log(plan.unserved.length);`;
    expect(await run(program)).toBe('0\n');
  });

  it('control: a thread that is held keeps a program from ending', async () => {
    const program = `
      import { createPool } from '@karavaan/routing';
      const pool = createPool({ workers: 1 });
      await pool.take(1);
      setTimeout(() => { console.log('still here'); process.exit(); }, 300);`;
    expect(await run(program)).toBe('still here\n');
  });
});

describe('workerFile', () => {
  it('says what to do when the library has not been built', () => {
    expect(() => workerFile('file:///nowhere/src/pool/worker-file.ts')).toThrow(SolverError);
    expect(() => workerFile('file:///nowhere/src/pool/worker-file.ts')).toThrow(/npm run build/);
  });
});
