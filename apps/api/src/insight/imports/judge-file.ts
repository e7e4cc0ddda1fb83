import { mapColumns, naturalKey, SHAPES, type RecordKind } from '@karavaan/domain';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { findReferences } from '../records/find-references.js';
import { judgeRecords, keyTexts, type Given, type Judged } from '../records/judge-records.js';
import { recordsByKey } from '../records/read-records.js';
import { referencesOf } from '../records/record-tables.js';

export interface JudgedFile {
  readonly judged: readonly Judged[];
  /** Of what each row found and would do; another one means that the data changed meanwhile. */
  readonly fingerprint: string;
}

export const guessMapping = (kind: RecordKind, headings: readonly string[]): string[] =>
  mapColumns(kind, headings).map((field) => field ?? '');

/** What each row of a file would do. With `locked` the records that it touches stay as they are until this transaction ends. */
export async function judgeFile(
  tx: EntityManager,
  kind: RecordKind,
  cells: readonly (readonly string[])[],
  mapping: readonly string[],
  locked: boolean,
): Promise<JudgedFile> {
  const rows = cells.map((row): Given =>
    Object.fromEntries(mapping.flatMap((field, at) => (field ? [[field, row[at] ?? '']] : []))),
  );
  const keys = await keysOf(tx, kind, rows);
  const known = await recordsByKey(tx, kind, keys, locked);
  const existing = keys.map((key) => known.get(naturalKey(kind, key)) ?? null);
  const judged = await judgeRecords(tx, kind, rows, existing, 'KEPT');
  const hash = createHash('sha256');
  for (const { outcome, before, draft } of judged)
    hash.update(JSON.stringify([outcome.does, before?.id ?? null, before?.texts ?? null, draft.texts, outcome.wrong]));
  return { judged, fingerprint: hash.digest('base64url') };
}

/** The natural key of each row, with the codes that its references mean. */
async function keysOf(tx: EntityManager, kind: RecordKind, rows: readonly Given[]) {
  const natural = new Set(SHAPES[kind].fields.filter((field) => field.natural).map(({ key }) => key));
  const references = referencesOf(kind).filter(({ key }) => natural.has(key));
  const meant = await findReferences(tx, references, ({ key }) => rows.map((row) => (row[key] ?? '').trim()));
  return rows.map((row) => keyTexts(kind, row, (field, text) => meant.get(field)?.get(text.toLowerCase())?.code ?? text));
}
