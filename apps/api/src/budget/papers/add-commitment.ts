import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { attachDocuments } from '../../platform/documents/attach-documents.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { BudgetLine, FundingAgreement } from '../funding/funding.entities.js';
import { post, said } from '../ledger/post.js';
import { requireId, requireOfficer, requireText } from '../officer.js';
import { Commitment, Supplier } from './papers.entities.js';
import type { AddCommitmentInput, ProcurementInput } from './papers.inputs.js';

/** An order: it takes its room now, and invoices draw it down. Gives its id. */
export function addCommitment(tx: EntityManager, actor: Actor, input: AddCommitmentInput): Promise<string> {
  requireOfficer(actor);
  return once(tx, actor, input.idempotencyKey, 'addCommitment', input, async () => {
    const { cents, orderedOn } = input;
    const { line, agreement } = await requireSpendable(tx, input.lineId);
    const supplierId = requireId(input.supplierId, 'supplierId');
    if (!(await tx.existsBy(Supplier, { id: supplierId, active: true }))) refuse('NOT_FOUND', { field: 'supplierId' });
    if (cents <= 0n) refuse('AMOUNT_NOT_POSITIVE', { needed: said(cents) });
    // What is ordered after the window can never be paid inside it.
    if (orderedOn > agreement.eligibleTo)
      refuse('OUTSIDE_WINDOW', { budgetLineId: line.id, firstDay: agreement.eligibleFrom, lastDay: agreement.eligibleTo });
    const fields = {
      lineId: line.id,
      supplierId,
      description: requireText(input.description, 'description'),
      reference: (input.reference ?? '').trim().slice(0, 100),
      orderedOn,
      cents,
      ...procurement(input),
    };
    const { identifiers } = await tx.insert(Commitment, fields);
    const { id } = identifiers[0] as { id: string };
    const move = { kind: 'COMMIT', lineId: line.id, cents, to: id } as const;
    await post(tx, actor, { act: 'commitment.add', key: `commitment.add:${id}`, day: orderedOn }, [move]);
    await attachDocuments(tx, actor, input.documentIds, 'commitment', id);
    await recordAudit(tx, actor, { action: 'commitment.add', entity: 'commitment', entityId: id, after: fields });
    return id;
  });
}

/** A line that real costs may be charged to, with its agreement. */
export async function requireSpendable(tx: EntityManager, lineId: string) {
  const line = await tx.findOneBy(BudgetLine, { id: requireId(lineId, 'lineId') });
  if (!line) refuse('NOT_FOUND', { field: 'lineId' });
  if (line.flatRateBasisPoints !== null) refuse('FLAT_RATE_TAKES_NO_COST', { budgetLineId: line.id });
  if (!line.active) refuse('LINE_CLOSED', { budgetLineId: line.id });
  return { line, agreement: (await tx.findOneBy(FundingAgreement, { id: line.agreementId }))! };
}

export function procurement({ procedure = null, estimateCents = null, awardedOn = null }: ProcurementInput) {
  if (estimateCents !== null && estimateCents < 0n) refuse('AMOUNT_NOT_POSITIVE', { needed: said(estimateCents) });
  return { procedure, estimateCents, awardedOn };
}
