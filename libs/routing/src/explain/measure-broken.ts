import type { Compiled } from '../engine/compile.js';
import { traceLoads } from '../engine/loads.js';
import { timeRoute, type Timing } from '../engine/timing.js';

const NOISE = 1e-6;

/**
 * How much a sequence of nodes breaks, all shares added up: the sum of what `findBroken` lists, stops that are locked apart,
 * without making a plan of it. There are thousands of sequences to compare.
 */
export function measureBroken(
  c: Compiled,
  route: number,
  sequence: Int32Array,
  length: number,
  timing: Timing,
  loads: Float64Array,
): number {
  timeRoute(c, route, sequence, length, timing);
  const close = c.shiftClose[route];
  const span = close - c.shiftOpen[route];
  let share = 0;
  let stops = 0;
  for (let at = 0; at < length; at++) {
    const node = sequence[at];
    share += over(timing.start[at], c.close[node], span);
    if (c.jobOf[node] >= 0) stops++;
  }
  share += over(timing.return, close, span);
  share += over(timing.distance, c.maxDistance[route], c.maxDistance[route]);
  share += over(timing.travel, c.maxTravel[route], c.maxTravel[route]);
  share += over(timing.return - timing.departure, c.maxDuration[route], c.maxDuration[route]);
  share += over(stops, c.maxStops[route], c.maxStops[route]);

  traceLoads(c, sequence, length, loads);
  for (let d = 0; d < c.D; d++) {
    let most = 0;
    for (let at = 0; at <= length; at++) most = Math.max(most, loads[at * c.D + d]);
    share += over(most, c.capacity[route * c.D + d], c.capacity[route * c.D + d]);
  }
  return share;
}

function over(value: number, limit: number, scale: number): number {
  if (value <= limit + NOISE * Math.max(1, Math.abs(limit))) return 0;
  return (value - limit) / Math.max(scale, NOISE);
}
