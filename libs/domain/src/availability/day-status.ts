import { dayOf } from '../values/brussels-time.js';
import { type Day, eachDay } from '../values/days.js';
import { overlaps, type Period, periodOfDays } from '../values/period.js';
import type { PlacementRefusalCode } from '../values/refusal.js';
import { availability, type Taken, type UnitFacts, type World } from './unit-availability.js';
import type { ClosedReason } from './calendar.js';

/** LEAVES: the kit comes from its last stay; ARRIVES: it has to go on to its next one; CLOSED: also the past. */
export type DayStatus = 'FREE' | 'ARRIVES' | 'LEAVES' | 'TAKEN' | 'CLOSED';

export interface CalendarDay {
  readonly date: Day;
  readonly status: DayStatus;
  readonly closed:
    | ClosedReason
    | { readonly kind: 'PAST' }
    | { readonly kind: 'NOTICE' }
    | { readonly kind: 'UNIT' | 'DEFECT' | 'ROUND' | 'TURNAROUND' | 'MAINTENANCE' | 'INSTRUCTOR' }
    | null;
}

const UNIT_CLOSED: readonly PlacementRefusalCode[] = ['UNIT_OUT_OF_SERVICE', 'INSPECTION_EXPIRED'];

/**
 * A unit's calendar as seen from a site (null: from where it stands). It asks `availability` for each day, so a day that
 * is FREE here can be reserved as a single day, as far as time and place go; whether the model fits the site is told
 * beside the calendar, once.
 */
export function dayStatuses(
  unit: UnitFacts,
  occupancies: readonly Taken[],
  { from, to, siteId, now }: { from: Day; to: Day; siteId: string | null; now: number },
  world: World,
): CalendarDay[] {
  const today = dayOf(now);
  return eachDay(from, to).map((date) => {
    const period = periodOfDays(date, date);
    const verdict = availability(
      unit,
      occupancies,
      { firstDay: date, lastDay: date, period, siteId, groupSize: null, now },
      world,
    );
    const codes = new Set(verdict.refusals.map((refusal) => refusal.code));
    if (codes.has('UNIT_TAKEN') || codes.has('TURNAROUND'))
      return { date, status: 'TAKEN', closed: takenBy(occupancies, period) };
    if (date < today || codes.has('IN_THE_PAST')) return { date, status: 'CLOSED', closed: { kind: 'PAST' } };
    if (codes.has('SITE_NOT_VALID')) return { date, status: 'CLOSED', closed: { kind: 'NOT_VALID' } };
    if (codes.has('SITE_CLOSED'))
      return { date, status: 'CLOSED', closed: world.site(verdict.siteId).calendar.closedReason(date) };
    if (codes.has('UNIT_DEFECT')) return { date, status: 'CLOSED', closed: { kind: 'DEFECT' } };
    if (UNIT_CLOSED.some((code) => codes.has(code))) return { date, status: 'CLOSED', closed: { kind: 'UNIT' } };
    if (codes.has('IN_ROUND')) return { date, status: 'CLOSED', closed: { kind: 'ROUND' } };
    if (codes.has('INSTRUCTOR_MISSING')) return { date, status: 'CLOSED', closed: { kind: 'INSTRUCTOR' } };
    if (codes.has('TOO_FAR_BEFORE')) return { date, status: 'LEAVES', closed: null };
    if (codes.has('TOO_FAR_AFTER')) return { date, status: 'ARRIVES', closed: null };
    if (codes.has('TOO_SHORT_NOTICE')) return { date, status: 'CLOSED', closed: { kind: 'NOTICE' } };
    return { date, status: 'FREE', closed: null };
  });
}

/** Why it is taken, where that is no loan: for whom it is taken is not everybody's business, that it is being cleaned is. */
function takenBy(occupancies: readonly Taken[], period: Period): CalendarDay['closed'] {
  const there = occupancies.filter((taken) => overlaps(taken, period));
  if (there.some((taken) => taken.kind === 'STAY' || taken.kind === 'BLOCK')) return null;
  return { kind: there.some((taken) => taken.kind === 'MAINTENANCE') ? 'MAINTENANCE' : 'TURNAROUND' };
}
