import { saveRoute, type Backup } from './backup.js';
import { markAbsent, startNode, unlink } from './link.js';
import type { Neighbours } from './neighbours.js';
import type { Random } from './random.js';
import { costOf, judge } from './rich.js';
import { routeCost } from './scan-rich.js';
import type { State } from './state.js';
import { isSound } from './update-rich.js';
import { updateRoute } from './update-route.js';

/**
 * How many stops a ruin takes on average, and how many at most of one route. Where most of the work is to choose among visits,
 * many others would do for what is taken, so less is taken at a time.
 */
const STOPS = 10;
const STOPS_OF_CHOICE = 5;
/** How many jobs a ruin of what lies near takes at least, and how often it passes one by. */
const NEAR = { least: 4, passBy: 0.3 };

/** Part of a route that a stretch takes at most. */
const STRETCH = 0.4;

/** No node in particular. */
export const ANYWHERE = -1;

export interface Ruin {
  /** How often what lies near together is taken, 0…1, and how many jobs of it at most. */
  near: number;
  reach: number;
  /** How often a whole stretch of a route is taken, to see what lies elsewhere. */
  leave: number;
  neighbours: Neighbours;
  /** Routes hit in this step. */
  hit: Int32Array;
  count: number;
  isHit: Uint8Array;
  /** The node round which a ruin takes its stops, or `ANYWHERE`. */
  around: number;
}

export function createRuin(s: State, neighbours: Neighbours): Ruin {
  return {
    near: 0,
    reach: 34,
    leave: 0,
    neighbours,
    hit: new Int32Array(s.R),
    count: 0,
    isHit: new Uint8Array(s.R),
    around: ANYWHERE,
  };
}

/** Takes jobs out, and brings the routes they leave up to date. Returns whether room was made to go elsewhere instead. */
export function ruin(s: State, made: Ruin, backup: Backup, random: Random): boolean {
  const leave = made.leave > 0 && random() < made.leave;
  const draw = random();
  if (leave) ruinStretch(s, made, backup, random);
  else if (draw < made.near) ruinNear(s, made, backup, random);
  else if (draw < 0.9) ruinStrings(s, made, backup, random);
  else if (draw < 0.95) ruinScattered(s, made, backup, random);
  else ruinRoute(s, made, backup, random);
  closeRuin(s, made, backup);
  return leave;
}

/** Brings the routes that were hit up to date, and takes out what no longer fits or serves no end. */
export function closeRuin(s: State, made: Ruin, backup: Backup): void {
  for (let at = 0; at < made.count; at++) {
    const route = made.hit[at];
    updateRoute(s, route);
    if (!s.plain && s.c.reloadFrom[route + 1] > s.c.reloadFrom[route]) dropReloads(s, route);
    while (!isSound(s, route) && evictLast(s, made, backup, route)) updateRoute(s, route);
    made.isHit[route] = 0;
  }
  made.count = 0;
}

/** Takes out the last job that may go. */
function evictLast(s: State, made: Ruin, backup: Backup, route: number): boolean {
  const start = startNode(s, route);
  for (let node = s.prev[start + 1]; node !== start; node = s.prev[node]) {
    if (s.fixed[node] === 1) continue;
    if (node < s.c.jobNodes) removeJob(s, made, backup, s.c.jobOf[node]);
    else unlink(s, node);
    return true;
  }
  return false;
}

/** Takes out reloads that the route does without. */
function dropReloads(s: State, route: number): void {
  const { c, rich } = s;
  const end = startNode(s, route) + 1;
  for (let reload = c.reloadFrom[route]; reload < c.reloadFrom[route + 1]; reload++) {
    if (s.route[reload] !== route) continue;
    let length = 0;
    for (let node = s.next[end - 1]; node !== end; node = s.next[node]) if (node !== reload) rich.candidate[length++] = node;
    if (length > 0 && (!judge(s, rich, route, rich.candidate, length) || costOf(s, rich, route) > routeCost(s, route))) continue;
    unlink(s, reload);
    updateRoute(s, route);
  }
}

export function removeJob(s: State, made: Ruin, backup: Backup, job: number): void {
  const first = s.c.firstNode[job];
  const second = s.c.lastNode[job];
  const route = s.route[first];
  saveRoute(s, backup, route);
  if (made.isHit[route] === 0) {
    made.isHit[route] = 1;
    made.hit[made.count++] = route;
  }
  unlink(s, first);
  if (second !== first) unlink(s, second);
  markAbsent(s, job);
}

/** Stops per route that is at work. */
export function meanLength(s: State): number {
  let used = 0;
  let stops = 0;
  for (let route = 0; route < s.R; route++) {
    if (s.length[route] === 0) continue;
    used++;
    stops += s.length[route];
  }
  return used > 0 ? stops / used : 0;
}

/** Adjacent string removal (SISR: Christiaens & Vanden Berghe 2020, doi 10.1287/trsc.2019.0914). */
function ruinStrings(s: State, made: Ruin, backup: Backup, random: Random): void {
  const mean = meanLength(s);
  if (mean === 0) return;
  const stopsTaken = s.choosing ? STOPS_OF_CHOICE : STOPS;
  const longest = Math.min(stopsTaken, mean);
  const most = (4 * stopsTaken) / (1 + longest) - 1;
  const strings = Math.floor(random() * most + 1);
  const around = made.neighbours.of(made.around === ANYWHERE ? (random() * s.c.jobNodes) | 0 : made.around);
  for (let at = 0; at < around.length && made.count < strings; at++) {
    const node = around[at];
    const route = s.route[node];
    if (route < 0 || made.isHit[route] === 1) continue;
    const stops = s.length[route];
    const length = Math.floor(random() * Math.min(stops, longest)) + 1;
    cutString(s, made, backup, random, node, route, length);
  }
}

/** Half of the time a run of stops inside the string stays. */
function cutString(s: State, made: Ruin, backup: Backup, random: Random, node: number, route: number, length: number): void {
  const stops = s.length[route];
  let kept = 0;
  if (length > 1 && length < stops && random() < 0.5) {
    kept = 1;
    while (length + kept < stops && random() > 0.01) kept++;
  }
  const span = length + kept;
  const position = s.position[node];
  const lowest = Math.max(1, position - span + 1);
  const highest = Math.min(position, stops - span + 1);
  const from = lowest + ((random() * (highest - lowest + 1)) | 0);
  const keepFrom = kept > 0 ? 1 + ((random() * (length - 1)) | 0) : span;
  let at = startNode(s, route);
  for (let step = 0; step < from; step++) at = s.next[at];
  const jobs = cut;
  let count = 0;
  let reload = -1;
  for (let step = 0; step < span; step++, at = s.next[at]) {
    if (step >= keepFrom && step < keepFrom + kept) continue;
    if (at >= s.c.jobNodes) {
      reload = at;
      continue;
    }
    if (s.fixed[at] === 0) jobs[count++] = s.c.jobOf[at];
  }
  for (let index = 0; index < count; index++) if (s.absentAt[jobs[index]] < 0) removeJob(s, made, backup, jobs[index]);
  if (reload >= 0 && made.isHit[route] === 1 && random() < 0.5) unlink(s, reload);
}

const cut = new Int32Array(4096);

/** Takes out jobs round one place, whichever routes they are in (after Shaw 1998, by place alone). */
function ruinNear(s: State, made: Ruin, backup: Backup, random: Random): void {
  const most = NEAR.least + ((random() * (made.reach - NEAR.least)) | 0);
  const around = made.neighbours.of(made.around === ANYWHERE ? (random() * s.c.jobNodes) | 0 : made.around);
  let taken = 0;
  for (let at = 0; at < around.length && taken < most; at++) {
    const job = s.c.jobOf[around[at]];
    if (s.absentAt[job] >= 0 || s.fixed[s.c.firstNode[job]] === 1 || random() < NEAR.passBy) continue;
    removeJob(s, made, backup, job);
    taken++;
  }
}

/** Takes out a stretch of one route, up to a part of it. */
function ruinStretch(s: State, made: Ruin, backup: Backup, random: Random): void {
  const around = made.neighbours.of((random() * s.c.jobNodes) | 0);
  let near = 0;
  while (near < around.length && s.route[around[near]] < 0) near++;
  if (near === around.length) return;
  const route = s.route[around[near]];
  const stops = s.length[route];
  const span = Math.max(1, (random() * stops * STRETCH) | 0);
  let at = startNode(s, route);
  for (let step = (random() * (stops - span + 1)) | 0; step >= 0; step--) at = s.next[at];
  let count = 0;
  for (let step = 0; step < span && count < cut.length; step++, at = s.next[at])
    if (at < s.c.jobNodes && s.fixed[at] === 0) cut[count++] = s.c.jobOf[at];
  for (let index = 0; index < count; index++) if (s.absentAt[cut[index]] < 0) removeJob(s, made, backup, cut[index]);
}

function ruinScattered(s: State, made: Ruin, backup: Backup, random: Random): void {
  const count = 1 + ((random() * STOPS) | 0);
  for (let at = 0; at < count; at++) {
    const job = (random() * s.c.jobs) | 0;
    if (s.absentAt[job] < 0 && s.fixed[s.c.firstNode[job]] === 0) removeJob(s, made, backup, job);
  }
}

function ruinRoute(s: State, made: Ruin, backup: Backup, random: Random): void {
  const job = (random() * s.c.jobs) | 0;
  const route = s.route[s.c.firstNode[job]];
  if (route < 0) return;
  const end = startNode(s, route) + 1;
  let count = 0;
  for (let node = s.next[end - 1]; node !== end; node = s.next[node])
    if (node < s.c.jobNodes && s.fixed[node] === 0 && count < cut.length) cut[count++] = s.c.jobOf[node];
  for (let index = 0; index < count; index++) if (s.absentAt[cut[index]] < 0) removeJob(s, made, backup, cut[index]);
}
