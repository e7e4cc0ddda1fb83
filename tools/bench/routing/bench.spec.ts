import type { Plan, Problem } from '@karavaan/routing';
import highs from 'highs';
import { gapOf, scoreOf, type Instance, type Kind } from './instance.ts';
import type { Measured } from './measure.ts';
import { readOptions } from './options.ts';
import { sumOf, tableOf } from './report.ts';
import { tourFlow } from './tour-flow.ts';

/** Two centres, a day apart; a kit at the first one, and requests of three days. */
const cells = [0, 1, 1, 0];
const request = (id: string, location: number, prize: number, from: number, until: number) =>
  ({ kind: 'visit', id, prize, skills: ['drill'], place: { location, service: 3, windows: [[from, until]] } }) as const;
const tour: Problem = {
  matrices: [{ size: 2, distances: cells, durations: cells }],
  vehicles: [{ id: 'kit', skills: ['drill'], shifts: [{ start: 0, window: [0, 8] }] }],
  jobs: [request('here', 0, 5, 0, 1), request('there', 1, 7, 3, 4), request('too', 1, 6, 3, 5)],
  objectives: [{ unserved: 1, distance: 2 }],
};
const instanceOf = (kind: Kind, vehicles: number, value: number): Instance => ({
  name: 'x',
  kind,
  problem: tour,
  best: { vehicles, value },
});
const planOf = (terms: Partial<Plan['terms']>, missing = 0) => ({ terms, missing, routes: [], unserved: [] }) as unknown as Plan;

describe('the bench of the routing', () => {
  it('scores by vehicles and distance, by prizes, or by the first objective', () => {
    const plan = planOf({ vehicles: 3, distance: 40, unserved: 6 });
    expect(scoreOf(instanceOf('fleet', 3, 40), plan)).toEqual({ vehicles: 3, value: 40 });
    expect(scoreOf(instanceOf('profit', 3, 18), plan).value).toBe(5 + 7 + 6 - 6);
    expect(scoreOf(instanceOf('cost', 3, 18), plan).value).toBe(6 + 2 * 40);
  });

  it('knows a gap only where there is one to know', () => {
    expect(gapOf(instanceOf('fleet', 3, 40), { vehicles: 3, value: 41 })).toBeCloseTo(1 / 40);
    expect(gapOf(instanceOf('fleet', 3, 40), { vehicles: 4, value: 30 })).toBeUndefined();
    expect(gapOf(instanceOf('fleet', 3, 40), { vehicles: 2, value: 50 })).toBe(0);
    expect(gapOf(instanceOf('profit', 1, 50), { vehicles: 1, value: 45 })).toBeCloseTo(0.1);
    expect(gapOf({ ...instanceOf('cost', 1, 50), best: undefined }, { vehicles: 1, value: 45 })).toBeUndefined();
  });

  it('sums a set up, and shows what is missing or rejected', () => {
    const measured = (value: number, vehicles: number, changes: Partial<Measured> = {}): Measured => ({
      instance: instanceOf('fleet', 2, 100),
      plan: planOf({}),
      score: { vehicles, value },
      gap: vehicles === 2 ? value / 100 - 1 : undefined,
      iterationsPerSecond: 1000,
      elapsedMs: 1000,
      memoryMb: 1,
      rejected: [],
      faults: [],
      ...changes,
    });
    const all = [measured(101, 2, { nearMs: 500 }), measured(100, 2), measured(90, 3, { rejected: ['window: job a'] })];
    const said = sumOf(all).join('\n');
    expect(said).toContain('Vehicles: 7, best known 6 (16.67 %); as many as best known on 2 of 3.');
    expect(said).toContain('Distance where vehicles are equal: 201.0, best known 200.0 (0.50 %).');
    expect(said).toContain('The checker rejects 1 plans.');
    expect(tableOf(all, 7).split('\n').at(-1)).toBe('| x, rejected: window: job a | 3 | 2 | 90.00 | 100.00 | – | 1000 | – | 7 |');
    expect(tableOf([measured(101, 2, { plan: planOf({}, 4) })], 7)).toContain('x, 4 missing');
  });

  it('proves what kits can bring: here and then there, but not both at the other place', async () => {
    const load = highs as unknown as typeof highs.default;
    const solve = async (problem: Problem) => (await load()).solve(tourFlow(problem, 'drill', true), { output_flag: false });
    // Here from 0 to 3, a day on the road, there from 4 to 7.
    expect(await solve(tour)).toMatchObject({ Status: 'Optimal', ObjectiveValue: 12 });
    const slow = { ...tour, vehicles: [{ ...tour.vehicles[0]!, shifts: [{ start: 0, window: [0, 6] as const }] }] };
    // Back by 6: there from 3 on, or here; not both.
    expect((await solve(slow)).ObjectiveValue).toBe(7);
    const two = {
      ...tour,
      vehicles: [...tour.vehicles, { id: 'more', skills: ['drill'], shifts: [{ start: 1, window: [0, 8] as const }] }],
    };
    expect((await solve(two)).ObjectiveValue).toBe(18);
  });

  it('refuses options that make no sense', () => {
    expect(readOptions(['somewhere', '--set', 'tour', '--limit', '3'])).toMatchObject({
      folder: 'somewhere',
      sets: ['tour'],
      limitSeconds: 3,
    });
    expect(() => readOptions(['--set', 'mars'])).toThrow(/There is no set mars; there are lilim100/);
    expect(() => readOptions(['--limit', 'long'])).toThrow(/--limit should be a number/);
  });
});
