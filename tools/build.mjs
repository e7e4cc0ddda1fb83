// Builds what the programs run: libraries and API by SWC, the web by Vite. Nothing is built twice: a fingerprint of the
// sources is kept beside the result.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { childEnv, node24, root } from './node24.mjs';
import { runMain, StartError } from './start-error.mjs';

const swc = (project) => ({
  name: project,
  sources: [`${project}/src`, `${project}/package.json`, '.swcrc'],
  result: `${project}/dist`,
  // SWC strips one leading folder only, so it runs inside the project.
  folder: project,
  commands: [
    [
      'node_modules/@swc/cli/bin/swc.js',
      'src',
      '-d',
      'dist',
      '--config-file',
      path.join(root, '.swcrc'),
      '--strip-leading-paths',
      '-q',
      '--ignore',
      '**/*.spec.ts,**/*.fixture.ts',
      '--delete-dir-on-start',
    ],
  ],
});

const TARGETS = [
  ...['libs/domain', 'libs/routing'].filter((project) => fs.existsSync(path.join(root, project, 'src'))).map(swc),
  { ...swc('apps/api'), copies: ['json'] },
  {
    name: 'apps/web',
    sources: [
      'apps/web/src',
      'apps/web/public',
      'apps/web/index.html',
      'apps/web/vite.config.ts',
      'apps/web/codegen.ts',
      'apps/api/schema.graphql',
      'libs/domain/src',
      'package-lock.json',
    ],
    result: 'apps/web/dist',
    commands: [
      ['node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'apps/web/codegen.ts', '--silent'],
      ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'],
    ],
    after: compress,
  },
];

/**
 * Builds the targets whose sources changed.
 * @param {{ only?: string[], log?: (line: string) => void }} options only: names of targets, e.g. ['libs/domain']
 * @throws {StartError} when a build fails; its messages were printed
 */
export async function build({ only, log = console.log } = {}) {
  for (const target of TARGETS) {
    if (only && !only.includes(target.name)) continue;
    const stamp = path.join(root, target.result, '.fingerprint');
    const now = fingerprint(target.sources);
    if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === now) continue;
    log(`Building ${target.name}…`);
    for (const [program, ...args] of target.commands) await run(program, args, target);
    for (const ending of target.copies ?? []) copyOver(target, ending);
    target.after?.(path.join(root, target.result));
    fs.writeFileSync(stamp, now);
  }
}

function run(program, args, { name, folder = '.' }) {
  return new Promise((resolve, reject) => {
    const child = spawn(node24(), [path.join(root, program), ...args], {
      cwd: path.join(root, folder),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: childEnv({ NODE_ENV: 'production' }),
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new StartError(`Building ${name} failed; the messages stand above.`)),
    );
  });
}

function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of filesBelow(path.join(root, source))) {
      hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
    }
  return hash.digest('hex');
}

function filesBelow(at) {
  if (!fs.existsSync(at)) return [];
  if (fs.statSync(at).isFile()) return [at];
  return fs
    .readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.name !== 'generated')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesBelow(path.join(at, entry.name)));
}

function copyOver(target, ending) {
  const from = path.join(root, target.name, 'src');
  for (const file of filesBelow(from)) {
    if (!file.endsWith(`.${ending}`)) continue;
    const to = path.join(root, target.result, path.relative(from, file));
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.copyFileSync(file, to);
  }
}

/** Text assets get a .br and a .gz beside them, so that serving them costs nothing. */
function compress(folder) {
  for (const file of filesBelow(folder)) {
    if (!/\.(js|css|html|svg|json|txt|webmanifest)$/.test(file) || fs.statSync(file).size < 1024) continue;
    const content = fs.readFileSync(file);
    fs.writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    fs.writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await runMain(() => build({ only: process.argv.length > 2 ? process.argv.slice(2) : undefined }));
