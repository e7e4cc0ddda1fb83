import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { refusalOf } from '../../../auth/require-permission.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { refuse } from '../../../platform/refuse.js';
import { IncomingInvoice } from './incoming.entities.js';

/** An e-invoice that waits, locked, in the version that was seen; for who may write. */
export async function openIncoming(
  tx: EntityManager,
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<IncomingInvoice> {
  const refusal = refusalOf(actor, 'budget.write');
  if (refusal) refuse(refusal);
  const incoming = isUuid(id) ? await tx.findOne(IncomingInvoice, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!incoming) refuse('NOT_FOUND', { field: 'id' });
  if (incoming.state !== 'PARKED' || incoming.version !== version) refuse('STATE_CHANGED');
  return incoming;
}
