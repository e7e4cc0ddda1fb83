import type { PlanRoute, PlanStop } from '../model/plan.js';
import type { Job, Matrix, Place, Problem, Shift, TimeWindow, Vehicle } from '../model/problem.js';
import type { Tell } from './violation.js';

/** What the problem says about a stop of a plan. */
export interface DrivenStop {
  stop: PlanStop;
  /** For messages. */
  name: string;
  job?: Job;
  /** For a job's stop or a reload. */
  place?: Place;
  /** Duration of service or break. */
  duration: number;
  windows?: readonly TimeWindow[];
}

/** A route of a plan beside what the problem says about it. */
export interface DrivenShift {
  route: PlanRoute;
  /** For messages. */
  name: string;
  vehicle: Vehicle;
  shift: Shift;
  matrix: Matrix;
  stops: DrivenStop[];
}

/** Finds what a route is about; undefined, and told, when it names what the problem does not have. */
export function findShift(
  problem: Problem,
  route: PlanRoute,
  jobs: ReadonlyMap<string, Job>,
  tell: Tell,
): DrivenShift | undefined {
  const name = `vehicle ${route.vehicle} shift ${route.shift}`;
  const vehicle = problem.vehicles.find(({ id }) => id === route.vehicle);
  const shift = vehicle?.shifts[route.shift];
  if (!vehicle || !shift) {
    tell('unknown-vehicle', name, 'is not in the problem');
    return undefined;
  }
  const stops = route.stops.map((stop) => findStop(stop, name, shift, jobs, tell));
  if (stops.includes(undefined)) return undefined;
  return { route, name, vehicle, shift, matrix: problem.matrices[vehicle.profile ?? 0]!, stops: stops as DrivenStop[] };
}

function findStop(
  stop: PlanStop,
  shiftName: string,
  shift: Shift,
  jobs: ReadonlyMap<string, Job>,
  tell: Tell,
): DrivenStop | undefined {
  if (stop.kind === 'break' || stop.kind === 'reload') {
    const name = `${shiftName} ${stop.kind} ${stop.number}`;
    const pause = stop.kind === 'break' ? shift.breaks?.[stop.number ?? -1] : undefined;
    if (pause) return { stop, name, duration: pause.duration, windows: pause.windows };
    const place = stop.kind === 'reload' ? shift.reloads?.[stop.number ?? -1] : undefined;
    if (place) return { stop, name, place, duration: place.service ?? 0, windows: place.windows };
    tell('unknown-stop', name, 'is not in the problem');
    return undefined;
  }
  const job = jobs.get(stop.job ?? '');
  const name = `job ${stop.job} ${stop.kind}`;
  if (!job) {
    tell('unknown-job', name, 'is not in the problem');
    return undefined;
  }
  const places: Partial<Record<PlanStop['kind'], Place>> =
    job.kind === 'visit' ? { visit: job.place } : { pickup: job.pickup, delivery: job.delivery };
  const place = places[stop.kind];
  if (place) return { stop, name, job, place, duration: place.service ?? 0, windows: place.windows };
  tell('unknown-stop', name, `is not part of a ${job.kind}`);
  return undefined;
}
