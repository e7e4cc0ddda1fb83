import fs from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, '..', '..', '..', 'docs', 'BENCHMARKS-ROUTING.md');

/** Replaces the part of a set in the page, between its two marks. */
export function writeTable(name: string, title: string, about: readonly string[], table: string): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const before = fs.readFileSync(file, 'utf8');
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no part "${name}"`);
  const text = `## ${title}\n\n${about.map((line) => `- ${line}`).join('\n')}\n\n${table}`;
  fs.writeFileSync(file, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`);
}
