import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { requireAllowed } from '../with-reservation.js';
import { RequestRound } from './request-round.entity.js';

/** Locks a round for who plans. Units that are locked too come before it, requests after. Refuses STATE_CHANGED by version. */
export async function lockRound(tx: EntityManager, actor: Actor, id: string, version: number): Promise<RequestRound> {
  requireAllowed(actor, 'round.plan', {});
  const round = isUuid(id) ? await tx.findOne(RequestRound, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!round) refuse('NOT_FOUND', { field: 'id' });
  if (round.version !== version) refuse('STATE_CHANGED');
  return round;
}

/** Writes what changed under the version that was locked, with its trace. */
export async function saveRound(
  tx: EntityManager,
  actor: Actor,
  action: string,
  round: RequestRound,
  changes: Partial<RequestRound>,
): Promise<RequestRound> {
  const before = Object.fromEntries(Object.keys(changes).map((field) => [field, round[field as keyof RequestRound]]));
  const { affected } = await tx
    .createQueryBuilder()
    .update(RequestRound)
    .set({ ...changes, version: () => 'version + 1' } as never)
    .where('id = :id AND version = :version', { id: round.id, version: round.version })
    .execute();
  if (affected !== 1) refuse('STATE_CHANGED');
  await recordAudit(tx, actor, { action, entity: 'request_round', entityId: round.id, before, after: changes });
  return (await tx.findOneBy(RequestRound, { id: round.id }))!;
}
