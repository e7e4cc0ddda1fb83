import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Actor } from '../auth/actor.js';
import { recordAudit } from '../platform/audit.js';
import { refuse } from '../platform/refuse.js';
import { requireId } from './officer.js';

type Versioned = ObjectLiteral & { id: string; version: number };

/** Locks a row for a decision that rests on the version that was seen. Refuses NOT_FOUND, or STATE_CHANGED with its state. */
export async function lockVersion<T extends Versioned>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  id: string,
  version: number,
): Promise<T> {
  const row = await lockRow(tx, entity, id);
  if (row.version !== version) refuse('STATE_CHANGED', { available: (row as { state?: string }).state ?? null });
  return row;
}

export async function lockRow<T extends ObjectLiteral & { id: string }>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  id: string,
  field = 'id',
): Promise<T> {
  requireId(id, field);
  const row = await tx.findOne<T>(entity, { where: { id } as never, lock: { mode: 'pessimistic_write' } });
  return row ?? refuse('NOT_FOUND', { field });
}

/** Writes the changed fields of a locked row, one version further, with their trace. */
export async function saveVersion<T extends Versioned>(
  tx: EntityManager,
  actor: Actor,
  action: string,
  entity: EntityTarget<T>,
  row: T,
  changes: Partial<T>,
): Promise<T> {
  const { affected } = await tx
    .createQueryBuilder()
    .update<T>(entity)
    .set({ ...changes, version: () => 'version + 1' } as unknown as QueryDeepPartialEntity<T>)
    .where('id = :id AND version = :version', { id: row.id, version: row.version })
    .execute();
  if (affected !== 1) refuse('STATE_CHANGED');
  const before = Object.fromEntries(Object.keys(changes).map((field) => [field, row[field]]));
  const name = tx.connection.getMetadata(entity).tableName;
  await recordAudit(tx, actor, { action, entity: name, entityId: row.id, before, after: changes });
  return { ...row, ...changes, version: row.version + 1 };
}
