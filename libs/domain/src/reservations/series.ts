import type { UnitWithTime } from '../availability/alternatives.js';
import {
  type Ask,
  type Availability,
  availability,
  type Taken,
  turnaroundOf,
  type World,
} from '../availability/unit-availability.js';
import { addDays, type Day, daysBetween, eachDay } from '../values/days.js';
import { periodOfDays } from '../values/period.js';

/** Every so many weeks on the same weekday, at one site. */
export interface WeeklyPlan {
  readonly kind: 'WEEKLY';
  readonly siteId: string;
  readonly firstDay: Day;
  /** How many days each time, the days between included. */
  readonly days: number;
  readonly everyWeeks: number;
  readonly times: number;
  /** A week in which the site is closed on the first or last day: left as it is, or left out and made up for at the end. */
  readonly closedWeeks: 'KEEP' | 'MAKE_UP';
}

/** One site after the other, each so many open days, with days between in which the kit travels. */
export interface SitesPlan {
  readonly kind: 'SITES';
  readonly siteIds: readonly string[];
  readonly firstDay: Day;
  /** Open days at each site. */
  readonly days: number;
  /** Days on which the kit can be moved, between two sites. */
  readonly travelDays: number;
}

export type SeriesPlan = WeeklyPlan | SitesPlan;

export interface Occurrence {
  readonly siteId: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export interface SeriesDays {
  readonly occurrences: readonly Occurrence[];
  /** Weeks that were left out because the site is closed. */
  readonly leftOut: readonly Occurrence[];
}

export const MOST_OCCURRENCES = 26;
const MOST_DAYS = 60;
/** How far a closed stretch is followed before giving up: a summer and more. */
const PATIENCE_DAYS = 120;

export type PlanFault = 'times' | 'everyWeeks' | 'days' | 'siteIds' | 'travelDays';

/** The field of a plan that is out of bounds, or null. */
export function planFault(plan: SeriesPlan): PlanFault | null {
  const whole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;
  if (!whole(plan.days, 1, MOST_DAYS)) return 'days';
  if (plan.kind === 'SITES') {
    if (!whole(plan.siteIds.length, 2, MOST_OCCURRENCES)) return 'siteIds';
    return whole(plan.travelDays, 0, 30) ? null : 'travelDays';
  }
  if (!whole(plan.times, 2, MOST_OCCURRENCES)) return 'times';
  if (!whole(plan.everyWeeks, 1, 8)) return 'everyWeeks';
  // Longer than its own rhythm, it would overlap itself.
  return plan.days > plan.everyWeeks * 7 ? 'days' : null;
}

/**
 * The days of a series. Days are counted on the calendar, never in hours, so a change of the clock moves nothing.
 * @param isOpen whether a site is open on a day, holidays and closures counted
 */
export function seriesDays(plan: SeriesPlan, isOpen: (siteId: string, day: Day) => boolean): SeriesDays {
  return plan.kind === 'WEEKLY' ? weekly(plan, isOpen) : oneAfterTheOther(plan, isOpen);
}

function weekly(plan: WeeklyPlan, isOpen: (siteId: string, day: Day) => boolean): SeriesDays {
  const occurrences: Occurrence[] = [];
  const leftOut: Occurrence[] = [];
  for (let week = 0; occurrences.length < plan.times && week < plan.times * 2 + 12; week++) {
    const firstDay = addDays(plan.firstDay, week * plan.everyWeeks * 7);
    const occurrence = { siteId: plan.siteId, firstDay, lastDay: addDays(firstDay, plan.days - 1) };
    const open = isOpen(plan.siteId, firstDay) && isOpen(plan.siteId, occurrence.lastDay);
    if (plan.closedWeeks === 'MAKE_UP' && !open) leftOut.push(occurrence);
    else occurrences.push(occurrence);
  }
  return { occurrences, leftOut };
}

function oneAfterTheOther(plan: SitesPlan, isOpen: (siteId: string, day: Day) => boolean): SeriesDays {
  const occurrences: Occurrence[] = [];
  let from = plan.firstDay;
  for (const [at, siteId] of plan.siteIds.entries()) {
    const firstDay = openDay(siteId, from, 1, isOpen);
    const lastDay = openDay(siteId, firstDay, plan.days, isOpen);
    occurrences.push({ siteId, firstDay, lastDay });
    const next = plan.siteIds[at + 1];
    // The days between are days on which it can leave here and arrive there.
    if (next) from = addDays(travelDay(siteId, next, lastDay, plan.travelDays, isOpen), 1);
  }
  return { occurrences, leftOut: [] };
}

/** The `count`-th open day from a day on; where nothing opens for long, the days as they are. */
function openDay(siteId: string, from: Day, count: number, isOpen: (siteId: string, day: Day) => boolean): Day {
  let left = count;
  for (const day of eachDay(from, addDays(from, PATIENCE_DAYS))) if (isOpen(siteId, day) && --left === 0) return day;
  return addDays(from, count - 1);
}

/** The `count`-th day after a day on which both sites are open. */
function travelDay(siteId: string, next: string, after: Day, count: number, isOpen: (siteId: string, day: Day) => boolean): Day {
  let left = count;
  if (left === 0) return after;
  for (const day of eachDay(addDays(after, 1), addDays(after, PATIENCE_DAYS)))
    if (isOpen(siteId, day) && isOpen(next, day) && --left === 0) return day;
  return addDays(after, count);
}

export interface WantedOccurrence extends Occurrence {
  readonly unitId: string;
}

export interface JudgedOccurrence {
  readonly wanted: WantedOccurrence;
  readonly ask: Ask & { readonly siteId: string };
  readonly availability: Availability;
}

export interface JudgedSeries {
  readonly judged: readonly JudgedOccurrence[];
  /** The units with what is possible of the series as if it were booked. */
  readonly units: ReadonlyMap<string, UnitWithTime>;
}

/**
 * The verdict on each occurrence as if those before it that are possible were booked: three sites in a row need one kit to
 * come from the one to the next, and two occurrences cannot have the same day.
 * @param units with their occupancies over the whole span of the series, in order of time
 */
export function judgeSeries(
  units: readonly UnitWithTime[],
  occurrences: readonly WantedOccurrence[],
  { groupSize, now }: { groupSize: number | null; now: number },
  world: World,
): JudgedSeries {
  const byId = new Map(units.map((each) => [each.unit.id, each]));
  const judged = occurrences.map((wanted, at) => {
    const { firstDay, lastDay, siteId, unitId } = wanted;
    const ask = { firstDay, lastDay, period: periodOfDays(firstDay, lastDay), siteId, groupSize, now };
    const { unit, occupancies } = byId.get(unitId)!;
    const verdict = availability(unit, occupancies, ask, world);
    if (verdict.verdict !== 'UNAVAILABLE') {
      const { before, after } = turnaroundOf(unit, ask.period, world);
      const added: Taken[] = [
        { id: `series ${at}`, kind: 'STAY', siteId: verdict.siteId, reservationId: null, ...ask.period },
        ...[before, after].flatMap((period): Taken[] =>
          period ? [{ id: `series ${at}`, kind: 'TURNAROUND', siteId: null, reservationId: null, ...period }] : [],
        ),
      ];
      byId.set(unitId, { unit, occupancies: [...occupancies, ...added].sort((a, b) => a.start - b.start) });
    }
    return { wanted, ask, availability: verdict };
  });
  return { judged, units: byId };
}

/**
 * The order in which occurrences are moved by a number of days, so that none runs into one that has yet to move: later
 * means the last one first. Cancelling needs no order.
 */
export function movingOrder<T extends { readonly firstDay: Day }>(occurrences: readonly T[], shiftDays: number): T[] {
  const earlierFirst = occurrences.toSorted((a, b) => daysBetween(b.firstDay, a.firstDay));
  return shiftDays > 0 ? earlierFirst.toReversed() : earlierFirst;
}
