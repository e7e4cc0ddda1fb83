import { instantAt } from './brussels-time.js';
import type { Day } from './days.js';

/** Half-open `[start, end)` in epoch milliseconds: what ends at 12:30 and what begins at 12:30 do not overlap. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** The parts of a booking day: a booking in whole days runs from the first one's start to the last one's end. */
export const DAY_PARTS = [
  { from: '08:00', to: '12:30' },
  { from: '12:30', to: '17:00' },
] as const;

export function overlaps(a: Period, b: Period): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Period, inner: Period): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The period of a booking in whole days, both days included. */
export function periodOfDays(firstDay: Day, lastDay: Day): Period {
  return { start: instantAt(firstDay, DAY_PARTS[0].from), end: instantAt(lastDay, DAY_PARTS[1].to) };
}

/** What remains of `whole` when `parts` (in any order, overlapping or not) are taken out, in order of time. */
export function subtract(whole: Period, parts: readonly Period[]): Period[] {
  const free: Period[] = [];
  let at = whole.start;
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    if (part.end <= at || part.start >= whole.end) continue;
    if (part.start > at) free.push({ start: at, end: part.start });
    at = part.end;
  }
  if (at < whole.end) free.push({ start: at, end: whole.end });
  return free;
}
