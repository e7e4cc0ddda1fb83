import type { Names } from '../availability/calendar.js';

/** What an administrator keeps: each kind has a list, a form with history, and can be imported. */
export const RECORD_KINDS = ['ORGANISATION', 'SITE', 'MODEL', 'UNIT', 'PERSON', 'HOLIDAY', 'VEHICLE', 'PACKING_LIST'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export type FieldKind =
  | 'text'
  | 'code'
  | 'email'
  | 'enterpriseNumber'
  | 'integer'
  | 'decimal'
  | 'yesNo'
  | 'day'
  | 'choice'
  | 'choices'
  | 'hours'
  | 'time'
  | 'reference';

export interface Choice {
  readonly value: string;
  readonly names: Names;
}

/** One field of a record: for the form, for a column of an import, and for the check of both. */
export interface Field {
  readonly key: string;
  readonly label: Names;
  readonly kind: FieldKind;
  /** Other headings that mean this field in a file, besides the label in each language and the key. */
  readonly headings?: readonly string[];
  readonly required?: boolean;
  /** Together these find the record again: a second import updates it. They do not change afterwards. */
  readonly natural?: boolean;
  readonly choices?: readonly Choice[];
  /** The kind whose code stands here. */
  readonly refers?: RecordKind;
  readonly least?: number;
  readonly most?: number;
  readonly longest?: number;
  /** What a new record gets when nothing is said, in the canonical text. */
  readonly fallback?: string;
  /** A new record may leave it out: it follows from other fields. */
  readonly derived?: boolean;
  readonly help?: Names;
  /** The part of the form in which it stands. */
  readonly group: string;
}

export interface RecordShape {
  readonly kind: RecordKind;
  readonly names: Names;
  readonly fields: readonly Field[];
  /** Most data rows in one file. */
  readonly mostRows: number;
  /** The fields that name a record to a person. */
  readonly title: readonly string[];
}
