import { isLateCancellation } from './reliability.js';

test.each([
  ['2027-03-10', '2027-03-03', false],
  ['2027-03-10', '2027-03-04', true],
  ['2027-03-10', '2027-03-10', true],
  ['2027-03-10', '2027-03-11', true],
  // Across the change of the clock a day is a day.
  ['2027-03-31', '2027-03-24', false],
  ['2027-03-31', '2027-03-25', true],
])('what begins on %s and is cancelled on %s with seven days of notice is late: %s', (firstDay, today, late) => {
  expect(isLateCancellation(firstDay, today, 7)).toBe(late);
});
