import type { LocalizedText } from '../graphql/localized-text.js';

/** What a cell is, so that a spreadsheet can reckon with it. A day is `YYYY-MM-DD`, an instant ISO 8601. */
export type CellKind = 'text' | 'number' | 'percent' | 'day' | 'instant';
export type Cell = string | number | boolean | null;

export interface Heading {
  readonly heading: string;
  readonly kind: CellKind;
}

/** A list as it leaves the program, whatever the file: headings in the reader's language and the rows under them. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Heading[];
  readonly rows: readonly (readonly Cell[])[];
  /** Sentences that belong with the figures: what they mean, and what was left out. */
  readonly notes?: readonly string[];
}

export type Names = Pick<LocalizedText, 'nl' | 'fr' | 'en'>;
