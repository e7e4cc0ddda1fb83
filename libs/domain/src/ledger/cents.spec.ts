import fc from 'fast-check';
import { least, ofAmount, readAmount, sumOf, writeAmount } from './cents.js';

describe('an amount as people type it', () => {
  it.each([
    ['7.200.000,00', 720_000_000n],
    ['7200000', 720_000_000n],
    ['€ 1.234,5', 123_450n],
    ['1.234,5 €', 123_450n],
    ['EUR 12', 1_200n],
    ['12eur', 1_200n],
    ['1 234,56', 123_456n],
    ['1\u00a0234\u202f567,8', 123_456_780n],
    ["1'234.50", 123_450n],
    ['1 234', 123_400n],
    ['12 345', 1_234_500n],
    ['1,234,567', 123_456_700n],
    ['1.234.567', 123_456_700n],
    ['1,234.56', 123_456n],
    ['0,05', 5n],
    [',5', 50n],
    ['.05', 5n],
    ['12.5', 1_250n],
    ['12,50', 1_250n],
    ['-12,30', -1_230n],
    ['− 12,30', -1_230n],
    ['-€ 5', -500n],
    ['+5', 500n],
    ['  8 ', 800n],
    ['0', 0n],
    ['100.000.000.000', 10_000_000_000_000n],
    ['-100.000.000.000', -10_000_000_000_000n],
  ])('%s is read', (text, cents) => expect(readAmount(text)).toEqual({ ok: true, cents }));

  it.each([
    ['1.234', [123_400n, 123n]],
    ['1,234', [123_400n, 123n]],
    ['-12.345', [-1_234_500n, -1_234n]],
    ['999,999', [99_999_900n, 99_999n]],
  ])('%s could be two things, and is refused with both', (text, readings) =>
    expect(readAmount(text)).toEqual({ ok: false, code: 'AMBIGUOUS', readings }),
  );

  it.each([
    ['', 'NOT_AN_AMOUNT'],
    ['-', 'NOT_AN_AMOUNT'],
    ['€', 'NOT_AN_AMOUNT'],
    ['twaalf', 'NOT_AN_AMOUNT'],
    ['1e5', 'NOT_AN_AMOUNT'],
    ['0x10', 'NOT_AN_AMOUNT'],
    ['--5', 'NOT_AN_AMOUNT'],
    ['5-', 'NOT_AN_AMOUNT'],
    ['5,', 'NOT_AN_AMOUNT'],
    ['5.', 'NOT_AN_AMOUNT'],
    ['.', 'NOT_AN_AMOUNT'],
    ['1.2.3', 'NOT_AN_AMOUNT'],
    ['1,2,3', 'NOT_AN_AMOUNT'],
    ['12 34', 'NOT_AN_AMOUNT'],
    ['1 2345', 'NOT_AN_AMOUNT'],
    ['1234.567,89', 'NOT_AN_AMOUNT'],
    ['1.23,456.78', 'NOT_AN_AMOUNT'],
    ['1.234,56.78', 'NOT_AN_AMOUNT'],
    ['5 € 6 €', 'NOT_AN_AMOUNT'],
    ['a.5', 'NOT_AN_AMOUNT'],
    ['.5x', 'NOT_AN_AMOUNT'],
    ['5x', 'NOT_AN_AMOUNT'],
    ['1.234.56', 'NOT_AN_AMOUNT'],
    ['1234.567.890', 'NOT_AN_AMOUNT'],
    ['.234,56', 'NOT_AN_AMOUNT'],
    ['a1 234', 'NOT_AN_AMOUNT'],
    ['1 234x', 'NOT_AN_AMOUNT'],
    ['1 234,', 'NOT_AN_AMOUNT'],
    ['1.234,567', 'TOO_MANY_DECIMALS'],
    ['1234.567', 'TOO_MANY_DECIMALS'],
    ['0,123', 'TOO_MANY_DECIMALS'],
    ['1,2345', 'TOO_MANY_DECIMALS'],
    ['100.000.000.000,01', 'TOO_LARGE'],
    ['-100.000.000.000,01', 'TOO_LARGE'],
    ['99999999999999999999', 'TOO_LARGE'],
  ])('%s is no amount: %s', (text, code) => expect(readAmount(text)).toEqual({ ok: false, code, readings: [] }));

  it('reads back what it writes', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: -10_000_000_000_000n, max: 10_000_000_000_000n }), (cents) => {
        expect(readAmount(writeAmount(cents))).toEqual({ ok: true, cents });
        expect(readAmount(`€ ${writeAmount(cents)}`)).toEqual({ ok: true, cents });
      }),
    ));
});

it.each([
  [720_000_000n, '7.200.000,00'],
  [-1_230n, '-12,30'],
  [5n, '0,05'],
  [0n, '0,00'],
  [99_999n, '999,99'],
  [100_000n, '1.000,00'],
])('%s cents are written as %s', (cents, text) => expect(writeAmount(cents)).toBe(text));

it.each([
  [100n, 1n, 3n, 33n],
  [200n, 1n, 3n, 67n],
  [1n, 1n, 2n, 1n],
  [-1n, 1n, 2n, -1n],
  [3n, 1n, 2n, 2n],
  [-3n, 1n, 2n, -2n],
  [-100n, 1n, 3n, -33n],
  [5n, 0n, 7n, 0n],
])('%s × %s ÷ %s is %s, halves away from zero', (cents, part, whole, expected) =>
  expect(ofAmount(cents, part, whole)).toBe(expected),
);

it('has no part of nothing', () => {
  expect(() => ofAmount(1n, 1n, 0n)).toThrow('The whole must be more than nothing.');
  expect(() => ofAmount(1n, 1n, -1n)).toThrow(RangeError);
});

it('adds up and compares', () => {
  expect(sumOf([])).toBe(0n);
  expect(sumOf([1n, -3n, 5n])).toBe(3n);
  expect([least(1n, 2n), least(2n, 1n), least(2n, 2n)]).toEqual([1n, 1n, 2n]);
});
