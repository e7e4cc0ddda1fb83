import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { webBuild } from './web-build.js';

let webFolder: string;
beforeEach(() => {
  webFolder = mkdtempSync(path.join(tmpdir(), 'karavaan-build-'));
  writeFileSync(path.join(webFolder, 'index.html'), 'one');
  // Built long ago: a file system's clock may stand still between two writes.
  for (const name of ['', 'index.html']) utimesSync(path.join(webFolder, name), 1, 1);
});
afterEach(() => rmSync(webFolder, { recursive: true }));

test('in production what is built at the start stays, and nothing is read again', () => {
  const build = webBuild({ webFolder, production: true });
  const first = build();
  writeFileSync(path.join(webFolder, 'new.txt'), '');
  expect(build()).toBe(first);
});

test('elsewhere it is read again when something changed, and only then', () => {
  const build = webBuild({ webFolder, production: false });
  const first = build();
  expect(build()).toBe(first);
  writeFileSync(path.join(webFolder, 'new.txt'), '');
  expect([...build().files].toSorted()).toEqual(['/index.html', '/new.txt']);
});

test('while the start page is away, the build before it stands', () => {
  const build = webBuild({ webFolder, production: false });
  const first = build();
  rmSync(path.join(webFolder, 'index.html'));
  expect(build()).toBe(first);
  writeFileSync(path.join(webFolder, 'index.html'), '<script>two</script>');
  expect(build().inlineScripts).toHaveLength(1);
});

test('without a folder there is no client', () => {
  const build = webBuild({ webFolder: path.join(webFolder, 'none'), production: false });
  expect(build()).toEqual({ files: new Set(), inlineScripts: [], documents: new Map() });
});
