import { dayOf, timeOf } from '@karavaan/domain';
import type { Locale } from '../graphql/enums.js';
import { yesOrNo } from './cell-text.js';
import type { Cell, CellKind, Heading } from './table.js';

/** Programs take a text that begins so for a formula, and would run what somebody typed in a form. */
const FORMULA = /^[=+\-@\t\r|%]/;

/**
 * The heading line: with a mark that says UTF-8, and the separator that the spreadsheets of that language expect
 * (a semicolon where the comma is in the numbers).
 */
export function csvHeading(columns: readonly Heading[], locale: Locale): string {
  return `\ufeff${line(
    columns.map(({ heading }) => heading),
    columns.map(() => 'text'),
    locale,
  )}`;
}

/** One row; numbers with the decimal sign of the language, days as 2027-01-19, instants on the clock in Brussels. */
export function csvLine(row: readonly Cell[], columns: readonly Heading[], locale: Locale): string {
  return line(
    row,
    columns.map(({ kind }) => kind),
    locale,
  );
}

function line(cells: readonly Cell[], kinds: readonly CellKind[], locale: Locale): string {
  return `${cells.map((cell, at) => quoted(csvText(cell, kinds[at]!, locale), locale)).join(locale === 'en' ? ',' : ';')}\r\n`;
}

function csvText(cell: Cell, kind: CellKind, locale: Locale): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return yesOrNo(cell, locale);
  if (typeof cell === 'number') return locale === 'en' ? String(cell) : String(cell).replace('.', ',');
  if (kind === 'instant') return `${dayOf(Date.parse(cell))} ${timeOf(Date.parse(cell))}`;
  return FORMULA.test(cell.trimStart()) ? `'${cell}` : cell;
}

const quoted = (text: string, locale: Locale) =>
  (locale === 'en' ? /[",\r\n]/ : /[";\r\n]/).test(text) ? `"${text.replaceAll('"', '""')}"` : text;
