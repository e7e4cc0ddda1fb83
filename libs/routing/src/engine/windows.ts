import type { Compiled } from './compile.js';

/** The earliest moment from `arrival` on at which service can start at the node; after the last window closes, `arrival` itself. */
export function firstStart(c: Compiled, node: number, arrival: number): number {
  const end = c.windowFrom[node + 1];
  for (let at = c.windowFrom[node]; at < end; at++)
    if (arrival <= c.windowClose[at]) return arrival > c.windowOpen[at] ? arrival : c.windowOpen[at];
  return arrival;
}

/** The latest moment up to `limit` at which service can start at the node; -Infinity when there is none. */
export function lastStart(c: Compiled, node: number, limit: number): number {
  const first = c.windowFrom[node];
  for (let at = c.windowFrom[node + 1] - 1; at >= first; at--)
    if (limit >= c.windowOpen[at]) return limit < c.windowClose[at] ? limit : c.windowClose[at];
  return -Infinity;
}
