import type { ReservationState } from './enums.js';
import type { Reservation } from './reservation.entity.js';

/** A hold whose time has passed is expired, also before a sweep has written so. */
export function stateNow(reservation: Pick<Reservation, 'state' | 'holdExpiresAt'>, now = Date.now()): ReservationState {
  const over = reservation.state === 'HELD' && reservation.holdExpiresAt!.getTime() <= now;
  return over ? 'EXPIRED' : reservation.state;
}
