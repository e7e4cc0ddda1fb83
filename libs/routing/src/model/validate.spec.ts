import { ProblemError, PROBLEM_FAULTS } from './errors.js';
import { fullProblem } from './full-problem.fixture.js';
import type { Problem } from './problem.js';
import { validateProblem } from './validate.js';
import { validateTotals } from './validate-totals.js';

const [van] = fullProblem.vehicles as unknown as Problem['vehicles'];
const [chest, bread] = fullProblem.jobs as unknown as Problem['jobs'];
const shift = van!.shifts[0]!;
const withChest = (changes: object) => ({ ...fullProblem, jobs: [{ ...chest, ...changes }, bread] });
const withBread = (changes: object) => ({ ...fullProblem, jobs: [chest, { ...bread, ...changes }] });
const withVan = (changes: object) => ({ ...fullProblem, vehicles: [{ ...van, ...changes }] });
const withShift = (changes: object) => withVan({ shifts: [{ ...shift, ...changes }] });
const cells = (value: unknown) => ({ size: 2, distances: [0, value, 4, 0], durations: [0, 5, 6, 0] });

const seen = new Set<string>();
function refusal(problem: unknown): string {
  try {
    validateProblem(problem);
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError);
    seen.add((error as ProblemError).fault);
    return `${(error as ProblemError).fault} ${(error as ProblemError).message}`;
  }
  return 'accepted';
}

describe('validateProblem', () => {
  it.each<[string, unknown, string]>([
    ['no problem', null, 'malformed problem: should be an object'],
    ['a list', [], 'malformed problem: should be an object'],
    ['a misspelt field', withChest({ prise: 3 }), 'malformed jobs[0]: has no field prise'],
    ['a field of the other kind', withBread({ pickup: chest }), 'malformed job bread: has no field pickup'],
    ['no name', withChest({ id: undefined }), 'malformed jobs[0].id: should be a text'],
    ['no kind', withChest({ kind: 'trip' }), 'malformed job chest: is neither a shipment nor a visit but "trip"'],
    ['half a stop', withShift({ maxStops: 2.5 }), 'malformed vehicle van shift 0 maxStops: 2.5 is not a whole number'],
    ['NaN', withChest({ prize: NaN }), 'not-a-number job chest prize: should be a number, not null'],
    ['a text for a number', withBread({ prize: '3' }), 'not-a-number job bread prize: should be a number, not "3"'],
    [
      'NaN in a matrix',
      { ...fullProblem, matrices: [cells(NaN)] },
      'not-a-number matrices[0].distances from 0 to 1: should be a number, not null',
    ],
    ['a negative cell', { ...fullProblem, matrices: [cells(-1)] }, 'negative matrices[0].distances from 0 to 1: -1 is negative'],
    ['a negative prize', withChest({ prize: -1 }), 'negative job chest prize: -1 is negative'],
    ['negative service', withBread({ place: { location: 1, service: -3 } }), 'negative job bread place service: -3 is negative'],
    ['a negative load', withChest({ load: [1, -2] }), 'negative job chest load: -2 is negative'],
    [
      'a moment out of range',
      withBread({ place: { location: 1, windows: [[0, 1e10]] } }),
      'too-large job bread place window: 10000000000 is beyond ±1000000000; choose a larger unit or count from a later moment',
    ],
    [
      'infinity',
      withVan({ fixedCost: Infinity }),
      'too-large vehicle van fixedCost: Infinity is beyond ±1000000000; choose a larger unit or count from a later moment',
    ],
    ['a name twice', { ...fullProblem, jobs: [chest, { ...bread, id: 'chest' }] }, 'duplicate-id job chest: appears twice'],
    ['a vehicle twice', { ...fullProblem, vehicles: [van, van] }, 'duplicate-id vehicle van: appears twice'],
    ['a dimension twice', { ...fullProblem, dimensions: ['m³', 'm³'] }, 'duplicate-id dimensions[1]: m³ appears twice'],
    [
      'a place that is not there',
      withBread({ place: { location: 2 } }),
      'unknown-location job bread place location: location 2 is not among the 2 of the matrices',
    ],
    [
      'a skill that nobody has',
      withBread({ skills: ['flying'] }),
      'unknown-skill job bread: asks for flying, which no vehicle has',
    ],
    [
      'a lock to nobody',
      withBread({ lockedTo: { vehicle: 'bus' } }),
      'unknown-vehicle job bread lockedTo: there is no vehicle bus',
    ],
    [
      'a shift that is not there',
      withBread({ published: { vehicle: 'van', shift: 1 } }),
      'unknown-vehicle job bread published: vehicle van has no shift 1',
    ],
    [
      'a locked stop of no job',
      withShift({ locked: [{ job: 'ink', at: 'visit' }] }),
      'unknown-job vehicle van shift 0 locked: there is no job ink',
    ],
    ['a profile that is not there', withVan({ profile: 2 }), 'unknown-profile vehicle van: there is no matrix 2'],
    [
      'an objective that is not there',
      { ...fullProblem, objectives: ['beauty'] },
      'unknown-objective objectives[0]: beauty is not one of unserved, vehicles, cost, distance, travelTime, waiting, softWindows, imbalance, change',
    ],
    ['a negative weight', { ...fullProblem, objectives: [{ cost: -1 }] }, 'negative objectives[0] cost: -1 is negative'],
    [
      'a window that closes first',
      withBread({ place: { location: 1, windows: [[9, 8]] } }),
      'bad-window job bread place: closes at 8, before it opens at 9',
    ],
    [
      'windows that overlap',
      withBread({
        place: {
          location: 1,
          windows: [
            [5, 9],
            [0, 6],
          ],
        },
      }),
      'bad-window job bread place: has windows that overlap, from 5 on',
    ],
    [
      'no window at all',
      withBread({ place: { location: 1, windows: [] } }),
      'bad-window job bread place: has an empty list of windows and could never be served',
    ],
    [
      'shifts that overlap',
      withVan({ shifts: [shift, { window: [99, 120] }] }),
      'bad-window vehicle van: has shifts that overlap, from 99 on',
    ],
    [
      'a wish that ends first',
      withBread({ place: { location: 1, soft: { from: 4, until: 3 } } }),
      'bad-window job bread place soft: ends at 3, before it begins at 4',
    ],
    [
      'a load of too few dimensions',
      withBread({ deliver: [1] }),
      'bad-load job bread deliver: has 1 numbers for 2 dimensions of load',
    ],
    [
      'a matrix that is too small',
      { ...fullProblem, matrices: [{ size: 2, distances: [0, 1, 1], durations: [0, 1, 1, 0] }] },
      'bad-matrix matrices[0].distances: should hold 2 × 2 numbers',
    ],
    [
      'matrices of two sizes',
      { ...fullProblem, matrices: [cells(1), { size: 1, distances: [0], durations: [0] }] },
      'bad-matrix matrices[1]: has 1 locations and the first one 2',
    ],
    [
      'a delivery that is locked before its pickup',
      withShift({ locked: [{ job: 'chest', at: 'delivery' }] }),
      'bad-lock vehicle van shift 0 locked: the delivery of job chest is locked without its pickup before it',
    ],
    [
      'a stop that is locked twice',
      withShift({
        locked: [
          { job: 'bread', at: 'visit' },
          { job: 'bread', at: 'visit' },
        ],
      }),
      'bad-lock vehicle van shift 0 locked: the visit of job bread is locked twice',
    ],
    [
      'locks that contradict each other',
      {
        ...fullProblem,
        vehicles: [{ ...van, shifts: [shift, { window: [200, 300], locked: [{ job: 'bread', at: 'visit' }] }] }],
      },
      'bad-lock vehicle van shift 1 locked: job bread is locked to another shift',
    ],
    [
      'a delivery that must start before the pickup can be over',
      withChest({ delivery: { location: 1, windows: [[0, 9]] } }),
      // Picked up from 0 on, 4 of service, 5.5 by the faster way.
      'impossible job chest: can be done by nobody: delivered at 9.5 at the earliest, and not after 9',
    ],
  ])('refuses %s, by name', (_, problem, expected) => expect(refusal(problem)).toBe(expected));

  it('refuses sums beyond what numbers can tell apart, by the job that passes it', () => {
    const jobs = Array.from({ length: 1_000_001 }, () => ({ ...bread!, prize: 1e9 }));
    jobs[999_998] = { ...jobs[0]!, id: 'nearly' };
    jobs[1_000_000] = { ...jobs[0]!, id: 'one too many' };
    expect(() => validateTotals({ ...(fullProblem as unknown as Problem), jobs })).toThrow(
      /^job one too many: with it the prizes add up to more than/,
    );
    expect(refusal({ ...withVan({ costPerDistance: 1e9 }), matrices: [cells(1e9), cells(1e9)] })).toMatch(
      /^too-large vehicle van:/,
    );
  });

  it('has a case for every fault', () => {
    expect([...seen].sort()).toEqual([...PROBLEM_FAULTS].sort());
  });

  it.each<[string, unknown]>([
    ['nothing to do and nobody to do it', { matrices: [{ size: 0, distances: [], durations: [] }], vehicles: [], jobs: [] }],
    [
      'matrices as typed arrays',
      { ...fullProblem, matrices: [0, 1].map(() => ({ ...cells(1), distances: Float32Array.of(0, 1, 1, 0) })) },
    ],
    [
      'windows that touch',
      withBread({
        place: {
          location: 1,
          windows: [
            [5, 9],
            [0, 5],
          ],
        },
      }),
    ],
    ['a job that is too large for every vehicle, which the explanations name', withBread({ deliver: [99, 0] })],
    ['a delivery that is just in time', withChest({ delivery: { location: 1, windows: [[0, 9.5]] } })],
    ['fields that are undefined', withBread({ prize: undefined, skills: undefined })],
  ])('accepts %s', (_, problem) => expect(refusal(problem)).toBe('accepted'));
});
