// What a browser fetches before the first public page can be used: the entry, the home page's chunk, and all that these
// import statically; what is loaded later (the map, other pages, other languages) is not in it.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * @param {string} dist folder of the built web client
 * @param {string} page name of the page's source file, e.g. 'HomePage'
 * @returns {{ js: number, css: number, files: { name: string, bytes: number }[] }} bytes when packed by gzip
 */
export function firstLoad(dist, page = 'HomePage') {
  const assets = path.join(dist, 'assets');
  const html = fs.readFileSync(path.join(dist, 'index.html'), 'utf8');
  const found = new Set([...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/g)].map(([, name]) => name));
  for (const name of fs.readdirSync(assets)) if (name.startsWith(`${page}-`) && /\.(js|css)$/.test(name)) found.add(name);
  for (const name of found)
    if (name.endsWith('.js'))
      for (const other of staticImports(fs.readFileSync(path.join(assets, name), 'utf8'))) found.add(other);
  for (const sheet of sheetsOf(assets, found, page)) found.add(sheet);
  const files = [...found]
    .map((name) => ({ name, bytes: gzipSync(fs.readFileSync(path.join(assets, name)), { level: 9 }).length }))
    .sort((a, b) => b.bytes - a.bytes);
  const sum = (ending) => files.filter(({ name }) => name.endsWith(ending)).reduce((total, { bytes }) => total + bytes, 0);
  return { js: sum('.js'), css: sum('.css'), files };
}

function staticImports(code) {
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)].map(([, name]) => name);
}

/** The entry lists, for each page, the files to fetch beside its chunk. */
function sheetsOf(assets, found, page) {
  const entry = [...found].find((name) => name.startsWith('index-') && name.endsWith('.js'));
  const code = fs.readFileSync(path.join(assets, entry), 'utf8');
  const [, list] = /__vite__mapDeps[^[]*\[((?:"[^"]*",?)*)\]/.exec(code) ?? [];
  if (!list) return [];
  const names = list.split(',').map((name) => name.replaceAll('"', '').replace(/^.*assets\//, ''));
  const [, used] =
    new RegExp(`import\\(\\s*["'\`]\\./${page}-[\\w-]+\\.js["'\`]\\)[^)]*?__vite__mapDeps\\(\\[([\\d,]*)\\]\\)`).exec(code) ?? [];
  return (used ?? '')
    .split(',')
    .filter(Boolean)
    .map((at) => names[Number(at)])
    .filter((name) => name?.endsWith('.css'));
}

if (process.argv[1] === import.meta.filename) {
  const { js, css, files } = firstLoad(process.argv[2] ?? 'apps/web/dist');
  for (const { name, bytes } of files) console.log(String(bytes).padStart(8), name);
  console.log(`JS ${(js / 1000).toFixed(1)} kB, CSS ${(css / 1000).toFixed(1)} kB (gzip)`);
}
