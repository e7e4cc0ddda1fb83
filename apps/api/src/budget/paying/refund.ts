import { divideOver, least } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { refuse } from '../../platform/refuse.js';
import { type Move, said } from '../ledger/post.js';
import type { Invoice, InvoicePart } from '../papers/papers.entities.js';

/**
 * Money that came back from a supplier: the last expenditures of each part are paid no more. What is declared to the funders
 * cannot come back so.
 */
export async function refund(tx: EntityManager, invoice: Invoice, parts: readonly InvoicePart[], cents: bigint): Promise<Move[]> {
  const rows = await tx.query<{ id: string; partId: string; cents: string; paid: string }[]>(
    `SELECT e.id, e.part_id AS "partId", e.cents::text AS cents, COALESCE(b.paid, 0)::text AS paid
       FROM expenditure e JOIN payment p ON p.id = e.payment_id LEFT JOIN paper_balance b ON b.paper_id = e.id
      WHERE p.invoice_id = $1 ORDER BY e.paid_on DESC, e.id DESC`,
    [invoice.id],
  );
  const spent = await paidOfParts(tx, parts);
  const back = divideOver(spent, invoice.paidCents, cents);
  return parts.flatMap((part, at): Move[] => {
    let left = back[at]!;
    const moves: Move[] = [];
    for (const row of rows.filter(({ partId }) => partId === part.id)) {
      const taken = least(left, BigInt(row.paid));
      if (taken <= 0n) continue;
      moves.push({ kind: 'REFUND', lineId: part.lineId, cents: taken, from: row.id, to: part.id });
      left -= taken;
    }
    if (left > 0n) refuse('NOT_PAID', { budgetLineId: part.lineId, needed: said(back[at]!), available: said(back[at]! - left) });
    return moves;
  });
}

/** What was paid of each part, wherever it stands now: all of it, less what was credited and what is not paid yet. */
async function paidOfParts(tx: EntityManager, parts: readonly InvoicePart[]): Promise<bigint[]> {
  const rows = await tx.query<{ id: string; paid: string }[]>(
    `SELECT p.id, (COALESCE((SELECT sum(a.cents) FROM invoice_allocation a WHERE a.part_id = p.id), 0) - COALESCE(b.invoiced, 0))::text AS paid
       FROM invoice_part p LEFT JOIN paper_balance b ON b.paper_id = p.id WHERE p.id = ANY($1::uuid[])`,
    [parts.map(({ id }) => id)],
  );
  const found = new Map(rows.map(({ id, paid }) => [id, BigInt(paid)]));
  return parts.map(({ id }) => found.get(id) ?? 0n);
}
