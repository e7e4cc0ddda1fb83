import { dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { refuse } from '../../platform/refuse.js';
import { reverseAct } from '../ledger/reverse-act.js';
import { said } from '../ledger/post.js';
import { requireId, requireOfficer } from '../officer.js';
import { Invoice } from '../papers/papers.entities.js';
import { lockRow, saveVersion } from '../save.js';
import { Payment } from './paying.entities.js';

/** A payment that was entered wrongly: its postings are reversed once. What is declared already stays. */
export async function takeBackPayment(tx: EntityManager, actor: Actor, paymentId: string): Promise<Payment> {
  requireOfficer(actor);
  const known = await tx.findOneBy(Payment, { id: requireId(paymentId, 'id') });
  if (!known || known.takesBack) refuse('NOT_FOUND', { field: 'id' });
  const invoice = await lockRow(tx, Invoice, known.invoiceId);
  if (await tx.existsBy(Payment, { takesBack: known.id })) refuse('STATE_CHANGED');
  const paidCents = invoice.paidCents - known.cents;
  // What came back may have been paid or credited anew.
  if (paidCents < 0n || paidCents + invoice.creditedCents > invoice.payableCents)
    refuse('PAYMENT_OVER_INVOICE', {
      needed: said(paidCents),
      available: said(invoice.payableCents - invoice.creditedCents),
    });
  const day = dayOf(Date.now());
  const fields = { invoiceId: invoice.id, paidOn: known.paidOn, cents: -known.cents, takesBack: known.id };
  const { identifiers } = await tx.insert(Payment, fields);
  const { id } = identifiers[0] as { id: string };
  await reverseAct(tx, actor, { act: 'payment.takeBack', key: `payment.takeBack:${known.id}`, day }, `payment.add:${known.id}`);
  await saveVersion(tx, actor, 'invoice.pay', Invoice, invoice, { paidCents });
  await recordAudit(tx, actor, { action: 'payment.takeBack', entity: 'payment', entityId: known.id, after: fields });
  return (await tx.findOneBy(Payment, { id }))!;
}
