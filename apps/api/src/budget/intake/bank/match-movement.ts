import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { refuse } from '../../../platform/refuse.js';
import { said } from '../../ledger/post.js';
import { recordPayment } from '../../paying/record-payment.js';
import { BankMatch, type BankMovement } from './bank.entities.js';
import type { MatchMovementInput } from './bank.types.js';
import { changeMovement, lockMovement } from './set-movement-aside.js';

const MOST = 50;

/**
 * Says which invoices a movement paid, or of which something came back; together they are the whole movement, and each becomes
 * a payment of its day. Refuses SUM_DIFFERS, what a payment refuses, NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, STATE_CHANGED,
 * INVALID_INPUT.
 */
export async function matchMovement(tx: EntityManager, actor: Actor, input: MatchMovementInput): Promise<BankMovement> {
  const movement = await lockMovement(tx, actor, input, 'OPEN');
  const { payments } = input;
  if (payments.length === 0 || payments.length > MOST || payments.some(({ cents }) => cents <= 0n))
    refuse('INVALID_INPUT', { field: 'payments' });
  if (new Set(payments.map(({ invoiceId }) => invoiceId)).size !== payments.length)
    refuse('INVALID_INPUT', { field: 'payments' });
  const sum = payments.reduce((all, { cents }) => all + cents, 0n);
  const size = movement.cents < 0n ? -movement.cents : movement.cents;
  if (sum !== size) refuse('SUM_DIFFERS', { needed: said(size), available: said(sum) });
  return pay(tx, actor, movement, payments);
}

/** Makes the payments; the movement is locked and the sums are right. */
export async function pay(
  tx: EntityManager,
  actor: Actor,
  movement: BankMovement,
  payments: readonly { readonly invoiceId: string; readonly cents: bigint }[],
): Promise<BankMovement> {
  const out = movement.cents < 0n;
  for (const { invoiceId, cents } of payments) {
    const paymentId = await recordPayment(tx, actor, {
      idempotencyKey: `bank-${movement.id}-${movement.version}-${invoiceId}`,
      invoiceId,
      paidOn: movement.bookedOn,
      cents: out ? cents : -cents,
      reference: movement.bankReference || movement.sequence,
    });
    await tx.insert(BankMatch, { paymentId, movementId: movement.id });
  }
  return changeMovement(tx, actor, movement, 'bankMovement.match', { state: 'MATCHED', note: '' });
}
