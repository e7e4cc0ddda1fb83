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
  if (c.reloadFrom[route + 1] > c.reloadFrom[route]) tryReloads(s, job, from);
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
  if (detour(s, node, before, s.next[before]) - look.credit >= scanned.cost || !mayFit(s, node, before)) return;
  const { sequence, candidate } = s.rich;
  let to = 0;
  for (let from = 0; from < at; from++) candidate[to++] = sequence[from];
  candidate[to++] = node;
  for (let from = at; from < look.length; from++) candidate[to++] = sequence[from];
  weigh(s, to, before, before, -1, false);
}

function tryPickup(s: State, job: number, at: number, before: number): void {
  const pickup = s.c.firstNode[job];
  const delivery = pickup + 1;
  const after = s.next[before];
  if (!mayFit(s, pickup, before)) return;
  const { sequence, candidate } = s.rich;
  const arcs = s.arcs[look.route];
  const alone = detour(s, pickup, before, after);
  const together =
    arcs[s.row[before] + s.place[pickup]] +
    arcs[s.row[pickup] + s.place[delivery]] +
    arcs[s.row[delivery] + s.place[after]] -
    arcs[s.row[before] + s.place[after]];
  let to = 0;
  for (let from = 0; from < at; from++) candidate[to++] = sequence[from];
  candidate[to++] = pickup;
  for (let rest = at; rest <= look.length; rest++) {
    if (rest > at) {
      if (s.c.kind[sequence[rest - 1]] === RELOAD) return;
      candidate[to++] = sequence[rest - 1];
    }
    const behind = rest > at ? sequence[rest - 1] : before;
    const least = rest > at ? alone + detour(s, delivery, behind, s.next[behind]) : together;
    if (least - look.credit >= scanned.cost || (rest > at && !mayFit(s, delivery, behind))) continue;
    let end = to;
    candidate[end++] = delivery;
    for (let from = rest; from < look.length; from++) candidate[end++] = sequence[from];
    weigh(s, end, before, behind, -1, false);
  }
}

/** With a reload right before or right behind the job. */
function tryReloads(s: State, job: number, from: number): void {
  const { c } = s;
  const { sequence, candidate } = s.rich;
  let option = -1;
  for (let reload = c.reloadFrom[look.route]; reload < c.reloadFrom[look.route + 1]; reload++) {
    if (s.route[reload] >= 0 || c.number[reload] === option) continue;
    option = c.number[reload];
    for (let at = from; at <= look.length; at++) {
      const before = at > 0 ? sequence[at - 1] : startNode(s, look.route);
      for (let side = 0; side < 2; side++) {
        let to = 0;
        for (let before = 0; before < at; before++) candidate[to++] = sequence[before];
        if (side === 0) candidate[to++] = reload;
        for (let node = c.firstNode[job]; node <= c.lastNode[job]; node++) candidate[to++] = node;
        if (side === 1) candidate[to++] = reload;
        for (let after = at; after < look.length; after++) candidate[to++] = sequence[after];
        weigh(s, to, before, before, reload, side === 1);
      }
    }
  }
}

function weigh(s: State, length: number, first: number, second: number, reload: number, behind: boolean): void {
  if (!judge(s, s.rich, look.route, s.rich.candidate, length)) return;
  const cost = costOf(s, s.rich, look.route) - look.cost;
  if (cost >= scanned.cost) return;
  scanned.cost = cost;
  scanned.first = first;
  scanned.second = second;
  scanned.reload = reload;
  scanned.reloadBehind = behind;
}
