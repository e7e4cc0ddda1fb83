import type { EntityManager } from 'typeorm';
import { releaseStays } from '../placement/write-stays.js';
import type { Reservation } from './reservation.entity.js';
import { type By, lockReservation, requireAllowed, requireNext, saveReservation } from './with-reservation.js';

/** Gives a hold's time back before it ends; what was never asked for is not cancelled but over. */
export async function releaseHold(tx: EntityManager, { actor }: By, id: string): Promise<Reservation> {
  const { reservation } = await lockReservation(tx, actor, id);
  requireAllowed(actor, 'reservation.hold', reservation);
  const state = requireNext(reservation, 'RELEASE');
  await releaseStays(tx, id);
  return saveReservation(tx, actor, 'reservation.release', reservation, { state, holdExpiresAt: null });
}
