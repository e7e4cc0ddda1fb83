import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { Refused } from '../../../platform/refuse.js';
import { bookIncoming } from './book-incoming.js';
import { IncomingInvoice } from './incoming.entities.js';

/** Books what names one open order of its supplier. What the ledger refuses then waits, with the refusal beside it. */
export async function bookIfClear(tx: EntityManager, actor: Actor, id: string): Promise<IncomingInvoice> {
  const incoming = (await tx.findOneBy(IncomingInvoice, { id }))!;
  const { orderReference } = incoming.content;
  if (!orderReference) return incoming;
  const orders = await ordersNamed(tx, incoming.supplierId!, orderReference.trim());
  const [order] = orders;
  if (orders.length !== 1 || !order) return incoming;
  try {
    return await tx.transaction((inner) =>
      bookIncoming(inner, actor, {
        id,
        version: incoming.version,
        charges: [{ lineId: order.lineId, commitmentId: order.id }],
      }),
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const [{ code, needed, available }] = error.refusal.reasons as [(typeof error.refusal.reasons)[number]];
    const changes = { reason: 'REFUSED' as const, note: [code, needed, available].filter(Boolean).join(' ') };
    await tx.update(IncomingInvoice, { id }, changes);
    return Object.assign(incoming, changes);
  }
}

/** By the reference that the order was given; else by our own number, when that is all that stands there. */
async function ordersNamed(tx: EntityManager, supplierId: string, name: string): Promise<{ id: string; lineId: string }[]> {
  const find = (sql: string, value: string) =>
    tx.query<{ id: string; lineId: string }[]>(
      `SELECT id, line_id AS "lineId" FROM commitment WHERE supplier_id = $1 AND NOT closed AND ${sql}`,
      [supplierId, value],
    );
  const byReference = await find('lower(reference) = lower($2)', name);
  const [, number] = /^(?:bestelling|commande|order)?\s*#?\s*0*(\d{1,9})$/i.exec(name) ?? [];
  return byReference.length > 0 || number === undefined ? byReference : find('number = $2::integer', number);
}
