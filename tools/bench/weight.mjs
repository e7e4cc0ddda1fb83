import { firstLoad } from './first-load.mjs';
import { table } from './report.mjs';

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** What the first public page weighs, as built. */
export function benchWeight(dist) {
  const { js, css, files } = firstLoad(dist);
  const text = table([
    ['first page', 'packed by gzip', 'bar'],
    ['JavaScript', kB(js), '180 kB'],
    ['style sheets', kB(css), '20 kB'],
    ['files', String(files.length), ''],
  ]);
  return { text, js, css };
}
