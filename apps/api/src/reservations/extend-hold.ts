import type { EntityManager } from 'typeorm';
import { refuse } from '../platform/refuse.js';
import type { Reservation } from './reservation.entity.js';
import { type By, lockReservation, requireAllowed, requireNext, saveReservation } from './with-reservation.js';

/** A form that is filled in for longer than this is no longer filled in. */
const LONGEST_MS = 2 * 3_600_000;

/** Gives a hold its full time again, up to two hours after it began. Refuses HOLD_EXPIRED. */
export async function extendHold(tx: EntityManager, { actor, settings }: By, id: string): Promise<Reservation> {
  const { reservation } = await lockReservation(tx, actor, id);
  requireAllowed(actor, 'reservation.hold', reservation);
  requireNext(reservation, 'EXTEND');
  const end = reservation.createdAt.getTime() + LONGEST_MS;
  const holdExpiresAt = new Date(Math.min(Date.now() + settings.holdMinutes * 60_000, end));
  if (holdExpiresAt <= reservation.holdExpiresAt!) return end <= Date.now() ? refuse('HOLD_EXPIRED') : reservation;
  await tx.query('UPDATE occupancy SET expires_at = $2 WHERE reservation_id = $1 AND active', [id, holdExpiresAt]);
  return saveReservation(tx, actor, 'reservation.extend', reservation, { holdExpiresAt });
}
