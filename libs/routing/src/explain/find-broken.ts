import type { PlanRoute, PlanStop } from '../model/plan.js';
import type { Job, Problem, Shift, TimeWindow, Vehicle } from '../model/problem.js';
import type { Broken, Constraint } from './explanation.js';

const NOISE = 1e-6;

/** What a route whose times and loads were reckoned without limits breaks of the limits of the problem. */
export function findBroken(problem: Problem, route: PlanRoute, jobs: ReadonlyMap<string, Job>): Broken[] {
  const vehicle = problem.vehicles.find(({ id }) => id === route.vehicle)!;
  const shift = vehicle.shifts[route.shift]!;
  const broken: Broken[] = [];
  const over = (constraint: Constraint, subject: string, value: number, limit: number | undefined, scale = limit) => {
    if (limit === undefined || value <= limit + NOISE * Math.max(1, Math.abs(limit))) return;
    broken.push({ constraint, subject, by: value - limit, share: (value - limit) / Math.max(scale ?? 1, NOISE) });
  };

  const [open, close] = shift.window;
  for (const stop of route.stops) {
    const last = lastClose(windowsOf(stop, shift, jobs));
    over('window', stop.job ?? `${stop.kind} ${stop.number}`, stop.start, last, close - open);
  }
  broken.push(...overloads(vehicle, route));
  broken.push(...missingLocked(vehicle, shift, route));
  over('shift-end', vehicle.id, route.return, close, close - open);
  over('max-distance', vehicle.id, route.distance, shift.maxDistance);
  over('max-travel-time', vehicle.id, route.travelTime, shift.maxTravelTime);
  over('max-duration', vehicle.id, route.return - route.departure, shift.maxDuration);
  over('max-stops', vehicle.id, route.stops.filter((stop) => stop.job !== undefined).length, shift.maxStops);
  return broken;
}

/** Stops that the shift has to begin with and does not. */
function missingLocked({ id }: Vehicle, { locked = [] }: Shift, { stops }: PlanRoute): Broken[] {
  const missing = locked.filter(({ job, at }, index) => stops[index]?.job !== job || stops[index].kind !== at).length;
  return missing === 0 ? [] : [{ constraint: 'lock', subject: id, by: missing, share: missing }];
}

/** The stop where each dimension is over most. */
function overloads(vehicle: Vehicle, route: PlanRoute): Broken[] {
  const capacity = vehicle.capacity ?? [];
  return capacity.flatMap((limit, dimension): Broken[] => {
    let most = route.load[dimension] ?? 0;
    let subject = vehicle.id;
    for (const stop of route.stops) {
      const load = stop.load[dimension] ?? 0;
      if (load <= most) continue;
      most = load;
      subject = stop.job ?? vehicle.id;
    }
    if (most <= limit + NOISE * Math.max(1, limit)) return [];
    return [{ constraint: 'capacity', subject, by: most - limit, share: (most - limit) / Math.max(limit, NOISE), dimension }];
  });
}

function windowsOf(stop: PlanStop, shift: Shift, jobs: ReadonlyMap<string, Job>): readonly TimeWindow[] {
  if (stop.kind === 'break') return shift.breaks?.[stop.number!]?.windows ?? [];
  if (stop.kind === 'reload') return shift.reloads?.[stop.number!]?.windows ?? [];
  const job = jobs.get(stop.job!)!;
  const place = job.kind === 'visit' ? job.place : stop.kind === 'pickup' ? job.pickup : job.delivery;
  return place.windows ?? [];
}

function lastClose(windows: readonly TimeWindow[]): number | undefined {
  return windows.length === 0 ? undefined : Math.max(...windows.map(([, close]) => close));
}
