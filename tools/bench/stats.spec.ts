import { median, percentile, ratios } from './stats.ts';

test('a percentile is a value that was measured', () => {
  const values = [5, 1, 4, 2, 3];
  expect(percentile(values, 0.5)).toBe(3);
  expect(percentile(values, 0.95)).toBe(5);
  expect(percentile(values, 0)).toBe(1);
  expect(median([2, 1])).toBe(1);
  expect(() => percentile([], 0.5)).toThrow(RangeError);
});

test('ratios pair each round with its own reference', () => {
  expect(ratios([2, 30, 4], [1, 10, 4])).toEqual({ min: 1, median: 2, max: 3 });
  expect(() => ratios([1], [])).toThrow(RangeError);
});
