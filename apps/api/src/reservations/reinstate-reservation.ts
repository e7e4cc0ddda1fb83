import type { EntityManager } from 'typeorm';
import { mailAbout } from './mail-about.js';
import { replaceStays } from './replace-stays.js';
import type { Reservation } from './reservation.entity.js';
import { type By, lockReservation, requireAllowed, requireNext, requireVersion, saveReservation } from './with-reservation.js';

/** Undoes a cancellation through the same guard as a new reservation: somebody may have taken the time. */
export async function reinstateReservation(
  tx: EntityManager,
  by: By,
  { id, version }: { id: string; version: number },
): Promise<Reservation> {
  const { reservation, unitIds } = await lockReservation(tx, by.actor, id);
  requireAllowed(by.actor, 'reservation.reinstate', reservation);
  const state = requireNext(reservation, 'REINSTATE');
  requireVersion(reservation, version);
  const placed = await replaceStays(tx, by, reservation, unitIds, reservation, { ignoreNotice: true });
  const saved = await saveReservation(tx, by.actor, 'reservation.reinstate', reservation, {
    ...placed,
    state,
    stateBeforeCancel: null,
    decisionReason: null,
    cancelledLate: false,
  });
  await mailAbout(tx, by, saved.state === 'CONFIRMED' ? 'confirmed' : 'submitted', saved);
  return saved;
}
