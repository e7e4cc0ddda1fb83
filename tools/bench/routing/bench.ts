// npm run bench:routing -- <folder> [--set …]: how good the solver is, on public instances and on cases of our own.
import { createPool } from '@karavaan/routing';
import os from 'node:os';
import type { BenchOptions } from './options.ts';
import { readOptions, USAGE } from './options.ts';
import { keepOwnBest } from './own-best.ts';
import { measure, measureAbort, type Measured } from './measure.ts';
import { machine, rowOf, sumOf, tableOf } from './report.ts';
import { SETS } from './sets.ts';
import { writeTable } from './write-table.ts';

if (process.argv.includes('--help')) console.log(USAGE);
else
  try {
    await bench(readOptions(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }

async function bench(options: BenchOptions): Promise<void> {
  for (const name of options.sets) {
    const { title, bar, limitSeconds: own, list } = SETS[name]!;
    const instances = list(options.folder ?? '').filter((each) => each.name.includes(options.only ?? ''));
    if (instances.length === 0) {
      console.log(`\n## ${title}: no instances in ${options.folder ?? 'no folder'}`);
      continue;
    }
    const limitSeconds = options.limitSeconds ?? own;
    const { workers, seed, iterations } = options;
    const busy = `load average ${os.loadavg()[0]!.toFixed(1)} at the start`;
    const each = iterations === undefined ? `${limitSeconds} s` : `${iterations} iterations per thread`;
    const setting = `${each} each, ${workers} workers, seed ${seed}`;
    console.log(`\n## ${title} (${name}): ${setting}\n`);
    // Threads that have not answered in time may be late for the next search; this one should wait for them, not end.
    const awake = setInterval(() => {}, 1000);
    const pool = workers > 0 ? createPool({ workers }) : undefined;
    const budget = { limitSeconds, iterations, workers, seed, pool };
    const all: Measured[] = [];
    for (const { read } of instances) {
      const measured = await measure(read(), budget);
      all.push(measured);
      console.log(rowOf(measured, seed).join('  '));
      if (options.keepBest) keepOwnBest(measured.instance, measured.score);
    }
    const abort = options.abort && pool ? await measureAbort(instances.at(-1)!.read(), budget) : undefined;
    await pool?.close();
    clearInterval(awake);
    const said = sumOf(all);
    if (abort !== undefined) said.push(`From abort to return: ${abort.toFixed(0)} ms.`);
    const first = all.map(({ completeMs }) => completeMs ?? Infinity);
    said.push(
      `First plan with nothing missing: ${first
        .map((ms) => (ms / 1000).toFixed(2))
        .sort()
        .at(-1)} s at the latest.`,
    );
    said.push(`Memory of the process: ${Math.max(...all.map(({ memoryMb }) => memoryMb)).toFixed(0)} MB at most.`);
    console.log(`\n${said.join('\n')}\nBar: ${bar}.`);
    if (options.write) {
      const about = [`${setting}. ${machine()}, ${busy}.`, `Bar: ${bar}.`, ...said];
      writeTable(name, title, about, tableOf(all, seed));
    }
  }
}
