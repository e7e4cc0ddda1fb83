// node tools/try-external-postgres.mjs: runs Karavaan on Debian's own PostgreSQL 15 instead of the built-in one, from an
// empty database to a signed-in search, and stops again. Needs root on Debian or Ubuntu when PostgreSQL 15 is not there yet.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv, installPackages, node24, requireStartableNode, root } from './node24.mjs';
import { runMain, StartError } from './start-error.mjs';

const BIN = process.env.POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin';

await runMain(async () => {
  requireStartableNode();
  installPackages();
  if (!fs.existsSync(path.join(BIN, 'initdb'))) installDebianPackage();
  const { freePort } = await import('./postgres.mjs');
  const account = unprivilegedAccount();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'karavaan-external-'));
  if (account) fs.chownSync(folder, account.uid, account.gid);
  const data = path.join(folder, 'data');
  const port = await freePort();
  const as = { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync(path.join(BIN, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], as);
  const server = spawn(
    path.join(BIN, 'postgres'),
    ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'],
    { ...as, stdio: 'ignore' },
  );
  try {
    await makeRoles(`postgresql://postgres@127.0.0.1:${port}/postgres`);
    await tryProgram(port, folder);
  } finally {
    server.kill('SIGINT');
    await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve()));
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

function installDebianPackage() {
  if (process.getuid?.() !== 0) throw new StartError(`There is no PostgreSQL 15 in ${BIN}: install it, or set POSTGRES_BIN.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  // No cluster of the package's own: this script makes and removes its own.
  fs.mkdirSync('/etc/postgresql-common', { recursive: true });
  if (!fs.existsSync('/etc/postgresql-common/createcluster.conf'))
    fs.writeFileSync('/etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n');
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql-15'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  if (!fs.existsSync(path.join(BIN, 'initdb')))
    throw new StartError('PostgreSQL 15 could not be installed from the Debian packages.');
}

function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const line =
    fs
      .readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((each) => each.startsWith('postgres:')) ?? 'nobody:x:65534:65534';
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

async function makeRoles(url) {
  const pg = (await import('pg')).default;
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      const { rows } = await client.query('SHOW server_version');
      console.log(`PostgreSQL ${rows[0].server_version}`);
      for (const role of ['karavaan_owner', 'karavaan_app']) await client.query(`CREATE ROLE ${role} LOGIN`);
      await client.query('CREATE DATABASE karavaan OWNER karavaan_owner');
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

async function tryProgram(databasePort, folder) {
  const { freePort } = await import('./postgres.mjs');
  const port = await freePort();
  const url = (role) => `postgresql://${role}@127.0.0.1:${databasePort}/karavaan`;
  const program = spawn(node24(), ['tools/start.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env: childEnv({
      PORT: String(port),
      KARAVAAN_DATA: path.join(folder, 'karavaan'),
      DATABASE_URL: url('karavaan_app'),
      DATABASE_OWNER_URL: url('karavaan_owner'),
      LOG_LEVEL: 'warn',
    }),
  });
  const ended = new Promise((resolve) => program.once('exit', resolve));
  try {
    await ready(`http://localhost:${port}/health/ready`, program);
    await trySearchAndReserve(`http://localhost:${port}/graphql`);
    console.log('Karavaan runs on this PostgreSQL: it migrated, seeded, searched and reserved.');
  } finally {
    program.kill('SIGTERM');
    await ended;
  }
}

async function ready(url, program) {
  for (let waited = 0; waited < 120_000; waited += 200) {
    if (program.exitCode !== null) throw new StartError('Karavaan did not start on this PostgreSQL; its messages stand above.');
    if (
      await fetch(url)
        .then((answer) => answer.ok)
        .catch(() => false)
    )
      return;
    await sleep(200);
  }
  throw new StartError('Karavaan did not become ready on this PostgreSQL within two minutes.');
}

async function trySearchAndReserve(url) {
  let cookie = '';
  const ask = async (query, variables) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true', cookie },
      body: JSON.stringify({ query, variables }),
    });
    const set = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
    if (set.length) cookie = set.join('; ');
    const { data, errors } = await answer.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { settings } = await ask('{ settings { demoAccounts { email password role } } }');
  const account = settings.demoAccounts.find((each) => each.role === 'COORDINATOR');
  const { signIn } = await ask(
    'mutation($e: String!, $p: String!) { signIn(email: $e, password: $p) { __typename ... on Viewer { organisation { sites { id } } } } }',
    { e: account.email, p: account.password },
  );
  const siteId = signIn.organisation.sites[0].id;
  for (let week = 3; week < 30; week++) {
    const day = monday(week);
    const { availability } = await ask(
      'query($i: AvailabilityInput!) { availability(input: $i, first: 1) { freeCount edges { node { verdict unit { id } } } } }',
      { i: { firstDay: day, lastDay: day, siteId, mobility: 'MOBILE', onlyFree: true } },
    );
    const unit = availability.edges[0]?.node.unit.id;
    if (!unit) continue;
    const { reserveKit } = await ask(
      'mutation($i: ReserveInput!) { reserveKit(input: $i) { __typename ... on Reservation { number state } } }',
      {
        i: {
          idempotencyKey: `external-${Date.now()}`,
          unitIds: [unit],
          siteId,
          firstDay: day,
          lastDay: day,
          details: { purpose: 'Proef' },
        },
      },
    );
    if (reserveKit.__typename === 'Reservation') return;
  }
  throw new Error('nothing could be reserved');
}

function monday(weeksAhead) {
  const date = new Date();
  date.setUTCDate(date.getUTCDate() + weeksAhead * 7 - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
