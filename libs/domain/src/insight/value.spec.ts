import fc from 'fast-check';
import { centiHours, divideByHours, isIdle, perHour } from './value.js';

test('an hour costs the whole by the hours, rounded to the cent', () => {
  // € 1.000,00 over 6.5 hours = 153.846…
  expect(perHour(100_000n, centiHours(6.5))).toBe(15_385n);
  expect(perHour(100_000n, 0n)).toBeNull();
});

test('a cost goes to its uses by hours; without hours it goes to none', () => {
  // A hundred over 1 + 1 + 1: 33.3, 66.7, 100.
  expect(divideByHours(100n, [100n, 100n, 100n])).toEqual([33n, 34n, 33n]);
  expect(divideByHours(100n, [0n, 0n])).toEqual([0n, 0n]);
  expect(divideByHours(100n, [])).toEqual([]);
});

test('whatever the hours, the parts add up to the cost', () => {
  const hours = fc.array(fc.bigInt({ min: 0n, max: 100_000n }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10_000_000n }), hours, (cents, each) => {
      fc.pre(each.some((one) => one > 0n));
      const parts = divideByHours(cents, each);
      expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(cents);
      expect(parts.every((part) => part >= 0n)).toBe(true);
    }),
  );
});

test('idle is what cost money and was used on fewer than one in ten working days', () => {
  const unit = (usedDays: number, costCents = 1n, workingDays = 250) => isIdle({ costCents, usedDays, workingDays });
  expect([unit(24), unit(25), unit(0), unit(0, 0n), unit(0, 1n, 0)]).toEqual([true, false, true, false, false]);
});
