import { authorisedUntil, judgeAuthorisation } from './authorisations.js';

const held = (grantedOn: string, until: string | null) => ({ grantedOn, validUntil: until });

describe('judgeAuthorisation', () => {
  it.each([
    ['one without an end', [held('2026-01-01', null)], 'HELD'],
    ['one that ends on the last day', [held('2026-01-01', '2026-03-12')], 'HELD'],
    ['one that ends a day before', [held('2026-01-01', '2026-03-11')], 'ENDS'],
    ['one that begins on the second day', [held('2026-03-11', null)], 'MISSING'],
    ['none', [], 'MISSING'],
    ['two of which neither covers all of it', [held('2025-01-01', '2026-03-11'), held('2026-03-11', '2027-01-01')], 'ENDS'],
  ] as const)('with %s', (_, list, kind) => {
    expect(judgeAuthorisation(list, '2026-03-10', '2026-03-12').kind).toBe(kind);
  });

  it('names the last day of the one that lasts longest', () => {
    const list = [held('2024-01-01', '2025-01-01'), held('2025-01-01', '2026-03-11')];
    expect(judgeAuthorisation(list, '2026-03-10', '2026-03-12')).toEqual({ kind: 'ENDS', validUntil: '2026-03-11' });
  });
});

describe('authorisedUntil', () => {
  it.each([
    ['2026-03-15', 12, '2027-03-14'],
    ['2026-01-31', 1, '2026-02-27'],
    ['2028-01-31', 1, '2028-02-28'],
    ['2026-12-01', 3, '2027-02-28'],
    ['2026-03-15', null, null],
  ])('granted on %s for %s months holds until %s', (day, validMonths, until) => {
    expect(authorisedUntil({ validMonths }, day)).toBe(until);
  });
});
