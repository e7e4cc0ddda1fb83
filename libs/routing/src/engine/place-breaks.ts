import type { Compiled } from './compile.js';
import { SLACK } from './timing-weights.js';
import { firstStart } from './windows.js';

/** Working memory for one sequence at a time. */
export interface BreakTable {
  /** (Position + 1) × (breaks + 1): earliest departure with so many breaks taken up to there. */
  departure: Float64Array;
  /** 1 where the last of these breaks is taken behind that position. */
  rests: Uint8Array;
}

export function createBreakTable(c: Compiled): BreakTable {
  let most = 0;
  for (let route = 0; route < c.routes; route++) most = Math.max(most, c.breakFrom[route + 1] - c.breakFrom[route]);
  const cells = (c.nodes + 1) * (most + 1);
  return { departure: new Float64Array(cells), rests: new Uint8Array(cells) };
}

/**
 * Puts a shift's breaks, in the order of their windows, where the route ends earliest: by position and number of breaks taken
 * the earliest departure is all that later stops need to know. Nothing comes between locked stops.
 * Returns the length of the sequence with breaks, or -1 when there is no place for them.
 */
export function placeBreaks(
  c: Compiled,
  route: number,
  sequence: Int32Array,
  length: number,
  table: BreakTable,
  out: Int32Array,
): number {
  const first = c.breakFrom[route];
  const breaks = c.breakFrom[route + 1] - first;
  const width = breaks + 1;
  const { departure, rests } = table;
  const locked = c.locked[route].length;
  const durations = c.durations[c.profile[route]];
  let place = c.start[route];
  for (let at = 0; at <= length; at++) {
    let leg = 0;
    if (at > 0) {
      const node = sequence[at - 1];
      if (place >= 0) leg = durations[place * c.size + c.location[node]];
      place = c.location[node];
    }
    for (let taken = 0; taken <= breaks; taken++) {
      const cell = at * width + taken;
      let time = taken === 0 ? c.shiftOpen[route] : Infinity;
      if (at > 0) {
        const node = sequence[at - 1];
        const start = firstStart(c, node, departure[cell - width] + leg);
        time = start <= c.close[node] + SLACK ? start + c.service[node] : Infinity;
      }
      rests[cell] = 0;
      if (taken > 0 && at >= locked && departure[cell - 1] < Infinity) {
        const pause = first + taken - 1;
        const start = firstStart(c, pause, departure[cell - 1]);
        if (start <= c.close[pause] + SLACK && start + c.service[pause] < time) {
          time = start + c.service[pause];
          rests[cell] = 1;
        }
      }
      departure[cell] = time;
    }
  }
  if (departure[length * width + breaks] === Infinity) return -1;
  let to = length + breaks;
  let at = length;
  let taken = breaks;
  while (to > 0) {
    if (rests[at * width + taken] === 1) out[--to] = first + --taken;
    else out[--to] = sequence[--at];
  }
  return length + breaks;
}
