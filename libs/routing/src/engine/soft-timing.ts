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

interface Piece {
  low: number;
  high: number;
  from: number;
  until: number;
  early: number;
  late: number;
  slope: number;
}

interface Block {
  first: number;
  last: number;
  value: number;
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
  const pieces = piecesOf(c, route, sequence, length, out, softPrice, timePrice);
  const blocks: Block[] = [];
  for (let at = 0; at < pieces.length; at++) {
    let block: Block = { first: at, last: at, value: lowestOf(pieces, at, at) };
    for (let before = blocks.at(-1); before && before.value > block.value; before = blocks.at(-1)) {
      blocks.pop();
      block = { first: before.first, last: at, value: lowestOf(pieces, before.first, at) };
    }
    blocks.push(block);
  }
  let passed = 0;
  let number = 0;
  for (let at = 0; at < pieces.length; at++) {
    while (blocks[number].last < at) number++;
    const moment = blocks[number].value;
    if (at === 0) out.departure = moment;
    else {
      passed += out.legs[at - 1] + (at > 1 ? c.service[sequence[at - 2]] : 0);
      if (at <= length) out.start[at - 1] = snap(c, sequence[at - 1], moment + passed);
      else out.return = moment + passed;
    }
  }
}

/** The convex cost of departure, each start and the return, each shifted by the time that must have passed. */
function piecesOf(
  c: Compiled,
  route: number,
  sequence: Int32Array,
  length: number,
  out: Timing,
  softPrice: number,
  timePrice: number,
): Piece[] {
  const free = { from: -Infinity, until: Infinity, early: 0, late: 0 };
  const pieces: Piece[] = [{ low: c.shiftOpen[route], high: Infinity, ...free, slope: -timePrice }];
  let passed = 0;
  for (let at = 0; at < length; at++) {
    const node = sequence[at];
    passed += out.legs[at] + (at > 0 ? c.service[sequence[at - 1]] : 0);
    let window = c.windowFrom[node];
    while (window + 1 < c.windowFrom[node + 1] && c.windowOpen[window + 1] <= out.start[at]) window++;
    pieces.push({
      low: c.windowOpen[window] - passed,
      high: c.windowClose[window] - passed,
      from: c.softFrom[node] - passed,
      until: c.softUntil[node] - passed,
      early: c.earlyCost[node] * softPrice,
      late: c.lateCost[node] * softPrice,
      slope: 0,
    });
  }
  passed += out.legs[length] + (length > 0 ? c.service[sequence[length - 1]] : 0);
  pieces.push({ low: -Infinity, high: c.shiftClose[route] - passed, ...free, slope: timePrice });
  return pieces;
}

/** Where the cost of some pieces bends; grows as needed and is used again. */
let bends = new Float64Array(256);

/**
 * The lowest moment from which the pieces together no longer fall: convex pieces only bend upwards, so the bend is found by
 * halving their sorted list.
 */
function lowestOf(pieces: readonly Piece[], first: number, last: number): number {
  if (slopeAfter(pieces, first, last, -Infinity) >= -NOISE) return -Infinity;
  if (bends.length < 4 * (last - first + 1)) bends = new Float64Array(8 * (last - first + 1));
  let count = 0;
  for (let at = first; at <= last; at++) {
    const { low, high, from, until, early, late } = pieces[at];
    bends[count++] = low;
    bends[count++] = high;
    if (early > 0) bends[count++] = from;
    if (late > 0) bends[count++] = until;
  }
  const sorted = bends.subarray(0, count).sort();
  let falls = -1;
  let rises = count;
  while (rises - falls > 1) {
    const middle = (falls + rises) >> 1;
    if (slopeAfter(pieces, first, last, sorted[middle]) >= -NOISE) rises = middle;
    else falls = middle;
  }
  return rises < count ? sorted[rises] : Infinity;
}

function slopeAfter(pieces: readonly Piece[], first: number, last: number, moment: number): number {
  let slope = 0;
  for (let at = first; at <= last; at++) {
    const piece = pieces[at];
    slope += piece.slope;
    if (moment < piece.low) slope -= HARD;
    if (moment >= piece.high) slope += HARD;
    if (moment < piece.from) slope -= piece.early;
    if (moment >= piece.until) slope += piece.late;
  }
  return slope;
}
