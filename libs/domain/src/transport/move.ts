import type { Calendar } from '../availability/calendar.js';
import { dayOf } from '../values/brussels-time.js';
import { addDays, type Day } from '../values/days.js';
import type { Period } from '../values/period.js';

const MINUTE_MS = 60_000;
/** How far each step looks for a window: longer than the summer holidays (62 days), during which a school is closed. */
const HORIZON_DAYS = 90;

/** What a move needs; instants in epoch ms. */
export interface MoveRequest {
  /** Packing starts at this instant or later. */
  readonly leaveAfter: number;
  /** Set-up has ended by this instant. */
  readonly readyBefore: number;
  readonly from: Calendar;
  readonly to: Calendar;
  readonly transport: Calendar;
  readonly packMinutes: number;
  readonly driveMinutes: number;
  readonly setupMinutes: number;
}

/** When each step of a move happens; instants in epoch ms. Packing, driving and set-up take their full minutes. */
export interface MoveSchedule {
  readonly packStart: number;
  readonly depart: number;
  readonly arrive: number;
  readonly setupStart: number;
  readonly ready: number;
}

export type MovePlan =
  | { readonly ok: true; readonly earliest: MoveSchedule; readonly latest: MoveSchedule }
  | { readonly ok: false; readonly missing: 'PACK' | 'DRIVE' | 'SETUP' | 'TIME' };

/**
 * Packs inside one opening window of `from`, drives inside one window of the transport service (leaving while `from` is
 * open, arriving while `to` is open: the closing moment itself still counts) and sets up inside one opening window of
 * `to`; each step may wait for a next window. Both sites by their moving windows. Taking each step as early as possible is optimal, since every step's end grows with its start; the latest
 * schedule is the same from the other end.
 */
export function planMove(request: MoveRequest): MovePlan {
  const earliest = earliestSchedule(request);
  if (typeof earliest === 'string') return { ok: false, missing: earliest };
  if (earliest.ready > request.readyBefore) return { ok: false, missing: 'TIME' };
  return { ok: true, earliest, latest: latestSchedule(request) ?? earliest };
}

function earliestSchedule(request: MoveRequest): MoveSchedule | 'PACK' | 'DRIVE' | 'SETUP' {
  const pack = request.packMinutes * MINUTE_MS;
  const drive = request.driveMinutes * MINUTE_MS;
  const setup = request.setupMinutes * MINUTE_MS;
  const packStart = earliestIn(request.from, request.leaveAfter, pack);
  if (packStart === undefined) return 'PACK';
  const depart = earliestDeparture(request, packStart + pack, drive);
  if (depart === undefined) return 'DRIVE';
  const setupStart = earliestIn(request.to, depart + drive, setup);
  if (setupStart === undefined) return 'SETUP';
  return { packStart, depart, arrive: depart + drive, setupStart, ready: setupStart + setup };
}

function latestSchedule(request: MoveRequest): MoveSchedule | undefined {
  const pack = request.packMinutes * MINUTE_MS;
  const drive = request.driveMinutes * MINUTE_MS;
  const setup = request.setupMinutes * MINUTE_MS;
  const setupStart = latestIn(request.to, request.readyBefore, setup);
  if (setupStart === undefined) return undefined;
  const depart = latestDeparture(request, setupStart, drive);
  if (depart === undefined) return undefined;
  const packStart = latestIn(request.from, depart, pack);
  if (packStart === undefined || packStart < request.leaveAfter) return undefined;
  return { packStart, depart, arrive: depart + drive, setupStart, ready: setupStart + setup };
}

/** The days within the horizon of an instant, forward (1) or back (-1), its own first. */
function* daysFrom(instant: number, step: 1 | -1): Generator<Day> {
  let day = dayOf(instant);
  for (let at = 0; at <= HORIZON_DAYS; at++, day = addDays(day, step)) yield day;
}

/** The first instant ≥ `after` from which `length` ms fit in one window. */
function earliestIn(calendar: Calendar, after: number, length: number): number | undefined {
  for (const day of daysFrom(after, 1)) {
    for (const window of calendar.movingWindows(day)) {
      const start = Math.max(after, window.start);
      if (start + length <= window.end) return start;
    }
  }
  return undefined;
}

/** The last instant from which `length` ms fit in one window and end ≤ `before`. */
function latestIn(calendar: Calendar, before: number, length: number): number | undefined {
  for (const day of daysFrom(before, -1)) {
    const windows = calendar.movingWindows(day);
    for (let at = windows.length - 1; at >= 0; at--) {
      const start = Math.min(before, windows[at]!.end) - length;
      if (start >= windows[at]!.start) return start;
    }
  }
  return undefined;
}

/** The spans of a day in which a departure works, for every combination of windows that meets. */
function departures({ from, to, transport }: MoveRequest, day: Day, drive: number): Period[] {
  const spans: Period[] = [];
  for (const shift of transport.windows(day)) {
    for (const leaving of from.movingWindows(day)) {
      for (const arriving of to.movingWindows(day)) {
        const start = Math.max(shift.start, leaving.start, arriving.start - drive);
        const end = Math.min(shift.end - drive, leaving.end, arriving.end - drive);
        if (start <= end) spans.push({ start, end });
      }
    }
  }
  return spans;
}

function earliestDeparture(request: MoveRequest, after: number, drive: number): number | undefined {
  for (const day of daysFrom(after, 1)) {
    const starts = departures(request, day, drive)
      .filter((span) => span.end >= after)
      .map((span) => Math.max(span.start, after));
    if (starts.length) return Math.min(...starts);
  }
  return undefined;
}

function latestDeparture(request: MoveRequest, arriveBefore: number, drive: number): number | undefined {
  const before = arriveBefore - drive;
  for (const day of daysFrom(before, -1)) {
    const ends = departures(request, day, drive)
      .filter((span) => span.start <= before)
      .map((span) => Math.min(span.end, before));
    if (ends.length) return Math.max(...ends);
  }
  return undefined;
}
