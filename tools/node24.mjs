// The programs run on Node 24. On Linux an npm package brings it, so that an older Node (from 20.19) can start them;
// elsewhere the machine's own Node has to be 24 or later.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from './start-error.mjs';

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const WANTED = 24;
const major = (version) => Number(version.replace(/^v/, '').split('.')[0]);

/** @throws {StartError} when this Node is older than 20.19, where not even the installation works */
export function requireStartableNode(version = process.versions.node) {
  const [big, small] = version.split('.').map(Number);
  if (big < 20 || (big === 20 && small < 19))
    throw new StartError(`Karavaan needs Node 20.19 or later; this is ${version}. See https://nodejs.org.`);
}

/** Runs `npm ci` when node_modules is missing or belongs to another lock file. */
export function installPackages() {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'));
  const stamp = path.join(root, 'node_modules', '.karavaan-lock');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp).equals(lock)) return;
  console.log('Installing packages (once, about a minute)…');
  const npm = process.env.npm_execpath
    ? [process.execPath, [process.env.npm_execpath]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const { status } = spawnSync(npm[0], [...npm[1], 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // npm scripts set production flags for children; the build needs the development packages.
    env: { ...process.env, NODE_ENV: '' },
  });
  if (status !== 0) throw new StartError('npm could not install the packages; its messages stand above.');
  fs.writeFileSync(stamp, lock);
}

/** The path of a Node ≥ 24: this one, or the one that npm brought. */
export function node24() {
  if (major(process.versions.node) >= WANTED) return process.execPath;
  const brought = path.join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  if (fs.existsSync(brought)) {
    try {
      if (major(execFileSync(brought, ['--version'], { encoding: 'utf8' })) >= WANTED) return brought;
    } catch {
      // e.g. a libc that this binary does not know: say so below
    }
  }
  throw new StartError(`Karavaan needs Node ${WANTED} on this system; this is ${process.versions.node}. See https://nodejs.org.`);
}

/** The environment of every child: the project's programs and its Node first on the PATH. */
export function childEnv(extra = {}) {
  const bin = path.join(root, 'node_modules', '.bin');
  const PATH = [path.dirname(node24()), bin, process.env.PATH].join(path.delimiter);
  return { ...process.env, PATH, ...extra };
}
