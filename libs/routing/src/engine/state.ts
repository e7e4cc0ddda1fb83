import type { Compiled } from './compile.js';
import { fitMatrix, likeness, lockedRoutes } from './fit.js';
import { COST, DISTANCE, IMBALANCE, TERM_COUNT, TRAVEL, UNSERVED } from './levels.js';
import { isPlain } from './plain.js';
import { createRich, type Rich } from './rich.js';
import { scalesFor, type Scales } from './scales.js';

/**
 * The plan that the search works on. Stops stand in doubly linked lists: nodes of jobs, breaks and reloads as in `Compiled`,
 * then a start and an end node for each route. Per node: earliest departure and latest arrival that keep the rest of the
 * route feasible, by which an insertion is judged in constant time (Savelsbergh 1992, doi 10.1287/ijoc.4.2.146).
 */
export class State {
  readonly c: Compiled;
  readonly scales: Scales;
  readonly plain: boolean;
  readonly N: number;
  readonly R: number;
  readonly D: number;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** Route of each node, -1 when on none. */
  readonly route: Int32Array;
  /** Position in the route, from 1. */
  readonly position: Int32Array;
  /** Column in the matrices and the start of the row. */
  readonly place: Int32Array;
  readonly row: Int32Array;
  readonly open: Float64Array;
  readonly close: Float64Array;
  readonly service: Float64Array;
  readonly departure: Float64Array;
  readonly latest: Float64Array;
  /** On board after the node; the most on board up to it (since the last reload); the most after it, itself included. */
  readonly load: Float64Array;
  readonly peakBefore: Float64Array;
  readonly peakAfter: Float64Array;
  readonly visitLoads: boolean;
  /** Whether any job has a place in a published plan. */
  readonly published: boolean;

  /** Per route. Durations are of its profile; arcs are what the way costs in one number. */
  readonly durations: Float64Array[];
  readonly distances: Float64Array[];
  readonly arcs: Float64Array[];
  readonly size: number;
  readonly length: Int32Array;
  /** Stamp of the route's content; 0 when idle. */
  readonly version: Int32Array;
  readonly distance: Float64Array;
  readonly travel: Float64Array;
  readonly duration: Float64Array;
  readonly waiting: Float64Array;
  readonly soft: Float64Array;
  readonly change: Float64Array;
  stamp = 0;
  /** Whether working time is to be even, so that what an insertion costs depends on other routes too. */
  readonly balanced: boolean;
  /** Whether the question is above all which visits to make: most may be left out, and what that loses stands alone before all else. */
  readonly choosing: boolean;
  /** Compare every insertion with a full evaluation. */
  debug = false;

  readonly terms = new Float64Array(TERM_COUNT);
  readonly work: Float64Array;
  readonly usedShifts: Int32Array;
  usedVehicles = 0;
  /** No vehicle more than this many is put to work. */
  fleetCap: number;

  readonly absent: Int32Array;
  /** Index in `absent`, -1 for jobs on a route. */
  readonly absentAt: Int32Array;
  absentCount = 0;

  readonly fit: Uint8Array;
  readonly like: Int32Array;
  readonly likes: number;
  readonly lockedOn: Int32Array;
  /** 1 for nodes that ruin leaves alone. */
  readonly fixed: Uint8Array;
  /** For routes judged in full: stops of jobs on each, whether each keeps every rule, and working memory. */
  readonly jobStops: Int32Array;
  readonly sound: Uint8Array;
  readonly rich: Rich;
  /** What leaving a job out counts in one number. */
  readonly leaveCost: Float64Array;

  constructor(c: Compiled) {
    this.c = c;
    this.plain = isPlain(c);
    this.scales = scalesFor(c);
    this.balanced = this.scales.price[IMBALANCE] > 0;
    this.choosing = prizesFirst(c) && 2 * c.prize.filter((prize) => prize > 0).length > c.jobs;
    const N = (this.N = c.nodes);
    const R = (this.R = c.routes);
    const D = (this.D = c.D);
    const total = N + 2 * R;
    this.next = new Int32Array(total).fill(-1);
    this.prev = new Int32Array(total).fill(-1);
    this.route = new Int32Array(total).fill(-1);
    this.position = new Int32Array(total);
    this.place = new Int32Array(total);
    this.row = new Int32Array(total);
    this.open = new Float64Array(total);
    this.close = new Float64Array(total);
    this.service = new Float64Array(total);
    this.departure = new Float64Array(total);
    this.latest = new Float64Array(total);
    this.load = new Float64Array(total * D);
    this.peakBefore = new Float64Array(total * D);
    this.peakAfter = new Float64Array(total * D);
    this.visitLoads = c.deliver.some((amount) => amount > 0) || c.collect.some((amount) => amount > 0);

    this.published = c.changeCost.some((cost) => cost > 0);
    const openEnds = c.start.includes(-1) || c.end.includes(-1);
    this.size = openEnds ? c.size + 1 : c.size;
    const padded = new Map<Float64Array, Float64Array>();
    const pad = (cells: Float64Array) => {
      if (!openEnds) return cells;
      if (!padded.has(cells)) padded.set(cells, withNowhere(cells, c.size));
      return padded.get(cells)!;
    };
    this.durations = Array.from(c.profile, (profile) => pad(c.durations[profile]));
    this.distances = Array.from(c.profile, (profile) => pad(c.distances[profile]));
    this.arcs = arcsFor(this);
    this.length = new Int32Array(R);
    this.version = new Int32Array(R);
    this.distance = new Float64Array(R);
    this.travel = new Float64Array(R);
    this.duration = new Float64Array(R);
    this.waiting = new Float64Array(R);
    this.soft = new Float64Array(R);
    this.change = new Float64Array(R);
    this.work = new Float64Array(c.vehicles);
    this.usedShifts = new Int32Array(c.vehicles);
    this.fleetCap = c.vehicles;
    this.absent = new Int32Array(c.jobs);
    this.absentAt = new Int32Array(c.jobs).fill(-1);
    this.fit = fitMatrix(c);
    this.like = likeness(c);
    this.likes = this.like.reduce((most, number) => Math.max(most, number + 1), 0);
    this.lockedOn = lockedRoutes(c);
    this.fixed = new Uint8Array(total);
    this.jobStops = new Int32Array(R);
    this.sound = new Uint8Array(R).fill(1);
    this.rich = createRich(this);
    const { price } = this.scales;
    this.leaveCost = Float64Array.from(c.prize, (prize, job) => prize * price[1] + c.priority[job] * price[0]);
    placeNodes(this);
  }
}

/** A row and a column more, for open ends, to and from which there is no way to go. */
function withNowhere(cells: Float64Array, size: number): Float64Array {
  const wider = new Float64Array((size + 1) ** 2);
  for (let row = 0; row < size; row++) wider.set(cells.subarray(row * size, (row + 1) * size), row * (size + 1));
  return wider;
}

function arcsFor(s: State): Float64Array[] {
  const { c } = s;
  const { price } = s.scales;
  const made = new Map<string, Float64Array>();
  return Array.from(c.profile, (profile, route) => {
    const perDistance = price[DISTANCE] + price[COST] * c.perDistance[route];
    const perTravel = price[TRAVEL] + price[COST] * c.perTime[route];
    const key = `${profile} ${perDistance} ${perTravel}`;
    let arcs = made.get(key);
    if (!arcs) {
      const distances = s.distances[route];
      const durations = s.durations[route];
      arcs = distances.map((distance, cell) => perDistance * distance + perTravel * durations[cell]);
      made.set(key, arcs);
    }
    return arcs;
  });
}

function placeNodes(s: State): void {
  const { c, N, R } = s;
  const nowhere = c.size;
  for (let node = 0; node < N; node++) {
    s.place[node] = Math.max(0, c.location[node]);
    s.open[node] = c.open[node];
    s.close[node] = c.close[node];
    s.service[node] = c.service[node];
  }
  for (let route = 0; route < R; route++) {
    const start = N + 2 * route;
    const end = start + 1;
    s.place[start] = c.start[route] < 0 ? nowhere : c.start[route];
    s.place[end] = c.end[route] < 0 ? nowhere : c.end[route];
    s.open[start] = s.open[end] = c.shiftOpen[route];
    s.close[start] = s.close[end] = c.shiftClose[route];
    s.departure[start] = c.shiftOpen[route];
    s.latest[end] = c.shiftClose[route];
    s.next[start] = end;
    s.prev[end] = start;
    s.route[start] = s.route[end] = route;
  }
  for (let node = 0; node < s.place.length; node++) s.row[node] = s.place[node] * s.size;
}

function prizesFirst({ levels }: Compiled): boolean {
  for (let term = 0; term < TERM_COUNT; term++) if (levels.weights[TERM_COUNT + term] > 0 !== (term === UNSERVED)) return false;
  return levels.count > 1;
}
