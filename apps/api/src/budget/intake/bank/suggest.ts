import { In } from 'typeorm';
import type { Batch } from '../../../platform/graphql/loaders.js';
import { Invoice } from '../../papers/papers.entities.js';
import type { MovementSuggestion } from './bank.types.js';

interface Found {
  readonly movementId: string;
  readonly invoiceId: string;
  readonly cents: string;
  readonly communication: boolean;
  readonly number: boolean;
  readonly account: boolean;
  readonly amount: boolean;
}

/** Per movement the five invoices that most speaks for: at least its communication, number or account, or just its amount. */
export const suggestionsOf: Batch<string, MovementSuggestion[]> = async (ids, { manager }) => {
  const found = await manager.query<Found[]>(
    `SELECT * FROM (
       SELECT s.*, row_number() OVER (PARTITION BY s."movementId" ORDER BY communication DESC, number DESC,
                                      (account AND amount) DESC, amount DESC, account DESC, s."issuedOn", s."invoiceId") AS n
         FROM (SELECT m.id AS "movementId", i.id AS "invoiceId", i.issued_on AS "issuedOn", o.cents::text AS cents,
                      m.communication IS NOT NULL AND m.communication = i.communication AS communication,
                      length(i.number) >= 4 AND position(lower(i.number) IN lower(m.message)) > 0 AS number,
                      s.iban IS NOT NULL AND s.iban = m.counterparty_account AS account,
                      o.cents = abs(m.cents) AS amount
                 FROM bank_movement m
                 JOIN invoice i ON i.kind = 'INVOICE' AND NOT i.taken_back
                 JOIN supplier s ON s.id = i.supplier_id
                 CROSS JOIN LATERAL (SELECT CASE WHEN m.cents < 0 THEN i.payable_cents - i.credited_cents - i.paid_cents
                                                 ELSE i.paid_cents END AS cents) o
                WHERE m.id = ANY($1::uuid[]) AND o.cents > 0) s
        WHERE communication OR number OR account OR amount) ranked
      WHERE n <= 5 ORDER BY n`,
    [[...ids]],
  );
  const invoices = found.length ? await manager.findBy(Invoice, { id: In(found.map(({ invoiceId }) => invoiceId)) }) : [];
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]));
  return ids.map((id) =>
    found
      .filter(({ movementId }) => movementId === id)
      .map(({ invoiceId, cents, communication, number, account, amount }) => ({
        invoice: byId.get(invoiceId)!,
        cents: BigInt(cents),
        because: [
          ...(communication ? ['COMMUNICATION'] : []),
          ...(number ? ['NUMBER'] : []),
          ...(account ? ['ACCOUNT'] : []),
          ...(amount ? ['AMOUNT'] : []),
        ],
      })),
  );
};
