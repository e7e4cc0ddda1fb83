import type { Outline, OutlineStop, Plan, PlanRoute, PlanStop, Terms } from '../model/plan.js';
import { TERMS, type Problem } from '../model/problem.js';
import { compile, DELIVERY, type Compiled } from './compile.js';
import { CHANGE, COST, DISTANCE, MISSING, SOFT, TRAVEL, VEHICLES, WAITING } from './levels.js';
import { traceLoads } from './loads.js';
import { addAbsent, changeOn, createTerms, setImbalance } from './terms.js';
import { createTiming, timeRoute, type Timing } from './timing.js';

/**
 * Exact times, loads and terms of an outline: the definition of what a plan costs. Shifts without a job's stop are idle and
 * are left out. It does not judge: where a window, a load or a limit does not hold, the plan shows by how much.
 * @throws {RangeError} for a job, vehicle, shift, break or reload that the problem does not have
 */
export function schedule(problem: Problem, outline: Outline): Plan {
  const c = compile(problem);
  const terms = createTerms();
  const work = new Float64Array(c.vehicles);
  const driven = new Set<number>();
  const served = new Uint8Array(c.jobs);
  const routes: PlanRoute[] = [];

  for (const { vehicle: id, shift, stops } of outline.routes) {
    if (!stops.some((stop) => 'job' in stop)) continue;
    const vehicle = c.vehicleNumber.get(id);
    const route = vehicle === undefined ? -1 : c.firstRoute[vehicle] + shift;
    if (vehicle === undefined || c.vehicleOf[route] !== vehicle)
      throw new RangeError(`There is no shift ${shift} of vehicle ${id}.`);
    const sequence = Int32Array.from(stops, (stop) => nodeOf(c, route, stop));
    const timing = createTiming(sequence.length);
    timeRoute(c, route, sequence, sequence.length, timing);
    routes.push(planRoute(c, id, shift, stops, sequence, timing));
    driven.add(vehicle);
    const duration = timing.return - timing.departure;
    work[vehicle] += duration;
    terms[COST] += c.shiftCost[route] + c.perDistance[route] * timing.distance + c.perTime[route] * duration;
    terms[DISTANCE] += timing.distance;
    terms[TRAVEL] += timing.travel;
    terms[WAITING] += timing.waiting;
    terms[SOFT] += timing.soft;
    for (const node of sequence) {
      const job = c.jobOf[node];
      if (job < 0 || served[job] === 1) continue;
      served[job] = 1;
      terms[CHANGE] += changeOn(c, job, route);
    }
  }

  for (const vehicle of driven) terms[COST] += c.vehicleCost[vehicle];
  terms[VEHICLES] = driven.size;
  setImbalance(work, terms);
  const unserved: string[] = [];
  problem.jobs.forEach(({ id }, job) => {
    if (served[job] === 1) return;
    unserved.push(id);
    addAbsent(c, job, terms);
  });
  const named = Object.fromEntries(TERMS.map((term, at) => [term, terms[at + 1]])) as Terms;
  return { routes, unserved, missing: terms[MISSING], terms: named };
}

/** The node of a stop. */
export function nodeOf(c: Compiled, route: number, stop: OutlineStop): number {
  if ('job' in stop) {
    const job = c.jobNumber.get(stop.job);
    if (job === undefined) throw new RangeError(`There is no job ${stop.job}.`);
    return stop.kind === 'delivery' ? c.lastNode[job] : c.firstNode[job];
  }
  const from = stop.kind === 'break' ? c.breakFrom : c.reloadFrom;
  for (let node = from[route]; node < from[route + 1]; node++) if (c.number[node] === stop.number) return node;
  throw new RangeError(`There is no ${stop.kind} ${stop.number} in that shift.`);
}

/** The stop of a node. */
export function stopOf(c: Compiled, node: number): OutlineStop {
  const kind = c.kind[node];
  if (kind > DELIVERY) return { kind: KINDS[kind] as 'break' | 'reload', number: c.number[node] };
  return { kind: KINDS[kind] as 'visit', job: c.problem.jobs[c.jobOf[node]].id };
}

/** By the numbers of `compile.ts`. */
const KINDS: readonly PlanStop['kind'][] = ['visit', 'pickup', 'delivery', 'break', 'reload'];

function planRoute(
  c: Compiled,
  vehicle: string,
  shift: number,
  stops: readonly OutlineStop[],
  sequence: Int32Array,
  timing: Timing,
): PlanRoute {
  const { D } = c;
  const loads = new Float64Array((sequence.length + 1) * D);
  traceLoads(c, sequence, sequence.length, loads);
  const loadAt = (at: number) => Array.from(loads.subarray(at * D, (at + 1) * D));
  return {
    vehicle,
    shift,
    departure: timing.departure,
    return: timing.return,
    distance: timing.distance,
    travelTime: timing.travel,
    waiting: timing.waiting,
    load: loadAt(0),
    stops: stops.map((stop, at): PlanStop => ({
      ...stop,
      location: timing.place[at],
      arrival: timing.arrival[at],
      start: timing.start[at],
      departure: timing.start[at] + c.service[sequence[at]],
      load: loadAt(at + 1),
    })),
  };
}
