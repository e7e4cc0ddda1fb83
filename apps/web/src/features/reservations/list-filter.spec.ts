import { filterOf, orderOf, TABS } from './list-filter.js';

const today = '2026-11-23';
const ask = (query: string, anyScope = false) => filterOf(new URLSearchParams(query), today, anyScope);

test('what comes starts today, also what began before; what is over ends before it', () => {
  expect(ask('')).toEqual({ states: ['HELD', 'SUBMITTED', 'CONFIRMED'], from: today });
  expect(ask('toon=voorbij')).toEqual({ states: ['SUBMITTED', 'CONFIRMED', 'ENDED'], over: true });
});

test('an unknown tab is the first one; text and scope come along', () => {
  expect(ask('toon=iets&zoek=%20cobot%20&wie=mij')).toMatchObject({ from: today, text: 'cobot', scope: 'MINE' });
});

test('everything is only for who may see everything', () => {
  expect(ask('wie=alle').scope).toBeUndefined();
  expect(ask('wie=alle', true).scope).toBe('ALL');
});

test('what comes stands soonest first, what is over or will not be latest first', () => {
  expect(TABS.map(orderOf)).toEqual(['SOONEST_FIRST', 'SOONEST_FIRST', 'LATEST_FIRST', 'LATEST_FIRST']);
});
