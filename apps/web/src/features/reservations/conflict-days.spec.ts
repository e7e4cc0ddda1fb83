import { conflictDays } from './conflict-days.js';

const asked = { firstDay: '2027-01-20', lastDay: '2027-01-22' };

test('two overlapping bookings stand on one strip with a day on each side', () => {
  // 18 to 23 January: one day before the 19th, one after the 22nd
  expect(conflictDays(asked, { firstDay: '2027-01-19', lastDay: '2027-01-21' })).toEqual({
    days: ['2027-01-18', '2027-01-19', '2027-01-20', '2027-01-21', '2027-01-22', '2027-01-23'],
    mine: { from: 2, to: 4 },
    other: { from: 1, to: 3 },
  });
});

test('one closed day is a bar of one day', () => {
  expect(conflictDays(asked, { firstDay: '2027-01-22', lastDay: '2027-01-22' })?.other).toEqual({ from: 3, to: 3 });
});

test('without days there is nothing to draw', () => {
  expect(conflictDays(asked, { firstDay: null, lastDay: null })).toBeNull();
});

test('a booking of months is cut to where the two meet', () => {
  const strip = conflictDays(asked, { firstDay: '2026-11-01', lastDay: '2027-03-31' });
  expect(strip?.days.length).toBeLessThanOrEqual(16);
  expect(strip?.days).toEqual(expect.arrayContaining(['2027-01-20', '2027-01-22']));
  expect(strip?.other).toEqual({ from: 0, to: strip!.days.length - 1 });
});
