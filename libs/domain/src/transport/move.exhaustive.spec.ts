import fc from 'fast-check';
import { type Calendar, compileCalendar, holidayTable } from '../availability/calendar.js';
import { instantAt } from '../values/brussels-time.js';
import { addDays, eachDay } from '../values/days.js';
import { type MoveRequest, planMove } from './move.js';

const QUARTER = 15 * 60_000;
const names = { nl: 'vrij', fr: 'libre', en: 'free' };

const hours = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 24, max: 60 }), fc.integer({ min: 8, max: 44 }))
  .map(([weekday, from, length]) => ({ weekday, from: clock(from), to: clock(Math.min(96, from + length)) }));
const clock = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

/** One window on each open weekday, four to seven of them. */
const openingHours = fc.uniqueArray(hours, { minLength: 4, maxLength: 7, selector: ({ weekday }) => weekday });

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

/** Whether any schedule exists: every start of every step is tried, none is preferred. */
function someSchedule(request: MoveRequest): boolean {
  const first = new Date(request.leaveAfter - 86_400_000).toISOString().slice(0, 10);
  const days = eachDay(first, addDays(first, 9));
  const open = (calendar: Calendar) => days.flatMap((day) => calendar.windows(day));
  const holds = (windows: readonly { start: number; end: number }[], start: number, end: number) =>
    windows.some((window) => window.start <= start && end <= window.end);
  const [from, to, vans] = [open(request.from), open(request.to), open(request.transport)];
  const [pack, drive, setup] = [request.packMinutes, request.driveMinutes, request.setupMinutes].map((each) => each * 60_000) as [
    number,
    number,
    number,
  ];
  const quarters: number[] = [];
  for (let at = request.leaveAfter; at <= request.readyBefore; at += QUARTER) quarters.push(at);
  const packed = quarters.filter((at) => holds(from, at, at + pack)).map((at) => at + pack);
  const departures = quarters.filter(
    (at) => holds(from, at, at) && holds(vans, at, at + drive) && holds(to, at + drive, at + drive),
  );
  const setups = quarters.filter((at) => holds(to, at, at + setup) && at + setup <= request.readyBefore);
  return departures.some((depart) => packed.some((end) => end <= depart) && setups.some((start) => start >= depart + drive));
}

describe('every possible schedule', () => {
  it('exists exactly when a move is found, around clock changes and holidays', () => {
    const seen = { fits: 0, refused: 0 };
    fc.assert(
      fc.property(requests, (request) => {
        const found = planMove(request).ok;
        seen[found ? 'fits' : 'refused']++;
        expect(found).toBe(someSchedule(request));
      }),
      { numRuns: 1200 },
    );
    // Neither side is proven by never being met.
    expect(seen.fits).toBeGreaterThan(150);
    expect(seen.refused).toBeGreaterThan(150);
  });
});
