import type { InvoiceShare } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { attachDocuments } from '../../platform/documents/attach-documents.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { lockLines, type Move, post, said } from '../ledger/post.js';
import { requireOfficer } from '../officer.js';
import { lockRow, saveVersion } from '../save.js';
import { checkInvoice, lockCommitments, requireShares } from './check-invoice.js';
import { Commitment, Invoice, InvoicePart } from './papers.entities.js';
import type { AddCreditNoteInput } from './papers.inputs.js';
import { insertLines } from './record-invoice.js';

/**
 * A credit note takes back from what is not paid yet of an invoice: to its commitment while that is open, else to the line.
 * What was paid comes back first, as a payment below zero. Gives its id.
 */
export function recordCreditNote(tx: EntityManager, actor: Actor, input: AddCreditNoteInput): Promise<string> {
  requireOfficer(actor);
  return once(tx, actor, input.idempotencyKey, 'recordCreditNote', input, async () => {
    const fields = await checkInvoice(tx, input);
    const invoice = await lockRow(tx, Invoice, input.creditsId, 'creditsId');
    if (invoice.kind !== 'INVOICE' || invoice.takenBack) refuse('NOT_FOUND', { field: 'creditsId' });
    if (invoice.supplierId !== fields.supplierId) refuse('OTHER_SUPPLIER', { available: invoice.number });
    const parts = await tx.find(InvoicePart, { where: { invoiceId: invoice.id }, order: { id: 'ASC' } });
    const lines = withCharges(input, parts);
    const { payable, shares } = requireShares({ ...input, lines });
    const unpaid = invoice.payableCents - invoice.creditedCents - invoice.paidCents;
    if (payable > unpaid) refuse('INVOICE_TOO_SMALL', { needed: said(payable), available: said(unpaid) });
    const partOf = (share: InvoiceShare) =>
      parts.find((part) => part.lineId === share.lineId && part.commitmentId === share.commitmentId) ??
      refuse('NOT_FOUND', { field: 'charges' });

    const { identifiers } = await tx.insert(Invoice, {
      ...fields,
      kind: 'CREDIT_NOTE',
      creditsId: invoice.id,
      payableCents: payable,
    });
    const { id } = identifiers[0] as { id: string };
    await insertLines(tx, id, lines, (at) =>
      shares.flatMap((share) =>
        share.allocations
          .filter((each) => each.at === at)
          .map(({ basisPoints, cents }) => ({ partId: partOf(share).id, basisPoints, cents: -cents })),
      ),
    );
    await takeBack(
      tx,
      actor,
      id,
      fields.issuedOn,
      shares.map((share) => ({ share, part: partOf(share) })),
    );
    const changes = { creditedCents: invoice.creditedCents + payable };
    await saveVersion(tx, actor, 'invoice.credit', Invoice, invoice, changes);
    await attachDocuments(tx, actor, input.documentIds, 'invoice', id);
    const after = { ...fields, creditsId: invoice.id, payableCents: payable };
    await recordAudit(tx, actor, { action: 'creditNote.add', entity: 'invoice', entityId: id, after });
    return id;
  });
}

/** Where nobody says what it takes back from, it is the one part there is. */
function withCharges({ lines }: AddCreditNoteInput, parts: readonly InvoicePart[]) {
  const [only, another] = parts;
  return lines.map((line) => {
    if (line.charges.length > 0) return line;
    if (!only || another) return refuse('INVALID_INPUT', { field: 'charges' });
    return { ...line, charges: [{ lineId: only.lineId, commitmentId: only.commitmentId, basisPoints: 10_000 }] };
  });
}

async function takeBack(
  tx: EntityManager,
  actor: Actor,
  id: string,
  day: string,
  credits: readonly { share: InvoiceShare; part: InvoicePart }[],
): Promise<void> {
  const taking = credits.filter(({ share }) => share.cents > 0n);
  const commitments = await lockCommitments(tx, [...new Set(taking.flatMap(({ share }) => share.commitmentId ?? []))]);
  await lockLines(tx, [...new Set(taking.map(({ share }) => share.lineId))].toSorted());
  const moves = taking.flatMap(({ share: { lineId, commitmentId, cents }, part }): Move[] => {
    if (commitmentId === null) return [{ kind: 'CREDIT_DIRECT', lineId, cents, from: part.id }];
    const back: Move = { kind: 'CREDIT', lineId, cents, from: part.id, to: commitmentId };
    // Of an order that is done nothing more is expected: its room becomes free at once.
    return commitments.get(commitmentId)!.closed ? [back, { kind: 'RELEASE', lineId, cents, from: commitmentId }] : [back];
  });
  await post(tx, actor, { act: 'creditNote.add', key: `creditNote.add:${id}`, day }, moves);
  const done = [...commitments.values()].filter(({ closed }) => closed).map((commitment) => commitment.id);
  for (const commitment of await tx.findBy(Commitment, { id: In(done) })) {
    const freed = taking
      .filter(({ share }) => share.commitmentId === commitment.id)
      .reduce((sum, { share }) => sum + share.cents, 0n);
    await saveVersion(tx, actor, 'commitment.release', Commitment, commitment, { cents: commitment.cents - freed });
  }
}
