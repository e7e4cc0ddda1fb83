import type { EntityManager } from 'typeorm';
import { requireAuthorisedBooker } from './authorisations/require-authorised.js';
import { requireTermsAccepted } from './terms/keep-terms.js';
import { checkDetails } from './details.js';
import { mailAbout } from './mail-about.js';
import { replaceStays } from './replace-stays.js';
import type { Reservation } from './reservation.entity.js';
import type { ReservationDetailsInput } from './reservation.inputs.js';
import { type By, lockReservation, requireAllowed, requireNext, requireVersion, saveReservation } from './with-reservation.js';

/** Turns a live hold into a submitted reservation; the group is checked against kit and site once more. */
export async function submitReservation(
  tx: EntityManager,
  by: By,
  input: { id: string; version: number; details: ReservationDetailsInput; overrideReason?: string | null },
): Promise<Reservation> {
  const details = checkDetails(input.details);
  const { reservation, unitIds } = await lockReservation(tx, by.actor, input.id);
  requireAllowed(by.actor, 'reservation.submit', reservation);
  const state = requireNext(reservation, 'SUBMIT');
  requireVersion(reservation, input.version);
  await requireTermsAccepted(tx, by.actor);
  await requireAuthorisedBooker(tx, by.actor, reservation.requesterId, unitIds, reservation);
  const where = { ...reservation, groupSize: details.groupSize === undefined ? reservation.groupSize : details.groupSize };
  const placed = await replaceStays(tx, by, reservation, unitIds, where, {
    overrideReason: input.overrideReason,
    ignoreNotice: true,
  });
  const saved = await saveReservation(tx, by.actor, 'reservation.submit', reservation, {
    state,
    holdExpiresAt: null,
    ...details,
    ...placed,
  });
  await mailAbout(tx, by, 'submitted', saved);
  return saved;
}
