import { can } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { releaseStays } from '../../../placement/write-stays.js';
import type { RefusalReason } from '../../../platform/graphql/refusal.js';
import { mailAbout } from '../../../reservations/mail-about.js';
import { replaceStays } from '../../../reservations/replace-stays.js';
import { Reservation } from '../../../reservations/reservation.entity.js';
import { type By, requireNext, requireVersion, saveReservation } from '../../../reservations/with-reservation.js';
import { refuse } from '../../../platform/refuse.js';
import { reasonsOf } from './reasons-of.js';
import type { ProposalItem } from './proposal-item.entity.js';

/** A booking that leaves its place, as it was. */
export type Leaving = Reservation;

/** Locks the bookings that move, in id order, checks that they are as the plan saw them, and frees their time. */
export async function releaseMoves(
  tx: EntityManager,
  by: By,
  items: readonly ProposalItem[],
  refused: (item: ProposalItem, reasons: readonly RefusalReason[]) => void,
): Promise<ReadonlyMap<string, Leaving>> {
  const leaving = new Map<string, Leaving>();
  for (const item of items.toSorted((a, b) => (a.reservationId! < b.reservationId! ? -1 : 1))) {
    try {
      leaving.set(item.id, await lockMove(tx, by, item));
    } catch (error) {
      refused(item, reasonsOf(error));
    }
  }
  for (const { id } of leaving.values()) await releaseStays(tx, id);
  return leaving;
}

async function lockMove(tx: EntityManager, by: By, item: ProposalItem): Promise<Reservation> {
  const reservation = await tx.findOne(Reservation, { where: { id: item.reservationId! }, lock: { mode: 'pessimistic_write' } });
  if (!reservation) refuse('NOT_FOUND', { field: 'itemIds' });
  if (!can(by.actor, 'reservation.adjust', { organisationId: reservation.organisationId })) refuse('NOT_ALLOWED');
  requireNext(reservation, 'ADJUST');
  requireVersion(reservation, item.seenVersion);
  const stays = await tx.query<{ unitId: string; state: string }[]>(
    `SELECT unit_id AS "unitId", stay_state AS state FROM occupancy WHERE reservation_id = $1 AND active AND kind = 'STAY'`,
    [reservation.id],
  );
  const [stay] = stays;
  if (stays.length !== 1 || stay!.unitId !== item.before!.unitId || stay!.state !== 'PLANNED')
    refuse('STATE_CHANGED', { reservationId: reservation.id });
  return reservation;
}

/** Puts a booking at its new unit and days through the guard of a booking, and tells its requester. */
export async function applyMove(tx: EntityManager, by: By, item: ProposalItem, reservation: Leaving): Promise<void> {
  const { siteId, groupSize } = reservation;
  const { firstDay, lastDay } = item;
  const placed = await replaceStays(
    tx,
    by,
    reservation,
    [item.unitId!],
    { siteId, groupSize, firstDay, lastDay },
    { ignoreNotice: true },
  );
  const saved = await saveReservation(tx, by.actor, 'reservation.repair', reservation, placed);
  await mailAbout(tx, by, 'changed', saved);
}
