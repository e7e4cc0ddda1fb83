import { dayOf, divideOver, eligibleOf } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { attachDocuments } from '../../platform/documents/attach-documents.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { BudgetLine, FundingAgreement } from '../funding/funding.entities.js';
import { PaperBalance } from '../ledger/ledger.entities.js';
import { lockLines, type Move, post, said } from '../ledger/post.js';
import { requireOfficer } from '../officer.js';
import { Invoice, InvoicePart } from '../papers/papers.entities.js';
import { lockRow, saveVersion } from '../save.js';
import { Expenditure, Payment } from './paying.entities.js';
import { refund } from './refund.js';

export interface PaymentAsk {
  readonly idempotencyKey: string;
  readonly invoiceId: string;
  readonly paidOn: string;
  /** Below zero: what came back from the supplier. */
  readonly cents: bigint;
  readonly reference?: string | null;
  readonly documentIds?: readonly string[];
}

/**
 * What the bank paid of an invoice, never more than is still to be paid; each part of the invoice is paid in proportion, and
 * becomes an expenditure that can be claimed. Below zero it is what came back. Gives its id.
 */
export function recordPayment(tx: EntityManager, actor: Actor, input: PaymentAsk): Promise<string> {
  requireOfficer(actor);
  return once(tx, actor, input.idempotencyKey, 'recordPayment', input, async () => {
    const { cents, paidOn } = input;
    const invoice = await lockRow(tx, Invoice, input.invoiceId, 'invoiceId');
    if (invoice.kind !== 'INVOICE' || invoice.takenBack) refuse('NOT_FOUND', { field: 'invoiceId' });
    if (cents === 0n) refuse('AMOUNT_NOT_POSITIVE', { needed: said(0n) });
    if (paidOn > dayOf(Date.now())) refuse('INVALID_INPUT', { field: 'paidOn' });
    const remaining = invoice.payableCents - invoice.creditedCents - invoice.paidCents;
    if (cents > remaining) refuse('PAYMENT_OVER_INVOICE', { needed: said(cents), available: said(remaining) });
    if (-cents > invoice.paidCents) refuse('NOT_PAID', { needed: said(-cents), available: said(invoice.paidCents) });
    const fields = { invoiceId: invoice.id, paidOn, cents, reference: (input.reference ?? '').trim().slice(0, 140) };
    const { identifiers } = await tx.insert(Payment, fields);
    const { id } = identifiers[0] as { id: string };
    const parts = await tx.find(InvoicePart, { where: { invoiceId: invoice.id }, order: { id: 'ASC' } });
    await lockLines(tx, [...new Set(parts.map(({ lineId }) => lineId))].toSorted());
    const moves = cents > 0n ? await pay(tx, id, paidOn, parts, remaining, cents) : await refund(tx, invoice, parts, -cents);
    await post(tx, actor, { act: 'payment.add', key: `payment.add:${id}`, day: paidOn }, moves);
    await saveVersion(tx, actor, 'invoice.pay', Invoice, invoice, { paidCents: invoice.paidCents + cents });
    await attachDocuments(tx, actor, input.documentIds ?? [], 'payment', id);
    await recordAudit(tx, actor, { action: 'payment.add', entity: 'payment', entityId: id, after: fields });
    return id;
  });
}

async function pay(
  tx: EntityManager,
  paymentId: string,
  paidOn: string,
  parts: readonly InvoicePart[],
  remaining: bigint,
  cents: bigint,
): Promise<Move[]> {
  const balances = await tx.findBy(PaperBalance, { paperId: In(parts.map(({ id }) => id)) });
  const open = parts.map(({ id }) => balances.find(({ paperId }) => paperId === id)?.invoiced ?? 0n);
  const paid = divideOver(open, remaining, cents);
  const rules = await vatRules(tx, parts);
  const spent = parts.map((part, at) => ({ part, cents: paid[at]! })).filter((each) => each.cents > 0n);
  if (spent.length === 0) return [];
  const { identifiers } = await tx.insert(
    Expenditure,
    spent.map(({ part, cents: each }) => ({
      lineId: part.lineId,
      paymentId,
      partId: part.id,
      paidOn,
      cents: each,
      eligibleCents: eligibleOf(each, part, rules.get(part.lineId)!),
    })),
  );
  return spent.map(({ part, cents: each }, at) => ({
    kind: 'PAY',
    lineId: part.lineId,
    cents: each,
    from: part.id,
    to: (identifiers[at] as { id: string }).id,
  }));
}

async function vatRules(tx: EntityManager, parts: readonly InvoicePart[]) {
  const lines = await tx.findBy(BudgetLine, { id: In(parts.map(({ lineId }) => lineId)) });
  const agreements = await tx.findBy(FundingAgreement, { id: In(lines.map(({ agreementId }) => agreementId)) });
  return new Map(lines.map(({ id, agreementId }) => [id, agreements.find((each) => each.id === agreementId)!.vatRule]));
}
