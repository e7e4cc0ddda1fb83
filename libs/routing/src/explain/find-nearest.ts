import { schedule } from '../engine/schedule.js';
import type { Outline, OutlineStop, Plan, Terms } from '../model/plan.js';
import { TERMS, type Job, type Problem } from '../model/problem.js';
import { compareLevels, levelsOf } from '../pool/compare.js';
import type { Broken, Insertion } from './explanation.js';
import { findBroken } from './find-broken.js';
import { listInsertions } from './list-insertions.js';

/** A shift that a job may go into, with all that its vehicle has to do now. */
export interface Desk {
  /** Holds this vehicle only, and the jobs it has and may get, so that its schedule is soon reckoned. */
  problem: Problem;
  routes: Outline['routes'];
  shift: number;
}

export interface Nearest {
  insertion: Insertion;
  /** Levels of the vehicle's plan with the job, less those without it. */
  gained: number[];
}

export function openDesk(problem: Problem, job: Job, vehicleId: string, shift: number, routes?: Outline['routes']): Desk {
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
    shift,
  };
}

/** The best way to put the job into one shift: the cheapest that breaks nothing, else the one that breaks least. */
export function findNearest({ problem, routes, shift }: Desk, job: Job): Nearest | undefined {
  const vehicle = problem.vehicles[0];
  const jobs = new Map(problem.jobs.map((each) => [each.id, each]));
  const before = schedule(problem, { routes });
  const levelsBefore = levelsOf(problem, before);
  const stopsNow: readonly OutlineStop[] = routes.find((route) => route.shift === shift)?.stops ?? [];
  const others = routes.filter((route) => route.shift !== shift);

  let nearest: Nearest | undefined;
  for (const { stops, at } of listInsertions(job, stopsNow, vehicle.shifts[shift])) {
    const after = schedule(problem, { routes: [...others, { vehicle: vehicle.id, shift, stops }] });
    const route = after.routes.find((each) => each.shift === shift)!;
    const broken = findBroken(problem, route, jobs);
    const gained = levelsOf(problem, after).map((level, index) => level - levelsBefore[index]);
    const next = { insertion: { vehicle: vehicle.id, shift, at, added: addedTerms(before, after), broken }, gained };
    if (!nearest || compareNearest(next, nearest) < 0) nearest = next;
  }
  return nearest;
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
