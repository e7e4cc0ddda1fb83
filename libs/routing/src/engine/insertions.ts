import { scanPair } from './scan-pair.js';
import { scanRich } from './scan-rich.js';
import { scanned, scanVisit } from './scan-visit.js';
import type { State } from './state.js';

/** The cheapest place of each job on each route, as it was at the route's stamp: jobs × routes. */
export interface Insertions {
  stamp: Int32Array;
  cost: Float64Array;
  first: Int32Array;
  second: Int32Array;
  /** A reload that comes with it, -1 for none, and whether it stands behind the job. */
  reload: Int32Array;
  reloadBehind: Uint8Array;
}

export function createInsertions(s: State): Insertions {
  const cells = s.c.jobs * s.R;
  const reloads = s.plain ? 0 : cells;
  return {
    stamp: new Int32Array(cells).fill(-1),
    cost: new Float64Array(cells),
    first: new Int32Array(cells),
    second: new Int32Array(cells),
    reload: new Int32Array(reloads),
    reloadBehind: new Uint8Array(reloads),
  };
}

/** Looks the cell up, or scans the route when it changed since. Returns the cost. */
export function priceInsertion(s: State, known: Insertions, job: number, route: number): number {
  const cell = job * s.R + route;
  if (known.stamp[cell] === s.version[route] && !s.balanced) return known.cost[cell];
  if (!s.plain) {
    scanRich(s, job, route);
    known.reload[cell] = scanned.reload;
    known.reloadBehind[cell] = scanned.reloadBehind ? 1 : 0;
  } else if (s.c.firstNode[job] === s.c.lastNode[job]) scanVisit(s, job, route);
  else scanPair(s, job, route);
  known.stamp[cell] = s.version[route];
  known.cost[cell] = scanned.cost;
  known.first[cell] = scanned.first;
  known.second[cell] = scanned.second;
  return scanned.cost;
}
