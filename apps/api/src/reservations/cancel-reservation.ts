import { dayOf, isLateCancellation } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { releaseStays } from '../placement/write-stays.js';
import { refuse } from '../platform/refuse.js';
import { mailAbout } from './mail-about.js';
import type { Reservation } from './reservation.entity.js';
import { type By, lockReservation, requireAllowed, requireNext, requireVersion, saveReservation } from './with-reservation.js';

/** Gives the time back; what is over can no longer be cancelled. `reinstateReservation` undoes it while nobody took the time. @param tell false when the caller tells it with more */
export async function cancelReservation(
  tx: EntityManager,
  by: By,
  input: { id: string; version: number; reason?: string | null },
  { tell = true } = {},
): Promise<Reservation> {
  const reason = input.reason?.trim().slice(0, 1_000) || null;
  const { reservation } = await lockReservation(tx, by.actor, input.id);
  requireAllowed(by.actor, 'reservation.cancel', reservation);
  const state = requireNext(reservation, 'CANCEL');
  requireVersion(reservation, input.version);
  const today = dayOf(Date.now());
  if (reservation.lastDay < today) refuse('IN_THE_PAST', { firstDay: reservation.firstDay, lastDay: reservation.lastDay });
  await releaseStays(tx, input.id);
  const saved = await saveReservation(tx, by.actor, 'reservation.cancel', reservation, {
    state,
    stateBeforeCancel: reservation.state,
    decisionReason: reason,
    cancelledLate:
      by.actor.organisationId === reservation.organisationId &&
      isLateCancellation(reservation.firstDay, today, by.settings.noticeDays),
  });
  if (tell) await mailAbout(tx, by, 'cancelled', saved, reason);
  return saved;
}
