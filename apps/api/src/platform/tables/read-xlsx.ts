import { readSheet } from 'read-excel-file/node';
import { inflateRawSync } from 'node:zlib';
import { MOST_COLUMNS, UnreadableFile } from './unreadable-file.js';

/** A file of ten megabytes that would become more than this is no list of a centre. */
const MOST_INFLATED = 80 * 1024 * 1024;
const MOST_ENTRIES = 1_000;
const END_OF_DIRECTORY = 0x06_05_4b_50;
const DIRECTORY_ENTRY = 0x02_01_4b_50;
const LOCAL_ENTRY = 0x04_03_4b_50;

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

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
}

function partsOf(content: Buffer): Part[] {
  try {
    const end = content.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    if (end === -1 || content.readUInt32LE(end) !== END_OF_DIRECTORY) throw new UnreadableFile('NOT_A_TABLE');
    const count = content.readUInt16LE(end + 10);
    if (count > MOST_ENTRIES) throw new UnreadableFile('TOO_LARGE');
    let at = content.readUInt32LE(end + 16);
    return Array.from({ length: count }, () => {
      if (content.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new UnreadableFile('NOT_A_TABLE');
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => content.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ];
      const name = content.toString('utf8', at + 46, at + 46 + nameLength);
      const local = content.readUInt32LE(at + 42);
      if (content.readUInt32LE(local) !== LOCAL_ENTRY) throw new UnreadableFile('NOT_A_TABLE');
      const from = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28);
      const part = {
        name,
        method: content.readUInt16LE(at + 10),
        packed: content.subarray(from, from + content.readUInt32LE(at + 20)),
      };
      at += 46 + nameLength + extra + comment;
      return part;
    });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('NOT_A_TABLE');
  }
}

function unpack({ method, packed }: Part, room: number): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new UnreadableFile('NOT_A_TABLE');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) });
  } catch (error) {
    throw new UnreadableFile((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'TOO_LARGE' : 'NOT_A_TABLE');
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
