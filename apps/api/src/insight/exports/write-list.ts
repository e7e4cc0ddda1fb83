import type { Locale } from '../../platform/graphql/enums.js';
import { cellAt, rowsOf, type ListExport } from '../../platform/export/list-export.js';
import type { Cell, Heading, Table } from '../../platform/export/table.js';
import { csvHeading, csvLine } from '../../platform/export/write-csv.js';
import type { Page } from './read-list.js';

export type Format = 'csv' | 'xlsx' | 'pdf';

/** A workbook and a document are made in memory; a text with commas leaves row by row. */
export const MOST_ROWS: Record<Format, number> = { csv: 200_000, xlsx: 20_000, pdf: 2_000 };

const CUT: Record<Locale, (shown: number, total: string) => string> = {
  nl: (shown, total) => `Let op: dit zijn de eerste ${shown} van ${total} rijen. Filter de lijst om de rest te zien.`,
  fr: (shown, total) => `Attention : voici les ${shown} premières lignes sur ${total}. Filtrez la liste pour voir le reste.`,
  en: (shown, total) => `Note: these are the first ${shown} of ${total} rows. Filter the list to see the rest.`,
};

export function headingsOf(list: ListExport, locale: Locale): Heading[] {
  return list.columns.map(({ heading, kind = 'text' }) => ({ heading: heading[locale], kind }));
}

/** The file's text, a page of rows at a time. */
export async function* writeCsv(list: ListExport, pages: AsyncIterable<Page>, locale: Locale): AsyncGenerator<string> {
  const headings = headingsOf(list, locale);
  let first = true;
  for await (const { rows, cut } of bounded(list, pages, locale, MOST_ROWS.csv)) {
    const lines = rows.map((row) => csvLine(row, headings, locale)).join('');
    const note = cut ? csvLine([cut], [{ heading: '', kind: 'text' }], locale) : '';
    yield (first ? csvHeading(headings, locale) : '') + lines + note;
    first = false;
  }
}

/** All rows, up to what the format can hold; a note says so when there are more. */
export async function gather(list: ListExport, pages: AsyncIterable<Page>, locale: Locale, most: number): Promise<Table> {
  const rows: Cell[][] = [];
  const notes: string[] = [];
  for await (const page of bounded(list, pages, locale, most)) {
    rows.push(...page.rows);
    if (page.cut) notes.push(page.cut);
  }
  return { title: list.title[locale], columns: headingsOf(list, locale), rows, notes };
}

async function* bounded(
  list: ListExport,
  pages: AsyncIterable<Page>,
  locale: Locale,
  most: number,
): AsyncGenerator<{ rows: Cell[][]; cut: string | null }> {
  let count = 0;
  for await (const page of pages) {
    const rows = rowsOf(page.rows, list);
    const total = list.each ? null : page.total;
    const shown = rows.slice(0, most - count).map((row) => list.columns.map((column) => cellAt(row, column, locale)));
    count += shown.length;
    const more = shown.length < rows.length || (count >= most && (total ?? 0) > count);
    yield { rows: shown, cut: more ? CUT[locale](count, String(total ?? '?')) : null };
    if (more) return;
  }
}

/** What a page has room for. */
const MOST_PDF_COLUMNS = 12;

const NARROWED: Record<Locale, string> = {
  nl: 'Lege kolommen en kolommen waarvoor geen plaats is, staan hier niet; in Excel en CSV staan ze allemaal.',
  fr: 'Les colonnes vides ou pour lesquelles il manque de la place ne figurent pas ici ; Excel et CSV les ont toutes.',
  en: 'Empty columns and those without room are not here; Excel and CSV have all of them.',
};

/** A table as a page can show it: the first columns that hold anything. */
export function narrowed(table: Table, locale: Locale): Table {
  const filled = table.columns.map((_, at) => at).filter((at) => table.rows.some((row) => row[at] !== null && row[at] !== ''));
  const shown = filled.slice(0, MOST_PDF_COLUMNS);
  if (shown.length === table.columns.length || table.rows.length === 0) return table;
  return {
    ...table,
    columns: shown.map((at) => table.columns[at]!),
    rows: table.rows.map((row) => shown.map((at) => row[at]!)),
    notes: [...(table.notes ?? []), NARROWED[locale]],
  };
}
