import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { MOST_COLUMNS, UnreadableFile } from './unreadable-file.js';

/** A file as rows of texts; what its first row with something in it says are the headings. */
export interface FileTable {
  readonly headings: string[];
  readonly rows: string[][];
  /** The line that `rows` begins with, counted as a spreadsheet does. */
  readonly firstLine: number;
}

/** Reads CSV in any of its usual spellings, or the first sheet of an XLSX file. @throws {UnreadableFile} */
export async function readTable(content: Buffer, mostRows: number): Promise<FileTable> {
  const isZip = content.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));
  const lines = isZip ? await readXlsx(content, mostRows + 1) : readCsv(content, mostRows + 1);
  const top = lines.findIndex((line) => line.some((cell) => cell.trim() !== ''));
  if (top === -1) throw new UnreadableFile('EMPTY');
  const headings = lines[top]!.map((cell) => cell.trim());
  while (headings.at(-1) === '') headings.pop();
  if (headings.length > MOST_COLUMNS) throw new UnreadableFile('TOO_MANY_COLUMNS', MOST_COLUMNS);
  const rows = lines.slice(top + 1).map((line) => headings.map((_, at) => line[at] ?? ''));
  // A row with nothing in it says nothing; at the end there are often many.
  while (rows.length > 0 && rows.at(-1)!.every((cell) => cell.trim() === '')) rows.pop();
  if (rows.length === 0) throw new UnreadableFile('EMPTY');
  if (rows.length > mostRows) throw new UnreadableFile('TOO_MANY_ROWS', mostRows);
  return { headings, rows, firstLine: top + 2 };
}
