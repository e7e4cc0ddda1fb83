import { dayOf, timeOf } from '@karavaan/domain';
import type { CellObject, SheetData } from 'write-excel-file/node';
import type { Locale } from '../graphql/enums.js';
import { yesOrNo } from './cell-text.js';
import type { Cell, CellKind, Table } from './table.js';

const WIDTHS: Record<CellKind, [least: number, most: number]> = {
  text: [10, 60],
  number: [9, 16],
  percent: [9, 16],
  day: [12, 12],
  instant: [17, 17],
};
const FORMATS: Partial<Record<CellKind, string>> = {
  number: '#,##0.##',
  percent: '0.0%',
  day: 'dd/mm/yyyy',
  instant: 'dd/mm/yyyy hh:mm',
};

/**
 * A workbook with a sheet for each table: real numbers and dates, headings that stay in sight. Texts are written as
 * texts, so that none can become a formula. The library is loaded when it is first needed.
 */
export async function writeXlsx(tables: readonly Table[], locale: Locale): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node');
  const names = sheetNames(tables);
  return write(
    tables.map((table, at) => ({
      sheet: names[at]!,
      data: sheetOf(table, locale),
      columns: table.columns.map((column, index) => ({ width: widthOf(table, index, column.kind) })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

function sheetOf({ columns, rows, notes = [] }: Table, locale: Locale): SheetData {
  const heading = columns.map(({ heading }): CellObject => ({
    value: heading,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#E4ECF8',
    wrap: true,
    alignVertical: 'top',
  }));
  return [
    heading,
    ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]!.kind, locale))),
    ...(notes.length > 0 ? [[], ...notes.map((note) => [{ value: note, type: String, fontStyle: 'italic' as const }])] : []),
  ];
}

function cellOf(cell: Cell, kind: CellKind, locale: Locale): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return { value: yesOrNo(cell, locale), type: String };
  const format = FORMATS[kind];
  if (typeof cell === 'number')
    return { value: cell, type: Number, format: Number.isInteger(cell) && kind === 'number' ? '#,##0' : (format ?? '0') };
  if (kind === 'day') return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: format! };
  if (kind === 'instant') return { value: inBrussels(cell), type: Date, format: format! };
  return { value: cell, type: String };
}

/** A spreadsheet has no time zones: the clock in Brussels, as if it were UTC. */
function inBrussels(instant: string): Date {
  const at = Date.parse(instant);
  return new Date(`${dayOf(at)}T${timeOf(at)}:00Z`);
}

function widthOf({ columns, rows }: Table, at: number, kind: CellKind): number {
  const [least, most] = WIDTHS[kind];
  const longest = rows.slice(0, 200).reduce((width, row) => Math.max(width, String(row[at] ?? '').length), 0);
  return Math.min(most, Math.max(least, columns[at]!.heading.length + 2, kind === 'text' ? longest + 1 : 0));
}

/** At most 31 characters, none of those that a workbook forbids, no two alike. */
function sheetNames(tables: readonly Table[]): string[] {
  const names: string[] = [];
  for (const { title } of tables) {
    const plain =
      title
        .replaceAll(/[\\/?*[\]:]/g, ' ')
        .trim()
        .slice(0, 28) || 'Karavaan';
    let name = plain;
    for (let at = 2; names.some((each) => each.toLowerCase() === name.toLowerCase()); at++) name = `${plain} ${at}`;
    names.push(name);
  }
  return names;
}
