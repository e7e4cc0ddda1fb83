import { BREAK, type Compiled } from './compile.js';
import { IMBALANCE, TERM_COUNT } from './levels.js';
import { relaxStarts } from './soft-timing.js';
import { durationWeight, SLACK } from './timing-weights.js';
import { firstStart, lastStart } from './windows.js';

/** Where one route's times are written, by position in its sequence; reused from call to call. */
export interface Timing {
  arrival: Float64Array;
  start: Float64Array;
  /** Travel from the node before, and from the last to the end at [length]. */
  legs: Float64Array;
  latest: Float64Array;
  place: Int32Array;
  departure: number;
  return: number;
  distance: number;
  travel: number;
  waiting: number;
  soft: number;
  /** Whether all windows, the shift and the limits hold; loads are judged elsewhere. */
  feasible: boolean;
}

export function createTiming(most: number): Timing {
  return {
    arrival: new Float64Array(most + 1),
    start: new Float64Array(most + 2),
    legs: new Float64Array(most + 1),
    latest: new Float64Array(most + 1),
    place: new Int32Array(most),
    departure: 0,
    return: 0,
    distance: 0,
    travel: 0,
    waiting: 0,
    soft: 0,
    feasible: true,
  };
}

/**
 * Times a sequence of nodes, breaks and reloads included, on a route: back as early as possible, leaving as late as that
 * allows, each stop as soon as possible after it. With several windows a later, shorter course is taken when time costs; with
 * soft windows the course is the one of least cost within the windows that the earliest course falls into.
 */
export function timeRoute(c: Compiled, route: number, sequence: Int32Array, length: number, out: Timing): void {
  timeHard(c, route, sequence, length, out);
  settleSoft(c, route, sequence, length, out);
}

/** The first half of `timeRoute`: the shortest course, whatever soft windows say; `feasible` is whether it is in time. */
export function timeHard(c: Compiled, route: number, sequence: Int32Array, length: number, out: Timing): void {
  measureLegs(c, route, sequence, length, out);
  let inTime = forward(c, sequence, 0, length, c.shiftOpen[route], out);
  backward(c, route, sequence, length, out);
  if (c.manyWindows && inTime && length > 0) inTime = shorten(c, route, sequence, length, out);
  inTime &&= out.return <= c.shiftClose[route] + SLACK;
  forward(c, sequence, 0, length, out.departure, out);
  out.feasible = inTime;
}

/** The second half: what soft windows change, and all that is measured. */
export function settleSoft(c: Compiled, route: number, sequence: Int32Array, length: number, out: Timing): void {
  measureTimes(c, sequence, length, out);
  // A course that cannot be kept has nothing to choose, and the shortest that misses no wish is the best there is.
  if (out.soft > 0 && out.feasible) {
    relaxStarts(c, route, sequence, length, out);
    measureTimes(c, sequence, length, out);
  }
  out.feasible &&=
    out.return <= c.shiftClose[route] + SLACK &&
    out.distance <= c.maxDistance[route] + SLACK &&
    out.travel <= c.maxTravel[route] + SLACK &&
    out.return - out.departure <= c.maxDuration[route] + SLACK;
}

function measureLegs(c: Compiled, route: number, sequence: Int32Array, length: number, out: Timing): void {
  const distances = c.distances[c.profile[route]];
  const durations = c.durations[c.profile[route]];
  let distance = 0;
  let travel = 0;
  let place = c.start[route];
  for (let at = 0; at < length; at++) {
    const node = sequence[at];
    let leg = 0;
    if (c.kind[node] === BREAK) out.place[at] = place >= 0 ? place : firstPlace(c, sequence, length);
    else {
      const to = c.location[node];
      if (place >= 0) {
        leg = durations[place * c.size + to];
        distance += distances[place * c.size + to];
      }
      out.place[at] = to;
      place = to;
    }
    out.legs[at] = leg;
    travel += leg;
  }
  out.legs[length] = 0;
  if (c.end[route] >= 0 && place >= 0 && length > 0) {
    out.legs[length] = durations[place * c.size + c.end[route]];
    distance += distances[place * c.size + c.end[route]];
  }
  out.distance = distance;
  out.travel = travel + out.legs[length];
}

function firstPlace(c: Compiled, sequence: Int32Array, length: number): number {
  for (let at = 0; at < length; at++) if (c.location[sequence[at]] >= 0) return c.location[sequence[at]];
  return 0;
}

/** Starts from position `from` on as early as possible after `time`, the moment of leaving the place before it. */
function forward(c: Compiled, sequence: Int32Array, from: number, length: number, time: number, out: Timing): boolean {
  let inTime = true;
  for (let at = from; at < length; at++) {
    const node = sequence[at];
    const arrival = time + out.legs[at];
    const start = firstStart(c, node, arrival);
    if (start > c.close[node] + SLACK) inTime = false;
    out.arrival[at] = arrival;
    out.start[at] = start;
    time = start + c.service[node];
  }
  out.return = time + out.legs[length];
  return inTime;
}

/** The latest starts that keep the return where it is, and so the departure. A stop that is late anyhow stays as late as it is. */
function backward(c: Compiled, route: number, sequence: Int32Array, length: number, out: Timing): void {
  let time = out.return;
  for (let at = length - 1; at >= 0; at--) {
    const node = sequence[at];
    const limit = time - out.legs[at + 1] - c.service[node];
    const latest = out.start[at] > c.close[node] ? out.start[at] : lastStart(c, node, limit);
    // Rounding must not push a stop before the course it came from.
    time = latest < out.start[at] ? out.start[at] : latest;
    out.latest[at] = time;
  }
  out.departure = length > 0 ? time - out.legs[0] : c.shiftOpen[route];
  if (out.departure < c.shiftOpen[route]) out.departure = c.shiftOpen[route];
}

/**
 * With several windows the course that returns first may wait long in the middle. Each later course worth a look starts at
 * the next window of the first stop that holds the departure back; takes the shortest among them when time costs or is short.
 */
function shorten(c: Compiled, route: number, sequence: Int32Array, length: number, out: Timing): boolean {
  const costs =
    durationWeight(c.levels, c.perTime[route]) > 0 ||
    c.levels.weights.some((weight, at) => weight > 0 && at % TERM_COUNT === IMBALANCE);
  let shortest = out.return - out.departure;
  if (!costs && shortest <= c.maxDuration[route] + SLACK) return true;
  let departure = out.departure;
  for (;;) {
    const held = heldAt(c, sequence, length, out);
    if (held < 0) break;
    const opening = nextOpening(c, sequence[held], out.latest[held]);
    if (!forward(c, sequence, held, length, opening - out.legs[held], out) || out.return > c.shiftClose[route] + SLACK) break;
    for (let at = 0; at < held; at++) out.start[at] = -Infinity;
    backward(c, route, sequence, length, out);
    if (out.return - out.departure < shortest - SLACK) {
      shortest = out.return - out.departure;
      departure = out.departure;
    }
  }
  out.departure = departure;
  return true;
}

/** The first stop whose latest start is a window's end with another window after it. */
function heldAt(c: Compiled, sequence: Int32Array, length: number, out: Timing): number {
  for (let at = 0; at < length; at++) {
    const node = sequence[at];
    const time = at + 1 < length ? out.latest[at + 1] : out.return;
    if (time - out.legs[at + 1] - c.service[node] > out.latest[at] + SLACK) return out.latest[at] < c.close[node] ? at : -1;
  }
  return -1;
}

function nextOpening(c: Compiled, node: number, after: number): number {
  for (let at = c.windowFrom[node]; at < c.windowFrom[node + 1]; at++) if (c.windowOpen[at] > after) return c.windowOpen[at];
  return Infinity;
}

function measureTimes(c: Compiled, sequence: Int32Array, length: number, out: Timing): void {
  let time = out.departure;
  out.waiting = 0;
  out.soft = 0;
  for (let at = 0; at < length; at++) {
    const node = sequence[at];
    out.arrival[at] = time + out.legs[at];
    const start = out.start[at];
    if (start > out.arrival[at]) out.waiting += start - out.arrival[at];
    if (c.soft) {
      if (start < c.softFrom[node]) out.soft += c.earlyCost[node] * (c.softFrom[node] - start);
      else if (start > c.softUntil[node]) out.soft += c.lateCost[node] * (start - c.softUntil[node]);
    }
    time = start + c.service[node];
  }
  out.return = time + out.legs[length];
}
