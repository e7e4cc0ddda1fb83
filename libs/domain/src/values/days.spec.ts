import fc from 'fast-check';
import { addDays, daysBetween, eachDay, epochDay, fromEpochDay, isDay, isoWeek, weekday } from './days.js';

const aDay = fc.integer({ min: epochDay('2000-01-01'), max: epochDay('2099-12-31') }).map(fromEpochDay);

describe('days', () => {
  it.each(['2026-11-23', '2028-02-29', '2000-02-29', '2026-12-31'])('knows that %s exists', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '23/11/2026', '2026-11-23T08:00', ''])(
    'knows that %j is no day',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it('adds days over the day of 23 hours, where 24 hours would land on the wrong one', () => {
    expect(addDays('2027-03-27', 1)).toBe('2027-03-28');
    expect(addDays('2027-03-28', 1)).toBe('2027-03-29');
  });

  it('counts days, also backwards', () => {
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3); // 31 December, 1 and 2 January
    expect(daysBetween('2027-01-02', '2026-12-30')).toBe(-3);
    expect(daysBetween('2027-01-02', '2027-01-02')).toBe(0);
  });

  it('starts the week on Monday', () => {
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('2026-11-29')).toBe(7);
    expect(weekday('1969-12-31')).toBe(3); // a Wednesday, before the epoch
  });

  it.each([
    ['2027-01-01', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2026-12-28', 2026, 53],
    ['2024-12-30', 2025, 1],
    ['2026-01-01', 2026, 1],
    ['2021-01-01', 2020, 53],
    ['2022-01-02', 2021, 52],
  ])('puts %s in ISO week %i-W%i', (day, year, week) => {
    expect(isoWeek(day)).toEqual({ year, week });
  });

  it('gives every day of a week the same ISO week, and the next Monday another', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const monday = addDays(day, 1 - weekday(day));
        for (const each of eachDay(monday, addDays(monday, 6))) expect(isoWeek(each)).toEqual(isoWeek(monday));
        expect(isoWeek(addDays(monday, 7))).not.toEqual(isoWeek(monday));
      }),
    );
  });

  it('walks from the first to the last day, both included', () => {
    expect(eachDay('2026-12-30', '2027-01-01')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
    expect(eachDay('2026-12-30', '2026-12-30')).toEqual(['2026-12-30']);
    expect(eachDay('2026-12-30', '2026-12-29')).toEqual([]);
  });

  it('orders days as their texts', () => {
    fc.assert(fc.property(aDay, aDay, (a, b) => expect(a < b).toBe(daysBetween(a, b) > 0)));
  });
});
