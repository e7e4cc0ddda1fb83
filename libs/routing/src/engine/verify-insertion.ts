import { startNode } from './link.js';
import { judge } from './rich.js';
import { routeCost } from './scan-rich.js';
import type { State } from './state.js';

/** What a route counts in one number, its list reckoned through in full. @throws {Error} when it breaks a rule */
export function fullCost(s: State, route: number): number {
  const end = startNode(s, route) + 1;
  const nodes: number[] = [];
  for (let node = s.next[end - 1]; node !== end; node = s.next[node]) nodes.push(node);
  if (nodes.length === 0) return s.plain ? 0 : routeCost(s, route);
  if (!judge(s, s.rich, route, Int32Array.from(nodes), nodes.length))
    throw new Error(`Route ${route} breaks a rule: ${nodes.join(' ')}.`);
  const { timing } = s.rich;
  const kept = [s.distance[route], s.travel[route]];
  if (!close(kept[0], timing.distance) || !close(kept[1], timing.travel)) throw new Error(`Route ${route} has drifted sums.`);
  if (!s.plain && !close(s.duration[route], timing.return - timing.departure))
    throw new Error(`Route ${route} has a drifted time.`);
  if (s.plain) return arcSum(s, route);
  return routeCost(s, route);
}

function arcSum(s: State, route: number): number {
  const start = startNode(s, route);
  let sum = 0;
  for (let node = start; node !== start + 1; node = s.next[node]) sum += s.arcs[route][s.row[node] + s.place[s.next[node]]];
  return sum;
}

/** How many insertions were compared in this thread. */
export const compared = { count: 0 };

/** @throws {Error} when an insertion did not cost what it was priced at */
export function compareInsertion(s: State, route: number, before: number, after: number, priced: number, idle: boolean): void {
  compared.count++;
  // An idle route's empty way is no cost, yet its arc is part of the difference that a scan makes.
  const start = startNode(s, route);
  const base = idle && s.plain ? s.arcs[route][s.row[start] + s.place[start + 1]] : before;
  if (!close(after - base, priced)) throw new Error(`Route ${route} was priced ${priced} and costs ${after - base}.`);
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}
