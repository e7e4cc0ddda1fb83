import { SHAPES, type RecordKind } from '@karavaan/domain';
import type { Language } from '../../ui/i18n/languages.js';

/** A file with only the headings, for a spreadsheet: semicolons and a mark that says UTF-8. */
export function templateOf(kind: RecordKind, language: Language): string {
  return `\ufeff${SHAPES[kind].fields.map(({ label }) => label[language]).join(';')}\r\n`;
}
