import type { State } from './state.js';

export function startNode(s: State, route: number): number {
  return s.N + 2 * route;
}

/** Puts a node on a route behind another; the route's sums are not brought up to date. */
export function linkAfter(s: State, node: number, before: number): void {
  const after = s.next[before];
  s.next[before] = node;
  s.prev[node] = before;
  s.next[node] = after;
  s.prev[after] = node;
  s.route[node] = s.route[before];
}

export function unlink(s: State, node: number): void {
  const before = s.prev[node];
  const after = s.next[node];
  s.next[before] = after;
  s.prev[after] = before;
  s.route[node] = -1;
}

export function markAbsent(s: State, job: number): void {
  s.absentAt[job] = s.absentCount;
  s.absent[s.absentCount++] = job;
}

export function markPresent(s: State, job: number): void {
  const at = s.absentAt[job];
  const last = s.absent[--s.absentCount];
  s.absent[at] = last;
  s.absentAt[last] = at;
  s.absentAt[job] = -1;
}
