// npm start with everything installed and built: on an empty data folder, and again on a filled one.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { childEnv, node24, root } from '../node24.mjs';
import { freePort } from '../postgres.mjs';
import { closer } from './closers.mjs';
import { untilReady } from './program.mjs';
import { machine, table } from './report.mjs';
import { median, ratios, asRatio } from './stats.ts';

const ROUNDS = 3;

export async function benchStart(log) {
  const [cold, warm, bare] = [[], [], []];
  for (let round = 1; round <= ROUNDS; round++) {
    log(`Round ${round} of ${ROUNDS}…`);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'karavaan-bench-start-'));
    const remove = closer(() => fs.rmSync(folder, { recursive: true, force: true }));
    try {
      bare.push(emptyNode());
      cold.push(await start(folder));
      warm.push(await start(folder));
    } finally {
      await remove();
    }
  }
  const seconds = (values) => `${(median(values) / 1000).toFixed(1)} s`;
  const text = [
    table([
      ['npm start, built', 'until it serves', 'against ten starts of an empty Node'],
      ['first (makes the database, migrates, seeds a year)', seconds(cold), asRatio(ratios(cold, bare))],
      ['second (keeps the data)', seconds(warm), asRatio(ratios(warm, bare))],
    ]),
    '',
    await machine(),
  ].join('\n');
  return { text };
}

function emptyNode() {
  const begin = performance.now();
  for (let each = 0; each < 10; each++) spawnSync(node24(), ['-e', '0']);
  return performance.now() - begin;
}

async function start(folder) {
  const port = await freePort();
  const begin = performance.now();
  const program = spawn(node24(), ['tools/start.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: childEnv({ PORT: String(port), KARAVAAN_DATA: folder, DATABASE_URL: '', DATABASE_OWNER_URL: '', LOG_LEVEL: 'error' }),
  });
  const ended = new Promise((resolve) => program.once('exit', resolve));
  const stop = closer(async () => {
    program.kill('SIGTERM');
    await ended;
  });
  try {
    await untilReady(`http://localhost:${port}`, () => program.exitCode !== null || program.signalCode !== null);
    return performance.now() - begin;
  } finally {
    await stop();
  }
}
