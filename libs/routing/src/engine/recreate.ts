import { saveRoute, type Backup } from './backup.js';
import { priceInsertion, type Insertions } from './insertions.js';
import { COST, VEHICLES, CHANGE } from './levels.js';
import { linkAfter, markPresent } from './link.js';
import type { Neighbours } from './neighbours.js';
import { orderAbsent, orderRound, type Orders } from './orders.js';
import type { Random } from './random.js';
import type { State } from './state.js';
import { changeOn } from './terms.js';
import { updateRoute } from './update-route.js';
import { compareInsertion, fullCost } from './verify-insertion.js';

/** Up to so many absent jobs all are tried in each round; beyond, often only so many round each one that was taken. */
const FEW = 40;
const NEIGHBOURS = 15;

export interface Recreate {
  insertions: Insertions;
  orders: Orders;
  /** Routes to try: those at work and one idle one of each likeness. */
  routes: Int32Array;
  count: number;
  /** Per likeness: the round in which an idle route of it was listed. */
  listed: Int32Array;
  round: number;
  /** Chance that a route is overlooked for a job, and routes until the next one is. */
  blink: number;
  untilBlink: number;
  neighbours: Neighbours;
  /** How often all absent jobs are tried that may be left out. */
  everywhere: number;
  /** Per job: the last time that it was near what a ruin took, and how often that was asked. */
  stirred: Int32Array;
  stirs: number;
}

export function createRecreate(s: State, insertions: Insertions, orders: Orders, neighbours: Neighbours): Recreate {
  return {
    insertions,
    orders,
    routes: new Int32Array(s.R),
    count: 0,
    listed: new Int32Array(s.likes),
    round: 0,
    blink: 0.01,
    untilBlink: 0,
    stirred: new Int32Array(s.c.jobs),
    stirs: 0,
    neighbours,
    everywhere: 1,
  };
}

/**
 * Puts absent jobs back, one after the other, each where it is cheapest now, unless leaving it out is cheaper; with `elsewhere`
 * those first that lie round one of them.
 */
export function recreate(s: State, made: Recreate, backup: Backup, random: Random, elsewhere = false): void {
  const count = elsewhere ? orderRound(s, made.orders, made.neighbours, random) : orderAbsent(s, made.orders, random);
  const { list } = made.orders;
  listRoutes(s, made);
  const nearby = !elsewhere && count > FEW && count > backup.absentCount && random() >= made.everywhere;
  if (nearby) markStirred(s, made, backup);
  for (let at = 0; at < count; at++) {
    const job = list[at];
    if (nearby && s.c.priority[job] === 0 && made.stirred[job] !== made.stirs) continue;
    const route = cheapestRoute(s, made, job, random);
    if (route < 0) continue;
    const idle = s.length[route] === 0;
    insertAt(s, made.insertions, backup, job, route);
    if (idle) listRoutes(s, made);
  }
}

/**
 * Marks what the last ruin took and what lies round it. Of many visits that may be left out most rounds try only these: elsewhere
 * little has changed.
 */
function markStirred(s: State, made: Recreate, backup: Backup): void {
  made.stirs++;
  for (let at = backup.absentCount; at < s.absentCount; at++) {
    const job = s.absent[at];
    made.stirred[job] = made.stirs;
    const around = made.neighbours.of(s.c.firstNode[job]);
    const most = Math.min(NEIGHBOURS, around.length);
    for (let near = 0; near < most; near++) made.stirred[s.c.jobOf[around[near]]] = made.stirs;
  }
}

export function insertAt(s: State, insertions: Insertions, backup: Backup, job: number, route: number): void {
  const cell = job * s.R + route;
  saveRoute(s, backup, route);
  const idle = s.length[route] === 0;
  const costBefore = s.debug ? fullCost(s, route) : 0;
  const first = s.c.firstNode[job];
  const second = s.c.lastNode[job];
  const before = insertions.first[cell];
  const reload = s.plain ? -1 : insertions.reload[cell];
  linkAfter(s, first, before);
  if (second !== first) linkAfter(s, second, insertions.second[cell] === before ? first : insertions.second[cell]);
  if (reload >= 0) linkAfter(s, reload, insertions.reloadBehind[cell] === 1 ? second : before);
  markPresent(s, job);
  updateRoute(s, route);
  if (s.debug) compareInsertion(s, route, costBefore, fullCost(s, route), insertions.cost[cell], idle);
}

/** The route where a job costs least, or -1 when leaving it out does. */
function cheapestRoute(s: State, made: Recreate, job: number, random: Random): number {
  const { routes, insertions } = made;
  const { R, fit } = s;
  let best = s.leaveCost[job];
  const changing = s.published && s.c.changeCost[job] > 0;
  if (changing) best += s.scales.price[CHANGE] * s.c.changeCost[job];
  let chosen = -1;
  for (let at = 0; at < made.count; at++) {
    const route = routes[at];
    if (fit[job * R + route] === 0) continue;
    if (--made.untilBlink <= 0) {
      made.untilBlink = 1 + ((Math.log(1 - random()) / Math.log(1 - made.blink)) | 0);
      continue;
    }
    let cost = priceInsertion(s, insertions, job, route);
    if (cost >= best) continue;
    if (s.length[route] === 0) cost += openingCost(s, route);
    if (changing) cost += s.scales.price[CHANGE] * changeOn(s.c, job, route);
    if (cost < best) {
      best = cost;
      chosen = route;
    }
  }
  return chosen;
}

/** Infinity when no vehicle more may be put to work. */
function openingCost(s: State, route: number): number {
  const { c } = s;
  const { price } = s.scales;
  const vehicle = c.vehicleOf[route];
  if (s.usedShifts[vehicle] > 0) return price[COST] * c.shiftCost[route];
  if (s.usedVehicles >= s.fleetCap) return Infinity;
  return price[VEHICLES] + price[COST] * (c.shiftCost[route] + c.vehicleCost[vehicle]);
}

function listRoutes(s: State, made: Recreate): void {
  const round = ++made.round;
  let count = 0;
  for (let route = 0; route < s.R; route++) {
    if (s.length[route] === 0) {
      if (made.listed[s.like[route]] === round) continue;
      made.listed[s.like[route]] = round;
    }
    made.routes[count++] = route;
  }
  made.count = count;
}
