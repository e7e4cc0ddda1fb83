import { CHANGE, COST, DISTANCE, SOFT, TRAVEL, VEHICLES, WAITING } from './levels.js';
import { startNode } from './link.js';
import type { State } from './state.js';
import { changeOn } from './terms.js';
import { sweepRich } from './update-rich.js';

/** Brings a route's times, loads and sums up to date after its list changed, and gives it a new stamp. */
export function updateRoute(s: State, route: number): void {
  leaveTerms(s, route);
  sweep(s, route);
  s.version[route] = s.length[route] === 0 ? 0 : ++s.stamp;
  joinTerms(s, route);
}

/** The same for a route that is put back to what it was at that stamp. */
export function restoreRoute(s: State, route: number, version: number): void {
  leaveTerms(s, route);
  sweep(s, route);
  s.version[route] = version;
  joinTerms(s, route);
}

function sweep(s: State, route: number): void {
  if (s.plain) {
    sweepForward(s, route);
    sweepBackward(s, route);
    if (s.D > 0) sweepLoads(s, route);
  } else sweepRich(s, route);
  if (s.published) sumChange(s, route);
}

/** Sums over all routes afresh, without the rounding that many steps leave. */
export function recountTerms(s: State): void {
  s.terms.fill(0);
  s.work.fill(0);
  s.usedShifts.fill(0);
  s.usedVehicles = 0;
  for (let route = 0; route < s.R; route++) joinTerms(s, route);
}

/** Takes a route out of the sums over all routes. */
function leaveTerms(s: State, route: number): void {
  if (s.length[route] > 0) countTerms(s, route, -1);
}

function joinTerms(s: State, route: number): void {
  if (s.length[route] > 0) countTerms(s, route, 1);
}

function countTerms(s: State, route: number, sign: 1 | -1): void {
  const { c, terms } = s;
  const vehicle = c.vehicleOf[route];
  s.usedShifts[vehicle] += sign;
  const first = s.usedShifts[vehicle] === (sign === 1 ? 1 : 0);
  if (first) s.usedVehicles += sign;
  terms[VEHICLES] = s.usedVehicles;
  const { duration, distance } = s;
  terms[COST] +=
    sign *
    (c.shiftCost[route] +
      (first ? c.vehicleCost[vehicle] : 0) +
      c.perDistance[route] * distance[route] +
      c.perTime[route] * duration[route]);
  terms[DISTANCE] += sign * distance[route];
  terms[TRAVEL] += sign * s.travel[route];
  terms[WAITING] += sign * s.waiting[route];
  terms[SOFT] += sign * s.soft[route];
  terms[CHANGE] += sign * s.change[route];
  s.work[vehicle] += sign * duration[route];
}

function sweepForward(s: State, route: number): void {
  const { next, prev, place, row, open, service, departure, position } = s;
  const durations = s.durations[route];
  const distances = s.distances[route];
  const start = startNode(s, route);
  const end = start + 1;
  let at = start;
  let time = s.c.shiftOpen[route];
  let travel = 0;
  let distance = 0;
  let count = 0;
  for (let node = next[start]; ; node = next[node]) {
    const cell = row[at] + place[node];
    const leg = durations[cell];
    travel += leg;
    distance += distances[cell];
    prev[node] = at;
    if (node === end) break;
    const arrival = time + leg;
    time = (arrival > open[node] ? arrival : open[node]) + service[node];
    departure[node] = time;
    position[node] = ++count;
    at = node;
  }
  s.length[route] = count;
  s.travel[route] = count > 0 ? travel : 0;
  s.distance[route] = count > 0 ? distance : 0;
}

function sweepBackward(s: State, route: number): void {
  const { prev, place, row, close, service, latest } = s;
  const durations = s.durations[route];
  const start = startNode(s, route);
  let after = start + 1;
  for (let node = prev[after]; node !== start; node = prev[node]) {
    const limit = latest[after] - durations[row[node] + place[after]] - service[node];
    latest[node] = limit < close[node] ? limit : close[node];
    after = node;
  }
}

function sweepLoads(s: State, route: number): void {
  const { c, D, next, prev, load, peakBefore, peakAfter } = s;
  const start = startNode(s, route);
  const end = start + 1;
  for (let d = 0; d < D; d++) {
    let board = 0;
    if (s.visitLoads) for (let node = next[start]; node !== end; node = next[node]) board += c.deliver[node * D + d];
    load[start * D + d] = board;
    peakBefore[start * D + d] = board;
    let peak = board;
    for (let node = next[start]; node !== end; node = next[node]) {
      const cell = node * D + d;
      board += c.carry[cell] + c.collect[cell] - c.deliver[cell];
      load[cell] = board;
      if (board > peak) peak = board;
      peakBefore[cell] = peak;
    }
    peak = board;
    peakAfter[end * D + d] = board;
    for (let node = prev[end]; node !== start; node = prev[node]) {
      const cell = node * D + d;
      if (load[cell] > peak) peak = load[cell];
      peakAfter[cell] = peak;
    }
  }
}

function sumChange(s: State, route: number): void {
  const { c } = s;
  const end = startNode(s, route) + 1;
  let sum = 0;
  for (let node = s.next[end - 1]; node !== end; node = s.next[node])
    if (node < c.jobNodes && c.firstNode[c.jobOf[node]] === node) sum += changeOn(c, c.jobOf[node], route);
  s.change[route] = sum;
}
