import { naturalKey, SHAPES, type RecordKind, type RecordTexts } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { columnOf, RECORD_TABLES, referencesOf, toText } from './record-tables.js';

/** A record as forms and files know it: each field's canonical text. */
export interface KeptRecord {
  readonly id: string;
  readonly version: number;
  readonly active: boolean;
  readonly texts: RecordTexts;
}

interface Row {
  id: string;
  version: number;
  isActive: boolean;
  [key: string]: unknown;
}

/** The SELECT of records with all their fields; what follows may speak of the row `t`. */
export function selectRecords(kind: RecordKind): string {
  const { table, active, hasVersion } = RECORD_TABLES[kind];
  const columns = SHAPES[kind].fields.map((field) => {
    const column = field.refers ? `r_${columnOf(kind, field.key)}.code` : `t.${columnOf(kind, field.key)}`;
    return `${column}${field.kind === 'day' || field.kind === 'email' ? '::text' : ''} AS "${field.key}"`;
  });
  const joins = referencesOf(kind).map(({ key, refers }) => {
    const column = columnOf(kind, key);
    return `LEFT JOIN ${RECORD_TABLES[refers!].table} r_${column} ON r_${column}.id = t.${column}`;
  });
  return `SELECT t.id, ${hasVersion ? 't.version' : '0 AS version'}, ${active} AS "isActive", ${columns.join(', ')}
    FROM ${table} t ${joins.join(' ')}`;
}

export function toRecord(kind: RecordKind, { id, version, isActive, ...values }: Row): KeptRecord {
  const texts = Object.fromEntries(SHAPES[kind].fields.map((field) => [field.key, toText(field, values[field.key])]));
  return { id, version, active: isActive, texts };
}

/** The records that these keys find, by key. With `locked` nobody else changes them before this transaction ends. */
export async function recordsByKey(
  tx: EntityManager,
  kind: RecordKind,
  keys: readonly RecordTexts[],
  locked: boolean,
): Promise<Map<string, KeptRecord>> {
  const natural = SHAPES[kind].fields.filter((field) => field.natural);
  const expressions = natural.map((field) => {
    const column = field.refers ? `r_${columnOf(kind, field.key)}.code` : `t.${columnOf(kind, field.key)}`;
    return `lower(${column}::text)`;
  });
  const arrays = natural.map((_, at) => `$${at + 1}::text[]`).join(', ');
  const values = natural.map(({ key }) => keys.map((texts) => (texts[key] ?? '').toLowerCase()));
  const rows = await tx.query<Row[]>(
    `${selectRecords(kind)} WHERE (${expressions.join(', ')}) IN (SELECT * FROM unnest(${arrays}))
      ORDER BY t.id ${locked ? 'FOR NO KEY UPDATE OF t' : ''}`,
    values,
  );
  const records = rows.map((row) => toRecord(kind, row));
  return new Map(records.map((record) => [naturalKey(kind, record.texts), record]));
}

export async function recordById(tx: EntityManager, kind: RecordKind, id: string, locked: boolean): Promise<KeptRecord | null> {
  const [row] = await tx.query<Row[]>(`${selectRecords(kind)} WHERE t.id = $1 ${locked ? 'FOR NO KEY UPDATE OF t' : ''}`, [id]);
  return row ? toRecord(kind, row) : null;
}
