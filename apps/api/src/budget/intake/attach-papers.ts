import type { EntityManager, EntityTarget } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { attachDocuments } from '../../platform/documents/attach-documents.js';
import { refuse } from '../../platform/refuse.js';
import { requireOfficer } from '../officer.js';
import { Commitment, Invoice } from '../papers/papers.entities.js';
import { Claim, Payment } from '../paying/paying.entities.js';
import { lockRow } from '../save.js';
import type { AttachedTo } from './intake.enums.js';

const ENTITIES: Record<AttachedTo, EntityTarget<{ id: string }>> = {
  COMMITMENT: Commitment,
  INVOICE: Invoice,
  PAYMENT: Payment,
  CLAIM: Claim,
};

/**
 * Adds files to a paper that is there already: an award to an order, a scan to an invoice, a proof to a payment, a photo of the
 * publicity to a claim. They stay with it. Refuses NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, INVALID_INPUT.
 */
export async function attachPapers(
  tx: EntityManager,
  actor: Actor,
  { kind, id, documentIds }: { readonly kind: AttachedTo; readonly id: string; readonly documentIds: readonly string[] },
): Promise<void> {
  requireOfficer(actor);
  if (documentIds.length === 0) refuse('INVALID_INPUT', { field: 'documentIds' });
  await lockRow(tx, ENTITIES[kind], id);
  const entity = kind.toLowerCase();
  await attachDocuments(tx, actor, documentIds, entity, id);
  await recordAudit(tx, actor, { action: 'paper.attach', entity, entityId: id, after: { documents: documentIds } });
}
