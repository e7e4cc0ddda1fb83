import type { Outline } from '../model/plan.js';
import { clearRoute } from './backup.js';
import { BREAK, DELIVERY, RELOAD } from './compile.js';
import { linkAfter, markAbsent, markPresent, startNode } from './link.js';
import type { Snapshot } from './outline.js';
import { plantable } from './plant-locked.js';
import { judge } from './rich.js';
import { nodeOf } from './schedule.js';
import type { State } from './state.js';
import { updateRoute } from './update-route.js';

/** Makes the state what a snapshot holds. */
export function loadSnapshot(s: State, snapshot: Snapshot): void {
  clearAll(s);
  for (let route = 0; route < s.R; route++)
    putRoute(s, route, snapshot.nodes.subarray(snapshot.from[route], snapshot.from[route + 1]));
}

/** Makes the state what an outline says, as far as that is feasible: of a route that is not, the last jobs are left out. */
export function loadOutline(s: State, outline: Outline): void {
  const { c, rich } = s;
  clearAll(s);
  const seen = new Set<number>();
  const driven = new Set<number>();
  const planted = Array.from({ length: s.R }, (_, route) => plantable(s, route));
  planted.flat().forEach((node) => seen.add(node));
  for (const { vehicle, shift, stops } of outline.routes) {
    const number = c.vehicleNumber.get(vehicle);
    const route = number === undefined ? -1 : c.firstRoute[number] + shift;
    if (number === undefined || c.vehicleOf[route] !== number || driven.has(route)) continue;
    driven.add(route);
    const all = stops.filter((stop) => !('job' in stop) || c.jobNumber.has(stop.job)).map((stop) => nodeOf(c, route, stop));
    const fresh = all.map((node) => (c.kind[node] === RELOAD ? unusedReload(s, route, node, seen) : node));
    let nodes = fresh.filter((node) => {
      if (node < 0 || c.kind[node] === BREAK || seen.has(node)) return false;
      seen.add(node);
      return node >= c.jobNodes || s.fit[c.jobOf[node] * s.R + route] === 1;
    });
    nodes = [...planted[route], ...wholeJobs(s, nodes)];
    while (nodes.length > planted[route].length && !judge(s, rich, route, Int32Array.from(nodes), nodes.length))
      nodes = withoutLast(s, nodes);
    putRoute(s, route, Int32Array.from(nodes.some((node) => node < c.jobNodes) ? nodes : []));
  }
  planted.forEach((nodes, route) => {
    if (!driven.has(route)) putRoute(s, route, Int32Array.from(nodes));
  });
}

function clearAll(s: State): void {
  for (let route = 0; route < s.R; route++) {
    clearRoute(s, route);
    updateRoute(s, route);
  }
  for (let job = 0; job < s.c.jobs; job++) if (s.absentAt[job] < 0) markAbsent(s, job);
}

function putRoute(s: State, route: number, nodes: Int32Array): void {
  let before = startNode(s, route);
  for (const node of nodes) {
    linkAfter(s, node, before);
    before = node;
    if (node < s.c.jobNodes && s.absentAt[s.c.jobOf[node]] >= 0) markPresent(s, s.c.jobOf[node]);
  }
  updateRoute(s, route);
}

function unusedReload(s: State, route: number, like: number, seen: ReadonlySet<number>): number {
  const { reloadFrom, number } = s.c;
  for (let node = reloadFrom[route]; node < reloadFrom[route + 1]; node++)
    if (number[node] === number[like] && !seen.has(node)) return node;
  return -1;
}

/** Only shipments with both stops, the pickup first. */
function wholeJobs(s: State, nodes: readonly number[]): number[] {
  const { c } = s;
  const at = new Map(nodes.map((node, index) => [node, index]));
  return nodes.filter((node) => {
    if (node >= c.jobNodes) return true;
    const first = at.get(c.firstNode[c.jobOf[node]]);
    const last = at.get(c.lastNode[c.jobOf[node]]);
    return first !== undefined && last !== undefined && first <= last;
  });
}

function withoutLast(s: State, nodes: readonly number[]): number[] {
  const last = nodes.at(-1)!;
  const job = s.c.kind[last] <= DELIVERY ? s.c.jobOf[last] : -1;
  return nodes.filter((node) => node !== last && (job < 0 || s.c.jobOf[node] !== job));
}
