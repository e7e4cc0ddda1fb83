import type { State } from './state.js';

/**
 * The outcome of the last scan: what the insertion costs, Infinity when there is none, the nodes to put the stops behind, and
 * a reload to put right before or behind the job, -1 for none.
 */
export const scanned = { cost: Infinity, first: -1, second: -1, reload: -1, reloadBehind: false };

/** The cheapest feasible place for a visit on a plain route, into `scanned`. */
export function scanVisit(s: State, job: number, route: number): void {
  const { next, place, row, departure, latest } = s;
  const durations = s.durations[route];
  const arcs = s.arcs[route];
  const node = s.c.firstNode[job];
  const nodePlace = place[node];
  const nodeRow = row[node];
  const open = s.open[node];
  const close = s.close[node];
  const service = s.service[node];
  const loaded = s.visitLoads;
  const end = s.N + 2 * route + 1;
  let best = Infinity;
  let bestAt = -1;
  let a = end - 1;
  while (a !== end) {
    const b = next[a];
    const left = departure[a];
    if (left > close) break;
    const arrival = left + durations[row[a] + nodePlace];
    if (arrival <= close) {
      const gone = (arrival > open ? arrival : open) + service;
      if (gone + durations[nodeRow + place[b]] <= latest[b]) {
        const cost = arcs[row[a] + nodePlace] + arcs[nodeRow + place[b]] - arcs[row[a] + place[b]];
        if (cost < best && (!loaded || hasRoom(s, node, a, route))) {
          best = cost;
          bestAt = a;
        }
      }
    }
    a = b;
  }
  scanned.cost = best;
  scanned.first = bestAt;
  scanned.second = bestAt;
}

/** What the visit receives is on board up to it, what it gives from it on. */
function hasRoom(s: State, node: number, before: number, route: number): boolean {
  const { D, peakBefore, peakAfter, load, next } = s;
  const { deliver, collect, capacity } = s.c;
  for (let d = 0; d < D; d++) {
    const most = capacity[route * D + d];
    const taken = collect[node * D + d];
    if (peakBefore[before * D + d] + deliver[node * D + d] > most) return false;
    if (load[before * D + d] + taken > most) return false;
    const after = next[before];
    if (after < s.N && peakAfter[after * D + d] + taken > most) return false;
  }
  return true;
}
