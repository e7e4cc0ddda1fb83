import { readSheet } from 'read-excel-file/node';
import { MOST_COLUMNS, UnreadableFile } from './unreadable-file.js';
import { partsOf, unpack } from './unzip.js';

/** A file of ten megabytes that would become more than this is no list of a centre. */
const MOST_INFLATED = 80 * 1024 * 1024;

/** The cells of the first sheet as texts. Formulas are not run: what was last reckoned is read. */
export async function readXlsx(content: Buffer, mostRows: number): Promise<string[][]> {
  refuseBombs(content, mostRows);
  try {
    const cells = await readSheet(content, 1, { trim: false });
    return cells.map((row) => row.map(toText));
  } catch {
    throw new UnreadableFile('NOT_A_TABLE');
  }
}

function toText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  // A day in a spreadsheet has no time zone; the library gives it as midnight in UTC.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell as string | number | boolean);
}

/**
 * Unpacks every part with a limit on all of them together, whatever the file says of their sizes, and looks how far the
 * sheets reach: one cell at the end of a sheet would make the reader make room for all before it.
 */
function refuseBombs(content: Buffer, mostRows: number): void {
  let room = MOST_INFLATED;
  for (const part of partsOf(content)) {
    const unpacked = unpack(part, room);
    room -= unpacked.length;
    if (room < 0) throw new UnreadableFile('TOO_LARGE');
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(part.name)) refuseFarCells(unpacked, mostRows);
  }
}

const CELL = /\b(?:r|ref)\s*=\s*["'](?:\$?[A-Z]{1,3}\$?\d+:)?\$?([A-Z]{1,4})?\$?(\d{1,9})["']/g;

function refuseFarCells(sheet: Buffer, mostRows: number): void {
  // Empty rows behind the last one are common: a thousand more may be there.
  for (const [, letters = '', row = '0'] of sheet.toString('latin1').matchAll(CELL)) {
    if (Number(row) > mostRows + 1_000) throw new UnreadableFile('TOO_MANY_ROWS', mostRows - 1);
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (column > MOST_COLUMNS + 56) throw new UnreadableFile('TOO_MANY_COLUMNS', MOST_COLUMNS);
  }
}
