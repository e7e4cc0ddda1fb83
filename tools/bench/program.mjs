// A PostgreSQL and an API of the bench's own, away from any data that matters.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { childEnv, node24, root } from '../node24.mjs';
import { freePort, startPostgres } from '../postgres.mjs';
import { closer } from './closers.mjs';

/** @returns an empty database server with the schema and the facts of the seed, and the way to end it */
export async function openDatabase() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'karavaan-bench-'));
  let postgres;
  const close = closer(async () => {
    await postgres?.stop();
    for (const each of new Set([folder, postgres?.folder ?? folder])) fs.rmSync(each, { recursive: true, force: true });
  });
  try {
    postgres = await startPostgres({ folder });
    const env = envOf(postgres);
    for (const script of [['apps/api/dist/migrate.js'], ['tools/seed/seed.ts', '--quiet']]) run(script, env);
    const owner = await connect(postgres.ownerUrl());
    return { postgres, owner, env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Leaves a second database beside the first, with all that is in it now; @returns the settings that lead to it */
export async function copyDatabase(database, name) {
  const { postgres } = database;
  // A database is copied when nobody is in it.
  await database.owner.end();
  const superuser = await connect(postgres.superUrl('postgres'));
  await superuser.query(`CREATE DATABASE ${name} TEMPLATE karavaan OWNER karavaan_owner`);
  await superuser.end();
  database.owner = await connect(postgres.ownerUrl());
  return envOf(postgres, name);
}

const envOf = (postgres, name) => ({ DATABASE_URL: postgres.appUrl(name), DATABASE_OWNER_URL: postgres.ownerUrl(name) });

export async function connect(url) {
  const client = new pg.Client({ connectionString: url });
  // A connection that ends together with its server is no fault of the run.
  client.on('error', () => {});
  await client.connect();
  return client;
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
  const ended = new Promise((resolve) => api.once('exit', resolve));
  const stop = closer(async () => {
    api.kill('SIGTERM');
    await ended;
  });
  const url = `http://localhost:${port}`;
  await untilReady(url, () => api.exitCode !== null || api.signalCode !== null);
  return { url, stop };
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
