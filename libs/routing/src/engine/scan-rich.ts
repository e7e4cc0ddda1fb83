import { RELOAD } from './compile.js';
import { IMBALANCE, SOFT, WAITING, COST } from './levels.js';
import { startNode } from './link.js';
import { costOf, judge } from './rich.js';
import { scanned } from './scan-visit.js';
import type { State } from './state.js';
import { firstStart } from './windows.js';

/** What the search for a place knows of the route it looks at. */
interface Look {
  route: number;
  length: number;
  /** Cost of the route without the job. */
  cost: number;
  /** By how much a longer way can still lower the cost, as it uses up waiting. */
  credit: number;
}

const look: Look = { route: 0, length: 0, cost: 0, credit: 0 };

/**
 * The cheapest feasible place for a job on any route, into `scanned`: places that the time without breaks or the way alone
 * rule out are passed by, the others judged in full.
 */
export function scanRich(s: State, job: number, route: number): void {
  const { c, rich } = s;
  scanned.cost = Infinity;
  scanned.first = scanned.second = scanned.reload = -1;
  readRoute(s, route);
  if (s.jobStops[route] + (c.lastNode[job] - c.firstNode[job]) + 1 > c.maxStops[route]) return;
  const start = startNode(s, route);
  const from = c.locked[route].length;
  const single = c.firstNode[job] === c.lastNode[job];
  let before = start;
  for (let at = 0; at <= look.length; at++) {
    if (at > 0) before = rich.sequence[at - 1];
    if (at < from) continue;
    if (single) tryVisit(s, job, at, before);
    else tryPickup(s, job, at, before);
  }
  weighOptions(s, job);
  if (c.reloadFrom[route + 1] > c.reloadFrom[route] && hasVisitLoad(s, job)) tryReloads(s, job, from);
}

function readRoute(s: State, route: number): void {
  const { rich } = s;
  const end = startNode(s, route) + 1;
  let length = 0;
  for (let node = s.next[end - 1]; node !== end; node = s.next[node]) rich.sequence[length++] = node;
  look.route = route;
  look.length = length;
  const { price } = s.scales;
  look.cost = routeCost(s, route);
  look.credit =
    price[IMBALANCE] > 0
      ? Infinity
      : s.waiting[route] * (price[WAITING] + price[COST] * s.c.perTime[route]) + s.soft[route] * price[SOFT];
}

/** The same as `costOf`, from the sums that are kept. */
export function routeCost(s: State, route: number): number {
  const { timing } = s.rich;
  timing.distance = s.distance[route];
  timing.travel = s.travel[route];
  timing.waiting = s.waiting[route];
  timing.soft = s.soft[route];
  timing.departure = 0;
  timing.return = s.duration[route];
  return costOf(s, s.rich, route);
}

/** Whether the stop behind `before` is in time there, breaks aside, with the rest behind it. */
function mayFit(s: State, node: number, before: number): boolean {
  const durations = s.durations[look.route];
  const after = s.next[before];
  const start = firstStart(s.c, node, s.departure[before] + durations[s.row[before] + s.place[node]]);
  return (
    start <= s.close[node] + 1e-7 && start + s.service[node] + durations[s.row[node] + s.place[after]] <= s.latest[after] + 1e-7
  );
}

function detour(s: State, node: number, before: number, after: number): number {
  const arcs = s.arcs[look.route];
  return arcs[s.row[before] + s.place[node]] + arcs[s.row[node] + s.place[after]] - arcs[s.row[before] + s.place[after]];
}

function tryVisit(s: State, job: number, at: number, before: number): void {
  const node = s.c.firstNode[job];
  if (!mayFit(s, node, before)) return;
  keepOption(detour(s, node, before, s.next[before]), at, at);
}

function tryPickup(s: State, job: number, at: number, before: number): void {
  const pickup = s.c.firstNode[job];
  const delivery = pickup + 1;
  const after = s.next[before];
  if (!mayFit(s, pickup, before)) return;
  const { sequence } = s.rich;
  const arcs = s.arcs[look.route];
  const alone = detour(s, pickup, before, after);
  const together =
    arcs[s.row[before] + s.place[pickup]] +
    arcs[s.row[pickup] + s.place[delivery]] +
    arcs[s.row[delivery] + s.place[after]] -
    arcs[s.row[before] + s.place[after]];
  keepOption(together, at, at);
  for (let rest = at + 1; rest <= look.length; rest++) {
    const behind = sequence[rest - 1];
    if (s.c.kind[behind] === RELOAD) return;
    if (mayFit(s, delivery, behind)) keepOption(alone + detour(s, delivery, behind, s.next[behind]), at, rest);
  }
}

/** Places found, the one with the shortest way first: a heap of their numbers. */
const options = {
  count: 0,
  way: new Float64Array(64),
  first: new Int32Array(64),
  second: new Int32Array(64),
  heap: new Int32Array(64),
};

function keepOption(way: number, first: number, second: number): void {
  if (options.count === options.way.length) growOptions();
  const number = options.count++;
  options.way[number] = way;
  options.first[number] = first;
  options.second[number] = second;
  const { heap } = options;
  let at = number;
  for (let parent = (at - 1) >> 1; at > 0 && options.way[heap[parent]] > way; parent = (at - 1) >> 1) {
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = number;
}

function growOptions(): void {
  const more = 2 * options.count;
  const way = new Float64Array(more);
  way.set(options.way);
  options.way = way;
  for (const key of ['first', 'second', 'heap'] as const) {
    const wider = new Int32Array(more);
    wider.set(options[key]);
    options[key] = wider;
  }
}

/** Judges the places by the length of their ways, until the way alone costs more than the best. */
function weighOptions(s: State, job: number): void {
  const { heap, way } = options;
  for (let left = options.count; left > 0;) {
    const number = heap[0];
    if (way[number] - look.credit >= scanned.cost) break;
    weighOption(s, job, options.first[number], options.second[number]);
    const last = heap[--left];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= left) break;
      if (child + 1 < left && way[heap[child + 1]] < way[heap[child]]) child++;
      if (way[heap[child]] >= way[last]) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
  }
  options.count = 0;
}

function weighOption(s: State, job: number, first: number, second: number): void {
  const { sequence, candidate } = s.rich;
  const { firstNode, lastNode } = s.c;
  let to = 0;
  let from = 0;
  while (from < first) candidate[to++] = sequence[from++];
  candidate[to++] = firstNode[job];
  while (from < second) candidate[to++] = sequence[from++];
  if (lastNode[job] !== firstNode[job]) candidate[to++] = lastNode[job];
  while (from < look.length) candidate[to++] = sequence[from++];
  const start = startNode(s, look.route);
  weigh(s, to, first > 0 ? sequence[first - 1] : start, second > 0 ? sequence[second - 1] : start, -1, false);
}

/** With a reload right before or right behind the job. */
function tryReloads(s: State, job: number, from: number): void {
  const { c } = s;
  const { sequence, candidate } = s.rich;
  const arcs = s.arcs[look.route];
  const first = c.firstNode[job];
  const last = c.lastNode[job];
  const within = first === last ? 0 : arcs[s.row[first] + s.place[last]];
  let option = -1;
  for (let reload = c.reloadFrom[look.route]; reload < c.reloadFrom[look.route + 1]; reload++) {
    if (s.route[reload] >= 0 || c.number[reload] === option) continue;
    option = c.number[reload];
    for (let at = from; at <= look.length; at++) {
      const before = at > 0 ? sequence[at - 1] : startNode(s, look.route);
      const after = s.next[before];
      const gap = arcs[s.row[before] + s.place[after]];
      for (let side = 0; side < 2; side++) {
        const way =
          side === 0
            ? arcs[s.row[before] + s.place[reload]] +
              arcs[s.row[reload] + s.place[first]] +
              within +
              arcs[s.row[last] + s.place[after]]
            : arcs[s.row[before] + s.place[first]] +
              within +
              arcs[s.row[last] + s.place[reload]] +
              arcs[s.row[reload] + s.place[after]];
        if (way - gap - look.credit >= scanned.cost) continue;
        let to = 0;
        for (let before = 0; before < at; before++) candidate[to++] = sequence[before];
        if (side === 0) candidate[to++] = reload;
        for (let node = first; node <= last; node++) candidate[to++] = node;
        if (side === 1) candidate[to++] = reload;
        for (let after = at; after < look.length; after++) candidate[to++] = sequence[after];
        weigh(s, to, before, before, reload, side === 1);
      }
    }
  }
}

/** Whether there is anything on board that a reload brings or takes. */
function hasVisitLoad(s: State, job: number): boolean {
  if (carriesVisit(s, s.c.firstNode[job])) return true;
  for (let at = 0; at < look.length; at++) if (carriesVisit(s, s.rich.sequence[at])) return true;
  return false;
}

function carriesVisit({ c, D }: State, node: number): boolean {
  for (let d = 0; d < D; d++) if (c.deliver[node * D + d] !== 0 || c.collect[node * D + d] !== 0) return true;
  return false;
}

function weigh(s: State, length: number, first: number, second: number, reload: number, behind: boolean): void {
  const most = s.balanced ? Infinity : scanned.cost + look.cost;
  if (!judge(s, s.rich, look.route, s.rich.candidate, length, most)) return;
  const cost = costOf(s, s.rich, look.route) - look.cost;
  if (cost >= scanned.cost) return;
  scanned.cost = cost;
  scanned.first = first;
  scanned.second = second;
  scanned.reload = reload;
  scanned.reloadBehind = behind;
}
