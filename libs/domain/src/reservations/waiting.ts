import type { Day } from '../values/days.js';
import type { ReservationState } from './states.js';

/** A wish that waits until its time comes free. */
export type WaitingState = 'WAITING' | 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'LAPSED' | 'WITHDRAWN' | 'OVER';

export interface Waiting {
  readonly id: string;
  readonly modelId: string;
  /** Only this unit will do; null when any of the model will. */
  readonly unitId: string | null;
  /** Who came first has the lower number. */
  readonly number: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

const HOUR_MS = 3_600_000;

/** Until when an offer stands: its hours, and never into the time that it offers. */
export function offerEnd(now: number, periodStart: number, hours: number): number {
  return Math.min(now + hours * HOUR_MS, periodStart);
}

/** Whether two wishes may be after the same time of the same unit. */
export function compete(a: Waiting, b: Waiting): boolean {
  return (
    a.modelId === b.modelId &&
    a.firstDay <= b.lastDay &&
    b.firstDay <= a.lastDay &&
    (a.unitId === null || b.unitId === null || a.unitId === b.unitId)
  );
}

/** How many of those who wait come before this one for the same days; 0 is the next in line. */
export function aheadOf(wish: Waiting, line: readonly Waiting[]): number {
  return line.filter((other) => other.id !== wish.id && other.number < wish.number && compete(wish, other)).length;
}

/**
 * What became of an offer, read from the reservation that it is: nothing else keeps it, so nothing can differ from it.
 * @param held whether the hold still stands; a hold whose time has passed does not, also before somebody wrote so
 */
export function offerState(reservation: ReservationState, held: boolean): WaitingState {
  if (reservation === 'HELD') return held ? 'OFFERED' : 'LAPSED';
  return reservation === 'EXPIRED' ? 'LAPSED' : 'ACCEPTED';
}
