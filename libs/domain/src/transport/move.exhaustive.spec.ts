import fc from 'fast-check';
import { type Calendar, compileCalendar, holidayTable } from '../availability/calendar.js';
import { instantAt } from '../values/brussels-time.js';
import { addDays, eachDay } from '../values/days.js';
import type { Period } from '../values/period.js';
import { type MoveRequest, planMove } from './move.js';

const QUARTER = 15 * 60_000;
const names = { nl: 'vrij', fr: 'libre', en: 'free' };

const clock = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

/** Four to seven open weekdays, half of them closed at noon: a day may have two windows, never touching ones. */
const openingHours = fc
  .uniqueArray(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      from: fc.integer({ min: 24, max: 60 }),
      length: fc.integer({ min: 8, max: 36 }),
      noon: fc.option(fc.record({ after: fc.integer({ min: 1, max: 7 }), length: fc.integer({ min: 1, max: 6 }) })),
    }),
    { minLength: 4, maxLength: 7, selector: ({ weekday }) => weekday },
  )
  .map((days) =>
    days.flatMap(({ weekday, from, length, noon }) => {
      const end = Math.min(96, from + length);
      if (!noon || from + noon.after + noon.length >= end) return [{ weekday, from: clock(from), to: clock(end) }];
      const closes = from + noon.after;
      return [
        { weekday, from: clock(from), to: clock(closes) },
        { weekday, from: clock(closes + noon.length), to: clock(end) },
      ];
    }),
  );

/** Gaps of up to six days that start near one of the changes of the clock or near a holiday in the middle of the week. */
const requests = fc
  .record({
    around: fc.constantFrom('2026-10-23', '2027-03-26', '2027-10-29', '2026-11-09'),
    startQuarter: fc.nat(95),
    gapQuarters: fc.integer({ min: 1, max: 6 * 96 }),
    calendars: fc.tuple(openingHours, openingHours, openingHours),
    holiday: fc.nat(5),
    quarters: fc.tuple(fc.nat(10), fc.integer({ min: 1, max: 8 }), fc.nat(10)),
  })
  .map(({ around, startQuarter, gapQuarters, calendars, holiday, quarters: [pack, drive, setup] }): MoveRequest => {
    const off = addDays(around, holiday);
    const table = holidayTable([{ kind: 'PUBLIC', firstDay: off, lastDay: off, names }]);
    const [from, to, transport] = calendars.map((each) =>
      compileCalendar({ openingHours: each, closedInSchoolHolidays: false }, table),
    ) as [Calendar, Calendar, Calendar];
    const leaveAfter = instantAt(around, '00:00') + startQuarter * QUARTER;
    const minutes = { packMinutes: pack * 15, driveMinutes: drive * 15, setupMinutes: setup * 15 };
    return { leaveAfter, readyBefore: leaveAfter + gapQuarters * QUARTER, from, to, transport, ...minutes };
  });

/** The soonest moment of readiness and the last start of packing: every start of every step is tried, none preferred. */
function limits(request: MoveRequest): { ready: number; packStart: number } | undefined {
  const first = new Date(request.leaveAfter - 86_400_000).toISOString().slice(0, 10);
  const days = eachDay(first, addDays(first, 9));
  const open = (calendar: Calendar) => days.flatMap((day) => calendar.windows(day));
  const holds = (windows: readonly Period[], start: number, end: number) =>
    windows.some((window) => window.start <= start && end <= window.end);
  const [from, to, vans] = [open(request.from), open(request.to), open(request.transport)];
  const pack = request.packMinutes * 60_000;
  const drive = request.driveMinutes * 60_000;
  const setup = request.setupMinutes * 60_000;
  const quarters: number[] = [];
  for (let at = request.leaveAfter; at <= request.readyBefore; at += QUARTER) quarters.push(at);
  const packs = quarters.filter((at) => holds(from, at, at + pack));
  const departs = quarters.filter(
    (at) => holds(from, at, at) && holds(vans, at, at + drive) && holds(to, at + drive, at + drive),
  );
  const setups = quarters.filter((at) => holds(to, at, at + setup) && at + setup <= request.readyBefore);
  const ready: number[] = [];
  const packStart: number[] = [];
  for (const depart of departs) {
    const before = packs.filter((start) => start + pack <= depart);
    const after = setups.filter((start) => start >= depart + drive);
    if (!before.length || !after.length) continue;
    ready.push(Math.min(...after) + setup);
    packStart.push(Math.max(...before));
  }
  return ready.length ? { ready: Math.min(...ready), packStart: Math.max(...packStart) } : undefined;
}

describe('every possible schedule', () => {
  it('exists exactly when a move is found, and none is ready sooner or packed later', () => {
    const seen = { fits: 0, refused: 0 };
    fc.assert(
      fc.property(requests, (request) => {
        const plan = planMove(request);
        seen[plan.ok ? 'fits' : 'refused']++;
        const found = plan.ok ? { ready: plan.earliest.ready, packStart: plan.latest.packStart } : undefined;
        expect(found).toEqual(limits(request));
      }),
      { numRuns: 1200 },
    );
    // Neither side is proven by never being met.
    expect(seen.fits).toBeGreaterThan(150);
    expect(seen.refused).toBeGreaterThan(150);
  });
});
