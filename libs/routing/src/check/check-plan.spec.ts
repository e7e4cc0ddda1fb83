import { schedule } from '../engine/schedule.js';
import type { OutlineStop, Plan } from '../model/plan.js';
import { TERMS, type Job, type Problem, type Shift, type Vehicle } from '../model/problem.js';
import { checkPlan } from './check-plan.js';
import { bike, errand, morning, outline, pause, reload, routeOf, stop, van, vanStops } from './errand.fixture.js';
import { RULES } from './violation.js';

const plan = schedule(errand, outline);
const told = (problem: Problem, judged: Plan) => checkPlan(problem, judged).map(({ rule, subject }) => `${rule}: ${subject}`);

const withShift = (changes: Partial<Shift>): Problem => ({
  ...errand,
  vehicles: [{ ...van, shifts: [{ ...morning, ...changes }, van.shifts[1]!] }, bike],
});
const withVan = (changes: Partial<Vehicle>): Problem => ({ ...errand, vehicles: [{ ...van, ...changes }, bike] });
const withJob = (id: string, changes: object): Problem => ({
  ...errand,
  jobs: errand.jobs.map((job) => (job.id === id ? ({ ...job, ...changes } as Job) : job)),
});
const planOf = (problem: Problem, stops: readonly OutlineStop[]) =>
  schedule(problem, { routes: [routeOf('van', stops), letter] });
const letter = routeOf('bike', [stop('letter')]);
const without = (...left: OutlineStop[]) => vanStops.filter((each) => !left.includes(each));
const [first, pickup, , delivery, bread, , paper] = vanStops as [OutlineStop, ...OutlineStop[]] & OutlineStop[];
const swap = (a: OutlineStop, b: OutlineStop) => vanStops.map((each) => (each === a ? b : each === b ? a : each));

/** A copy in which one thing differs. */
function altered(change: (copy: Plan) => void): Plan {
  const copy = structuredClone(plan);
  change(copy);
  return copy;
}

const seen = new Set<string>();
function expectTold(problem: Problem, judged: Plan, expected: string[]): void {
  const violations = told(problem, judged);
  violations.forEach((each) => seen.add(each.slice(0, each.indexOf(':'))));
  expect(violations).toEqual(expected);
}

describe('checkPlan', () => {
  it('accepts a plan in which every kind of constraint holds', () => {
    expect(told(errand, plan)).toEqual([]);
    // 7 for the van, 3 for its shift, 30 km at 2, 49 minutes at 0.5, and 1 for the bike.
    expect(plan.terms.cost).toBe(7 + 3 + 60 + 24.5 + 1);
    expect(plan).toMatchObject({ missing: 3, unserved: ['wish', 'duty'], terms: { unserved: 9, vehicles: 2, change: 6 } });
    expect(plan.terms.imbalance).toBe(22.5);
  });

  // The plan stays as it is and the problem asks for more than it gives.
  it.each<[string, Problem, string[]]>([
    ['a skill that the vehicle lacks', withVan({ skills: [] }), ['skill: job chest pickup', 'skill: job chest delivery']],
    ['a job locked to another vehicle', withJob('letter', { lockedTo: { vehicle: 'van' } }), ['locked-to: job letter visit']],
    [
      'a job locked to another shift',
      withJob('bread', { lockedTo: { vehicle: 'van', shift: 1 } }),
      ['locked-to: job bread visit'],
    ],
    [
      'another stop that should come first',
      withShift({ locked: [{ job: 'chest', at: 'pickup' }] }),
      ['locked-stops: vehicle van shift 0'],
    ],
    [
      'a stop that should begin another shift',
      { ...errand, vehicles: [van, { ...bike, shifts: [{ ...bike.shifts[0]!, locked: [{ job: 'paper', at: 'visit' }] }] }] },
      ['locked-stops: job paper', 'locked-stops: vehicle bike shift 0'],
    ],
    [
      'a break at another time',
      withShift({ breaks: [{ duration: 10, windows: [[12, 25]] }] }),
      ['window: vehicle van shift 0 break 0'],
    ],
    [
      'a second break',
      withShift({ breaks: [...morning.breaks!, { duration: 1, windows: [[0, 9]] }] }),
      ['break: vehicle van shift 0 break 1'],
    ],
    [
      'no reload at all',
      withShift({ reloads: [{ ...morning.reloads![0]!, times: 0 }] }),
      ['reload: vehicle van shift 0 reload 0'],
    ],
    [
      'a reload that is closed',
      withShift({ reloads: [{ ...morning.reloads![0]!, windows: [[50, 60]] }] }),
      ['window: vehicle van shift 0 reload 0'],
    ],
    ['a window that has closed', withJob('paper', { place: { location: 3, windows: [[0, 48]] } }), ['window: job paper visit']],
    [
      'a gap between two windows',
      withJob('paper', {
        place: {
          location: 3,
          windows: [
            [0, 48],
            [50, 60],
          ],
        },
      }),
      ['window: job paper visit'],
    ],
    ['a shift that begins later', withShift({ window: [4, 100] }), ['shift-window: vehicle van shift 0']],
    ['a shift that ends earlier', withShift({ window: [0, 51] }), ['shift-window: vehicle van shift 0']],
    [
      'less room',
      withVan({ capacity: [4] }),
      // Bread alone is 3, with the chest 5; paper is 4.
      ['capacity: job chest pickup', 'capacity: vehicle van shift 0 break 0'],
    ],
    ['less distance', withShift({ maxDistance: 29.9 }), ['max-distance: vehicle van shift 0']],
    ['less travel', withShift({ maxTravelTime: 29.9 }), ['max-travel-time: vehicle van shift 0']],
    ['a shorter working day', withShift({ maxDuration: 48.9 }), ['max-duration: vehicle van shift 0']],
    ['fewer stops', withShift({ maxStops: 4 }), ['max-stops: vehicle van shift 0']],
  ])('rejects a plan for %s', (_, problem, expected) => expectTold(problem, plan, expected));

  // The plan is made of another order of stops, with figures that are right.
  const roomy = withShift({ maxDistance: undefined, maxTravelTime: undefined, maxDuration: undefined });
  const loose: Problem = {
    ...roomy,
    jobs: withJob('chest', { pickup: { location: 5 }, delivery: { location: 10 } }).jobs,
  };
  it.each<[string, Problem, OutlineStop[], string[]]>([
    ['a break that is left out', errand, without(pause), ['break: vehicle van shift 0 break 0']],
    ['a stop before the locked one', roomy, swap(first, pickup!), ['locked-stops: vehicle van shift 0']],
    [
      'a pickup without its delivery',
      errand,
      without(delivery!),
      ['shipment: job chest', 'reload: vehicle van shift 0 reload 0', 'capacity: job paper visit'],
    ],
    ['a delivery without its pickup', errand, without(pickup!), ['shipment: job chest']],
    [
      'a delivery before its pickup',
      loose,
      [first, delivery!, pause, pickup!, bread!, reload, paper!],
      ['shipment: job chest', 'reload: vehicle van shift 0 reload 0'],
    ],
    [
      'a shipment on board at a reload',
      loose,
      [first, pickup!, pause, bread!, reload, delivery!, paper!],
      ['reload: vehicle van shift 0 reload 0'],
    ],
    [
      'a reload too often',
      withShift({ maxDuration: 99 }),
      [...vanStops.slice(0, 6), reload, paper!],
      ['reload: vehicle van shift 0 reload 0'],
    ],
    [
      'too much on board at the start',
      withJob('bread', { deliver: [6] }),
      [...vanStops],
      [
        'capacity: vehicle van shift 0',
        'capacity: job first visit',
        'capacity: job chest pickup',
        'capacity: vehicle van shift 0 break 0',
        'capacity: job chest delivery',
      ],
    ],
  ])('rejects %s', (_, problem, stops, expected) => expectTold(problem, planOf(problem, stops), expected));

  // Figures or lists of the plan are wrong.
  const vanRoute = (copy: Plan) => copy.routes[0]!;
  it.each<[string, (copy: Plan) => void, string[]]>([
    ['a vehicle that is not there', (copy) => (vanRoute(copy).vehicle = 'lorry'), ['unknown-vehicle: vehicle lorry shift 0']],
    ['a shift that is not there', (copy) => (vanRoute(copy).shift = 2), ['unknown-vehicle: vehicle van shift 2']],
    [
      'a job that is not there',
      (copy) => (vanRoute(copy).stops[6]!.job = 'ink'),
      ['unknown-job: job ink visit', 'unserved: job paper'],
    ],
    ['a stop that a job does not have', (copy) => (vanRoute(copy).stops[6]!.kind = 'pickup'), ['unknown-stop: job paper pickup']],
    ['a break that is not there', (copy) => (vanRoute(copy).stops[2]!.number = 1), ['unknown-stop: vehicle van shift 0 break 1']],
    [
      'a reload that is not there',
      (copy) => (vanRoute(copy).stops[5]!.number = 1),
      ['unknown-stop: vehicle van shift 0 reload 1'],
    ],
    ['a job that nobody mentions', (copy) => copy.unserved.pop(), ['unserved: job duty']],
    ['a job both served and left out', (copy) => copy.unserved.push('paper'), ['unserved: job paper']],
    ['a job left out twice', (copy) => copy.unserved.push('wish'), ['unserved: list']],
    ['an unknown job left out', (copy) => copy.unserved.push('ink'), ['unserved: job ink']],
    ['a stop at another place', (copy) => (vanRoute(copy).stops[6]!.location = 4), ['location: job paper visit']],
    ['a break at another place', (copy) => (vanRoute(copy).stops[2]!.location = 10), ['location: vehicle van shift 0 break 0']],
    [
      'travel that takes no time',
      (copy) => Object.assign(vanRoute(copy).stops[6]!, { arrival: 48 }),
      ['travel: job paper visit', 'figure: vehicle van shift 0 waiting'],
    ],
    [
      'leaving after it has left',
      (copy) => (vanRoute(copy).departure = 3.5),
      ['travel: job first visit', 'figure: cost', 'figure: imbalance'],
    ],
    [
      'a way home that takes no time',
      (copy) => (vanRoute(copy).return = 51),
      ['travel: vehicle van shift 0', 'figure: cost', 'figure: imbalance'],
    ],
    [
      'service before the arrival',
      (copy) => Object.assign(vanRoute(copy).stops[6]!, { start: 48, departure: 48 }),
      ['service: job paper visit', 'travel: vehicle van shift 0', 'figure: vehicle van shift 0 waiting'],
    ],
    [
      'service that ends too early',
      (copy) => (vanRoute(copy).stops[6]!.departure = 48),
      ['service: job paper visit', 'travel: vehicle van shift 0'],
    ],
    ['another load at a stop', (copy) => (vanRoute(copy).stops[1]!.load = [4]), ['figure: job chest pickup load in crates']],
    ['another load when leaving', (copy) => (vanRoute(copy).load = [2]), ['figure: vehicle van shift 0 load in crates']],
    [
      'a load without its dimension',
      (copy) => (vanRoute(copy).stops[0]!.load = []),
      ['figure: job first visit load in crates', 'figure: vehicle van shift 0 load'],
    ],
    [
      'another distance of a route',
      (copy) => (vanRoute(copy).distance = 29),
      ['figure: vehicle van shift 0 distance', 'figure: cost', 'figure: distance'],
    ],
    [
      'another travel time of a route',
      (copy) => (vanRoute(copy).travelTime = 29),
      ['figure: vehicle van shift 0 travelTime', 'figure: travelTime'],
    ],
    [
      'another waiting of a route',
      (copy) => (vanRoute(copy).waiting = 1),
      ['figure: vehicle van shift 0 waiting', 'figure: waiting'],
    ],
    ['another weight of what is missing', (copy) => (copy.missing = 0), ['figure: missing']],
    ['no number at all', (copy) => (copy.terms.cost = NaN), ['figure: cost']],
    ...TERMS.map((term): [string, (copy: Plan) => void, string[]] => [
      `another sum of ${term}`,
      (copy) => (copy.terms[term] += 0.001),
      [`figure: ${term}`],
    ]),
  ])('rejects %s', (_, change, expected) => expectTold(errand, altered(change), expected));

  it('rejects a shift with two routes, and a stop that is made twice', () => {
    const twice = schedule(errand, { routes: [...outline.routes, letter] });
    expectTold(errand, twice, ['shift-twice: vehicle bike shift 0', 'stop-twice: job letter visit']);
  });

  it('rejects a route without a stop of a job', () => {
    const idle = { vehicle: 'van', shift: 1, departure: 200, return: 200, distance: 0, travelTime: 0, waiting: 0 };
    expectTold(errand, { ...plan, routes: [...plan.routes, { ...idle, load: [0], stops: [] }] }, [
      'idle-route: vehicle van shift 1',
    ]);
  });

  it('counts what missed wishes cost', () => {
    const early = withJob('bread', { place: { location: 12, service: 1, soft: { from: 30, earlyCost: 4 } } });
    const late = withJob('bread', { place: { location: 12, service: 1, soft: { until: 26, lateCost: 4 } } });
    // Bread is there at 28: 2 too early, resp. 2 too late.
    for (const problem of [early, late]) {
      expectTold(problem, plan, ['figure: softWindows']);
      expect(told(problem, { ...plan, terms: { ...plan.terms, softWindows: 8 } })).toEqual([]);
    }
  });

  it('takes a shift that is left to the vehicle as any shift for a lock, and as the first for a published plan', () => {
    const moved = withJob('letter', { published: { vehicle: 'bike' }, lockedTo: { vehicle: 'bike' } });
    expect(told(moved, { ...plan, terms: { ...plan.terms, change: 0 } })).toEqual([]);
  });

  it('forgives the noise of sums, and nothing more', () => {
    expect(
      told(
        errand,
        altered((copy) => (copy.terms.cost += 1e-8)),
      ),
    ).toEqual([]);
    expect(told(withShift({ maxDistance: 30 - 1e-8 }), plan)).toEqual([]);
    expect(told(withShift({ maxDistance: 30 - 1e-5 }), plan)).toEqual(['max-distance: vehicle van shift 0']);
  });

  it('has a mutation for every rule', () => {
    expect([...seen].sort()).toEqual([...RULES].sort());
  });
});
