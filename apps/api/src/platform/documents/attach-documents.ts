import { In, IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { isUuid } from '../is-uuid.js';
import { refuse } from '../refuse.js';
import { Document } from './document.entity.js';

const MOST_TOGETHER = 20;

/**
 * Gives loose files of this person to what they are about, in the transaction of the verb that makes it; in their order.
 * @param entity the name under which its feature called `ownsDocuments`
 */
export async function attachDocuments(
  tx: EntityManager,
  actor: Actor,
  ids: readonly string[],
  entity: string,
  entityId: string,
): Promise<void> {
  if (ids.length === 0) return;
  if (ids.length > MOST_TOGETHER || new Set(ids).size !== ids.length || !ids.every(isUuid))
    refuse('INVALID_INPUT', { field: 'documentIds' });
  const loose = await tx.find(Document, {
    where: { id: In([...ids]), uploadedBy: actor.personId ?? IsNull(), entity: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
  if (loose.length !== ids.length) refuse('NOT_FOUND', { field: 'documentIds' });
  await tx.query(
    `UPDATE document SET entity = $2, entity_id = $3, position = asked.n
       FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, n) WHERE document.id = asked.id`,
    [ids, entity, entityId],
  );
}
