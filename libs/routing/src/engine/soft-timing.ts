import type { Compiled } from './compile.js';
import type { Timing } from './timing.js';
import { durationWeight, SLACK, softWeight } from './timing-weights.js';
import { firstStart, lastStart } from './windows.js';

/** Against hard bounds everything soft yields. */
const HARD = 1e9;
/** Without any price on time a shift is still as short as its soft windows allow. */
const FAINT = 1e-6;
/** Prices that cancel leave about this much. */
const NOISE = 1e-9;

/**
 * Chooses departure, starts and return of least soft and time cost for a fixed order of stops. With u = time less all that
 * must pass before it, the order says u rises along the route; each stop's cost is convex in u, so pooling adjacent violators
 * is exact (isotonic regression; in vehicle routing: Dumas, Soumis & Desrosiers 1990, doi 10.1287/trsc.24.2.145). The hard
 * window of a stop is the one that the earliest course falls into.
 */
export function relaxStarts(c: Compiled, route: number, sequence: Int32Array, length: number, out: Timing): void {
  const perTime = durationWeight(c.levels, c.perTime[route]);
  const weight = softWeight(c.levels, c.perTime[route]);
  const soft = weight === Infinity ? 1 : weight > 0 ? weight : FAINT;
  const time = weight === Infinity || perTime === 0 ? FAINT : weight > 0 ? perTime : 1;
  solve(c, route, sequence, length, out, soft, time);
  if (out.return - out.departure > c.maxDuration[route]) solve(c, route, sequence, length, out, soft, HARD / 1000);
}

/** Shifting times forth and back must not carry a start over the edge of its window. */
function snap(c: Compiled, node: number, start: number): number {
  const opened = firstStart(c, node, start);
  if (opened > start && opened - start < SLACK) return opened;
  const closed = lastStart(c, node, start);
  return start - closed < SLACK ? closed : start;
}

/**
 * The convex cost of departure, each start and the return, each shifted by the time that must have passed before it: where it
 * may lie and a slope, and for those with a wish also where that is and what early and late cost.
 */
let capacity = 0;
let low: Float64Array;
let high: Float64Array;
let slopes: Float64Array;
let from: Float64Array;
let until: Float64Array;
let early: Float64Array;
let late: Float64Array;
/** How many wishes there are up to and with each piece. */
let wishes: Int32Array;
/** Neighbours that share one moment: the first and the last of them, where all may lie, their slope and the moment. */
let firsts: Int32Array;
let lasts: Int32Array;
let lows: Float64Array;
let highs: Float64Array;
let sums: Float64Array;
let moments: Float64Array;
/** Where the cost of some pieces bends. */
let bends: Float64Array;

function makeRoom(pieces: number): void {
  if (pieces <= capacity) return;
  capacity = 2 * pieces;
  const numbers = () => new Float64Array(capacity);
  [low, high, slopes, from, until, early, late] = [numbers(), numbers(), numbers(), numbers(), numbers(), numbers(), numbers()];
  [lows, highs, sums, moments, bends] = [numbers(), numbers(), numbers(), numbers(), new Float64Array(2 * capacity)];
  [wishes, firsts, lasts] = [new Int32Array(capacity), new Int32Array(capacity), new Int32Array(capacity)];
}

function solve(
  c: Compiled,
  route: number,
  sequence: Int32Array,
  length: number,
  out: Timing,
  softPrice: number,
  timePrice: number,
): void {
  const pieces = length + 2;
  makeRoom(pieces);
  setPieces(c, route, sequence, length, out, softPrice, timePrice);
  const blocks = pool(pieces);
  let passed = 0;
  let block = 0;
  for (let at = 0; at < pieces; at++) {
    while (block < blocks && lasts[block] < at) block++;
    const moment = moments[block];
    if (at === 0) out.departure = moment;
    else {
      passed += out.legs[at - 1] + (at > 1 ? c.service[sequence[at - 2]] : 0);
      if (at <= length) out.start[at - 1] = snap(c, sequence[at - 1], moment + passed);
      else out.return = moment + passed;
    }
  }
}

/** Each piece where it is cheapest; one that would lie before its forerunners joins them. Returns the number of blocks. */
function pool(pieces: number): number {
  let blocks = 0;
  for (let at = 0; at < pieces; at++) {
    firsts[blocks] = lasts[blocks] = at;
    lows[blocks] = low[at];
    highs[blocks] = high[at];
    sums[blocks] = slopes[at];
    moments[blocks] = lowestOf(blocks);
    for (; blocks > 0 && moments[blocks - 1] > moments[blocks]; moments[blocks] = lowestOf(blocks)) {
      blocks--;
      lasts[blocks] = lasts[blocks + 1];
      lows[blocks] = Math.max(lows[blocks], lows[blocks + 1]);
      highs[blocks] = Math.min(highs[blocks], highs[blocks + 1]);
      sums[blocks] += sums[blocks + 1];
    }
    blocks++;
  }
  return blocks;
}

function setPieces(
  c: Compiled,
  route: number,
  sequence: Int32Array,
  length: number,
  out: Timing,
  softPrice: number,
  timePrice: number,
): void {
  let passed = 0;
  let count = 0;
  low[0] = c.shiftOpen[route];
  high[0] = Infinity;
  slopes[0] = -timePrice;
  wishes[0] = 0;
  for (let at = 0; at < length; at++) {
    const node = sequence[at];
    passed += out.legs[at] + (at > 0 ? c.service[sequence[at - 1]] : 0);
    let window = c.windowFrom[node];
    while (window + 1 < c.windowFrom[node + 1] && c.windowOpen[window + 1] <= out.start[at]) window++;
    low[at + 1] = c.windowOpen[window] - passed;
    high[at + 1] = c.windowClose[window] - passed;
    slopes[at + 1] = 0;
    if (c.earlyCost[node] > 0 || c.lateCost[node] > 0) {
      from[count] = c.softFrom[node] - passed;
      until[count] = c.softUntil[node] - passed;
      early[count] = c.earlyCost[node] * softPrice;
      late[count++] = c.lateCost[node] * softPrice;
    }
    wishes[at + 1] = count;
  }
  passed += out.legs[length] + (length > 0 ? c.service[sequence[length - 1]] : 0);
  low[length + 1] = -Infinity;
  high[length + 1] = c.shiftClose[route] - passed;
  slopes[length + 1] = timePrice;
  wishes[length + 1] = count;
}

/**
 * The lowest moment from which the pieces of a block together no longer fall: convex pieces only bend upwards, so the bend is
 * found by halving the sorted list of those within bounds.
 */
function lowestOf(block: number): number {
  const least = lows[block];
  const most = highs[block];
  const first = firsts[block] > 0 ? wishes[firsts[block] - 1] : 0;
  const last = wishes[lasts[block]];
  if (least >= most || slopeAfter(block, first, last, least) >= -NOISE) return least;
  let count = 0;
  for (let wish = first; wish < last; wish++) {
    if (from[wish] > least && from[wish] < most) bends[count++] = from[wish];
    if (until[wish] > least && until[wish] < most) bends[count++] = until[wish];
  }
  sortBends(count);
  let falls = -1;
  let rises = count;
  while (rises - falls > 1) {
    const middle = (falls + rises) >> 1;
    if (slopeAfter(block, first, last, bends[middle]) >= -NOISE) rises = middle;
    else falls = middle;
  }
  return rises < count ? bends[rises] : most;
}

/** By insertion, since a route has few bends; a long list goes to the library. */
function sortBends(count: number): void {
  if (count > 64) {
    bends.subarray(0, count).sort();
    return;
  }
  for (let at = 1; at < count; at++) {
    const bend = bends[at];
    let to = at;
    for (; to > 0 && bends[to - 1] > bend; to--) bends[to] = bends[to - 1];
    bends[to] = bend;
  }
}

function slopeAfter(block: number, first: number, last: number, moment: number): number {
  let slope = sums[block];
  for (let wish = first; wish < last; wish++) {
    if (moment < from[wish]) slope -= early[wish];
    if (moment >= until[wish]) slope += late[wish];
  }
  return slope;
}
