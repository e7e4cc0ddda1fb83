import { dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refuse } from '../../platform/refuse.js';
import { reverseAct } from '../ledger/reverse-act.js';
import { said } from '../ledger/post.js';
import { requireOfficer } from '../officer.js';
import { lockRow, lockVersion, saveVersion } from '../save.js';
import { Commitment, Invoice, InvoicePart } from './papers.entities.js';

/** An invoice that was entered wrongly: its postings are reversed, and it may be entered again. */
export async function takeBackInvoice(tx: EntityManager, actor: Actor, id: string, version: number): Promise<Invoice> {
  requireOfficer(actor);
  const invoice = await lockVersion(tx, Invoice, id, version);
  if (invoice.kind !== 'INVOICE' || invoice.takenBack) refuse('STATE_CHANGED');
  if (invoice.paidCents > 0n || invoice.creditedCents > 0n)
    refuse('INVOICE_TOO_SMALL', {
      needed: said(invoice.payableCents),
      available: said(invoice.payableCents - invoice.paidCents - invoice.creditedCents),
    });
  for (const { commitmentId } of await tx.find(InvoicePart, { where: { invoiceId: id }, order: { commitmentId: 'ASC' } })) {
    const commitment = commitmentId && (await lockRow(tx, Commitment, commitmentId));
    // Its room would come back to an order of which nothing more is expected.
    if (commitment && commitment.closed) refuse('COMMITMENT_CLOSED', { available: String(commitment.number) });
  }
  await reverseAct(
    tx,
    actor,
    { act: 'invoice.takeBack', key: `invoice.takeBack:${id}`, day: dayOf(Date.now()) },
    `invoice.add:${id}`,
  );
  return saveVersion(tx, actor, 'invoice.takeBack', Invoice, invoice, { takenBack: true });
}
