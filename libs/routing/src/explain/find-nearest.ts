import { compile } from '../engine/compile.js';
import { nodeOf, schedule } from '../engine/schedule.js';
import { createTiming } from '../engine/timing.js';
import type { Outline, OutlineStop, Plan, Terms } from '../model/plan.js';
import { TERMS, type Job, type Problem } from '../model/problem.js';
import { compareLevels, levelsOf } from '../pool/compare.js';
import type { Broken, Insertion } from './explanation.js';
import { findBroken } from './find-broken.js';
import { insertJob, listInsertions, stopsOf } from './list-insertions.js';
import { measureBroken } from './measure-broken.js';

/** Shares closer than this are equal. */
const TIE = 1e-9;

/** A vehicle that a job may go to, with all that it has to do now. */
export interface Desk {
  /** Holds this vehicle only, and the jobs it has and may get, so that its schedule is soon reckoned. */
  problem: Problem;
  routes: Outline['routes'];
}

export interface Nearest {
  insertion: Insertion;
  /** Levels of the vehicle's plan with the job, less those without it. */
  gained: number[];
}

export function openDesk(problem: Problem, job: Job, vehicleId: string, routes?: Outline['routes']): Desk {
  const alone = routes === undefined;
  const own = (routes ?? []).filter((route) => route.vehicle === vehicleId);
  const present = new Set(own.flatMap((route) => route.stops.flatMap((stop) => ('job' in stop ? [stop.job] : []))));
  present.add(job.id);
  // With nothing else to do a shift is judged without the stops that it has to begin with.
  const vehicles = problem.vehicles
    .filter(({ id }) => id === vehicleId)
    .map((vehicle) => (alone ? { ...vehicle, shifts: vehicle.shifts.map((each) => ({ ...each, locked: undefined })) } : vehicle));
  return {
    problem: { ...problem, vehicles, jobs: problem.jobs.filter(({ id }) => present.has(id)) },
    routes: own,
  };
}

/** The best way to put the job into one shift: the cheapest that breaks nothing, else the one that breaks least. */
export function findNearest({ problem, routes }: Desk, job: Job, shift: number): Nearest | undefined {
  const vehicle = problem.vehicles[0];
  const jobs = new Map(problem.jobs.map((each) => [each.id, each]));
  const before = schedule(problem, { routes });
  const levelsBefore = levelsOf(problem, before);
  const stopsNow = stopsOf(routes.find((route) => route.shift === shift)?.stops, vehicle.shifts[shift]);
  const others = routes.filter((route) => route.shift !== shift);

  let nearest: Nearest | undefined;
  for (const at of sift(problem, job, shift, stopsNow)) {
    const stops = insertJob(job, stopsNow, at);
    const after = schedule(problem, { routes: [...others, { vehicle: vehicle.id, shift, stops }] });
    const route = after.routes.find((each) => each.shift === shift)!;
    const broken = findBroken(problem, route, jobs);
    const gained = levelsOf(problem, after).map((level, index) => level - levelsBefore[index]);
    const next = { insertion: { vehicle: vehicle.id, shift, at, added: addedTerms(before, after), broken }, gained };
    if (!nearest || compareNearest(next, nearest) < 0) nearest = next;
  }
  return nearest;
}

/** Of all places those that break least: only they are worth a whole schedule. */
function sift(problem: Problem, job: Job, shift: number, stops: readonly OutlineStop[]): number[][] {
  const c = compile(problem);
  const base = Int32Array.from(stops, (stop) => nodeOf(c, shift, stop));
  const own = job.kind === 'visit' ? 1 : 2;
  const length = base.length + own;
  const first = c.firstNode[c.jobNumber.get(job.id)!];
  const sequence = new Int32Array(length);
  const timing = createTiming(length);
  const loads = new Float64Array((length + 1) * c.D);
  let least = Infinity;
  let kept: number[][] = [];
  for (const at of listInsertions(job, stops, problem.vehicles[0].shifts[shift])) {
    for (let to = 0, from = 0; to < length; to++) sequence[to] = to === at[0] ? first : to === at[1] ? first + 1 : base[from++];
    const share = measureBroken(c, shift, sequence, length, timing, loads);
    if (share > least + TIE) continue;
    if (share < least - TIE) kept = [];
    least = Math.min(least, share);
    kept.push(at);
  }
  return kept;
}

/** Negative when the first is nearer to being possible, or as possible and cheaper. */
export function compareNearest(a: Nearest, b: Nearest): number {
  return shareOf(a.insertion.broken) - shareOf(b.insertion.broken) || compareLevels(a.gained, b.gained);
}

function shareOf(broken: readonly Broken[]): number {
  return broken.reduce((sum, each) => sum + each.share, 0);
}

function addedTerms(before: Plan, after: Plan): Terms {
  const added = { ...after.terms };
  for (const term of TERMS) added[term] -= before.terms[term];
  return added;
}
