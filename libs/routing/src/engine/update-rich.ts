import { startNode } from './link.js';
import { judge } from './rich.js';
import type { State } from './state.js';
import { firstStart, lastStart } from './windows.js';

/**
 * Sums of a route with breaks, limits or priced time, exactly, and bounds for a first look at insertions: times without
 * breaks are never later (forward) and never earlier (backward) than those with them.
 */
export function sweepRich(s: State, route: number): void {
  const { c, N, next, prev, place, row, rich } = s;
  const start = startNode(s, route);
  const end = start + 1;
  const durations = s.durations[route];
  let before = start;
  let count = 0;
  let stops = 0;
  for (let node = next[start]; node !== end; node = next[node]) {
    prev[node] = before;
    rich.sequence[count++] = node;
    s.position[node] = count;
    const arrival = s.departure[before] + durations[row[before] + place[node]];
    s.departure[node] = firstStart(c, node, arrival) + c.service[node];
    before = node;
    if (node < c.jobNodes) stops++;
  }
  prev[end] = before;
  let after = end;
  for (let node = before; node !== start; node = prev[node]) {
    const limit = s.latest[after] - durations[row[node] + place[after]] - c.service[node];
    s.latest[node] = node < N ? lastStart(c, node, limit) : limit;
    after = node;
  }
  s.length[route] = count;
  s.jobStops[route] = stops;
  s.sound[route] = 1;
  if (count === 0) {
    s.distance[route] = s.travel[route] = s.duration[route] = s.waiting[route] = s.soft[route] = 0;
    return;
  }
  s.sound[route] = judge(s, rich, route, rich.sequence, count) ? 1 : 0;
  const { timing } = rich;
  s.distance[route] = timing.distance;
  s.travel[route] = timing.travel;
  s.duration[route] = timing.return - timing.departure;
  s.waiting[route] = timing.waiting;
  s.soft[route] = timing.soft;
}

/** Whether the route as it stands keeps every rule; removing stops may break some where travel is not metric. */
export function isSound(s: State, route: number): boolean {
  if (!s.plain) return s.sound[route] === 1;
  const start = startNode(s, route);
  const first = s.next[start];
  return s.departure[start] + s.durations[route][s.row[start] + s.place[first]] <= s.latest[first] + 1e-7;
}
