export type ReservationState = 'HELD' | 'SUBMITTED' | 'CONFIRMED' | 'ENDED' | 'REJECTED' | 'CANCELLED' | 'EXPIRED';
export type StayState = 'PLANNED' | 'PICKED_UP' | 'ON_SITE' | 'RELEASED';

export type ReservationAction =
  | 'EXTEND'
  | 'SUBMIT'
  | 'RELEASE'
  | 'EXPIRE'
  | 'CONFIRM'
  | 'REJECT'
  | 'CHANGE'
  | 'ADJUST'
  | 'CANCEL'
  | 'REINSTATE'
  | 'REPORT';

/** From which state an action leads to which; what is not here is refused. BEFORE is the state before the cancellation. */
export const RESERVATION_TRANSITIONS: Record<
  ReservationAction,
  Partial<Record<ReservationState, ReservationState | 'BEFORE'>>
> = {
  EXTEND: { HELD: 'HELD' },
  SUBMIT: { HELD: 'SUBMITTED' },
  // A hold that is let go ends as one whose time ran out: nothing was reserved, so nothing was cancelled.
  RELEASE: { HELD: 'EXPIRED' },
  EXPIRE: { HELD: 'EXPIRED' },
  CONFIRM: { SUBMITTED: 'CONFIRMED' },
  REJECT: { SUBMITTED: 'REJECTED' },
  // A changed wish waits for its decision again; who may decide adjusts without that step.
  CHANGE: { HELD: 'HELD', SUBMITTED: 'SUBMITTED', CONFIRMED: 'SUBMITTED' },
  ADJUST: { HELD: 'HELD', SUBMITTED: 'SUBMITTED', CONFIRMED: 'CONFIRMED' },
  CANCEL: { SUBMITTED: 'CANCELLED', CONFIRMED: 'CANCELLED' },
  REINSTATE: { CANCELLED: 'BEFORE' },
  REPORT: { CONFIRMED: 'ENDED' },
};

/** The state after an action, or undefined when the action is not possible in this state. */
export function nextState(
  action: ReservationAction,
  from: ReservationState,
  beforeCancel: ReservationState | null = null,
): ReservationState | undefined {
  const to = RESERVATION_TRANSITIONS[action][from];
  return to === 'BEFORE' ? (beforeCancel ?? undefined) : to;
}

/** Whether a reservation in this state takes its units' time. A hold does so until it expires. */
export function occupies(state: ReservationState): boolean {
  return state === 'HELD' || state === 'SUBMITTED' || state === 'CONFIRMED' || state === 'ENDED';
}

export type StayAction = 'PICK_UP' | 'SET_UP' | 'RELEASE';

/** A unit that stands there already goes from PLANNED to ON_SITE without a pick-up. */
export const STAY_TRANSITIONS: Record<StayAction, Partial<Record<StayState, StayState>>> = {
  PICK_UP: { PLANNED: 'PICKED_UP' },
  SET_UP: { PLANNED: 'ON_SITE', PICKED_UP: 'ON_SITE' },
  RELEASE: { ON_SITE: 'RELEASED' },
};

export function nextStayState(action: StayAction, from: StayState): StayState | undefined {
  return STAY_TRANSITIONS[action][from];
}
