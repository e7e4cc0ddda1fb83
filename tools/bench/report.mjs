// docs/BENCHMARKS.md has one part per bench, between two marks; a bench replaces its own part.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../node24.mjs';

const file = path.join(root, 'docs', 'BENCHMARKS.md');

/** @param {string} name of the part @param {string} text Markdown */
export function writePart(name, text) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const before = fs.readFileSync(file, 'utf8');
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no part "${name}"`);
  fs.writeFileSync(file, `${before.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${before.slice(to)}`);
}

/** @param {string[][]} rows the first one is the head */
export function table([head, ...rows]) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The machine and the versions, since a figure means little without them. */
export async function machine(client) {
  const cpu = os.cpus()[0]?.model.trim() || execFileSync('uname', ['-m'], { encoding: 'utf8' }).trim();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const postgres = client
    ? `, PostgreSQL ${(await client.query('SHOW server_version')).rows[0].server_version.split(' ')[0]}`
    : '';
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day}: ${os.cpus().length} × ${cpu}, ${memory} GiB, ${os.type()}, Node ${process.versions.node}${postgres}.`;
}
