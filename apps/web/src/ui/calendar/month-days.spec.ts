import { addMonths, lastOf, sameDayInMonth, weeksOf } from './month-days.js';

it('counts months over the year, both ways', () => {
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2027-01', -1)).toBe('2026-12');
  expect(addMonths('2027-01', 25)).toBe('2029-02');
});

it('knows the last day of a month, in leap years too', () => {
  expect(lastOf('2028-02')).toBe('2028-02-29');
  expect(lastOf('2027-02')).toBe('2027-02-28');
});

it('keeps the day of the month as far as the other month goes', () => {
  expect(sameDayInMonth('2027-01-31', 1)).toBe('2027-02-28');
  expect(sameDayInMonth('2027-03-15', -1)).toBe('2027-02-15');
});

it('cuts a month in whole weeks from Monday', () => {
  const weeks = weeksOf('2027-01');
  expect(weeks).toHaveLength(5);
  expect(weeks[0]?.[0]).toBe('2026-12-28');
  expect(weeks.at(-1)?.at(-1)).toBe('2027-01-31');
});
