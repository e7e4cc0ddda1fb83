import { filterOf, rowsOf } from './list-filter.js';

const today = '2026-11-23';
const ask = (query: string, anyScope = false) => filterOf(new URLSearchParams(query), today, anyScope);
const row = (number: string, firstDay: string, lastDay: string, state = 'CONFIRMED') => ({ number, firstDay, lastDay, state });

test('what comes starts today and looks eight weeks ahead, or as many as the address says', () => {
  expect(ask('')).toEqual({ states: ['HELD', 'SUBMITTED', 'CONFIRMED'], from: today, to: '2027-01-18' });
  expect(ask('weken=16').to).toBe('2027-03-15');
  expect(ask('weken=-3').to).toBe('2027-01-18');
});

test('an unknown tab is the first one; text and scope come along', () => {
  expect(ask('toon=iets&zoek=%20cobot%20&wie=mij')).toMatchObject({ from: today, text: 'cobot', scope: 'MINE' });
});

test('everything is only for who may see everything', () => {
  expect(ask('wie=alle').scope).toBeUndefined();
  expect(ask('wie=alle', true).scope).toBe('ALL');
});

test('what comes stands soonest first, what is over latest first', () => {
  const rows = [
    row('R-3', '2027-01-04', '2027-01-05'),
    row('R-2', '2026-12-01', '2026-12-02'),
    row('R-1', '2026-12-01', '2026-12-01'),
  ];
  expect(rowsOf('komend', rows, today).map(({ number }) => number)).toEqual(['R-1', 'R-2', 'R-3']);
});

test('a stay that still runs is not over, unless its use was reported', () => {
  const runs = row('R-1', '2026-11-20', '2026-11-24');
  expect(rowsOf('voorbij', [runs, { ...runs, number: 'R-2', state: 'ENDED' }], today).map(({ number }) => number)).toEqual([
    'R-2',
  ]);
});
