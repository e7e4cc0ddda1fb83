import type { EntityManager } from 'typeorm';
import type { Change } from './audit-entry.entity.js';
import { toFieldChanges, type FieldChange } from './graphql/field-change.js';

interface AuditRow {
  id: string;
  at: Date;
  actorName: string | null;
  actorRole: string | null;
  action: string;
  entity: string;
  entityId: string;
  requestId: string | null;
}

const FILTER = `($1::text IS NULL OR a.entity = $1) AND ($2::text IS NULL OR a.entity_id = $2)
  AND ($3::text IS NULL OR p.name ILIKE '%' || $3 || '%' OR a.action ILIKE '%' || $3 || '%' OR a.entity ILIKE '%' || $3 || '%'
       OR a.entity_id = $3 OR a.request_id = $3)
  AND ($4::text[] IS NULL OR a.entity = ANY($4))
  AND ($5::date IS NULL OR a.at >= $5::date::timestamp AT TIME ZONE 'Europe/Brussels')
  AND ($6::date IS NULL OR a.at < ($6::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels')`;

export interface TrailFilter {
  readonly entity: string | null;
  readonly entityId: string | null;
  readonly text: string | null;
  readonly before: string | number | null;
  /** Only what is about one of these. */
  readonly among?: readonly string[];
  /** First and last day in Brussels. */
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Entries newest first, from before the entry `before`; the actor's name is read now, so that a person can be forgotten. */
export async function readAuditTrail(
  manager: EntityManager,
  filter: TrailFilter,
  limit: number,
): Promise<{ rows: (AuditRow & { changes: FieldChange[] })[]; total: number }> {
  const values = [
    filter.entity,
    filter.entityId,
    filter.text?.replace(/[%_\\]/g, '\\$&') ?? null,
    filter.among ?? null,
    filter.from ?? null,
    filter.to ?? null,
  ];
  const rows = await manager.query<(AuditRow & { changes: Record<string, Change> })[]>(
    `SELECT a.id, a.at, p.name AS "actorName", a.actor_role AS "actorRole", a.action, a.entity,
            a.entity_id AS "entityId", a.request_id AS "requestId", a.changes
       FROM audit_entry a LEFT JOIN person p ON p.id = a.actor_id
      WHERE ${FILTER} AND ($7::bigint IS NULL OR a.id < $7)
      ORDER BY a.id DESC LIMIT $8`,
    [...values, filter.before, limit],
  );
  const [{ total }] = await manager.query<[{ total: number }]>(
    `SELECT count(*)::int AS total FROM audit_entry a LEFT JOIN person p ON p.id = a.actor_id WHERE ${FILTER}`,
    values,
  );
  return { rows: rows.map((row) => ({ ...row, changes: toFieldChanges(row.changes) })), total };
}
