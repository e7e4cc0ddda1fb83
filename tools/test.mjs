// npm test: every test of the project, the browser ones included; nothing has to be started before.
// Ends with a line that counts them: "N passed, N failed".
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv, installPackages, node24, requireStartableNode, root } from './node24.mjs';
import { runMain, StartError } from './start-error.mjs';

const results = path.join(root, '.karavaan', 'test-results');

await runMain(async () => {
  requireStartableNode();
  installPackages();
  const { build } = await import('./build.mjs');
  const { findBrowser } = await import('./browser.mjs');
  const browser = findBrowser();
  await build();
  fs.rmSync(results, { recursive: true, force: true });
  fs.mkdirSync(results, { recursive: true });

  const counts = [runJest(), await runBrowserTests(browser)];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
});

function runJest() {
  const file = path.join(results, 'jest.json');
  const { status } = spawnSync(
    node24(),
    ['node_modules/jest/bin/jest.js', '--json', '--outputFile', file, ...(process.env.CI ? ['--ci'] : [])],
    {
      cwd: root,
      // The report goes to the file; jest prints its progress and failures on stderr.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: childEnv({ NODE_OPTIONS: '--experimental-vm-modules --no-warnings', TZ: 'UTC' }),
    },
  );
  if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: status === 0 ? failed : Math.max(1, failed) };
}

async function runBrowserTests(browser) {
  const { freePort } = await import('./postgres.mjs');
  const port = await freePort();
  const data = path.join(root, '.karavaan', 'browser-tests');
  fs.rmSync(data, { recursive: true, force: true });
  const server = spawn(node24(), ['tools/start.mjs'], {
    cwd: root,
    stdio: ['ignore', fs.openSync(path.join(results, 'server.log'), 'w'), 'inherit'],
    env: childEnv({
      PORT: String(port),
      KARAVAAN_DATA: data,
      DATABASE_URL: '',
      LOG_LEVEL: 'warn',
      NODE_ENV: '',
      SIGN_IN_ATTEMPTS: '1000',
    }),
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    await untilReady(`http://localhost:${port}/health/ready`, ended);
    return await playwright({ BASE_URL: `http://localhost:${port}`, CHROMIUM_PATH: browser });
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

async function playwright(env) {
  const file = path.join(results, 'playwright.json');
  const child = spawn(
    node24(),
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'apps/web-e2e/playwright.config.ts'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: childEnv({ ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
    },
  );
  const status = await new Promise((resolve) => child.once('exit', resolve));
  if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (stats.flaky > 0) console.log(`${stats.flaky} browser tests passed only at the second try.`);
  return {
    passed: stats.expected + stats.flaky,
    failed: status === 0 ? stats.unexpected : Math.max(1, stats.unexpected),
  };
}

async function untilReady(url, ended) {
  let gone = false;
  void ended.then(() => (gone = true));
  for (let waited = 0; waited < 180_000; waited += 200) {
    if (gone) throw new StartError('The server for the browser tests did not start; its messages stand above.');
    const ready = await fetch(url)
      .then((answer) => answer.ok)
      .catch(() => false);
    if (ready) return;
    await sleep(200);
  }
  throw new StartError('The server for the browser tests did not become ready in three minutes.');
}
