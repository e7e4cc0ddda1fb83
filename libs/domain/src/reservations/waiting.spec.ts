import { aheadOf, compete, offerEnd, offerState, type Waiting } from './waiting.js';

const wish = (number: number, more: Partial<Waiting> = {}): Waiting => ({
  id: `w${number}`,
  modelId: 'm',
  unitId: null,
  number,
  firstDay: '2027-03-02',
  lastDay: '2027-03-04',
  ...more,
});

describe('an offer', () => {
  const now = Date.parse('2027-03-27T10:00:00Z');

  it('stands for its hours by the clock, also over the night in which the clock changes', () => {
    expect(offerEnd(now, now + 90 * 3_600_000, 24)).toBe(Date.parse('2027-03-28T10:00:00Z'));
  });

  it('ends when the time that it offers begins', () => {
    expect(offerEnd(now, now + 3_600_000, 24)).toBe(now + 3_600_000);
  });

  it.each([
    ['HELD', true, 'OFFERED'],
    ['HELD', false, 'LAPSED'],
    ['EXPIRED', false, 'LAPSED'],
    ['SUBMITTED', false, 'ACCEPTED'],
    ['CONFIRMED', false, 'ACCEPTED'],
    ['CANCELLED', false, 'ACCEPTED'],
  ] as const)('whose reservation is %s (hold stands: %s) is %s', (state, held, told) => {
    expect(offerState(state, held)).toBe(told);
  });
});

describe('a place in line', () => {
  it('counts who came earlier for overlapping days, the shared day included', () => {
    const mine = wish(5);
    const line = [
      mine,
      wish(1),
      wish(2, { firstDay: '2027-03-04', lastDay: '2027-03-05' }),
      wish(3, { firstDay: '2027-03-05', lastDay: '2027-03-05' }),
      wish(4, { modelId: 'other' }),
      wish(6),
    ];
    expect(aheadOf(mine, line)).toBe(2);
  });

  it('leaves out who wants another unit only, and counts who takes any', () => {
    const mine = wish(3, { unitId: 'a' });
    expect(compete(mine, wish(1, { unitId: 'b' }))).toBe(false);
    expect(aheadOf(mine, [wish(1, { unitId: 'b' }), wish(2), mine])).toBe(1);
  });
});
