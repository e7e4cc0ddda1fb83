// node docker/try-without-docker.mjs: the same build and start steps as the images and compose, without Docker. It copies the
// committed sources to an empty folder, runs install.sh and build.sh there, and starts what the images would start, from
// deploy/ only, as production, on a PostgreSQL with the two roles of roles.sh.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv, node24, root } from '../tools/node24.mjs';
import { freePort, startPostgres } from '../tools/postgres.mjs';
import { runMain, StartError } from '../tools/start-error.mjs';

await runMain(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'karavaan-deploy-'));
  fs.chmodSync(folder, 0o755);
  const sources = path.join(folder, 'app');
  fs.mkdirSync(sources);
  const archive = execFileSync('git', ['archive', 'HEAD'], { cwd: root, maxBuffer: 1 << 28 });
  execFileSync('tar', ['-x', '-C', sources], { input: archive });
  const env = childEnv({ NODE_ENV: '' });
  for (const script of ['docker/install.sh', 'docker/build.sh']) {
    console.log(`sh ${script}`);
    if (spawnSync('sh', [script], { cwd: sources, stdio: ['ignore', 'ignore', 'inherit'], env }).status !== 0)
      throw new StartError(`${script} failed.`);
  }
  checkComposeFile();
  const postgres = await startPostgres({ folder: path.join(folder, 'postgres'), throwaway: true });
  try {
    await tryProduction(path.join(sources, 'deploy'), postgres);
  } finally {
    await postgres.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  console.log('The deployment builds, migrates, refuses weak settings, starts, answers and stops.');
});

function checkComposeFile() {
  // The plugin of today, or the program of its own that Debian 12 has; both read a compose file without an engine.
  const [program, ...args] =
    [['docker', 'compose'], ['docker-compose']].find(
      ([name, ...words]) => spawnSync(name, [...words, 'version'], { stdio: 'ignore' }).status === 0,
    ) ?? [];
  if (!program) return console.log('docker compose config: left out, there is no docker compose here');
  const secrets = Object.fromEntries(
    ['POSTGRES_PASSWORD', 'OWNER_PASSWORD', 'APP_PASSWORD', 'SESSION_SECRET'].map((name) => [name, 'x']),
  );
  const config = spawnSync(program, [...args, '-f', 'docker/compose.yaml', 'config', '-q'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...secrets, PUBLIC_URL: 'https://x' },
  });
  if (config.status !== 0) throw new StartError('docker compose config refuses docker/compose.yaml.');
  console.log('docker compose config: good');
}

async function tryProduction(deploy, postgres) {
  const port = await freePort();
  const settings = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: postgres.appUrl(),
    SESSION_SECRET: randomBytes(32).toString('hex'),
    PUBLIC_URL: 'https://karavaan.example',
    LOG_LEVEL: 'warn',
  };
  const owner = { ...settings, DATABASE_OWNER_URL: postgres.ownerUrl() };
  const run = (args, env, input) => spawnSync(node24(), args, { cwd: deploy, encoding: 'utf8', env, input });
  must(run(['apps/api/dist/migrate.js'], owner), 'migrate');
  must(run(['tools/seed/seed.ts', '--facts-only', '--quiet'], owner), 'seed the facts');
  const weak = run(['apps/api/dist/main.js'], { ...settings, SESSION_SECRET: 'secret' });
  if (weak.status === 0 || !`${weak.stdout}${weak.stderr}`.includes('SESSION_SECRET'))
    throw new StartError('A weak SESSION_SECRET was not refused.');
  const password = randomBytes(12).toString('hex');
  must(
    run(['tools/admin-create.ts'], {
      ...owner,
      ADMIN_EMAIL: 'first@karavaan.example',
      ADMIN_NAME: 'First Administrator',
      ADMIN_PASSWORD: password,
    }),
    'create the administrator',
  );
  const children = ['apps/api/dist/main.js', 'apps/api/dist/worker.js'].map((script) =>
    spawn(node24(), [script], { cwd: deploy, stdio: ['ignore', 'ignore', 'inherit'], env: settings }),
  );
  const ends = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
  try {
    await ready(`http://127.0.0.1:${port}/health/ready`);
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
      body: JSON.stringify({
        query: 'mutation($e: String!, $p: String!) { signIn(email: $e, password: $p) { __typename ... on Viewer { role } } }',
        variables: { e: 'first@karavaan.example', p: password },
      }),
    });
    const { data } = await answer.json();
    if (data?.signIn?.role !== 'ADMINISTRATOR')
      throw new StartError(`The first administrator could not sign in: ${JSON.stringify(data)}`);
    await askByHash(`http://127.0.0.1:${port}/graphql`, path.join(deploy, 'apps/web/dist/.documents.json'));
  } finally {
    for (const child of children) child.kill('SIGTERM');
  }
  const codes = await Promise.all(ends);
  if (codes.some((code) => code !== 0))
    throw new StartError(`After SIGTERM the processes ended with ${codes.join(' and ')} instead of 0.`);
}

/** As the web client asks: the image of the API must know its documents without its pages. */
async function askByHash(url, list) {
  const documents = Object.entries(JSON.parse(fs.readFileSync(list, 'utf8')));
  const [sha256Hash] = documents.find(([, text]) => text.startsWith('query Settings'));
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({ operationName: 'Settings', extensions: { persistedQuery: { version: 1, sha256Hash } } }),
  });
  const { data, errors } = await answer.json();
  if (!data?.settings) throw new StartError(`The API does not know the web client's documents: ${JSON.stringify(errors)}`);
}

function must(result, what) {
  if (result.status !== 0) throw new StartError(`Could not ${what}: ${result.stderr || result.stdout}`);
}

async function ready(url) {
  for (let waited = 0; waited < 60_000; waited += 200) {
    if (
      await fetch(url)
        .then((answer) => answer.ok)
        .catch(() => false)
    )
      return;
    await sleep(200);
  }
  throw new StartError('The API did not become ready within a minute.');
}
