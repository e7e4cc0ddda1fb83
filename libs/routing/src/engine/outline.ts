import type { Outline, OutlineStop } from '../model/plan.js';
import { startNode } from './link.js';
import { judge } from './rich.js';
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
    if (nodes.length > 0) routes.push(outlineRoute(s, route, nodes));
  }
  return { routes };
}

/** A route's nodes as stops, with the breaks of its shift where they belong. */
export function outlineRoute(s: State, route: number, nodes: Int32Array): Outline['routes'][number] {
  const { c, rich } = s;
  const vehicle = c.problem.vehicles[c.vehicleOf[route]].id;
  const breaks = c.breakFrom[route + 1] > c.breakFrom[route];
  const whole = breaks && judge(s, rich, route, nodes, nodes.length) ? rich.full.subarray(0, rich.length) : nodes;
  return { vehicle, shift: c.shiftOf[route], stops: Array.from(whole, (node): OutlineStop => stopOf(c, node)) };
}
