import { SHAPES } from './shapes.js';
import type { Field, RecordKind } from './field.js';
import { readField, type FieldProblem } from './read-field.js';

/** The canonical text of each field; null is nothing. */
export type RecordTexts = Readonly<Record<string, string | null>>;

/** The rules that fields have among each other, and what the database or another record says. */
export type RecordProblem =
  | FieldProblem
  | 'FIRST_AFTER_LAST'
  | 'UNKNOWN'
  | 'TWICE'
  | 'STILL_IN_USE'
  | 'LAST_ADMINISTRATOR'
  | 'TAKEN';

export interface Wrong {
  readonly field: string;
  readonly problem: RecordProblem;
  /** Of STILL_IN_USE by whom, of UNKNOWN what was meant. */
  readonly detail?: string;
}

export interface Checked {
  readonly texts: RecordTexts;
  readonly wrong: readonly Wrong[];
}

/**
 * Checks what a form or a row of a file says of a record. Only the fields that are given count: a file without a column
 * leaves that field as it is.
 * @param before the record as it is; null for a new one, which then takes the fallbacks
 * @param blank what an empty required field means: in a form that it is missing, in a file that it stays as it is
 */
export function readRecord(
  kind: RecordKind,
  given: Readonly<Record<string, string | null>>,
  before: RecordTexts | null,
  blank: 'MISSING' | 'KEPT',
): Checked {
  const texts: Record<string, string | null> = { ...before };
  const wrong: Wrong[] = [];
  for (const field of SHAPES[kind].fields) {
    const typed = given[field.key];
    if (typed === undefined) {
      if (!before) texts[field.key] = field.fallback ?? null;
    } else {
      const read = readField(field, typed ?? '');
      if ('problem' in read) {
        wrong.push({ field: field.key, problem: read.problem });
        continue;
      }
      texts[field.key] = read.text ?? (field.required ? whenBlank(field, before, blank) : null);
    }
    if (field.required && !field.derived && texts[field.key] === null) wrong.push({ field: field.key, problem: 'MISSING' });
    // A code written with other capitals is the same code.
    if (before && field.natural && blank === 'KEPT') texts[field.key] = before[field.key] ?? null;
  }
  takeDutch(kind, texts);
  return { texts, wrong: [...wrong, ...acrossFields(kind, texts)] };
}

function whenBlank({ key, fallback }: Field, before: RecordTexts | null, blank: 'MISSING' | 'KEPT'): string | null {
  if (!before) return fallback ?? null;
  return blank === 'KEPT' ? (before[key] ?? null) : null;
}

/** Texts in three languages: who writes only Dutch says it so in all three. */
function takeDutch(kind: RecordKind, texts: Record<string, string | null>): void {
  for (const { key, required, derived } of SHAPES[kind].fields)
    if (required !== true && derived && /(Fr|En)$/.test(key)) texts[key] ??= texts[`${key.slice(0, -2)}Nl`] ?? null;
  if (kind === 'HOLIDAY') texts['lastDay'] ??= texts['firstDay'] ?? null;
}

function acrossFields(kind: RecordKind, texts: RecordTexts): Wrong[] {
  const ordered = (first: string, last: string): Wrong[] =>
    texts[first] && texts[last] && texts[first] > texts[last] ? [{ field: last, problem: 'FIRST_AFTER_LAST' }] : [];
  if (kind === 'SITE') return ordered('validFrom', 'validTo');
  return kind === 'HOLIDAY' ? ordered('firstDay', 'lastDay') : [];
}

/** The fields that two states of a record differ in. */
export function changedKeys(kind: RecordKind, before: RecordTexts, after: RecordTexts): string[] {
  return SHAPES[kind].fields.map(({ key }) => key).filter((key) => (before[key] ?? null) !== (after[key] ?? null));
}

/** What finds a record again. */
export function naturalKey(kind: RecordKind, texts: RecordTexts): string {
  return SHAPES[kind].fields
    .filter(({ natural }) => natural)
    .map(({ key }) => (texts[key] ?? '').toLowerCase())
    .join('\u0000');
}

export const fieldOf = (kind: RecordKind, key: string): Field | undefined =>
  SHAPES[kind].fields.find((field) => field.key === key);
