import type { Outline, OutlineStop } from '../model/plan.js';
import type { Compiled } from './compile.js';
import { startNode } from './link.js';
import { stopOf } from './schedule.js';
import type { State } from './state.js';

/** The routes of a plan as lists of nodes. */
export interface Snapshot {
  nodes: Int32Array;
  /** Nodes of route r are those from from[r] to from[r + 1]. */
  from: Int32Array;
  terms: Float64Array;
}

export function createSnapshot(s: State): Snapshot {
  return { nodes: new Int32Array(s.N), from: new Int32Array(s.R + 1), terms: new Float64Array(s.terms.length) };
}

export function takeSnapshot(s: State, into: Snapshot): void {
  let to = 0;
  for (let route = 0; route < s.R; route++) {
    into.from[route] = to;
    const end = startNode(s, route) + 1;
    for (let node = s.next[end - 1]; node !== end; node = s.next[node]) into.nodes[to++] = node;
  }
  into.from[s.R] = to;
  into.terms.set(s.terms);
}

export function outlineOf(s: State, snapshot: Snapshot): Outline {
  const routes: Outline['routes'] = [];
  for (let route = 0; route < s.R; route++) {
    const nodes = snapshot.nodes.subarray(snapshot.from[route], snapshot.from[route + 1]);
    if (nodes.length > 0) routes.push(outlineRoute(s.c, route, nodes));
  }
  return { routes };
}

export function outlineRoute(c: Compiled, route: number, nodes: Int32Array): Outline['routes'][number] {
  const vehicle = c.problem.vehicles[c.vehicleOf[route]].id;
  return { vehicle, shift: c.shiftOf[route], stops: Array.from(nodes, (node): OutlineStop => stopOf(c, node)) };
}
