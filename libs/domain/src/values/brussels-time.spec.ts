import fc from 'fast-check';
import { dayOf, instantAt, offsetMinutes, timeOf } from './brussels-time.js';
import { fromEpochDay } from './days.js';

const HOUR = 3_600_000;
const utc = (text: string) => Date.parse(`${text}Z`);

/** The time zone data of the runtime: slow, and independent of our rule. */
const reference = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
});

describe('the clock in Brussels', () => {
  it('agrees with the time zone data at any minute from 2000 to 2060', () => {
    fc.assert(
      fc.property(fc.integer({ min: utc('2000-01-01T00:00') / 60_000, max: utc('2060-01-01T00:00') / 60_000 }), (minute) => {
        const instant = minute * 60_000;
        expect(`${dayOf(instant)} ${timeOf(instant)}`).toBe(reference.format(instant));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['2026-03-29T01:00', 60, 120],
    ['2026-10-25T01:00', 120, 60],
    ['2027-03-28T01:00', 60, 120],
    ['2027-10-31T01:00', 120, 60],
  ])('changes at %s UTC', (at, before, after) => {
    expect(offsetMinutes(utc(at) - 1)).toBe(before);
    expect(offsetMinutes(utc(at))).toBe(after);
  });

  it('finds 08:00 in winter and in summer', () => {
    expect(instantAt('2027-03-27', '08:00')).toBe(utc('2027-03-27T07:00')); // UTC + 1
    expect(instantAt('2027-03-28', '08:00')).toBe(utc('2027-03-28T06:00')); // UTC + 2
  });

  it('makes the days of the changes 23 and 25 hours long', () => {
    expect(instantAt('2027-03-28', '24:00') - instantAt('2027-03-28', '00:00')).toBe(23 * HOUR);
    expect(instantAt('2026-10-25', '24:00') - instantAt('2026-10-25', '00:00')).toBe(25 * HOUR);
    expect(instantAt('2027-10-31', '24:00') - instantAt('2027-10-31', '00:00')).toBe(25 * HOUR);
    expect(instantAt('2027-03-29', '08:00') - instantAt('2027-03-27', '08:00')).toBe(47 * HOUR); // 24 + 24 − 1
  });

  it('takes the first of the two times that the clock shows twice, and shifts the one it skips', () => {
    expect(instantAt('2026-10-25', '02:30')).toBe(utc('2026-10-25T00:30'));
    expect(timeOf(instantAt('2027-03-28', '02:30'))).toBe('03:30');
  });

  it('ends a day where the next begins', () => {
    expect(instantAt('2026-12-31', '24:00')).toBe(instantAt('2027-01-01', '00:00'));
  });

  it('knows the day around midnight', () => {
    expect(dayOf(utc('2026-12-31T22:59'))).toBe('2026-12-31');
    expect(dayOf(utc('2026-12-31T23:00'))).toBe('2027-01-01');
  });

  it('comes back to the day and time it was given, but for the skipped hour', () => {
    const day = fc.integer({ min: 11_000, max: 33_000 }).map(fromEpochDay);
    const time = fc
      .tuple(fc.integer({ min: 4, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    fc.assert(
      fc.property(day, time, (day, time) => {
        const instant = instantAt(day, time);
        expect([dayOf(instant), timeOf(instant)]).toEqual([day, time]);
      }),
    );
  });
});
