// node tools/drawings.mjs: joins the drawings of apps/web/src/ui/drawings/*.svg to one sprite, apps/web/public/drawings.svg.
// Classes become properties that the page colours: l line, f surface, b body, y the one yellow part, d a dot.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './node24.mjs';

const folder = path.join(root, 'apps/web/src/ui/drawings');
const LINE = 'stroke="var(--drawing-line)" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"';
const LOOKS = {
  l: `fill="none" ${LINE}`,
  f: `fill="var(--drawing-surface)" ${LINE}`,
  b: `fill="var(--drawing-body)" ${LINE}`,
  y: `fill="var(--drawing-accent)" ${LINE}`,
  d: 'fill="var(--drawing-line)"',
};

const symbols = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.svg'))
  .sort()
  .map((file) => {
    const inside = fs
      .readFileSync(path.join(folder, file), 'utf8')
      .replace(/^[\s\S]*?<svg[^>]*>/, '')
      .replace(/<\/svg>\s*$/, '')
      .replace(/class="([lfbyd])"/g, (_, look) => LOOKS[look])
      .replace(/>\s+</g, '><')
      .trim();
    return `<symbol id="${path.basename(file, '.svg')}" viewBox="0 0 120 120">${inside}</symbol>`;
  });
fs.writeFileSync(
  path.join(root, 'apps/web/public/drawings.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`,
);
console.log(`${symbols.length} drawings`);
