import { ask, kit, NOW, stay, world } from '../availability/world.fixture.js';
import { availability } from '../availability/unit-availability.js';
import { areaOf } from './areas.js';
import { placeOptions } from './place-options.js';
import { isPreferred, nextRequestState, wrongInWindow } from './request.js';
import { fitsWith, keepsTime, roundState } from './round.js';
import { weigh } from './weigh.js';

const window = { earliestDay: '2026-12-07', latestDay: '2026-12-11', days: 2, preferred: [] };

test('a request is answered once', () => {
  expect(nextRequestState('PLACE', 'OPEN')).toBe('PLACED');
  expect(nextRequestState('WITHDRAW', 'REFUSED')).toBeNull();
});

test.each([
  [{}, null],
  [{ earliestDay: '2026-12-01' }, 'earliestDay'],
  [{ latestDay: '2026-12-06' }, 'latestDay'],
  [{ days: 6 }, 'days'],
  [{ days: 5 }, null],
  [{ days: 0 }, 'days'],
  [{ preferred: [{ firstDay: '2026-12-11', lastDay: '2026-12-14' }] }, null],
  [{ preferred: [{ firstDay: '2026-12-12', lastDay: '2026-12-14' }] }, 'preferred'],
] as const)('a window with %j: %s', (more, wrong) => {
  expect(wrongInWindow({ ...window, ...more }, '2026-12-01')).toBe(wrong);
});

test('days are preferred only when they lie wholly in a preferred period', () => {
  const preferred = [{ firstDay: '2026-12-08', lastDay: '2026-12-09' }];
  expect(isPreferred({ firstDay: '2026-12-08', lastDay: '2026-12-09' }, preferred)).toBe(true);
  expect(isPreferred({ firstDay: '2026-12-09', lastDay: '2026-12-10' }, preferred)).toBe(false);
});

test('options are what the availability function lets pass, the preferred first; the rest is explained', () => {
  const units = [{ unit: kit(), occupancies: [stay('2026-12-09', '2026-12-09', 'kortrijk')] }];
  const wanted = { ...window, preferred: [{ firstDay: '2026-12-10', lastDay: '2026-12-11' }], siteId: 'kortrijk', groupSize: 8 };
  const { options, obstacles } = placeOptions(wanted, units, world(), { now: NOW });
  expect(options.map(({ firstDay, preferred }) => [firstDay, preferred])).toEqual([
    ['2026-12-10', true],
    ['2026-12-07', false],
  ]);
  expect(obstacles.map(({ code, times }) => [code, times])).toEqual([['UNIT_TAKEN', 2]]);
});

test('a round keeps its days from direct booking, and not from what it shares out', () => {
  const unit = kit({ rounds: [{ name: 'Voorjaar', firstDay: '2026-12-07', lastDay: '2026-12-11' }] });
  const inside = ask('2026-12-11', '2026-12-14', 'brugge');
  expect(availability(unit, [], inside, world()).refusals).toMatchObject([
    { code: 'IN_ROUND', overridable: true, available: 'Voorjaar' },
  ]);
  expect(availability(unit, [], { ...inside, beyondRounds: true }, world()).refusals).toEqual([]);
  expect(availability(unit, [], ask('2026-12-14', '2026-12-15', 'brugge'), world()).refusals).toEqual([]);
});

test('two stays of one kit fit when neither overlaps and the way between them does', () => {
  const fits = fitsWith([{ unit: kit(), occupancies: [] }], world(), NOW);
  const slot = (siteId: string, day: string) => ({
    unitId: 'kit-1',
    siteId,
    firstDay: day,
    lastDay: day,
    extraKm: 0,
    preferred: false,
  });
  expect(fits(slot('brugge', '2026-12-08'), slot('brugge', '2026-12-08'))).toBe(false);
  expect(fits(slot('brugge', '2026-12-08'), slot('brugge', '2026-12-09'))).toBe(true);
  expect(fits(slot('brugge', '2026-12-08'), slot('veurne', '2026-12-09'))).toBe(false);
  expect(fits(slot('veurne', '2026-12-10'), slot('brugge', '2026-12-08'))).toBe(true);
});

test.each([
  ['2026-12-01', {}, 'PLANNED'],
  ['2026-12-02', {}, 'OPEN'],
  ['2026-12-04', {}, 'OPEN'],
  ['2026-12-05', {}, 'CLOSED'],
  ['2026-12-03', { closedAt: 1 }, 'CLOSED'],
  ['2026-12-05', { publishedAt: 1 }, 'PUBLISHED'],
  ['2026-12-03', { cancelledAt: 1 }, 'CANCELLED'],
] as const)('on %s with %j a round is %s', (today, more, state) => {
  const times = { opensOn: '2026-12-02', closesOn: '2026-12-04', publishedAt: null, cancelledAt: null, closedAt: null, ...more };
  expect(roundState(times, today)).toBe(state);
  expect(keepsTime(state)).toBe(state === 'OPEN' || state === 'CLOSED');
});

test('what counts: little served before, far away, a large group', () => {
  const weights = { served: 60, access: 30, group: 20 };
  const claim = { organisationId: 'a', area: areaOf('38025'), groupSize: 10, servedBefore: 2 };
  // 60 / (1 + 2) = 20; Veurne lies in the Westhoek: 30; 20 × 10/20 = 10
  expect(weigh(claim, weights)).toEqual({ base: 100, served: 20, access: 30, group: 10, total: 160 });
  expect(weigh({ ...claim, area: areaOf('31005'), groupSize: null, servedBefore: 0 }, weights).total).toBe(160);
  expect(areaOf(null)).toBe('OTHER');
});
