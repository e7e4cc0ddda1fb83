import { type Action, can, dayOf, nextState, type ReservationAction } from '@karavaan/domain';
import type { Actor } from '../auth/actor.js';
import type { Host } from './with-reservation.js';
import { stateNow } from './state-now.js';
import type { Reservation } from './reservation.entity.js';

const ACTIONS: readonly [name: string, transition: ReservationAction, action: Action][] = [
  ['SUBMIT', 'SUBMIT', 'reservation.submit'],
  ['RELEASE', 'RELEASE', 'reservation.hold'],
  ['CONFIRM', 'CONFIRM', 'reservation.confirm'],
  ['REJECT', 'REJECT', 'reservation.reject'],
  ['CHANGE', 'CHANGE', 'reservation.change'],
  ['CANCEL', 'CANCEL', 'reservation.cancel'],
  ['REINSTATE', 'REINSTATE', 'reservation.reinstate'],
  ['REPORT', 'REPORT', 'reservation.report'],
];

/** What this viewer may do to this reservation now: the policy and the transition table, and the day. */
export function allowedActions(actor: Actor, reservation: Reservation, host: Host, now = Date.now()): string[] {
  const today = dayOf(now);
  const subject = { organisationId: reservation.organisationId, ...host };
  return ACTIONS.filter(
    ([name, transition, action]) =>
      can(actor, action, subject) &&
      nextState(transition, stateNow(reservation, now), reservation.stateBeforeCancel) !== undefined &&
      (name !== 'REPORT' || reservation.firstDay <= today) &&
      (!['CHANGE', 'CANCEL', 'REINSTATE'].includes(name) || reservation.lastDay >= today),
  )
    .map(([name]) => name)
    .concat(can(actor, 'reservation.adjust', subject) && mayNoteNoShow(reservation, today) ? ['NO_SHOW'] : []);
}

function mayNoteNoShow({ state, firstDay, noShow }: Reservation, today: string): boolean {
  return noShow || ((state === 'CONFIRMED' || state === 'ENDED') && firstDay <= today);
}
