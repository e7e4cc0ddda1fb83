import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { recordAudit } from '../../../platform/audit.js';
import { moveFiles } from '../../../platform/documents/keep-file.js';
import { refuse } from '../../../platform/refuse.js';
import type { InvoiceLineInput } from '../../papers/papers.inputs.js';
import { recordCreditNote } from '../../papers/record-credit-note.js';
import { recordInvoice } from '../../papers/record-invoice.js';
import { IncomingInvoice } from './incoming.entities.js';
import type { BookIncomingInput, IncomingCharge } from './incoming.types.js';
import { openIncoming } from './open-incoming.js';
import { waitsFor } from './waits-for.js';

/**
 * Books an e-invoice that waits; its files go with it. What the ledger refuses stays as it is. Refuses also NOT_SIGNED_IN,
 * NOT_ALLOWED, NOT_FOUND, STATE_CHANGED, INVALID_INPUT: a document with wrong sums, an unknown supplier, another currency, a
 * line without a charge.
 */
export async function bookIncoming(tx: EntityManager, actor: Actor, input: BookIncomingInput): Promise<IncomingInvoice> {
  const incoming = await openIncoming(tx, actor, input);
  const { id, content, supplierId, reason, issuedOn } = incoming;
  const waits = waitsFor(incoming);
  if (reason === 'WRONG' || waits === 'SUPPLIER_UNKNOWN' || waits === 'OTHER_CURRENCY' || !supplierId || !issuedOn)
    refuse('INVALID_INPUT', { field: 'id', available: reason ?? undefined });
  const paper = {
    idempotencyKey: `incoming-${id}-${incoming.version}`,
    supplierId,
    number: incoming.number,
    issuedOn,
    dueOn: content.dueOn,
    communication: content.communication,
    totalCents: incoming.payableCents,
    lines: linesOf(incoming, input.charges),
    documentIds: [],
  };
  const invoiceId =
    content.kind === 'INVOICE'
      ? await recordInvoice(tx, actor, paper)
      : await recordCreditNote(tx, actor, {
          ...paper,
          dueOn: null,
          creditsId: input.creditsId ?? refuse('INVALID_INPUT', { field: 'creditsId' }),
        });
  const changes = { state: 'BOOKED' as const, reason: null, invoiceId, note: '', version: incoming.version + 1 };
  await tx.update(IncomingInvoice, { id }, changes);
  await moveFiles(tx, ['incoming_invoice', id], ['invoice', invoiceId]);
  await recordAudit(tx, actor, {
    action: 'eInvoice.book',
    entity: 'incoming_invoice',
    entityId: id,
    before: { state: incoming.state },
    after: { state: 'BOOKED', invoiceId },
  });
  return Object.assign(incoming, changes);
}

/** The lines of the document, each charged to its own or to what all others are charged to. */
function linesOf({ content }: IncomingInvoice, charges: readonly IncomingCharge[]): InvoiceLineInput[] {
  const own = new Map(charges.map((charge) => [charge.position ?? null, charge]));
  if (own.size !== charges.length) refuse('INVALID_INPUT', { field: 'charges' });
  return content.lines.map(({ what, description, netCents, vatCents }, position) => {
    const charge = own.get(position) ?? own.get(null);
    if (!charge && content.kind === 'INVOICE') refuse('INVALID_INPUT', { field: 'charges', available: String(position + 1) });
    return {
      description: description || what,
      netCents: BigInt(netCents),
      vatCents: BigInt(vatCents),
      recoverableVatCents: own.get(position)?.recoverableVatCents ?? 0n,
      charges: charge ? [{ lineId: charge.lineId, commitmentId: charge.commitmentId ?? null, basisPoints: 10_000 }] : [],
    };
  });
}
