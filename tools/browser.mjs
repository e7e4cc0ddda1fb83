// Finds a Chrome or Chromium for the browser tests, or installs one the way that works on this system.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { childEnv, node24, root } from './node24.mjs';
import { StartError } from './start-error.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a browser that Playwright can drive; installs one when there is none.
 * @throws {StartError} with what to do when none is found and none can be installed
 */
export function findBrowser(log = console.log) {
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    log('Installing Chromium from the Debian packages (once)…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  } else {
    log('Installing Chromium with Playwright (once)…');
    spawnSync(node24(), ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
      cwd: root,
      stdio: 'inherit',
      env: childEnv(),
    });
  }
  const now = installed();
  if (!now)
    throw new StartError(
      'The browser tests need Chrome or Chromium and none could be installed: install one, or set CHROMIUM_PATH to it.',
    );
  return now;
}

function installed() {
  const set = process.env.CHROMIUM_PATH;
  if (set) {
    if (!fs.existsSync(set)) throw new StartError(`CHROMIUM_PATH names ${set}, which does not exist.`);
    return set;
  }
  return NAMES.map(onPath).find(Boolean) ?? PLACES.find((place) => fs.existsSync(place)) ?? playwrightsOwn();
}

function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    if (folder && fs.existsSync(file)) return file;
  }
  return undefined;
}

function playwrightsOwn() {
  try {
    const { chromium } = createRequire(path.join(root, 'package.json'))('@playwright/test');
    const file = chromium.executablePath();
    return fs.existsSync(file) && execFileSync(file, ['--version']) ? file : undefined;
  } catch {
    return undefined;
  }
}
