import fc from 'fast-check';
import { enterpriseNumber } from './enterprise-number.js';

describe('enterprise number', () => {
  // 97 − (1234567 mod 97): 97 × 12727 = 1234519, remainder 48, 97 − 48 = 49.
  it.each(['0123456749', '0123.456.749', 'BE 0123.456.749', 'be0123456749', ' 0123 456 749 ', '123456749', '0123/456.749'])(
    'reads %j',
    (text) => {
      expect(enterpriseNumber(text)).toBe('0123456749');
    },
  );

  it.each(['0123456748', '0123456794', '2123456749', '012345674', '01234567490', 'NL0123456749', '0123A56749', '', 'BE'])(
    'refuses %j',
    (text) => {
      expect(enterpriseNumber(text)).toBeUndefined();
    },
  );

  it('refuses a number that starts with a 2, right check digits or not', () => {
    expect(enterpriseNumber('2123456791')).toBeUndefined();
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2_000_000, max: 19_999_999 }), fc.nat(9), fc.integer({ min: 1, max: 9 }), (base, at, by) => {
        const right = String(base).padStart(8, '0') + String(97 - (base % 97)).padStart(2, '0');
        const wrong = right.slice(0, at) + String((Number(right[at]) + by) % 10) + right.slice(at + 1);
        expect(enterpriseNumber(right)).toBe(right);
        expect(enterpriseNumber(wrong)).toBeUndefined();
      }),
    );
  });
});
