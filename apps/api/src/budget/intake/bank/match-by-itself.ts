import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { Refused } from '../../../platform/refuse.js';
import { BankMovement } from './bank.entities.js';
import { pay } from './match-movement.js';

/**
 * Pays the one invoice whose structured communication a movement bears, when it is not more than is still owed. Anything else is
 * for somebody to decide. Gives whether it did.
 */
export async function matchByItself(tx: EntityManager, actor: Actor, movement: BankMovement): Promise<boolean> {
  if (movement.cents >= 0n || movement.communication === null) return false;
  const found = await tx.query<{ id: string; owed: string }[]>(
    `SELECT id, (payable_cents - credited_cents - paid_cents)::text AS owed FROM invoice
      WHERE communication = $1 AND kind = 'INVOICE' AND NOT taken_back`,
    [movement.communication],
  );
  const [invoice] = found;
  if (!invoice || found.length !== 1) return false;
  const cents = -movement.cents;
  if (cents > BigInt(invoice.owed)) {
    await tx.update(BankMovement, { id: movement.id }, { note: 'PAYMENT_OVER_INVOICE' });
    return false;
  }
  try {
    await tx.transaction((inner) => pay(inner, actor, movement, [{ invoiceId: invoice.id, cents }]));
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    Object.assign(movement, { state: 'OPEN', version: 1 });
    await tx.update(BankMovement, { id: movement.id }, { note: error.refusal.reasons[0]!.code });
    return false;
  }
}
