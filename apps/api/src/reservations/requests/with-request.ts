import { can, nextRequestState, type RequestAction } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { Request, type RequestState } from './request.entity.js';

/** Locks a request; units come before it where both are locked. Refuses NOT_FOUND also where the actor may not know of it. */
export async function lockRequest(tx: EntityManager, actor: Actor, id: string): Promise<Request> {
  const request = isUuid(id) ? await tx.findOne(Request, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!request || !can(actor, 'request.read', request)) refuse('NOT_FOUND', { field: 'id' });
  return request;
}

/** Compare and swap: refuses STATE_CHANGED when it was answered, or is no longer as it was seen. */
export function requireOpen(request: Request, action: RequestAction, version: number): RequestState {
  const next = nextRequestState(action, request.state);
  if (!next || request.version !== version) refuse('STATE_CHANGED', { available: request.state });
  return next;
}

/** Writes the answer under the version that was locked, with its trace. */
export async function saveRequest(
  tx: EntityManager,
  actor: Actor,
  action: string,
  request: Request,
  changes: Partial<Request>,
): Promise<Request> {
  const before = Object.fromEntries(Object.keys(changes).map((field) => [field, request[field as keyof Request]]));
  const { affected } = await tx
    .createQueryBuilder()
    .update(Request)
    .set({ ...changes, version: () => 'version + 1' } as never)
    .where('id = :id AND version = :version', { id: request.id, version: request.version })
    .execute();
  if (affected !== 1) refuse('STATE_CHANGED');
  await recordAudit(tx, actor, { action, entity: 'request', entityId: request.id, before, after: changes });
  return (await tx.findOneBy(Request, { id: request.id }))!;
}
