// npm run bench [-- <part>…] [--write] [--pairs=<file>]: measures and prints; with --write also into docs/BENCHMARKS.md.
import path from 'node:path';
import { root } from '../node24.mjs';
import { closeAll } from './closers.mjs';
import { writePart } from './report.mjs';

const PARTS = {
  search: async (log) => (await import('./search.mjs')).benchSearch(log),
  reserve: async (log) => (await import('./reserve.mjs')).benchReserve(log),
  ledger: async (log) => (await import('./ledger.mjs')).benchLedger(log),
  start: async (log) => (await import('./start.mjs')).benchStart(log),
  planning: async (log) => (await import('./planning.mjs')).benchPlanning(log),
  allocation: async (log) => (await import('./allocation.mjs')).benchAllocation(log),
  travel: async () =>
    (await import('./travel.mjs')).benchTravel(process.argv.find((each) => each.startsWith('--pairs='))?.slice(8)),
  weight: async () => (await import('./weight.mjs')).benchWeight(path.join(root, 'apps/web/dist')),
};

const asked = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const unknown = asked.filter((each) => !(each in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, async () => {
    if (interrupted) return;
    interrupted = true;
    console.error('\nStopping…');
    await closeAll();
    process.exit(130);
  });

try {
  for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
    console.log(`\n## ${name}`);
    const { text } = await PARTS[name]((line) => process.stderr.write(`  ${line}\n`));
    console.log(`\n${text}`);
    if (process.argv.includes('--write')) writePart(name, text);
  }
} catch (error) {
  // What breaks while everything is being closed says nothing.
  if (!interrupted) {
    await closeAll();
    throw error;
  }
}
