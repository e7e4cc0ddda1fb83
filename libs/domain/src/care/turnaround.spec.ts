import { compileCalendar, holidayTable } from '../availability/calendar.js';
import { instantAt } from '../values/brussels-time.js';
import { periodOfDays } from '../values/period.js';
import { type Turnaround, turnaroundAround } from './turnaround.js';

/** Monday to Friday, 07:30 to 17:30, with a holiday on Wednesday 11 November 2026. */
const calendar = compileCalendar(
  {
    openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '07:30', to: '17:30' })),
    closedInSchoolHolidays: false,
  },
  holidayTable([
    { kind: 'PUBLIC', firstDay: '2026-11-11', lastDay: '2026-11-11', names: { nl: 'Wapenstilstand', fr: 'x', en: 'x' } },
  ]),
);
const NONE = { days: 0, hours: 0 };
const around = (turnaround: Partial<Turnaround>, first = '2026-11-10', last = first) =>
  turnaroundAround({ before: NONE, after: NONE, ...turnaround }, periodOfDays(first, last), calendar);

test('a model without turn-around takes no more than its stay', () => {
  const stay = periodOfDays('2026-11-10', '2026-11-10');
  expect(turnaroundAround(null, stay, calendar)).toEqual({ before: null, after: null, whole: stay });
  expect(around({})).toEqual({ before: null, after: null, whole: stay });
});

test.each([
  // Half an hour is left of Tuesday 10 November; Wednesday is a holiday.
  [{ days: 0, hours: 0.5 }, ['2026-11-10', '17:30']],
  [{ days: 0, hours: 1 }, ['2026-11-12', '08:00']],
  [{ days: 0, hours: 11 }, ['2026-11-13', '08:00']],
  [{ days: 1, hours: 0 }, ['2026-11-12', '17:30']],
  // Then the hours of the next working day.
  [{ days: 1, hours: 2 }, ['2026-11-13', '09:30']],
  // Over a weekend.
  [{ days: 3, hours: 0 }, ['2026-11-16', '17:30']],
] as const)('after a stay of Tuesday: %j ends %j', (after, [day, time]) => {
  const { after: period, whole } = around({ after });
  expect(period).toEqual({ start: instantAt('2026-11-10', '17:00'), end: instantAt(day, time) });
  expect(whole.end).toBe(period!.end);
});

test.each([
  [{ days: 0, hours: 0.5 }, ['2026-11-12', '07:30']],
  [{ days: 0, hours: 1 }, ['2026-11-10', '17:00']],
  [{ days: 1, hours: 0 }, ['2026-11-10', '07:30']],
  [{ days: 2, hours: 1 }, ['2026-11-06', '16:30']],
] as const)('before a stay of Thursday: %j begins %j', (before, [day, time]) => {
  const { before: period, whole } = around({ before }, '2026-11-12');
  expect(period).toEqual({ start: instantAt(day, time), end: instantAt('2026-11-12', '08:00') });
  expect(whole.start).toBe(period!.start);
});

test('where nobody ever works the plain hours count, rather than never', () => {
  const never = compileCalendar({ openingHours: [], closedInSchoolHolidays: false }, holidayTable([]));
  const stay = periodOfDays('2026-11-10', '2026-11-10');
  const { before, after } = turnaroundAround({ before: { days: 0, hours: 2 }, after: { days: 1, hours: 1 } }, stay, never);
  expect(stay.start - before!.start).toBe(2 * 3_600_000);
  expect(after!.end - stay.end).toBe(9 * 3_600_000);
});
