import { readAmount } from '@karavaan/domain';
import type { FileTable } from '../../../platform/tables/read-table.js';

/** What a row of a file says and would do. Amounts as text of cents. */
export interface JudgedRow {
  /** As a spreadsheet counts. */
  readonly line: number;
  readonly does: 'NEW' | 'CHANGED' | 'UNCHANGED' | 'WRONG';
  readonly title: string;
  readonly cents: string | null;
  readonly before: string | null;
  /** What is wrong: a code, the column and what stands there. */
  readonly wrong: readonly RowProblem[];
  /** What the write needs. */
  readonly data: Readonly<Record<string, string | null>>;
}

export interface RowProblem {
  readonly code: RowProblemCode;
  readonly column: string;
  readonly text: string;
  readonly more?: string;
}

export type RowProblemCode =
  | 'MISSING'
  | 'NOT_AN_AMOUNT'
  | 'AMBIGUOUS'
  | 'TOO_MANY_DECIMALS'
  | 'TOO_LARGE'
  | 'NOT_A_DAY'
  | 'UNKNOWN_INVOICE'
  | 'SEVERAL_INVOICES'
  | 'UNKNOWN_RUBRIC'
  | 'UNKNOWN_LINE'
  | 'TWICE'
  | 'OVER_INVOICE'
  | 'NOT_BOOKED_HERE'
  | 'NOT_IN_FILE'
  | 'DIFFERS';

/** The names that a column may have, in the languages of the screens; matched without case, marks or spaces. */
export type Columns = Readonly<Record<string, readonly string[]>>;

const bare = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** For each field the column that holds it, or -1. */
export function findColumns(table: FileTable, columns: Columns): Record<string, number> {
  const headings = table.headings.map(bare);
  return Object.fromEntries(
    Object.entries(columns).map(([field, names]) => [
      field,
      headings.findIndex((heading) => names.some((name) => bare(name) === heading)),
    ]),
  );
}

/** Reads the cells of one row by field and gathers what is wrong in them. */
export class RowReader {
  readonly wrong: RowProblem[] = [];

  constructor(
    private readonly cells: readonly string[],
    private readonly at: Readonly<Record<string, number>>,
    private readonly headings: readonly string[],
  ) {}

  say(code: RowProblemCode, field: string, more?: string): void {
    const column = this.headings[this.at[field] ?? -1] ?? field;
    this.wrong.push({ code, column, text: this.text(field), ...(more === undefined ? {} : { more }) });
  }

  text(field: string): string {
    return (this.cells[this.at[field] ?? -1] ?? '').trim();
  }

  needed(field: string): string {
    const text = this.text(field);
    if (text === '') this.say('MISSING', field);
    return text;
  }

  /** As people type it; a spreadsheet gives a number with a point. */
  amount(field: string): bigint | null {
    const text = this.needed(field);
    if (text === '') return null;
    const reading = readAmount(text);
    if (reading.ok) return reading.cents;
    this.say(reading.code, field, reading.readings.map(String).join(' '));
    return null;
  }

  /** 2027-01-31, 31/01/2027, 31-1-2027 or 31.01.2027. */
  day(field: string): string | null {
    const text = this.needed(field);
    if (text === '') return null;
    const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
    const day = found ? `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}` : text.slice(0, 10);
    const at = new Date(`${day}T00:00:00Z`);
    if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)) return day;
    this.say('NOT_A_DAY', field);
    return null;
  }
}
