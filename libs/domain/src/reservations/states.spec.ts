import {
  nextState,
  nextStayState,
  occupies,
  RESERVATION_TRANSITIONS,
  type ReservationAction,
  type ReservationState,
  STAY_TRANSITIONS,
  type StayAction,
  type StayState,
} from './states.js';

const STATES: readonly ReservationState[] = ['HELD', 'SUBMITTED', 'CONFIRMED', 'ENDED', 'REJECTED', 'CANCELLED', 'EXPIRED'];
const ACTIONS = Object.keys(RESERVATION_TRANSITIONS) as ReservationAction[];

/** What each action may do, from HELD, SUBMITTED, CONFIRMED, ENDED, REJECTED, CANCELLED and EXPIRED in this order. */
const EXPECTED: Record<ReservationAction, readonly (ReservationState | undefined)[]> = {
  EXTEND: ['HELD', undefined, undefined, undefined, undefined, undefined, undefined],
  SUBMIT: ['SUBMITTED', undefined, undefined, undefined, undefined, undefined, undefined],
  RELEASE: ['EXPIRED', undefined, undefined, undefined, undefined, undefined, undefined],
  EXPIRE: ['EXPIRED', undefined, undefined, undefined, undefined, undefined, undefined],
  CONFIRM: [undefined, 'CONFIRMED', undefined, undefined, undefined, undefined, undefined],
  REJECT: [undefined, 'REJECTED', undefined, undefined, undefined, undefined, undefined],
  CHANGE: ['HELD', 'SUBMITTED', 'SUBMITTED', undefined, undefined, undefined, undefined],
  ADJUST: ['HELD', 'SUBMITTED', 'CONFIRMED', undefined, undefined, undefined, undefined],
  CANCEL: [undefined, 'CANCELLED', 'CANCELLED', undefined, undefined, undefined, undefined],
  REINSTATE: [undefined, undefined, undefined, undefined, undefined, 'CONFIRMED', undefined],
  REPORT: [undefined, undefined, 'ENDED', undefined, undefined, undefined, undefined],
};

describe('the states of a reservation', () => {
  it('has an answer for every action in every state', () => {
    expect(ACTIONS.toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
    for (const action of ACTIONS)
      expect([action, STATES.map((state) => nextState(action, state, 'CONFIRMED'))]).toEqual([action, EXPECTED[action]]);
  });

  it('reinstates to the state before the cancellation, and not when there was none', () => {
    expect(nextState('REINSTATE', 'CANCELLED', 'SUBMITTED')).toBe('SUBMITTED');
    expect(nextState('REINSTATE', 'CANCELLED', 'CONFIRMED')).toBe('CONFIRMED');
    expect(nextState('REINSTATE', 'CANCELLED')).toBeUndefined();
  });

  it.each(['ENDED', 'REJECTED', 'EXPIRED'] as const)('leads nowhere from %s', (state) => {
    expect(ACTIONS.filter((action) => nextState(action, state, 'CONFIRMED'))).toEqual([]);
  });

  it('can reach every state from a hold', () => {
    const reached = new Set<ReservationState>(['HELD']);
    for (const from of reached)
      for (const action of ACTIONS) {
        const to = nextState(action, from, 'CONFIRMED');
        if (to) reached.add(to);
      }
    expect(reached).toEqual(new Set(STATES));
  });

  it('takes time while it is held, pending, confirmed or over, and frees it otherwise', () => {
    expect(STATES.filter(occupies)).toEqual(['HELD', 'SUBMITTED', 'CONFIRMED', 'ENDED']);
  });
});

describe('the states of a stay', () => {
  const stays: readonly StayState[] = ['PLANNED', 'PICKED_UP', 'ON_SITE', 'RELEASED'];

  it('has an answer for every action in every state', () => {
    const table = (Object.keys(STAY_TRANSITIONS) as StayAction[]).map((action) => [
      action,
      ...stays.map((state) => nextStayState(action, state)),
    ]);
    expect(table).toEqual([
      ['PICK_UP', 'PICKED_UP', undefined, undefined, undefined],
      ['SET_UP', 'ON_SITE', 'ON_SITE', undefined, undefined],
      ['RELEASE', undefined, undefined, 'RELEASED', undefined],
    ]);
  });
});
