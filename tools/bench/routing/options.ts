import { parseArgs } from 'node:util';
import { SETS } from './sets.ts';

export interface BenchOptions {
  folder?: string;
  sets: string[];
  limitSeconds?: number;
  iterations?: number;
  workers: number;
  only?: string;
  seed: number;
  abort: boolean;
  write: boolean;
  keepBest: boolean;
}

export const USAGE = `npm run bench:routing -- <folder> [options]

  <folder>          holds lilim/ and toptw/, each with bks.csv; without it only our own cases are measured
  --set <name>      ${Object.keys(SETS).join(', ')}; several times for several
  --only <text>     instances whose name holds this
  --limit <s>       seconds per instance instead of the set's own limit
  --iterations <n>  per thread, instead of a limit in seconds
  --workers <n>     threads, 2 when left out; 0 searches in the bench's own thread
  --seed <n>        1 when left out
  --no-abort        leaves the time from abort to return out
  --write           puts the tables into docs/BENCHMARKS-ROUTING.md
  --keep-best       remembers results of our own cases that are better than any before them, e.g. of a run of ten minutes`;

/** @throws {Error} for an option that makes no sense */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      set: { type: 'string', multiple: true },
      only: { type: 'string' },
      limit: { type: 'string' },
      iterations: { type: 'string' },
      workers: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      'no-abort': { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      'keep-best': { type: 'boolean', default: false },
    },
  });
  const sets = values.set ?? Object.keys(SETS);
  const unknown = sets.filter((name) => !(name in SETS));
  if (unknown.length > 0) throw new Error(`There is no set ${unknown.join(', ')}; there are ${Object.keys(SETS).join(', ')}.`);
  return {
    folder: positionals[0],
    sets,
    only: values.only,
    limitSeconds: values.limit === undefined ? undefined : numberIn('limit', values.limit),
    iterations: values.iterations === undefined ? undefined : numberIn('iterations', values.iterations),
    workers: numberIn('workers', values.workers),
    seed: numberIn('seed', values.seed),
    abort: !values['no-abort'],
    write: values.write,
    keepBest: values['keep-best'],
  };
}

function numberIn(name: string, text: string): number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value) || value < 0)
    throw new Error(`--${name} should be a number from 0 on, not "${text}".`);
  return value;
}
