import { execute, parse } from 'graphql';
import { cellText } from '../../platform/export/cell-text.js';
import { cellAt, names, type Row } from '../../platform/export/list-export.js';
import type { Names } from '../../platform/export/table.js';
import { writePdf, type Report, type ReportTable } from '../../platform/export/write-pdf.js';
import { writeXlsx } from '../../platform/export/write-xlsx.js';
import type { Locale } from '../../platform/graphql/enums.js';
import { Loaders } from '../../platform/graphql/loaders.js';
import type { Reader } from './read-list.js';
import { REPORT, REPORT_QUERY, TOTALS } from '../figures/report.js';

const TITLE = names('Cijfers van Karavaan', 'Chiffres de Karavaan', 'Figures of Karavaan');
const SUMMARY: Names = names('Overzicht', 'Aperçu', 'Overview');
const HEADINGS: readonly Names[] = [
  names('Cijfer', 'Chiffre', 'Figure'),
  names('Aantal', 'Nombre', 'Number'),
  names('Wat het telt', 'Ce qu’il compte', 'What it counts'),
];
const PERIOD: Record<Locale, (from: string, to: string) => string> = {
  nl: (from, to) => `Van ${from} tot en met ${to}.`,
  fr: (from, to) => `Du ${from} au ${to} inclus.`,
  en: (from, to) => `From ${from} up to and including ${to}.`,
};

/** The indicators of a period as a report, read by the same field as their screen. */
export async function writeReport(
  { schema, dataSource, actor }: Reader,
  format: 'xlsx' | 'pdf',
  variables: Record<string, unknown>,
  locale: Locale,
): Promise<Buffer> {
  const { data, errors } = await execute({
    schema,
    document: parse(REPORT_QUERY),
    variableValues: variables,
    contextValue: { actor, loaders: new Loaders({ manager: dataSource.manager, actor }) },
  });
  if (errors?.[0]) throw errors[0];
  const report = reportOf(data!['found'] as Row, variables as { from: string; to: string }, locale);
  return format === 'pdf' ? writePdf(report, locale) : writeXlsx(report.tables, locale);
}

function reportOf(found: Row, { from, to }: { from: string; to: string }, locale: Locale): Report {
  const summary: ReportTable = {
    title: SUMMARY[locale],
    columns: HEADINGS.map((heading, at) => ({ heading: heading[locale], kind: at === 1 ? 'number' : 'text' })),
    rows: TOTALS.map(([path, heading, meaning]) => [heading[locale], Number(found[path]), meaning[locale]]),
  };
  const parts = REPORT.map(({ title, note, rows, columns, bars }): ReportTable => ({
    title: title[locale],
    columns: columns.map(({ heading, kind = 'text' }) => ({ heading: heading[locale], kind })),
    rows: (found[rows] as Row[]).map((row) => columns.map((column) => cellAt(named(row), column, locale))),
    notes: [note[locale]],
    bars,
  }));
  const day = (text: string) => cellText(text, 'day', locale);
  return { title: TITLE[locale], lead: [PERIOD[locale](day(from), day(to))], tables: [summary, ...parts] };
}

/** What was reported without groups has a name too. */
const named = (row: Row): Row => ('targetGroup' in row ? { ...row, targetGroup: row['targetGroup'] ?? 'NONE' } : row);
