import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { AuditEntry, type Change } from './audit-entry.entity.js';
import { currentRequestId } from './request-context.js';

/** Of these only the field's name is kept, so that a person can be forgotten while the trail stays. */
const PERSONAL = new Set([
  'email',
  'phone',
  'passwordHash',
  'contactName',
  'contactEmail',
  'contactPhone',
  'street',
  'message',
  'remark',
  'person.name',
]);
/** Kept by the row itself; saying them again at each write tells nothing. */
const NOISE = new Set(['createdAt', 'updatedAt', 'version']);

type Fields = object | null | undefined;

/**
 * Writes who did what, in the transaction of the write itself: both stay or neither.
 * @param actor null for the program itself (a sweep, a seed)
 * @param entry before/after: rows or parts of rows; equal fields are left out. No `before` means made, no `after` removed
 */
export async function recordAudit(tx: EntityManager, actor: Actor | null, entry: Entry): Promise<void> {
  await recordAudits(tx, actor, [entry]);
}

interface Entry {
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before?: Fields;
  readonly after?: Fields;
}

/** Many at once, for an import. */
export async function recordAudits(tx: EntityManager, actor: Actor | null, entries: readonly Entry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    actorId: actor?.personId ?? null,
    actorRole: actor?.role ?? null,
    action: entry.action,
    entity: entry.entity,
    entityId: entry.entityId,
    changes: changedFields(entry.entity, entry.before, entry.after),
    requestId: currentRequestId(),
  }));
  for (let from = 0; from < rows.length; from += 1_000) await tx.insert(AuditEntry, rows.slice(from, from + 1_000));
}

/** The fields that differ; personal ones by name only. */
export function changedFields(entity: string, before: Fields, after: Fields): Record<string, Change> {
  const old = before as Record<string, unknown> | null | undefined;
  const now = after as Record<string, unknown> | null | undefined;
  const changes: Record<string, Change> = {};
  for (const field of new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])) {
    if (NOISE.has(field) || (old && now && !(field in now))) continue;
    const [from, to] = [asText(old?.[field]), asText(now?.[field])];
    if (from === to) continue;
    changes[field] = PERSONAL.has(field) || PERSONAL.has(`${entity}.${field}`) ? {} : { before: from, after: to };
  }
  return changes;
}

/** One text for one value, however it is written: as the program made it or as the database gave it back. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return asPeriod(value) ?? value;
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value, inKeyOrder);
}

const INSTANT = String.raw`"?(\d{4}-\d{2}-\d{2}[ T][\d:.]+(?:Z|[+-][\d:]+))"?`;
const PERIOD = new RegExp(String.raw`^\[${INSTANT},${INSTANT}\)$`);

/** A period of instants as ISO 8601 in UTC: PostgreSQL writes it in the time zone of its session. */
function asPeriod(text: string): string | undefined {
  const ends = PERIOD.exec(text)
    ?.slice(1)
    .map((instant) => new Date(instant));
  return ends?.every((end) => !Number.isNaN(end.getTime())) ? `[${ends.map((end) => end.toISOString()).join(',')})` : undefined;
}

/** `jsonb` keeps the keys in an order of its own. */
function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
