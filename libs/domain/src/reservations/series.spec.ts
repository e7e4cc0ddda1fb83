import fc from 'fast-check';
import { kit, NOW, stay, world } from '../availability/world.fixture.js';
import { DAY_PARTS, periodOfDays } from '../values/period.js';
import { timeOf } from '../values/brussels-time.js';
import { addDays, daysBetween, weekday } from '../values/days.js';
import { judgeSeries, movingOrder, planFault, seriesDays, type SitesPlan, type WeeklyPlan } from './series.js';

const weekdays = (_: string, day: string) => weekday(day) < 6;
const always = () => true;
const weekly = (more: Partial<WeeklyPlan> = {}): WeeklyPlan => ({
  kind: 'WEEKLY',
  siteId: 'a',
  firstDay: '2027-03-09',
  days: 1,
  everyWeeks: 1,
  times: 6,
  closedWeeks: 'KEEP',
  ...more,
});
const inARow = (more: Partial<SitesPlan> = {}): SitesPlan => ({
  kind: 'SITES',
  siteIds: ['a', 'b', 'c'],
  firstDay: '2027-03-08',
  days: 2,
  travelDays: 1,
  ...more,
});

describe('every Tuesday for six weeks', () => {
  it('is six Tuesdays at the same hours, over the change to summer time (28 March) and back (31 October)', () => {
    for (const firstDay of ['2027-03-09', '2027-10-12']) {
      const { occurrences } = seriesDays(weekly({ firstDay }), weekdays);
      expect(occurrences).toHaveLength(6);
      for (const [at, occurrence] of occurrences.entries()) {
        expect(weekday(occurrence.firstDay)).toBe(2);
        expect(daysBetween(firstDay, occurrence.firstDay)).toBe(at * 7);
        const { start, end } = periodOfDays(occurrence.firstDay, occurrence.lastDay);
        expect([timeOf(start), timeOf(end)]).toEqual([DAY_PARTS[0].from, DAY_PARTS[1].to]);
      }
    }
  });

  it('keeps a closed week in, or leaves it out and makes up for it at the end', () => {
    const holiday = (_: string, day: string) => day !== '2027-03-30' && day !== '2027-04-06';
    expect(seriesDays(weekly(), holiday).occurrences.map(({ firstDay }) => firstDay)).toContain('2027-03-30');
    const { occurrences, leftOut } = seriesDays(weekly({ closedWeeks: 'MAKE_UP' }), holiday);
    expect(leftOut.map(({ firstDay }) => firstDay)).toEqual(['2027-03-30', '2027-04-06']);
    expect(occurrences).toHaveLength(6);
    // 9 March + 7 weeks: six lessons and two weeks off.
    expect(occurrences.at(-1)!.firstDay).toBe('2027-04-27');
  });

  it('gives up where a site never opens, rather than run on', () => {
    const { occurrences, leftOut } = seriesDays(weekly({ closedWeeks: 'MAKE_UP' }), () => false);
    expect([occurrences.length, leftOut.length]).toEqual([0, 24]);
  });
});

describe('three sites in a row', () => {
  it('stays two open days at each and travels on a working day between', () => {
    // Monday 8: a on 8 and 9, travel on 10; b on 11 and 12, travel on Monday 15; c on 16 and 17.
    expect(seriesDays(inARow(), weekdays).occurrences).toEqual([
      { siteId: 'a', firstDay: '2027-03-08', lastDay: '2027-03-09' },
      { siteId: 'b', firstDay: '2027-03-11', lastDay: '2027-03-12' },
      { siteId: 'c', firstDay: '2027-03-16', lastDay: '2027-03-17' },
    ]);
  });

  it('follows one another without a day between when none is asked', () => {
    const { occurrences } = seriesDays(inARow({ travelDays: 0, days: 1 }), always);
    expect(occurrences.map(({ firstDay }) => firstDay)).toEqual(['2027-03-08', '2027-03-09', '2027-03-10']);
  });
});

it('never overlaps itself, whatever the plan', () => {
  const plans = fc.oneof(
    fc.record({
      kind: fc.constant('WEEKLY' as const),
      siteId: fc.constant('a'),
      firstDay: fc.nat(700).map((offset) => addDays('2026-11-23', offset)),
      days: fc.integer({ min: 1, max: 14 }),
      everyWeeks: fc.integer({ min: 1, max: 4 }),
      times: fc.integer({ min: 2, max: 26 }),
      closedWeeks: fc.constantFrom('KEEP' as const, 'MAKE_UP' as const),
    }),
    fc.record({
      kind: fc.constant('SITES' as const),
      siteIds: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 2, maxLength: 6 }),
      firstDay: fc.nat(700).map((offset) => addDays('2026-11-23', offset)),
      days: fc.integer({ min: 1, max: 10 }),
      travelDays: fc.integer({ min: 0, max: 3 }),
    }),
  );
  fc.assert(
    fc.property(plans, fc.nat(6), (plan, closed) => {
      if (planFault(plan)) return;
      const { occurrences } = seriesDays(plan, (_, day) => weekday(day) !== closed);
      for (const [at, each] of occurrences.entries()) {
        expect(each.lastDay >= each.firstDay).toBe(true);
        if (at > 0) expect(each.firstDay > occurrences[at - 1]!.lastDay).toBe(true);
      }
    }),
  );
});

it('says which field of a plan is out of bounds', () => {
  expect(planFault(weekly())).toBeNull();
  expect(planFault(weekly({ times: 1 }))).toBe('times');
  expect(planFault(weekly({ times: 27 }))).toBe('times');
  expect(planFault(weekly({ days: 8 }))).toBe('days');
  expect(planFault(weekly({ days: 8, everyWeeks: 2 }))).toBeNull();
  expect(planFault(weekly({ everyWeeks: 0 }))).toBe('everyWeeks');
  expect(planFault(inARow({ siteIds: ['a'] }))).toBe('siteIds');
  expect(planFault(inARow({ travelDays: -1 }))).toBe('travelDays');
});

it('moves the last one first when it moves later, and the first one first when earlier', () => {
  const days = [{ firstDay: '2027-03-16' }, { firstDay: '2027-03-09' }, { firstDay: '2027-03-23' }];
  expect(movingOrder(days, 7).map(({ firstDay }) => firstDay)).toEqual(['2027-03-23', '2027-03-16', '2027-03-09']);
  expect(movingOrder(days, -7).map(({ firstDay }) => firstDay)).toEqual(['2027-03-09', '2027-03-16', '2027-03-23']);
});

describe('the verdict on each occurrence', () => {
  const days = (siteId: string, firstDay: string, lastDay = firstDay) => ({ siteId, firstDay, lastDay });
  const judged = (occurrences: ReturnType<typeof days>[], taken = [] as ReturnType<typeof stay>[], unit = kit()) =>
    judgeSeries(
      [{ unit, occupancies: taken }],
      occurrences.map((each) => ({ ...each, unitId: unit.id })),
      { groupSize: null, now: NOW },
      world(),
    ).judged.map(({ availability }) => ({
      verdict: availability.verdict,
      codes: availability.refusals.map(({ code }) => code),
      from: availability.standsAtSiteId,
    }));

  it('has the kit come from the site before in the series', () => {
    const sites = [days('kortrijk', '2026-11-16'), days('ieper', '2026-11-18'), days('veurne', '2026-11-20')];
    expect(judged(sites)).toEqual([
      { verdict: 'REACHABLE', codes: [], from: 'brugge' },
      { verdict: 'REACHABLE', codes: [], from: 'kortrijk' },
      { verdict: 'REACHABLE', codes: [], from: 'ieper' },
    ]);
  });

  it('refuses the day after at another site: there is no time to drive, and the one after that comes from the last possible', () => {
    const sites = [days('kortrijk', '2026-11-16'), days('veurne', '2026-11-17'), days('ieper', '2026-11-18')];
    expect(judged(sites)).toEqual([
      { verdict: 'REACHABLE', codes: [], from: 'brugge' },
      { verdict: 'UNAVAILABLE', codes: ['TOO_FAR_BEFORE'], from: 'kortrijk' },
      { verdict: 'REACHABLE', codes: [], from: 'kortrijk' },
    ]);
  });

  it('names the week in which somebody else has it, and the closed one', () => {
    const weeks = ['2026-11-10', '2026-11-11', '2026-11-17'].map((day) => days('kortrijk', day));
    expect(judged(weeks, [stay('2026-11-16', '2026-11-18', 'kortrijk')]).map(({ codes }) => codes)).toEqual([
      [],
      ['SITE_CLOSED'],
      ['UNIT_TAKEN'],
    ]);
  });

  it('does not give the same day twice', () => {
    expect(judged([days('kortrijk', '2026-11-17'), days('kortrijk', '2026-11-17')]).map(({ codes }) => codes)).toEqual([
      [],
      ['UNIT_TAKEN'],
    ]);
  });
});
