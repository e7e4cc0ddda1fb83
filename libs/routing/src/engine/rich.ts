import { DELIVERY, PICKUP, RELOAD } from './compile.js';
import { COST, DISTANCE, IMBALANCE, SOFT, TRAVEL, WAITING } from './levels.js';
import { createBreakTable, placeBreaks, type BreakTable } from './place-breaks.js';
import type { State } from './state.js';
import { createTiming, settleSoft, timeHard, type Timing } from './timing.js';
import { SLACK } from './timing-weights.js';

/** Working memory to judge whole sequences by every rule there is. */
export interface Rich {
  table: BreakTable;
  /** The sequence with its breaks. */
  full: Int32Array;
  length: number;
  timing: Timing;
  /** Buffers to put candidates together in. */
  sequence: Int32Array;
  candidate: Int32Array;
  stocked: Float64Array;
}

export function createRich(s: State): Rich {
  const most = s.N + 4;
  return {
    table: createBreakTable(s.c),
    full: new Int32Array(most),
    length: 0,
    timing: createTiming(most),
    sequence: new Int32Array(most),
    candidate: new Int32Array(most),
    stocked: new Float64Array(s.D),
  };
}

/**
 * Whether a sequence without breaks is feasible on a route and may cost less than `most`; its times are then in `rich.timing`,
 * breaks included.
 */
export function judge(s: State, rich: Rich, route: number, sequence: Int32Array, length: number, most = Infinity): boolean {
  const { c } = s;
  if (!fitsLimits(s, route, sequence, length) || !fitsLoads(s, rich, route, sequence, length)) return false;
  let whole = sequence;
  rich.length = length;
  if (c.breakFrom[route + 1] > c.breakFrom[route]) {
    whole = rich.full;
    rich.length = placeBreaks(c, route, sequence, length, rich.table, whole);
    if (rich.length < 0) return false;
  }
  const { timing } = rich;
  timeHard(c, route, whole, rich.length, timing);
  if (!timing.feasible) return false;
  if (most < Infinity) {
    // No course is shorter than this one, and a wish costs nothing at least.
    timing.waiting = timing.soft = 0;
    if (costOf(s, rich, route) >= most) return false;
  }
  settleSoft(c, route, whole, rich.length, timing);
  return timing.feasible;
}

/** What a route that was just judged counts in one number. */
export function costOf(s: State, rich: Rich, route: number): number {
  const { c } = s;
  const { price } = s.scales;
  const { distance, travel, waiting, soft, departure, return: back } = rich.timing;
  const duration = back - departure;
  return (
    price[DISTANCE] * distance +
    price[TRAVEL] * travel +
    price[COST] * (c.perDistance[route] * distance + c.perTime[route] * duration) +
    price[WAITING] * waiting +
    price[SOFT] * soft +
    (price[IMBALANCE] > 0 ? price[IMBALANCE] * spreadWith(s, c.vehicleOf[route], duration - s.duration[route]) : 0)
  );
}

/** The standard deviation of working time if that of one vehicle grew. */
function spreadWith(s: State, vehicle: number, more: number): number {
  const { work } = s;
  let sum = more;
  let squares = (work[vehicle] + more) ** 2 - work[vehicle] ** 2;
  for (let other = 0; other < work.length; other++) {
    sum += work[other];
    squares += work[other] ** 2;
  }
  const mean = sum / work.length;
  return Math.sqrt(Math.max(0, squares / work.length - mean * mean));
}

function fitsLimits(s: State, route: number, sequence: Int32Array, length: number): boolean {
  const { c } = s;
  const locked = c.locked[route];
  if (locked.length > length) return false;
  for (let at = 0; at < locked.length; at++) if (sequence[at] !== locked[at]) return false;
  if (c.maxStops[route] === Infinity) return true;
  let stops = 0;
  for (let at = 0; at < length; at++) if (c.kind[sequence[at]] !== RELOAD) stops++;
  return stops <= c.maxStops[route];
}

/** Loads stay within capacity, and no shipment is on board at a reload. */
function fitsLoads(s: State, rich: Rich, route: number, sequence: Int32Array, length: number): boolean {
  const { c, D } = s;
  let carried = 0;
  let reloads = false;
  for (let at = 0; at < length; at++) {
    const kind = c.kind[sequence[at]];
    if (kind === PICKUP) carried++;
    else if (kind === DELIVERY) carried--;
    else if (kind === RELOAD) {
      reloads = true;
      if (carried > 0) return false;
    }
  }
  for (let d = 0; d < D; d++) {
    const most = c.capacity[route * D + d] + SLACK;
    let from = 0;
    while (from <= length) {
      let to = from;
      let load = 0;
      for (; to < length && c.kind[sequence[to]] !== RELOAD; to++) load += c.deliver[sequence[to] * D + d];
      if (load > most) return false;
      for (let at = from; at < to; at++) {
        const cell = sequence[at] * D + d;
        load += c.carry[cell] + c.collect[cell] - c.deliver[cell];
        if (load > most) return false;
      }
      if (!reloads) break;
      from = to + 1;
    }
  }
  return true;
}
