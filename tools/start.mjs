// npm start: installs, builds, starts PostgreSQL (unless DATABASE_URL names one), migrates, seeds once and serves.
// The API and the worker are children that stop when this process goes, however it goes.
import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { childEnv, installPackages, node24, requireStartableNode, root } from './node24.mjs';
import { runMain, StartError } from './start-error.mjs';

const folder = path.resolve(process.env.KARAVAAN_DATA ?? path.join(root, '.karavaan'));
const production = process.env.NODE_ENV === 'production';
const reset = process.argv.includes('--reset-demo');

await runMain(async () => {
  requireStartableNode();
  const port = portSetting();
  if (!reset) await requireFreePort(port);
  installPackages();
  if (node24() !== process.execPath) process.exit(await again(node24()));

  const { build } = await import('./build.mjs');
  await build();
  lockFolder();
  if (reset) await resetDemo();
  const postgres = process.env.DATABASE_URL ? undefined : await builtInPostgres();
  const env = childEnv({
    PORT: String(port),
    DATABASE_URL: process.env.DATABASE_URL || postgres.appUrl(),
    ...ownerUrl(postgres),
    ...(production ? {} : { SESSION_SECRET: process.env.SESSION_SECRET ?? sessionSecret() }),
  });
  const end = async (code) => {
    await postgres?.stop();
    process.exit(code);
  };
  for (const [script, ...args] of [
    ['apps/api/dist/migrate.js'],
    ['tools/seed/seed.ts', ...(production ? ['--facts-only'] : []), '--quiet'],
  ]) {
    const code = await finished(child(script, args, env));
    if (code !== 0) await end(code);
  }
  if (reset) {
    console.log('The demo data is as new.');
    await end(0);
  }
  await serve(env, end);
});

/** Runs the API and the worker until a signal comes or one of them ends. */
async function serve(env, end) {
  const withoutOwner = { ...env, DATABASE_OWNER_URL: undefined };
  const children = ['apps/api/dist/main.js', 'apps/api/dist/worker.js'].map((script) => child(script, [], withoutOwner, true));
  let ending = false;
  const stop = async (code) => {
    if (ending) return;
    ending = true;
    for (const each of children) each.kill('SIGTERM');
    await Promise.all(children.map(finished));
    await end(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
  for (const each of children) each.once('exit', (code) => void stop(code === null ? 1 : code));
}

function child(script, args, env, ipc = false) {
  return spawn(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    env,
    // The channel closes when this process dies, also by kill -9; the children stop by themselves then.
    stdio: ['ignore', 'inherit', 'inherit', ...(ipc ? ['ipc'] : [])],
    // Not in the terminal's group: Ctrl-C reaches them through this process, in order.
    detached: ipc,
  });
}

function finished(each) {
  if (each.exitCode !== null || each.signalCode !== null) return Promise.resolve(each.exitCode ?? 1);
  return new Promise((resolve) => each.once('exit', (code) => resolve(code ?? 1)));
}

async function builtInPostgres() {
  const { startPostgres } = await import('./postgres.mjs');
  return startPostgres({ folder, log: (line) => console.log(line) });
}

function ownerUrl(postgres) {
  if (postgres) return { DATABASE_OWNER_URL: postgres.ownerUrl() };
  return process.env.DATABASE_OWNER_URL ? { DATABASE_OWNER_URL: process.env.DATABASE_OWNER_URL } : {};
}

async function resetDemo() {
  if (process.env.DATABASE_URL) throw new StartError('reset-demo only empties the built-in database: unset DATABASE_URL first.');
  if (production) throw new StartError('reset-demo throws data away and does not run with NODE_ENV=production.');
  const { startPostgres } = await import('./postgres.mjs');
  const postgres = await startPostgres({ folder });
  const pg = (await import('pg')).default;
  const client = new pg.Client({ connectionString: postgres.superUrl('postgres') });
  await client.connect();
  await client.query('DROP DATABASE IF EXISTS karavaan WITH (FORCE)');
  await client.end();
}

/** One supervisor per data folder, until this one ends: two would stop each other's database. */
function lockFolder() {
  const file = path.join(folder, 'start.pid');
  try {
    fs.mkdirSync(folder, { recursive: true });
    if (fs.existsSync(file)) {
      const pid = Number(fs.readFileSync(file, 'utf8'));
      if (pid !== process.pid && isThisProgram(pid))
        throw new StartError(
          `Karavaan already runs with the data in ${folder} (process ${pid}): stop it first, or choose another folder with KARAVAAN_DATA.`,
        );
    }
    fs.writeFileSync(file, String(process.pid));
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`The data folder ${folder} cannot be written (${error.code}): choose another one with KARAVAAN_DATA.`);
  }
  process.once('exit', () => fs.rmSync(file, { force: true }));
}

function isThisProgram(pid) {
  try {
    process.kill(pid, 0);
    const command = `/proc/${pid}/cmdline`;
    return fs.existsSync(command) ? fs.readFileSync(command, 'utf8').includes('start.mjs') : true;
  } catch {
    return false;
  }
}

function sessionSecret() {
  const file = path.join(folder, 'session-secret');
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8');
}

function portSetting() {
  const text = process.env.PORT ?? '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new StartError(`PORT must be a number from 1 to 65535; it is "${text}".`);
  return port;
}

function requireFreePort(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) =>
      reject(
        new StartError(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is in use: stop the other program, or choose another port with PORT=3001 npm start.`
            : `Port ${port} cannot be used (${error.code}).`,
        ),
      ),
    );
    server.listen(port, () => server.close(resolve));
  });
}

/** Starts this script again on Node 24 and passes the signals on. */
function again(node) {
  const next = spawn(node, process.argv.slice(1), { stdio: 'inherit', env: childEnv() });
  process.on('SIGINT', () => {}); // the terminal sends it to the child too
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => next.kill(signal));
  return finished(next);
}
