import type { Calendar } from '../availability/calendar.js';
import { dayOf } from '../values/brussels-time.js';
import { addDays } from '../values/days.js';
import type { Period } from '../values/period.js';

const HOUR_MS = 3_600_000;
/** Longer than the summer holidays; who never works needs the plain hours. */
const HORIZON_DAYS = 120;

export const TURNAROUND_KINDS = ['CHECK', 'CLEAN', 'CHARGE', 'REIMAGE'] as const;
export type TurnaroundKind = (typeof TURNAROUND_KINDS)[number];
export type TurnaroundPhase = 'BEFORE' | 'AFTER';

/** Working time that a loan needs on one side: whole working days, and hours within working hours. */
export interface WorkingTime {
  readonly days: number;
  readonly hours: number;
}

/** What a model needs before and after each loan. */
export interface Turnaround {
  readonly before: WorkingTime;
  readonly after: WorkingTime;
}

export interface TurnaroundPeriods {
  readonly before: Period | null;
  readonly after: Period | null;
  /** From the first moment of making ready to the last of putting right, the stay between them. */
  readonly whole: Period;
}

/** The time around a stay that goes to turn-around, by the calendar of who does it. */
export function turnaroundAround(turnaround: Turnaround | null | undefined, stay: Period, calendar: Calendar): TurnaroundPeriods {
  const start = turnaround ? startBefore(turnaround.before, stay.start, calendar) : stay.start;
  const end = turnaround ? endAfter(turnaround.after, stay.end, calendar) : stay.end;
  return {
    before: start < stay.start ? { start, end: stay.start } : null,
    after: end > stay.end ? { start: stay.end, end } : null,
    whole: { start, end },
  };
}

/** When work that begins at an instant at the earliest is done: first whole working days, then hours of working time. */
function endAfter({ days, hours }: WorkingTime, from: number, calendar: Calendar): number {
  let at = from;
  let day = dayOf(from);
  for (let left = days, steps = 0; left > 0; steps++) {
    if (steps > HORIZON_DAYS) return from + (days * 8 + hours) * HOUR_MS;
    day = addDays(day, 1);
    const last = calendar.windows(day).at(-1);
    if (!last) continue;
    at = last.end;
    left--;
  }
  let left = hours * HOUR_MS;
  day = dayOf(at);
  for (let steps = 0; left > 0; steps++, day = addDays(day, 1)) {
    if (steps > HORIZON_DAYS) return at + left;
    for (const window of calendar.windows(day)) {
      const start = Math.max(at, window.start);
      if (start >= window.end) continue;
      const taken = Math.min(left, window.end - start);
      left -= taken;
      if (left === 0) return start + taken;
    }
  }
  return at;
}

/** The same from the other end: when work must begin to be done by an instant. */
function startBefore({ days, hours }: WorkingTime, until: number, calendar: Calendar): number {
  let at = until;
  let day = dayOf(until);
  for (let left = days, steps = 0; left > 0; steps++) {
    if (steps > HORIZON_DAYS) return until - (days * 8 + hours) * HOUR_MS;
    day = addDays(day, -1);
    const first = calendar.windows(day)[0];
    if (!first) continue;
    at = first.start;
    left--;
  }
  let left = hours * HOUR_MS;
  day = dayOf(at);
  for (let steps = 0; left > 0; steps++, day = addDays(day, -1)) {
    if (steps > HORIZON_DAYS) return at - left;
    for (const window of calendar.windows(day).toReversed()) {
      const end = Math.min(at, window.end);
      if (end <= window.start) continue;
      const taken = Math.min(left, end - window.start);
      left -= taken;
      if (left === 0) return end - taken;
    }
  }
  return at;
}
