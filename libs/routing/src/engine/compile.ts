import type { Job, Place, Problem, Shift, TimeWindow, Vehicle } from '../model/problem.js';
import { levelsFor, type Levels } from './levels.js';

export const VISIT = 0;
export const PICKUP = 1;
export const DELIVERY = 2;
export const BREAK = 3;
export const RELOAD = 4;

/** More reloads at one place within a shift are never tried. */
const MOST_RELOADS = 12;

/**
 * A problem as flat arrays. A node is a stop that can be on a route: first the stops of jobs (a shipment's delivery follows
 * its pickup), then breaks and reloads of each shift. A route is a shift of a vehicle. D is the number of load dimensions.
 */
export interface Compiled {
  problem: Problem;
  levels: Levels;
  D: number;

  jobs: number;
  /** The first node of each job, and the last, which is the same for a visit. */
  firstNode: Int32Array;
  lastNode: Int32Array;
  /** What leaving it out adds to the terms unserved, missing and change. */
  prize: Float64Array;
  priority: Float64Array;
  changeCost: Float64Array;
  /** The route where the published plan has it, or -1. */
  publishedRoute: Int32Array;

  nodes: number;
  jobNodes: number;
  kind: Uint8Array;
  jobOf: Int32Array;
  /** Row in the matrices; for a break -1. */
  location: Int32Array;
  service: Float64Array;
  /** First opening and last closing, ±Infinity without windows. */
  open: Float64Array;
  close: Float64Array;
  /** Windows of node i are those from windowFrom[i] to windowFrom[i + 1], sorted; at least one each. */
  windowFrom: Int32Array;
  windowOpen: Float64Array;
  windowClose: Float64Array;
  softFrom: Float64Array;
  softUntil: Float64Array;
  earlyCost: Float64Array;
  lateCost: Float64Array;
  /** Nodes × D: a pickup's load (negative at its delivery), what a visit hands over, what it takes along. */
  carry: Float64Array;
  deliver: Float64Array;
  collect: Float64Array;

  routes: number;
  vehicleOf: Int32Array;
  shiftOf: Int32Array;
  /** Rows in the matrices, or -1 for an open end. */
  start: Int32Array;
  end: Int32Array;
  shiftOpen: Float64Array;
  shiftClose: Float64Array;
  maxDistance: Float64Array;
  maxTravel: Float64Array;
  maxDuration: Float64Array;
  maxStops: Float64Array;
  /** Routes × D. */
  capacity: Float64Array;
  shiftCost: Float64Array;
  perDistance: Float64Array;
  perTime: Float64Array;
  profile: Int32Array;
  /** Break nodes of route r are those from breakFrom[r] to breakFrom[r + 1], by window; reload nodes likewise. */
  breakFrom: Int32Array;
  reloadFrom: Int32Array;
  /** For a break or reload node: its number in the shift. */
  number: Int32Array;
  /** Nodes that stand first. */
  locked: Int32Array[];

  vehicles: number;
  vehicleCost: Float64Array;

  /** Size of the matrices; cells are at origin * size + destination, per profile. */
  size: number;
  distances: Float64Array[];
  durations: Float64Array[];

  jobNumber: Map<string, number>;
  vehicleNumber: Map<string, number>;
  /** First route of each vehicle. */
  firstRoute: Int32Array;
  manyWindows: boolean;
  soft: boolean;
}

const known = new WeakMap<Problem, Compiled>();

/** Compiles once per problem object, which must not change afterwards. */
export function compile(problem: Problem): Compiled {
  let compiled = known.get(problem);
  if (!compiled) {
    compiled = compileProblem(problem);
    known.set(problem, compiled);
  }
  return compiled;
}

function compileProblem(problem: Problem): Compiled {
  const D = problem.dimensions?.length ?? 0;
  const shifts = problem.vehicles.flatMap((vehicle, number) =>
    vehicle.shifts.map((shift, at) => ({ vehicle, number, shift, at })),
  );
  const nodes = listNodes(problem, shifts);
  const jobNumber = new Map(problem.jobs.map((job, at) => [job.id, at]));
  const vehicleNumber = new Map(problem.vehicles.map((vehicle, at) => [vehicle.id, at]));
  const firstRoute = Int32Array.from(problem.vehicles, (_, at) => shifts.findIndex((each) => each.number === at));
  const windows = nodes.map((node) => sortedWindows(node.windows));
  const windowFrom = startsOf(windows.map((list) => list.length));
  const flat = windows.flat();
  const at = (select: (node: Node) => number) => Float64Array.from(nodes, select);
  const by = (select: (vehicle: Vehicle, shift: Shift) => number) =>
    Float64Array.from(shifts, (each) => select(each.vehicle, each.shift));
  const loads = (select: (node: Node) => readonly number[] | undefined) =>
    Float64Array.from(nodes.flatMap((node) => Array.from({ length: D }, (_, d) => select(node)?.[d] ?? 0)));
  const jobs = problem.jobs;
  const jobNodes = nodes.filter((node) => node.job >= 0).length;

  return {
    problem,
    levels: levelsFor(problem),
    D,
    jobs: jobs.length,
    firstNode: Int32Array.from(jobs, (_, job) => nodes.findIndex((node) => node.job === job)),
    lastNode: Int32Array.from(jobs, (_, job) => nodes.findLastIndex((node) => node.job === job)),
    prize: Float64Array.from(jobs, (job) => job.prize ?? 0),
    priority: Float64Array.from(jobs, (job) => (job.prize === undefined ? (job.priority ?? 1) : 0)),
    changeCost: Float64Array.from(jobs, (job) => (job.published ? (job.changeCost ?? 1) : 0)),
    publishedRoute: Int32Array.from(jobs, (job) => publishedRoute(job, vehicleNumber, firstRoute)),
    nodes: nodes.length,
    jobNodes,
    kind: Uint8Array.from(nodes, (node) => node.kind),
    jobOf: Int32Array.from(nodes, (node) => node.job),
    location: Int32Array.from(nodes, (node) => node.location),
    service: at((node) => node.service),
    open: Float64Array.from(windows, (list) => list[0][0]),
    close: Float64Array.from(windows, (list) => list[list.length - 1][1]),
    windowFrom,
    windowOpen: Float64Array.from(flat, ([open]) => open),
    windowClose: Float64Array.from(flat, ([, close]) => close),
    softFrom: at((node) => node.soft?.from ?? -Infinity),
    softUntil: at((node) => node.soft?.until ?? Infinity),
    earlyCost: at((node) => (node.soft?.from === undefined ? 0 : (node.soft.earlyCost ?? 0))),
    lateCost: at((node) => (node.soft?.until === undefined ? 0 : (node.soft.lateCost ?? 0))),
    carry: loads((node) => node.carry),
    deliver: loads((node) => node.deliver),
    collect: loads((node) => node.collect),
    routes: shifts.length,
    vehicleOf: Int32Array.from(shifts, (each) => each.number),
    shiftOf: Int32Array.from(shifts, (each) => each.at),
    start: Int32Array.from(shifts, (each) => each.shift.start ?? -1),
    end: Int32Array.from(shifts, (each) => each.shift.end ?? -1),
    shiftOpen: by((_, shift) => shift.window[0]),
    shiftClose: by((_, shift) => shift.window[1]),
    maxDistance: by((_, shift) => shift.maxDistance ?? Infinity),
    maxTravel: by((_, shift) => shift.maxTravelTime ?? Infinity),
    maxDuration: by((_, shift) => shift.maxDuration ?? Infinity),
    maxStops: by((_, shift) => shift.maxStops ?? Infinity),
    capacity: Float64Array.from(
      shifts.flatMap((each) => Array.from({ length: D }, (_, d) => each.vehicle.capacity?.[d] ?? Infinity)),
    ),
    shiftCost: by((_, shift) => shift.fixedCost ?? 0),
    perDistance: by((vehicle) => vehicle.costPerDistance ?? 0),
    perTime: by((vehicle) => vehicle.costPerTime ?? 0),
    profile: Int32Array.from(shifts, (each) => each.vehicle.profile ?? 0),
    breakFrom: shiftNodeStarts(nodes, shifts.length, BREAK, jobNodes),
    reloadFrom: shiftNodeStarts(nodes, shifts.length, RELOAD, jobNodes + nodes.filter((node) => node.kind === BREAK).length),
    number: Int32Array.from(nodes, (node) => node.number),
    locked: shifts.map((each) => Int32Array.from(each.shift.locked ?? [], (stop) => lockedNode(stop, nodes, jobNumber))),
    vehicles: problem.vehicles.length,
    vehicleCost: Float64Array.from(problem.vehicles, (vehicle) => vehicle.fixedCost ?? 0),
    size: problem.matrices[0]?.size ?? 0,
    distances: problem.matrices.map((matrix) => cellsOf(matrix.distances)),
    durations: problem.matrices.map((matrix) => cellsOf(matrix.durations)),
    jobNumber,
    vehicleNumber,
    firstRoute,
    manyWindows: windows.some((list) => list.length > 1),
    soft: nodes.some((node) => node.soft !== undefined),
  };
}

interface Node extends Partial<Place> {
  kind: number;
  job: number;
  route: number;
  number: number;
  location: number;
  service: number;
  carry?: readonly number[];
  deliver?: readonly number[];
  collect?: readonly number[];
}

type ShiftEntry = { vehicle: Vehicle; number: number; shift: Shift; at: number };

function listNodes(problem: Problem, shifts: readonly ShiftEntry[]): Node[] {
  const nodes: Node[] = [];
  const add = (place: Place, rest: Omit<Node, 'location' | 'service' | 'windows' | 'soft'>) =>
    nodes.push({ ...rest, location: place.location, service: place.service ?? 0, windows: place.windows, soft: place.soft });
  problem.jobs.forEach((job, number) => {
    const base = { job: number, route: -1, number: -1 };
    if (job.kind === 'visit') add(job.place, { ...base, kind: VISIT, deliver: job.deliver, collect: job.collect });
    else {
      add(job.pickup, { ...base, kind: PICKUP, carry: job.load });
      add(job.delivery, { ...base, kind: DELIVERY, carry: job.load?.map((amount) => -amount) });
    }
  });
  shifts.forEach(({ shift }, route) => {
    const breaks = (shift.breaks ?? []).map((pause, number) => ({ pause, number, first: sortedWindows(pause.windows)[0] }));
    breaks.sort((a, b) => a.first[0] - b.first[0] || a.first[1] - b.first[1]);
    for (const { pause, number } of breaks)
      add({ location: -1, service: pause.duration, windows: pause.windows }, { kind: BREAK, job: -1, route, number });
  });
  shifts.forEach(({ shift }, route) => {
    (shift.reloads ?? []).forEach((reload, number) => {
      for (let time = 0; time < Math.min(reload.times ?? 1, MOST_RELOADS, problem.jobs.length); time++)
        add(reload, { kind: RELOAD, job: -1, route, number });
    });
  });
  return nodes;
}

function sortedWindows(windows: readonly TimeWindow[] | undefined): readonly TimeWindow[] {
  if (!windows || windows.length === 0) return [[-Infinity, Infinity]];
  return windows.length === 1 ? windows : [...windows].sort((a, b) => a[0] - b[0]);
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, at) => (starts[at + 1] = starts[at] + length));
  return starts;
}

function shiftNodeStarts(nodes: readonly Node[], routes: number, kind: number, first: number): Int32Array {
  const counts = Array.from({ length: routes }, () => 0);
  for (const node of nodes) if (node.kind === kind) counts[node.route]++;
  return startsOf(counts).map((start) => start + first);
}

function publishedRoute({ published }: Job, vehicleNumber: ReadonlyMap<string, number>, firstRoute: Int32Array): number {
  if (!published) return -1;
  const vehicle = vehicleNumber.get(published.vehicle);
  return vehicle === undefined || firstRoute[vehicle] < 0 ? -1 : firstRoute[vehicle] + (published.shift ?? 0);
}

function lockedNode(stop: { job: string; at: string }, nodes: readonly Node[], jobNumber: ReadonlyMap<string, number>): number {
  const job = jobNumber.get(stop.job);
  return nodes.findIndex((node) => node.job === job && (stop.at !== 'delivery' || node.kind === DELIVERY));
}

function cellsOf(cells: ArrayLike<number>): Float64Array {
  return cells instanceof Float64Array ? cells : Float64Array.from(cells);
}
