import { addDays, compileCalendar, dayOf, holidayTable, instantAt } from '@karavaan/domain';
import { solve } from '@karavaan/routing';
import { driver, leg, MONDAY, tripTown, van } from './trip-town.fixture.js';
import { tripProblem } from './trip-problem.js';
import type { TripQuestion } from './trip-question.js';

async function plan(question: TripQuestion, iterations = 300) {
  const { problem, impossible, read } = tripProblem(question);
  if (problem.jobs.length === 0) return { trips: [], left: impossible.map(({ legId, reason }) => [legId, reason]) };
  const solution = await solve(problem, { workers: 0, iterations, seed: 1 });
  expect(solution.faults).toEqual([]);
  return { trips: read(solution.plan), left: solution.explanations.map(({ job, reason }) => [job, reason]) };
}
const served = (trips: Awaited<ReturnType<typeof plan>>['trips']) =>
  trips.flatMap(({ stops }) => stops.filter(({ at }) => at === 'delivery').map(({ legId }) => legId)).toSorted(byText);
const byText = (a: string, b: string) => (a < b ? -1 : 1);

/** Each rule with a question that it allows and one that it does not. */
const RULES: [string, TripQuestion, TripQuestion, string][] = [
  ['mass', tripTown([leg('a', 1, 2, { massKg: 900 })]), tripTown([leg('a', 1, 2, { massKg: 901 })]), 'TOO_HEAVY'],
  ['volume', tripTown([leg('a', 1, 2, { volumeM3: 10 })]), tripTown([leg('a', 1, 2, { volumeM3: 10.5 })]), 'TOO_LARGE'],
  [
    'tail-lift',
    tripTown([leg('a', 1, 2, { tailLift: true })], { vans: [van('van-1', { tailLift: true })] }),
    tripTown([leg('a', 1, 2, { tailLift: true })]),
    'TAIL_LIFT',
  ],
  [
    'two persons',
    tripTown([leg('a', 1, 2, { twoPersons: true })], { drivers: [driver('jan'), driver('an')] }),
    tripTown([leg('a', 1, 2, { twoPersons: true })]),
    'TWO_PERSONS',
  ],
  ['the shift', tripTown([leg('a', 4, 8)]), tripTown([leg('a', 8, 16)]), 'shift'],
  ['a holiday', tripTown([leg('a', 1, 2, { period: day(2) })]), tripTown([leg('a', 1, 2, { period: day(1) })]), 'CLOSED'],
  [
    'opening hours',
    tripTown([leg('a', 1, 2)], { calendar: (id) => hours(id === '2' ? '10:00' : '08:00', '17:00') }),
    tripTown([leg('a', 1, 12)], { calendar: (id) => hours('08:00', id === '12' ? '10:00' : '17:00') }),
    'TOO_TIGHT',
  ],
];

function day(offset: number) {
  const on = addDays(MONDAY, offset);
  return { start: instantAt(on, '08:00'), end: instantAt(on, '17:00') };
}

function hours(from: string, to: string) {
  const openingHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, to }));
  return compileCalendar({ openingHours, closedInSchoolHolidays: false }, holidayTable([]));
}

test.each(RULES)('keeps to %s', async (_, allowed, refused, reason) => {
  expect(served((await plan(allowed)).trips)).toEqual(['a']);
  const { trips, left } = await plan(refused);
  expect(served(trips)).toEqual([]);
  expect(left).toEqual([['a', reason]]);
});

test('says what would help a leg that nobody can drive', () => {
  const why = (question: TripQuestion) => tripProblem(question).impossible;
  expect(why(tripTown([leg('a', 1, 2, { massKg: 950 })]))).toEqual([{ legId: 'a', reason: 'TOO_HEAVY', by: 50 }]);
  expect(why(tripTown([leg('a', 1, 2, { period: day(1) })]))).toEqual([
    { legId: 'a', reason: 'CLOSED', nextDay: addDays(MONDAY, 2) },
  ]);
  expect(why(tripTown([leg('a', 1, 2)], { drivers: [] }))).toEqual([{ legId: 'a', reason: 'NO_VAN' }]);
});

test('takes as few vans as can be, then the shortest way: as trying every order of a small day finds', async () => {
  const legs = [leg('a', 1, 4), leg('b', 2, 5), leg('c', 3, 1)];
  const { trips } = await plan(
    tripTown(legs, { vans: [van('van-1'), van('van-2')], drivers: [driver('jan'), driver('an')] }),
    800,
  );
  expect(trips).toHaveLength(1);
  expect(trips[0]!.km).toBe(shortest(legs.map(({ fromSiteId, toSiteId }) => [Number(fromSiteId), Number(toSiteId)])));
  expect(Math.max(...trips[0]!.stops.map(({ massKg }) => massKg))).toBeLessThanOrEqual(900);
});

/** Every order of pickups and deliveries from the depot at 0 and back. */
function shortest(pairs: readonly (readonly number[])[]): number {
  const walk = (at: number, km: number, picked: readonly number[], done: readonly number[]): number => {
    if (done.length === pairs.length) return km + 20 * at;
    let best = Infinity;
    for (const [number, [from, to]] of pairs.entries()) {
      if (!picked.includes(number)) best = Math.min(best, walk(from!, km + 20 * Math.abs(at - from!), [...picked, number], done));
      else if (!done.includes(number)) best = Math.min(best, walk(to!, km + 20 * Math.abs(at - to!), picked, [...done, number]));
    }
    return best;
  };
  return walk(0, 0, [], []);
}

test('keeps published stops first, in their order', async () => {
  const legs = [leg('a', 1, 2), leg('b', 3, 4), leg('c', 2, 3)];
  const fixed = [
    {
      vanId: 'van-1',
      day: MONDAY,
      stops: [
        { legId: 'b', at: 'pickup' as const },
        { legId: 'b', at: 'delivery' as const },
      ],
    },
  ];
  const { trips } = await plan(tripTown(legs, { fixed }));
  expect(trips[0]!.stops.slice(0, 2).map(({ legId, at }) => [legId, at])).toEqual([
    ['b', 'pickup'],
    ['b', 'delivery'],
  ]);
  expect(served(trips)).toEqual(['a', 'b', 'c']);
});

test('lets go of a published leg that became impossible, and keeps the rest of its trip', async () => {
  const stops = ['a', 'b'].flatMap((legId) => (['pickup', 'delivery'] as const).map((at) => ({ legId, at })));
  const legs = [leg('a', 1, 2, { massKg: 5_000 }), leg('b', 3, 4)];
  const { trips } = await plan(tripTown(legs, { fixed: [{ vanId: 'van-1', day: MONDAY, stops }] }));
  expect(served(trips)).toEqual(['b']);
});

test('takes the usual weekday of a region where it can', async () => {
  const week = { start: instantAt(MONDAY, '08:00'), end: instantAt(addDays(MONDAY, 4), '17:00') };
  for (const weekday of [3, 4, 5]) {
    const { trips } = await plan(tripTown([leg('a', 1, 2, { period: week, usualWeekdays: [weekday] })]));
    expect(dayOf(trips[0]!.stops[1]!.start)).toBe(addDays(MONDAY, weekday - 1));
  }
});
