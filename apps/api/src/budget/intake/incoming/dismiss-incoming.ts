import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { recordAudit } from '../../../platform/audit.js';
import { refuse } from '../../../platform/refuse.js';
import { IncomingInvoice } from './incoming.entities.js';
import { openIncoming } from './open-incoming.js';

/** Puts an e-invoice away with the reason. Refuses NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, STATE_CHANGED, INVALID_INPUT. */
export async function dismissIncoming(
  tx: EntityManager,
  actor: Actor,
  { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
): Promise<IncomingInvoice> {
  const incoming = await openIncoming(tx, actor, { id, version });
  const note = reason.trim();
  if (note.length === 0 || note.length > 500) refuse('INVALID_INPUT', { field: 'reason' });
  const changes = { state: 'DISMISSED' as const, reason: null, note, version: version + 1 };
  await tx.update(IncomingInvoice, { id }, changes);
  await recordAudit(tx, actor, {
    action: 'eInvoice.dismiss',
    entity: 'incoming_invoice',
    entityId: id,
    before: { state: incoming.state },
    after: { state: 'DISMISSED' },
  });
  return Object.assign(incoming, changes);
}
