import { linkAfter, startNode } from './link.js';
import type { State } from './state.js';
import { restoreRoute } from './update-route.js';

/** What one step of the search changed, so that it can be taken back. */
export interface Backup {
  routes: Int32Array;
  count: number;
  /** Whether a route is saved already. */
  saved: Uint8Array;
  nodes: Int32Array;
  /** Nodes of routes[i] are those from from[i] to from[i + 1]. */
  from: Int32Array;
  versions: Int32Array;
  absent: Int32Array;
  absentCount: number;
  terms: Float64Array;
}

export function createBackup(s: State): Backup {
  return {
    routes: new Int32Array(s.R),
    count: 0,
    saved: new Uint8Array(s.R),
    nodes: new Int32Array(s.N + 1),
    from: new Int32Array(s.R + 1),
    versions: new Int32Array(s.R),
    absent: new Int32Array(s.c.jobs),
    absentCount: 0,
    terms: new Float64Array(s.terms.length),
  };
}

export function beginStep(s: State, backup: Backup): void {
  for (let at = 0; at < backup.count; at++) backup.saved[backup.routes[at]] = 0;
  backup.count = 0;
  backup.absentCount = s.absentCount;
  for (let at = 0; at < s.absentCount; at++) backup.absent[at] = s.absent[at];
  for (let term = 0; term < s.terms.length; term++) backup.terms[term] = s.terms[term];
}

/** Saves a route before its first change in this step. */
export function saveRoute(s: State, backup: Backup, route: number): void {
  if (backup.saved[route] === 1) return;
  backup.saved[route] = 1;
  const at = backup.count++;
  backup.routes[at] = route;
  backup.versions[at] = s.version[route];
  let to = backup.from[at];
  const end = startNode(s, route) + 1;
  for (let node = s.next[end - 1]; node !== end; node = s.next[node]) backup.nodes[to++] = node;
  backup.from[at + 1] = to;
}

/** Undoes all since `beginStep`. */
export function takeBack(s: State, backup: Backup): void {
  for (let at = 0; at < backup.count; at++) clearRoute(s, backup.routes[at]);
  for (let at = 0; at < backup.count; at++) {
    const route = backup.routes[at];
    let before = startNode(s, route);
    for (let from = backup.from[at]; from < backup.from[at + 1]; from++) {
      linkAfter(s, backup.nodes[from], before);
      before = backup.nodes[from];
    }
    restoreRoute(s, route, backup.versions[at]);
  }
  for (let at = 0; at < s.absentCount; at++) s.absentAt[s.absent[at]] = -1;
  s.absentCount = backup.absentCount;
  for (let at = 0; at < s.absentCount; at++) {
    s.absent[at] = backup.absent[at];
    s.absentAt[backup.absent[at]] = at;
  }
  for (let term = 0; term < s.terms.length; term++) s.terms[term] = backup.terms[term];
}

/** Empties a route's list; its sums are not brought up to date. */
export function clearRoute(s: State, route: number): void {
  const start = startNode(s, route);
  const end = start + 1;
  for (let node = s.next[start]; node !== end;) {
    const after = s.next[node];
    s.route[node] = -1;
    node = after;
  }
  s.next[start] = end;
  s.prev[end] = start;
}
