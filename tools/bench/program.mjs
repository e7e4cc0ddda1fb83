// A PostgreSQL and an API of the bench's own, away from any data that matters.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { childEnv, node24, root } from '../node24.mjs';
import { freePort, startPostgres } from '../postgres.mjs';

/** @returns an empty database server with the schema and the facts of the seed, and the way to end it */
export async function openDatabase() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'karavaan-bench-'));
  const postgres = await startPostgres({ folder });
  const env = { DATABASE_URL: postgres.appUrl(), DATABASE_OWNER_URL: postgres.ownerUrl() };
  for (const script of [['apps/api/dist/migrate.js'], ['tools/seed/seed.ts', '--quiet']]) run(script, env);
  const owner = new pg.Client({ connectionString: postgres.ownerUrl() });
  await owner.connect();
  return {
    postgres,
    owner,
    env,
    async close() {
      await owner.end();
      await postgres.stop();
      fs.rmSync(folder, { recursive: true, force: true });
      if (postgres.folder !== folder) fs.rmSync(postgres.folder, { recursive: true, force: true });
    },
  };
}

function run(script, env) {
  const { status } = spawnSync(node24(), script, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: childEnv(env) });
  if (status !== 0) throw new Error(`${script[0]} failed`);
}

/** The API as users run it: its own process, over HTTP. */
export async function startApi(env) {
  const port = await freePort();
  const api = spawn(node24(), [...(process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean), 'apps/api/dist/main.js'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: childEnv({ ...env, DATABASE_OWNER_URL: undefined, PORT: String(port), LOG_LEVEL: 'error', SIGN_IN_ATTEMPTS: '1000' }),
  });
  const url = `http://localhost:${port}`;
  await untilReady(url, () => api.exitCode !== null);
  return {
    url,
    async stop() {
      api.kill('SIGTERM');
      if (api.exitCode === null) await new Promise((resolve) => api.once('exit', resolve));
    },
  };
}

export async function untilReady(url, ended = () => false) {
  for (let waited = 0; waited < 180_000; waited += 10) {
    if (ended()) throw new Error('the program ended before it was ready');
    const ready = await fetch(`${url}/health/ready`)
      .then((answer) => answer.ok)
      .catch(() => false);
    if (ready) return;
    await sleep(10);
  }
  throw new Error('the program did not become ready');
}

/** Asks the API as the web client does, by the hash of a known document; throws on errors. */
export function client(url, cookie = '') {
  const documents = JSON.parse(fs.readFileSync(path.join(root, 'apps/web/dist/.documents.json'), 'utf8'));
  const hashes = new Map(Object.entries(documents).map(([hash, text]) => [/\b(?:query|mutation) (\w+)/.exec(text)[1], hash]));
  return async (operationName, variables) => {
    const sha256Hash = hashes.get(operationName);
    if (!sha256Hash) throw new Error(`the web client has no document ${operationName}`);
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true', cookie },
      body: JSON.stringify({ operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
    });
    const { data, errors } = await answer.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}
