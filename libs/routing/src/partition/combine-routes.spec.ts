import { schedule } from '../engine/schedule.js';
import { problemOf, van, visit } from '../explain/line.fixture.js';
import type { Outline } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import { combineRoutes } from './combine-routes.js';
import { createRoutePool } from './route-pool.js';

const drive = (vehicle: string, ...jobs: string[]) => ({
  vehicle,
  shift: 0,
  stops: jobs.map((job) => ({ kind: 'visit' as const, job })),
});
const combine = async (problem: Problem, incumbent: Outline, seen: Outline['routes']) => {
  const outline = await combineRoutes(problem, { outline: incumbent, plan: schedule(problem, incumbent) }, seen, {});
  return schedule(problem, outline!);
};

describe('combineRoutes', () => {
  const vehicles = [van('one'), van('two'), van('three')];
  const jobs = [visit('a', 1), visit('b', 2), visit('c', 30), visit('d', 31)];

  it('takes the good half of one plan and of another, and gives each route a vehicle of its own', async () => {
    const problem = problemOf({ vehicles, jobs });
    const incumbent = { routes: [drive('one', 'a', 'c'), drive('two', 'b', 'd')] };
    // Both halves were driven by the same van when they were seen.
    const plan = await combine(problem, incumbent, [drive('one', 'a', 'b'), drive('one', 'c', 'd')]);
    expect(plan.terms.cost).toBe(4 + 62);
    expect(new Set(plan.routes.map(({ vehicle }) => vehicle)).size).toBe(2);
    expect(plan.unserved).toEqual([]);
  });

  it('drives fewer vehicles for more kilometres when vehicles come first, and the other way round', async () => {
    const orders = { fewer: ['vehicles', 'distance'], shorter: ['distance', 'vehicles'] } as const;
    const incumbent = { routes: [drive('one', 'a', 'b'), drive('two', 'c', 'd')] };
    const seen = [drive('three', 'a', 'c', 'b', 'd')];
    const fewer = await combine(problemOf({ vehicles, jobs, objectives: orders.fewer }), incumbent, seen);
    expect(fewer.routes).toHaveLength(1);
    const shorter = await combine(problemOf({ vehicles, jobs, objectives: orders.shorter }), incumbent, seen);
    expect(shorter.routes).toHaveLength(2);
  });

  it('serves what must be done before it saves a kilometre, and leaves what is not worth it', async () => {
    const objectives = [{ unserved: 1, cost: 1 }];
    const mixed = [visit('must', 40, { priority: 0.01 }), visit('cheap', 20, { prize: 10 })];
    const problem = problemOf({ vehicles: vehicles.slice(0, 1), jobs: mixed, objectives });
    const plan = await combine(problem, { routes: [] }, [drive('one', 'must'), drive('one', 'cheap')]);
    expect(plan.unserved).toEqual(['cheap']);
  });

  it('counts a promise that is not kept', async () => {
    const promised = [visit('a', 10, { published: { vehicle: 'one' }, changeCost: 5 }), visit('b', 10)];
    const objectives = [{ change: 1, distance: 1 }];
    const near = [van('one', {}, { start: 4, end: 4 }), van('two', {}, { start: 6, end: 6 })];
    const seen = [drive('one', 'a', 'b'), drive('two', 'a', 'b')];
    const choose = (changeCost: number) => {
      const jobs = [{ ...promised[0], changeCost }, promised[1]];
      return combine(problemOf({ vehicles: near, jobs, objectives }), { routes: [] }, seen);
    };
    // 12 km with van one, 8 km and the broken promise with van two.
    expect((await choose(5)).routes[0].vehicle).toBe('one');
    expect((await choose(3)).routes[0].vehicle).toBe('two');
  });

  it('pays once for a vehicle with several shifts', async () => {
    const shifts = [0, 100].map((from) => ({ start: 0, end: 0, window: [from, from + 100] as const }));
    const both = [van('long', { shifts, fixedCost: 20 }), van('one', { fixedCost: 15 }), van('two', { fixedCost: 15 })];
    const problem = problemOf({ vehicles: both, jobs: [visit('a', 10), visit('b', 10)] });
    const seen = [drive('long', 'a'), { ...drive('long', 'b'), shift: 1 }, drive('one', 'a'), drive('two', 'b')];
    // 20 + 2 × 20 km against 2 × (15 + 20 km).
    expect((await combine(problem, { routes: [] }, seen)).terms.cost).toBe(60);
  });
});

describe('createRoutePool', () => {
  it('holds each order of stops once and forgets what was not seen for longest', () => {
    const pool = createRoutePool(2);
    for (const route of [drive('one', 'a'), drive('one', 'b'), drive('one', 'a'), drive('one', 'c')]) pool.add(route);
    expect([...pool.routes()]).toEqual([drive('one', 'a'), drive('one', 'c')]);
  });
});
