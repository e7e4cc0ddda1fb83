import { allocate, capPassed, type Contest, daysOf, together, worthOf } from './allocate.js';
import { allocateExactly } from './allocate-exactly.js';
import { contender, option } from './contest.fixture.js';
import { apart, randomContest } from './random-contest.js';
import { evenness, explain, shares } from './explain-allocation.js';

const contest = (contenders: Contest['contenders'], more: Partial<Contest> = {}): Contest => ({
  contenders,
  caps: { placements: null, days: null },
  fits: apart,
  seed: 1,
  ...more,
});
const placed = (asked: Contest) => [...allocate(asked).keys()].sort();

describe('an allocation', () => {
  const SEEDS = Array.from({ length: 40 }, (_, at) => at + 1);

  it.each(SEEDS)('of random contest %i gives each request at most one of its options, fits, and keeps the caps', (seed) => {
    const asked = randomContest(seed, { requests: 25, units: 3, days: 30 });
    const allocation = allocate(asked);
    const given = [...allocation];
    for (const [id, slot] of given) {
      const { options, organisationId } = asked.contenders.find((each) => each.id === id)!;
      expect(options).toContain(slot);
      for (const [other, otherSlot] of given) if (other !== id) expect(together(slot, otherSlot, asked)).toBe(true);
      const own = given.filter(
        ([other]) => asked.contenders.find((each) => each.id === other)!.organisationId === organisationId,
      );
      expect(own.length).toBeLessThanOrEqual(asked.caps.placements ?? Infinity);
      expect(own.reduce((sum, [, each]) => sum + daysOf(each), 0)).toBeLessThanOrEqual(asked.caps.days ?? Infinity);
    }
  });

  it('is the same each time for one seed', () => {
    for (const seed of SEEDS) {
      const asked = randomContest(seed, { requests: 20 });
      const again = { ...asked, contenders: asked.contenders.map((each) => ({ ...each })) };
      expect([...allocate(again)]).toEqual([...allocate(asked)]);
    }
  });

  it('is as good as trying everything, or nearly, on small cases', () => {
    let gained = 0;
    let possible = 0;
    let best = 0;
    for (const seed of SEEDS) {
      const asked = randomContest(seed, { requests: 10 });
      const quick = worthOf(asked.contenders, allocate(asked));
      const exact = worthOf(asked.contenders, allocateExactly(asked));
      expect(quick).toBeLessThanOrEqual(exact);
      expect(quick).toBeGreaterThanOrEqual(0.9 * exact);
      gained += quick;
      possible += exact;
      best += Number(quick === exact);
    }
    expect(gained / possible).toBeGreaterThan(0.995);
    expect(best / SEEDS.length).toBeGreaterThan(0.85);
  });

  it('is better than the weightiest first alone', () => {
    // One long stay of 150 points stands in the way of two short ones of 100 each.
    const long = contender('long', [option('kit', '2027-01-04', '2027-01-07')], 150);
    const short = [contender('a', [option('kit', '2027-01-04')]), contender('b', [option('kit', '2027-01-06')])];
    expect(placed(contest([long, ...short], { tries: 0 }))).toEqual(['long']);
    expect(placed(contest([long, ...short]))).toEqual(['a', 'b']);
  });
});

describe('trying everything', () => {
  it('finds what only a swap of days gives', () => {
    const flexible = contender('flexible', [option('kit', '2027-01-04'), option('kit', '2027-01-05')], 200);
    const strict = contender('strict', [option('kit', '2027-01-04')]);
    expect([...allocateExactly(contest([flexible, strict])).keys()].sort()).toEqual(['flexible', 'strict']);
  });

  it('is for small cases only', () => {
    expect(() => allocateExactly(randomContest(1, { requests: 13 }))).toThrow('at most 12');
  });
});

describe('a cap', () => {
  const one = contender('one', [option('kit', '2027-01-04')], 120, 'ours');
  const two = contender('two', [option('other', '2027-01-04', '2027-01-06')], 110, 'ours');

  it('stops an organisation at its placements, at its days, and counts what it was given before', () => {
    expect(placed(contest([one, two], { caps: { placements: 1, days: null } }))).toEqual(['one']);
    expect(placed(contest([one, two], { caps: { placements: null, days: 3 } }))).toEqual(['one']);
    expect(placed(contest([one, two], { caps: { placements: null, days: 4 } }))).toEqual(['one', 'two']);
    const given = [{ organisationId: 'ours', days: 1 }];
    expect(placed(contest([one], { caps: { placements: 1, days: null }, given }))).toEqual([]);
  });

  it('counts one organisation only', () => {
    const theirs = [{ organisationId: 'theirs', days: 9 }];
    expect(capPassed('ours', 2, theirs, { placements: 1, days: 2 })).toBeNull();
    expect(capPassed('ours', 3, theirs, { placements: 1, days: 2 })).toBe('days');
    expect(capPassed('theirs', 1, theirs, { placements: 1, days: 20 })).toBe('placements');
  });
});

describe('an explanation', () => {
  const first = contender('first', [option('kit', '2027-01-04')], 250, 'ours');
  const second = contender('second', [option('kit', '2027-01-04')], 100, 'theirs');
  const nowhere = contender('nowhere', [], 100, 'theirs');
  const third = contender('third', [option('other', '2027-01-04')], 90, 'ours');

  it('names the competitor, the cap, or what stands in the way', () => {
    const asked = contest([first, second, nowhere, third], { caps: { placements: 1, days: null } });
    const allocation = allocate(asked);
    const told = asked.contenders.map((each) => explain(each, [], allocation, asked));
    expect(told).toEqual([
      { kind: 'PLACED', option: first.options[0] },
      { kind: 'COMPETITORS', rivals: ['first'] },
      { kind: 'NO_TIME', obstacles: [] },
      { kind: 'CAP', cap: 'placements', limit: 1, rivals: ['first'] },
    ]);
  });

  it.each(Array.from({ length: 20 }, (_, at) => at + 1))('of contest %i is true: what it names does stand in the way', (seed) => {
    const asked = randomContest(seed, { requests: 20 });
    const allocation = allocate(asked);
    for (const each of asked.contenders) {
      const outcome = explain(each, [], allocation, asked);
      if (outcome.kind === 'PLACED') expect(allocation.get(each.id)).toBe(outcome.option);
      if (outcome.kind === 'COMPETITORS') {
        expect(outcome.rivals.length).toBeGreaterThan(0);
        // Without the rivals one of its options would go.
        const rest = new Map([...allocation].filter(([id]) => !outcome.rivals.includes(id)));
        expect(each.options.some((slot) => [...rest.values()].every((other) => together(slot, other, asked)))).toBe(true);
      }
      if (outcome.kind === 'CAP') {
        const own = outcome.rivals.map((id) => allocation.get(id)!);
        const days = own.reduce((sum, slot) => sum + daysOf(slot), 0);
        if (outcome.cap === 'placements') expect(own).toHaveLength(outcome.limit);
        else expect(days + Math.min(...each.options.map(daysOf))).toBeGreaterThan(outcome.limit);
      }
    }
  });
});

describe('fairness', () => {
  it('is the share of what each asked, and how even the shares are', () => {
    const slot = option('kit', '2027-01-04', '2027-01-05');
    const told = shares([
      { key: 'a', daysAsked: 2, option: slot },
      { key: 'a', daysAsked: 3, option: null },
      { key: 'b', daysAsked: 2, option: slot },
    ]);
    expect(told).toEqual([
      { key: 'a', asked: 2, placed: 1, daysAsked: 5, daysPlaced: 2 },
      { key: 'b', asked: 1, placed: 1, daysAsked: 2, daysPlaced: 2 },
    ]);
    // (1/2 + 1)² / (2 × (1/4 + 1)) = 2.25 / 2.5
    expect(evenness(told)).toBeCloseTo(0.9);
    expect(evenness([])).toBeNull();
  });
});
