import { dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { Occupancy } from '../placement/occupancy.entity.js';
import { refuse } from '../platform/refuse.js';
import type { Reservation } from './reservation.entity.js';
import { type By, lockReservation, requireAllowed, requireVersion, saveReservation } from './with-reservation.js';

/** Writes down that nobody came for what was agreed, or takes that back. It has no other effect. */
export async function noteNoShow(
  tx: EntityManager,
  by: By,
  { id, version, noShow }: { id: string; version: number; noShow: boolean },
): Promise<Reservation> {
  const { reservation } = await lockReservation(tx, by.actor, id);
  requireAllowed(by.actor, 'reservation.adjust', reservation);
  requireVersion(reservation, version);
  const handedOver = await tx
    .createQueryBuilder(Occupancy, 'o')
    .where(`o.reservation_id = :id AND o.active AND o.kind = 'STAY' AND o.stay_state <> 'PLANNED'`, { id })
    .getExists();
  const agreed = reservation.state === 'CONFIRMED' || reservation.state === 'ENDED';
  if (noShow && (!agreed || handedOver)) refuse('STATE_CHANGED', { reservationId: id, available: reservation.state });
  if (noShow && reservation.firstDay > dayOf(Date.now()))
    refuse('INVALID_INPUT', { field: 'firstDay', firstDay: reservation.firstDay });
  if (reservation.noShow === noShow) return reservation;
  return saveReservation(tx, by.actor, 'reservation.noShow', reservation, { noShow });
}
