import type { Field, RecordKind } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { RECORD_TABLES } from './record-tables.js';

export interface Found {
  readonly id: string;
  readonly code: string;
}

const NAME: Partial<Record<RecordKind, string>> = { ORGANISATION: 'name', SITE: 'name', MODEL: 'name_nl' };

/** For each field that refers to another kind: what its texts mean, by code or by a name that only one has. */
export async function findReferences(
  tx: EntityManager,
  fields: readonly Field[],
  textsOf: (field: Field) => readonly string[],
): Promise<Map<string, Map<string, Found>>> {
  const all = new Map<string, Map<string, Found>>();
  for (const field of fields) {
    const { table } = RECORD_TABLES[field.refers!];
    const name = NAME[field.refers!] ?? 'code';
    const rows = await tx.query<{ id: string; code: string; name: string }[]>(
      `SELECT id, code, ${name} AS name FROM ${table} WHERE lower(code) = ANY($1::text[]) OR lower(${name}) = ANY($1::text[])`,
      [[...new Set(textsOf(field).map((text) => text.toLowerCase()))]],
    );
    const known = new Map<string, Found>();
    const twice = new Set<string>();
    for (const row of rows) {
      const word = row.name.toLowerCase();
      if (known.has(word)) twice.add(word);
      known.set(word, row);
    }
    for (const word of twice) known.delete(word);
    for (const row of rows) known.set(row.code.toLowerCase(), row);
    all.set(field.key, known);
  }
  return all;
}
