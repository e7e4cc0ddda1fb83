import { dayOf, readCommunication, splitInvoice, type InvoiceShare } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { refuse } from '../../platform/refuse.js';
import { said } from '../ledger/post.js';
import { requireId, requireText } from '../officer.js';
import { Commitment, Invoice, Supplier } from './papers.entities.js';
import type { AddInvoiceInput } from './papers.inputs.js';

/** Many more than any paper has. */
const MOST_LINES = 2_000;

/** What holds for an invoice and a credit note alike: who, when, that it is new, and that its lines make its total. */
export async function checkInvoice(tx: EntityManager, input: AddInvoiceInput) {
  const supplierId = requireId(input.supplierId, 'supplierId');
  const supplier = await tx.findOneBy(Supplier, { id: supplierId });
  if (!supplier) refuse('NOT_FOUND', { field: 'supplierId' });
  const number = requireText(input.number, 'number', 100);
  const { issuedOn, dueOn = null } = input;
  if (issuedOn > dayOf(Date.now())) refuse('INVALID_INPUT', { field: 'issuedOn' });
  if (dueOn !== null && dueOn < issuedOn) refuse('INVALID_INPUT', { field: 'dueOn' });
  const communication = input.communication?.trim() ? readCommunication(input.communication) : null;
  if (communication === undefined) refuse('INVALID_INPUT', { field: 'communication' });
  if (await tx.existsBy(Invoice, { supplierId, number, issuedOn, takenBack: false }))
    refuse('DUPLICATE_INVOICE', { available: `${supplier.name}, ${number}`, firstDay: issuedOn });
  if (input.lines.length === 0 || input.lines.length > MOST_LINES) refuse('INVALID_INPUT', { field: 'lines' });
  return { supplierId, number, issuedOn, dueOn, communication };
}

/** The shares of budget lines and commitments, or the refusal that names the line of the invoice, from 1. */
export function requireShares({ lines, totalCents = null }: Pick<AddInvoiceInput, 'lines' | 'totalCents'>): {
  payable: bigint;
  shares: readonly InvoiceShare[];
} {
  const split = splitInvoice(
    lines.map(({ charges, ...line }) => ({
      ...line,
      allocations: charges.map(({ lineId, commitmentId = null, basisPoints }) => ({
        lineId: requireId(lineId, 'lineId'),
        commitmentId: commitmentId === null ? null : requireId(commitmentId, 'commitmentId'),
        basisPoints,
      })),
    })),
  );
  if (!split.ok) {
    const { code, at, lineId, needed } = split.refusal;
    const where = { field: at === undefined ? null : `lines.${at + 1}`, budgetLineId: lineId ?? null };
    if (code === 'NOTHING_ALLOCATED') refuse('INVALID_INPUT', where);
    if (code === 'NOT_POSITIVE') refuse('AMOUNT_NOT_POSITIVE', { needed: said(needed ?? 0n) });
    refuse(code, { ...where, needed: needed === undefined ? null : said(needed) });
  }
  if (totalCents !== null && totalCents !== split.payable)
    refuse('SUM_DIFFERS', { needed: said(totalCents), available: said(split.payable) });
  return split;
}

/** Commitments in the order of their ids, locked, so that what draws them down follows one another. */
export async function lockCommitments(tx: EntityManager, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Commitment>();
  const rows = await tx.find(Commitment, {
    where: { id: In([...ids]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
