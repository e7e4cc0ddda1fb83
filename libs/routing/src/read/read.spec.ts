import { checkPlan } from '../check/check-plan.js';
import { search } from '../engine/search.js';
import { validateProblem } from '../model/validate.js';
import { fullProblem } from '../model/full-problem.fixture.js';
import { readLiLim } from './read-li-lim.js';
import { readProblem } from './read-problem.js';
import { readSolomon } from './read-solomon.js';
import { readToptw } from './read-toptw.js';

/** Two shipments 1 → 3 and 4 → 2 on a line to the east. */
const LI_LIM = `2\t10\t1
0\t0\t0\t0\t0\t100\t0\t0\t0
1\t3\t4\t6\t0\t50\t2\t0\t3
2\t9\t12\t-5\t0\t80\t2\t4\t0

3\t6\t8\t-6\t0\t60\t2\t1\t0
4\t6\t8\t5\t0\t60\t2\t0\t2
`;

const SOLOMON = `TINY

VEHICLE
NUMBER     CAPACITY
  2         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.   DEMAND    READY TIME  DUE DATE   SERVICE   TIME

    0      0    0    0    0   100    0
    1      3    4    6    0    50    2
    2      0    5    6   20    30    2
`;

const TOPTW = `1 1 2 1
0 0
  0 0.00 0.00 0 0 0 0 0 20
  1 1.00 1.00 2.00 7.00 1 1 1 5 9
  2 9.00 9.00 2.00 9.00 1 2 1 3 0 20
`;

const within = (text: string, line: number, change: (words: string[]) => void) =>
  text
    .split('\n')
    .map((each, at) => {
      if (at + 1 !== line) return each;
      const words = each.trim().split(/\s+/);
      change(words);
      return words.join(' ');
    })
    .join('\n');

describe('readLiLim', () => {
  it('reads shipments, vehicles and exact distances', () => {
    const problem = readLiLim(LI_LIM);
    validateProblem(problem);
    expect(problem.vehicles).toHaveLength(2);
    expect(problem.vehicles[0]).toMatchObject({ capacity: [10], shifts: [{ start: 0, end: 0, window: [0, 100] }] });
    expect(problem.jobs).toEqual([
      {
        kind: 'shipment',
        id: '1',
        load: [6],
        pickup: { location: 1, service: 2, windows: [[0, 50]] },
        delivery: { location: 3, service: 2, windows: [[0, 60]] },
      },
      {
        kind: 'shipment',
        id: '4',
        load: [5],
        pickup: { location: 4, service: 2, windows: [[0, 60]] },
        delivery: { location: 2, service: 2, windows: [[0, 80]] },
      },
    ]);
    const { size, distances } = problem.matrices[0]!;
    expect([size, distances[1], distances[1 * size + 3], distances[3 * size + 4]]).toEqual([5, 5, 5, 0]);
    // 5 to 1, 5 to 3 and 4, 5 to 2, 15 home.
    const { plan } = search(problem, { seed: 1, iterations: 200 });
    expect(checkPlan(problem, plan)).toEqual([]);
    expect(plan).toMatchObject({ missing: 0, terms: { vehicles: 1, distance: 30 } });
  });

  it.each<[string, string, RegExp]>([
    ['an empty file', ' \n', /line 1: the file is empty/],
    ['no depot', '2 10 1\n', /line 2: there is no depot/],
    ['a word', LI_LIM.replace('6\t8\t-6', 'six\t8\t-6'), /line 6: "six" is not a number/],
    ['infinity', LI_LIM.replace('6\t8\t-6', 'Infinity\t8\t-6'), /line 6: "Infinity" is not a number/],
    ['a short line', LI_LIM.replace('\t4\t0\n', '\n'), /line 4: has 7 numbers/],
    ['no vehicle', LI_LIM.replace('2\t10', '0\t10'), /line 1: the number of vehicles/],
    ['a point out of turn', LI_LIM.replace('\n4\t6', '\n5\t6'), /line 7: the number of the point should be 4, not 5/],
    ['a window that ends before it begins', within(LI_LIM, 3, (words) => (words[4] = '51')), /line 3: the window closes at 50/],
    ['negative service', within(LI_LIM, 3, (words) => (words[6] = '-1')), /line 3: the service time is negative/],
    ['a delivery that is not there', within(LI_LIM, 3, (words) => (words[8] = '9')), /line 3: its delivery 9/],
    ['a pair that disagrees', within(LI_LIM, 6, (words) => (words[7] = '4')), /line 3: its delivery 3/],
    ['loads that disagree', within(LI_LIM, 6, (words) => (words[3] = '-7')), /line 3: its load of 6 is not what 3 delivers, 7/],
    ['a stop without a partner', `${LI_LIM}5 1 1 1 0 9 1 0 0\n`, /line 8: stop 5 is neither/],
  ])('refuses %s, by its line', (_, text, message) => expect(() => readLiLim(text)).toThrow(message));
});

describe('readSolomon', () => {
  it('reads visits that are delivered to', () => {
    const problem = readSolomon(SOLOMON);
    validateProblem(problem);
    expect(problem.vehicles).toHaveLength(2);
    expect(problem.jobs[1]).toEqual({
      kind: 'visit',
      id: '2',
      deliver: [6],
      place: { location: 2, service: 2, windows: [[20, 30]] },
    });
    // Both do not fit into one vehicle.
    const { plan } = search(problem, { seed: 1, iterations: 100 });
    expect(plan).toMatchObject({ missing: 0, terms: { vehicles: 2, distance: 20 } });
  });

  it.each<[string, string, RegExp]>([
    ['an empty file', '', /there is no heading VEHICLE/],
    ['no customers', SOLOMON.slice(0, SOLOMON.indexOf('CUSTOMER')), /there is no heading CUSTOMER/],
    ['a heading alone', SOLOMON.slice(0, SOLOMON.indexOf('    0 ')), /nothing follows the heading CUSTOMER/],
    ['half a vehicle', SOLOMON.replace('  2    ', '  1.5  '), /line 5: the number of vehicles/],
    ['a negative demand', within(SOLOMON, 11, (words) => (words[3] = '-6')), /line 11: the demand is negative/],
  ])('refuses %s, by its line', (_, text, message) => expect(() => readSolomon(text)).toThrow(message));
});

describe('readToptw', () => {
  it('reads prizes, the limit of a path, and distances cut off after so many decimals', () => {
    const one = readToptw(TOPTW, { digits: 1 });
    validateProblem(one);
    // √2 = 1.4142…, √128 = 11.3137…
    expect([one.matrices[0]!.distances[1], one.matrices[0]!.distances[3 + 2]]).toEqual([1.4, 11.3]);
    expect(readToptw(TOPTW, { digits: 2 }).matrices[0]!.distances[1]).toBe(1.41);
    expect(one.vehicles).toEqual([{ id: 'path 1', shifts: [{ start: 0, end: 0, window: [0, 20] }] }]);
    expect(readToptw(TOPTW, { digits: 1, paths: 3 }).vehicles).toHaveLength(3);
    expect(one.jobs.map(({ prize }) => prize)).toEqual([7, 9]);
    // The second is too far to be back at 20: 12.7 there, 2, 12.7 home.
    const { plan } = search(one, { seed: 1, iterations: 100 });
    expect(plan).toMatchObject({ unserved: ['2'], terms: { unserved: 9, distance: 2.8 } });
  });

  it('keeps a distance that has no more decimals than are kept', () => {
    const straight = TOPTW.replace('1.00 1.00', '0.70 0.00');
    expect(readToptw(straight, { digits: 1 }).matrices[0]!.distances[1]).toBe(0.7);
  });

  it.each<[string, string, RegExp]>([
    ['another number of points', TOPTW.replace('1 1 2 1', '1 1 3 1'), /line 1: promises 3 points/],
    ['no start', '1 1 2 1\n0 0\n', /line 3: there is no point/],
    ['a negative profit', within(TOPTW, 4, (words) => (words[4] = '-7')), /line 4: the profit is negative/],
    ['a window that ends before it begins', within(TOPTW, 4, (words) => (words[8] = '10')), /line 4: the window closes at 9/],
    ['a word', within(TOPTW, 5, (words) => (words[1] = 'east')), /line 5: "east" is not a number/],
  ])('refuses %s, by its line', (_, text, message) => expect(() => readToptw(text, { digits: 1 })).toThrow(message));
});

describe('readProblem', () => {
  it('reads what it is given, and refuses what is no JSON or no problem', () => {
    expect(readProblem(JSON.stringify(fullProblem))).toEqual(fullProblem);
    expect(() => readProblem('{"jobs": [')).toThrow(/^problem: is not JSON/);
    // JSON has no NaN: it becomes null.
    const [chest] = fullProblem.jobs;
    expect(() => readProblem(JSON.stringify({ ...fullProblem, jobs: [{ ...chest, prize: NaN }] }))).toThrow(/^job chest prize:/);
  });
});
