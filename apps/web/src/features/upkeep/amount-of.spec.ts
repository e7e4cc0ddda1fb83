import { amountOf } from './amount-of.js';

test.each([
  ['12', 12],
  [' 0,5 ', 0.5],
  ['0.5', 0.5],
  ['1.250', 1250],
  ['1.250,75', 1250.75],
  ['', null],
  ['-3', null],
  ['drie', null],
])('%s is %s', (typed, amount) => expect(amountOf(typed)).toBe(amount));
