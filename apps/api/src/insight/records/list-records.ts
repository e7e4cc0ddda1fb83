import { fieldOf, SHAPES, type RecordKind } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { decodeCursor, pageOf, toConnection } from '../../platform/graphql/connection.js';
import { likeText } from '../../sites/list-sites.js';
import { selectRecords, toRecord } from './read-records.js';
import { ManagedRecord, type ManagedRecordConnection, type RecordState } from './record.types.js';
import { columnOf, RECORD_TABLES } from './record-tables.js';

export interface ListAsked {
  readonly text: string | null;
  readonly state: RecordState | null;
  /** A field; the list's own order when it is none. */
  readonly sort: string | null;
  readonly down: boolean;
  readonly first: number;
  readonly after: string | null;
}

/** Records of a kind by one of their fields, a page at a time. */
export async function listRecords(manager: EntityManager, kind: RecordKind, asked: ListAsked): Promise<ManagedRecordConnection> {
  const first = pageOf(asked.first);
  const after = decodeCursor(asked.after, 2);
  const { search, active } = RECORD_TABLES[kind];
  const field = fieldOf(kind, asked.sort ?? '') ?? fieldOf(kind, SHAPES[kind].title[0]!)!;
  const column = field.refers ? `r_${columnOf(kind, field.key)}.code` : `t.${columnOf(kind, field.key)}`;
  const isNumber = field.kind === 'integer' || field.kind === 'decimal';
  const order = isNumber ? `COALESCE(${column}, -1)` : `lower(COALESCE(${column}::text, ''))`;
  const where = [
    `($1::text = '' OR ${search.map((name) => `t.${name}::text ILIKE '%' || $1 || '%'`).join(' OR ')})`,
    `($2::boolean IS NULL OR ${active} = $2)`,
  ];
  const values = [likeText(asked.text ?? ''), asked.state === null ? null : asked.state === 'ACTIVE'];
  const select = selectRecords(kind).replace(' AS "isActive",', ` AS "isActive", ${order} AS "sortValue",`);
  const from = select.slice(select.lastIndexOf(`FROM ${RECORD_TABLES[kind].table} t`));
  const [{ total }] = await manager.query<[{ total: number }]>(
    `SELECT count(*)::int AS total ${from} WHERE ${where.join(' AND ')}`,
    values,
  );
  const direction = asked.down ? 'DESC' : 'ASC';
  const page = after ? ` AND (${order}, t.id) ${asked.down ? '<' : '>'} ($4::${isNumber ? 'numeric' : 'text'}, $5::uuid)` : '';
  const rows = await manager.query<{ id: string; version: number; isActive: boolean; sortValue: string | number }[]>(
    `${select} WHERE ${where.join(' AND ')}${page} ORDER BY ${order} ${direction}, t.id ${direction} LIMIT $3`,
    [...values, first + 1, ...(after ?? [])],
  );
  const nodes = rows.map(({ sortValue, ...row }) => ({ sortValue, record: ManagedRecord.of(kind, toRecord(kind, row)) }));
  const connection = toConnection(nodes, first, total, ({ sortValue, record }) => [sortValue, record.id]);
  return { ...connection, edges: connection.edges.map(({ cursor, node }) => ({ cursor, node: node.record })) };
}
