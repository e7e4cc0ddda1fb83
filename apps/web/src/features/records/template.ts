import { SHAPES, type Field, type RecordKind } from '@karavaan/domain';
import type { Language } from '../../ui/i18n/languages.js';

/** A file with only the headings, for a spreadsheet: semicolons and a mark that says UTF-8. */
export function templateOf(kind: RecordKind, language: Language): string {
  return `\ufeff${line(SHAPES[kind].fields.map(({ label }) => label[language]))}`;
}

/** Records as the rows of such a file: what is there now, to change and bring back. */
export function rowOf(kind: RecordKind, values: ReadonlyMap<string, string | null>): string {
  return line(SHAPES[kind].fields.map((field) => forFile(field, values.get(field.key) ?? null)));
}

function forFile(field: Field, text: string | null): string {
  if (text === null) return '';
  if (field.kind === 'day') return text.split('-').toReversed().join('/');
  if (field.kind === 'decimal') return text.replace('.', ',');
  // A spreadsheet would take these for a formula; what reads the file takes the apostrophe away again.
  return /^[=+\-@\t\r|%]/.test(text) ? `'${text}` : text;
}

const line = (cells: readonly string[]) => `${cells.map(cellOf).join(';')}\r\n`;
const cellOf = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
