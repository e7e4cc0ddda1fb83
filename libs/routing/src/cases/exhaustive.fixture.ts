import { checkPlan } from '../check/check-plan.js';
import { schedule } from '../engine/schedule.js';
import type { Outline, OutlineStop, PlanRoute, PlanStop } from '../model/plan.js';
import type { Job, Problem, Shift, TimeWindow } from '../model/problem.js';
import { compareLevels, levelsOf } from '../pool/compare.js';

/** Sums in another order differ by less. */
const NOISE = 1e-6;

/** By set of jobs, as bits: the best way to do exactly these. */
type Table = Map<number, Outline['routes']>;

/**
 * The best plan by trying them all: for each shift and each set of jobs every order of their stops, breaks and reloads; then
 * every way to give jobs to the shifts of a vehicle, and then to vehicles. Right for objectives that add up over vehicles, so not
 * for `imbalance`.
 */
export function solveExhaustively(problem: Problem): { levels: number[]; outline: Outline } {
  let all: Table = new Map([[0, []]]);
  for (const { id, shifts } of problem.vehicles) {
    let own: Table = new Map([[0, []]]);
    shifts.forEach((shift, number) => {
      own = combine(problem, own, bestOrders(problem, id, number, shift));
    });
    all = combine(problem, all, own);
  }
  let outline: Outline = { routes: [] };
  for (const routes of all.values()) if (isBetter(problem, routes, outline.routes)) outline = { routes };
  return { levels: levelsOf(problem, schedule(problem, outline)), outline };
}

/** The best of each set that two tables without a job in common can do together. */
function combine(problem: Problem, first: Table, second: Table): Table {
  const both: Table = new Map();
  for (const [mine, routes] of first)
    for (const [theirs, more] of second) {
      if ((mine & theirs) !== 0) continue;
      const together = [...routes, ...more];
      const known = both.get(mine | theirs);
      if (!known || isBetter(problem, together, known)) both.set(mine | theirs, together);
    }
  return both;
}

function isBetter(problem: Problem, routes: Outline['routes'], than: Outline['routes']): boolean {
  const value = (each: Outline['routes']) => levelsOf(problem, schedule(problem, { routes: each }));
  return compareLevels(value(routes), value(than)) < 0;
}

/** For each set of jobs that a shift can do by itself the best order. */
function bestOrders(problem: Problem, vehicle: string, number: number, shift: Shift): Table {
  const best = new Map<number, { stops: OutlineStop[]; levels: number[] }>();
  const extras = extraStops(shift);
  const breaks = shift.breaks?.length ?? 0;
  const { skills = [] } = problem.vehicles.find(({ id }) => id === vehicle)!;
  const able = problem.jobs.map(
    (job) => mayDo(job, vehicle, number) && (job.skills ?? []).every((skill) => skills.includes(skill)),
  );
  const planOf = (stops: OutlineStop[]) => schedule(problem, { routes: [{ vehicle, shift: number, stops }] });

  const extend = (stops: OutlineStop[], begun: number, done: number, used: readonly number[]): void => {
    const aboard = begun & ~done;
    if (
      done > 0 &&
      aboard === 0 &&
      stops.at(-1)!.kind !== 'reload' &&
      stops.filter(({ kind }) => kind === 'break').length === breaks
    ) {
      const plan = planOf(stops);
      if (checkPlan(problem, plan).length === 0) {
        const levels = levelsOf(problem, plan);
        const known = best.get(done);
        if (!known || compareLevels(levels, known.levels) < 0) best.set(done, { stops, levels });
      }
    }
    if (begun > 0 && isLost(problem, shift, planOf(stops).routes[0]!)) return;
    problem.jobs.forEach((job, at) => {
      const bit = 1 << at;
      const stop = able[at] ? nextStop(job, (begun & bit) !== 0, (done & bit) !== 0) : undefined;
      if (!stop) return;
      extend([...stops, stop], begun | bit, stop.kind === 'pickup' ? done : done | bit, used);
    });
    extras.forEach(({ stop, times }, at) => {
      const count = used[at] ?? 0;
      // A reload is of no use first, last, or after another.
      const useful = stop.kind === 'break' || (aboard === 0 && begun > 0 && stops.at(-1)!.kind !== 'reload');
      if (count < times && useful) {
        const more = [...used];
        more[at] = count + 1;
        extend([...stops, stop], begun, done, more);
      }
    });
  };
  extend([], 0, 0, []);
  const table: Table = new Map([[0, []]]);
  for (const [set, { stops }] of best) table.set(set, [{ vehicle, shift: number, stops }]);
  return table;
}

function extraStops({ breaks = [], reloads = [] }: Shift): { stop: OutlineStop; times: number }[] {
  return [
    ...breaks.map((_, number) => ({ stop: { kind: 'break', number } as const, times: 1 })),
    ...reloads.map(({ times = 1 }, number) => ({ stop: { kind: 'reload', number } as const, times })),
  ];
}

function nextStop({ kind, id }: Job, begun: boolean, done: boolean): OutlineStop | undefined {
  if (done) return undefined;
  if (kind === 'visit') return { kind: 'visit', job: id };
  return { kind: begun ? 'delivery' : 'pickup', job: id };
}

function mayDo({ lockedTo }: Job, vehicle: string, shift: number): boolean {
  return !lockedTo || (lockedTo.vehicle === vehicle && (lockedTo.shift ?? shift) === shift);
}

/** A stop that is late stays late, a break that was missed stays missed, whatever follows. */
function isLost(problem: Problem, { breaks = [], window }: Shift, { stops }: PlanRoute): boolean {
  const now = stops.at(-1)!.departure;
  const missed = breaks.some(
    ({ windows }, number) => now > lastOf(windows) && !stops.some((stop) => stop.kind === 'break' && stop.number === number),
  );
  return now > window[1] + NOISE || missed || stops.some((stop) => stop.start > lastOf(windowsOf(problem, breaks, stop)) + NOISE);
}

function windowsOf(
  problem: Problem,
  breaks: NonNullable<Shift['breaks']>,
  { kind, number, job: id }: PlanStop,
): readonly TimeWindow[] {
  if (kind === 'break') return breaks[number!]!.windows;
  const job = problem.jobs.find((each) => each.id === id);
  const place = job?.kind === 'visit' ? job.place : kind === 'pickup' ? job?.pickup : job?.delivery;
  return place?.windows ?? [];
}

function lastOf(windows: readonly TimeWindow[]): number {
  return windows.length === 0 ? Infinity : Math.max(...windows.map(([, close]) => close));
}
