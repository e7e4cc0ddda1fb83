import type { InvoiceShare } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { attachDocuments } from '../../platform/documents/attach-documents.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { type Move, post } from '../ledger/post.js';
import { requireOfficer, requireText } from '../officer.js';
import { requireSpendable } from './add-commitment.js';
import { checkInvoice, lockCommitments, requireShares } from './check-invoice.js';
import { Invoice, InvoiceAllocation, InvoiceLine, InvoicePart } from './papers.entities.js';
import type { AddInvoiceInput, InvoiceLineInput } from './papers.inputs.js';

/**
 * An invoice: what is charged to a commitment draws it down, what is not takes its room itself. Gives its id.
 */
export function recordInvoice(tx: EntityManager, actor: Actor, input: AddInvoiceInput): Promise<string> {
  requireOfficer(actor);
  return once(tx, actor, input.idempotencyKey, 'recordInvoice', input, async () => {
    const fields = await checkInvoice(tx, input);
    const { payable, shares } = requireShares(input);
    await checkCharges(tx, fields.supplierId, shares);
    const { identifiers } = await tx.insert(Invoice, { ...fields, kind: 'INVOICE', payableCents: payable });
    const { id } = identifiers[0] as { id: string };
    const parts = await insertParts(tx, id, shares);
    await insertLines(tx, id, input.lines, (at) =>
      shares.flatMap((share, n) =>
        share.allocations.filter((each) => each.at === at).map((each) => ({ ...each, partId: parts[n]! })),
      ),
    );
    const moves = shares.map(({ lineId, commitmentId, cents }, at): Move => {
      const to = parts[at]!;
      return commitmentId === null
        ? { kind: 'INVOICE_DIRECT', lineId, cents, to }
        : { kind: 'INVOICE', lineId, cents, from: commitmentId, to };
    });
    const act = { act: 'invoice.add', key: `invoice.add:${id}`, day: fields.issuedOn };
    await post(
      tx,
      actor,
      act,
      moves.filter(({ cents }) => cents > 0n),
    );
    await attachDocuments(tx, actor, input.documentIds, 'invoice', id);
    const after = { ...fields, payableCents: payable };
    await recordAudit(tx, actor, { action: 'invoice.add', entity: 'invoice', entityId: id, after });
    return id;
  });
}

/** Each line takes real costs, and each commitment is open, of this supplier and of the line. */
async function checkCharges(tx: EntityManager, supplierId: string, shares: readonly InvoiceShare[]): Promise<void> {
  const commitments = await lockCommitments(tx, [...new Set(shares.flatMap(({ commitmentId }) => commitmentId ?? []))]);
  for (const { lineId, commitmentId } of shares) {
    await requireSpendable(tx, lineId);
    if (commitmentId === null) continue;
    const commitment = commitments.get(commitmentId);
    if (!commitment || commitment.lineId !== lineId) refuse('NOT_FOUND', { field: 'commitmentId' });
    if (commitment.supplierId !== supplierId) refuse('OTHER_SUPPLIER', { available: String(commitment.number) });
    if (commitment.closed) refuse('COMMITMENT_CLOSED', { available: String(commitment.number) });
  }
}

async function insertParts(tx: EntityManager, invoiceId: string, shares: readonly InvoiceShare[]): Promise<string[]> {
  const rows = shares.map(({ lineId, commitmentId, cents, netCents }) => ({ invoiceId, lineId, commitmentId, cents, netCents }));
  const { identifiers } = await tx.insert(InvoicePart, rows);
  return identifiers.map((each) => (each as { id: string }).id);
}

export interface Allocated {
  readonly partId: string;
  readonly basisPoints: number;
  readonly cents: bigint;
}

/** The lines of an invoice as they stand on it, and which part of each is charged where. */
export async function insertLines(
  tx: EntityManager,
  invoiceId: string,
  lines: readonly InvoiceLineInput[],
  allocationsOf: (at: number) => readonly Allocated[],
): Promise<void> {
  const rows = lines.map(({ description, netCents, vatCents, recoverableVatCents }, at) => ({
    invoiceId,
    position: at + 1,
    description: requireText(description, `lines.${at + 1}`, 1_000),
    netCents,
    vatCents,
    recoverableVatCents,
  }));
  const { identifiers } = await tx.insert(InvoiceLine, rows);
  const allocations = identifiers.flatMap((each, at) =>
    allocationsOf(at).map(({ partId, basisPoints, cents }) => ({
      invoiceLineId: (each as { id: string }).id,
      partId,
      basisPoints,
      cents,
    })),
  );
  await tx.insert(InvoiceAllocation, allocations);
}
