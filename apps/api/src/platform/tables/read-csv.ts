import { UnreadableFile } from './unreadable-file.js';

const SEPARATORS = [';', ',', '\t'] as const;
const LONGEST_CELL = 10_000;

/** Lines of cells out of a CSV file: semicolons, commas or tabs; UTF-8, UTF-16 or windows-1252. */
export function readCsv(content: Buffer, mostRows: number): string[][] {
  const text = decode(content);
  // A picture or a program is no table.
  if (text.includes('\u0000')) throw new UnreadableFile('NOT_A_TABLE');
  const [hint] = /^sep=(.)\r?\n/.exec(text)?.slice(1) ?? [];
  const body = hint ? text.slice(text.indexOf('\n') + 1) : text;
  const lines = parse(body, hint ?? separatorOf(body), mostRows);
  return hint ? [[], ...lines] : lines;
}

function decode(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    // What Excel writes in Western Europe unless it is asked for UTF-8.
    return new TextDecoder('windows-1252').decode(content);
  }
}

/** The one that the first lines have most of, outside of quotes. */
function separatorOf(text: string): string {
  const start = text.slice(0, 20_000).replaceAll(/"(?:[^"]|"")*"/g, '');
  const first = start.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const counts = SEPARATORS.map((separator) => first.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

function parse(text: string, separator: string, mostRows: number): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    if (cell.length > LONGEST_CELL) throw new UnreadableFile('NOT_A_TABLE');
    line.push(cell);
    at = end;
    if (text[at] === separator) {
      at++;
      // A separator at the end of the file has an empty cell behind it.
      if (at === text.length) line.push('');
      continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    lines.push(line);
    line = [];
    if (lines.length > mostRows + 1_000) throw new UnreadableFile('TOO_MANY_ROWS', mostRows - 1);
  }
  if (line.length > 0) lines.push(line);
  return lines.map((cells) => cells.map(withoutGuard));
}

function plain(text: string, start: number, separator: string): { cell: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { cell: text.slice(start, end), end };
}

function quoted(text: string, start: number): { cell: string; end: number } {
  let cell = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) throw new UnreadableFile('NOT_A_TABLE');
    cell += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      // What stands between the quote and the separator belongs to nothing that writes CSV; it is kept.
      let end = quote + 1;
      while (end < text.length && !SEPARATORS.includes(text[end] as never) && text[end] !== '\n' && text[end] !== '\r') end++;
      return { cell: cell + text.slice(quote + 1, end), end };
    }
    cell += '"';
    from = quote + 2;
  }
}

/** Our own exports put an apostrophe before what a spreadsheet would take for a formula. */
const withoutGuard = (cell: string) => (/^'[=+\-@\t\r|%]/.test(cell) ? cell.slice(1) : cell);
