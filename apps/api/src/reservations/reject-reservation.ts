import type { EntityManager } from 'typeorm';
import { releaseStays } from '../placement/write-stays.js';
import { checkReason } from './details.js';
import { mailAbout } from './mail-about.js';
import type { Reservation } from './reservation.entity.js';
import { type By, lockReservation, requireAllowed, requireNext, requireVersion, saveReservation } from './with-reservation.js';

/** Says no, with the reason that the requester reads; the time is free again. */
export async function rejectReservation(
  tx: EntityManager,
  by: By,
  input: { id: string; version: number; reason: string },
): Promise<Reservation> {
  const reason = checkReason(input.reason, 'reason');
  const { reservation, hostOrganisationId, hostOfAll } = await lockReservation(tx, by.actor, input.id);
  requireAllowed(by.actor, 'reservation.reject', { organisationId: reservation.organisationId, hostOrganisationId, hostOfAll });
  const state = requireNext(reservation, 'REJECT');
  requireVersion(reservation, input.version);
  await releaseStays(tx, input.id);
  const saved = await saveReservation(tx, by.actor, 'reservation.reject', reservation, {
    state,
    decidedBy: by.actor.personId,
    decidedAt: new Date(),
    decisionReason: reason,
  });
  await mailAbout(tx, by, 'rejected', saved, reason);
  return saved;
}
