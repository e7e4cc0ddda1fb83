import { beginStep, takeBack } from './backup.js';
import { DISTANCE, TRAVEL, COST } from './levels.js';
import { startNode } from './link.js';
import { recreate } from './recreate.js';
import { ANYWHERE, closeRuin, removeJob, ruin } from './ruin.js';
import { keepBest, readTerms, type Desk } from './desk.js';
import type { State } from './state.js';
import { createTerms } from './terms.js';

/** Part of a typical way by which a plan with as many absent jobs may be longer. */
const HEAT = 0.5;
/** How often a ruin is made round a job that is absent, since elsewhere it makes no room for one. */
const FOCUS = 0.9;
/** How often the jobs that were most often absent are put back first. */
const HARD_FIRST = 0.7;

/**
 * Serves all that must be done with ever fewer vehicles (the fleet phase of SISR, doi 10.1287/trsc.2019.0914): jobs that keep
 * ending up absent weigh more and more, so that plans without them are left; when none is absent, the vehicle whose jobs were
 * least often absent goes. Ends when `goOn` says so, with the best plan in `desk.best`. Without `shrink` it ends with the first
 * plan that does all that must be done.
 */
export function shrinkFleet(desk: Desk, shrink: boolean, goOn: () => boolean): void {
  const { s, backup, random } = desk;
  const { price } = s.scales;
  const length = () => price[DISTANCE] * s.terms[DISTANCE] + price[TRAVEL] * s.terms[TRAVEL] + price[COST] * s.terms[COST];
  const terms = createTerms();
  const due = dueJobs(s);
  const often = new Float64Array(s.c.jobs);
  const now = { jobs: 0, weight: 0 };
  countMissing(s, due, often, now);
  let { jobs, weight } = now;
  let way = length();

  while (goOn()) {
    if (jobs === 0) {
      readTerms(s, terms);
      keepBest(desk, terms);
      if (!shrink || s.usedVehicles <= 1 || !dissolve(desk, often)) break;
      s.fleetCap = s.usedVehicles;
      countMissing(s, due, often, now);
      ({ jobs, weight } = now);
      way = length();
    }
    beginStep(s, backup);
    desk.cutter.around = random() < FOCUS ? placeOfAbsent(desk) : ANYWHERE;
    desk.rebuild.orders.hardest = random() < HARD_FIRST ? often : undefined;
    ruin(s, desk.cutter, backup, random);
    recreate(s, desk.rebuild, backup, random);
    countMissing(s, due, often, now);
    const nowWay = length();
    const better = now.jobs < jobs || now.weight < weight;
    const asGood = now.jobs === jobs && nowWay < way - HEAT * desk.typicalWay * Math.log(1 - random());
    for (let at = 0; at < s.absentCount; at++) often[s.absent[at]]++;
    if (better || asGood) {
      jobs = now.jobs;
      way = nowWay;
    } else takeBack(s, backup);
    countMissing(s, due, often, now);
    weight = now.weight;
  }
  desk.cutter.around = ANYWHERE;
  desk.rebuild.orders.hardest = undefined;
}

/** What the fleet must go on doing: all that must be done, and what of the rest is worth something and is done now. */
function dueJobs(s: State): Uint8Array {
  const due = new Uint8Array(s.c.jobs);
  for (let job = 0; job < due.length; job++)
    if (s.c.priority[job] > 0 || (s.c.prize[job] > 0 && s.absentAt[job] < 0)) due[job] = 1;
  return due;
}

function placeOfAbsent({ s, random }: Desk): number {
  const job = s.absent[(random() * s.absentCount) | 0];
  return random() < 0.5 ? s.c.firstNode[job] : s.c.lastNode[job];
}

/** How many jobs that are due are absent, and how hard they are together. */
function countMissing(s: State, due: Uint8Array, often: Float64Array, into: { jobs: number; weight: number }): void {
  into.jobs = 0;
  into.weight = 0;
  for (let at = 0; at < s.absentCount; at++) {
    if (due[s.absent[at]] === 0) continue;
    into.jobs++;
    into.weight += often[s.absent[at]];
  }
}

/** Takes all from the vehicle whose jobs were least often absent; false when nothing may be taken from any. */
function dissolve(desk: Desk, often: Float64Array): boolean {
  const { s, backup, cutter } = desk;
  const { c } = s;
  let least = Infinity;
  let chosen = -1;
  for (let vehicle = 0; vehicle < c.vehicles; vehicle++) {
    if (s.usedShifts[vehicle] === 0) continue;
    let sum = 0;
    forEachJob(desk, vehicle, (job) => (sum += s.fixed[c.firstNode[job]] === 1 ? Infinity : 1 + often[job]));
    if (sum < least) {
      least = sum;
      chosen = vehicle;
    }
  }
  if (chosen < 0) return false;
  beginStep(s, backup);
  const jobs: number[] = [];
  forEachJob(desk, chosen, (job) => jobs.push(job));
  for (const job of jobs) removeJob(s, cutter, backup, job);
  closeRuin(s, cutter, backup);
  return true;
}

function forEachJob({ s }: Desk, vehicle: number, visit: (job: number) => void): void {
  const { c } = s;
  for (let route = 0; route < s.R; route++) {
    if (c.vehicleOf[route] !== vehicle) continue;
    const end = startNode(s, route) + 1;
    for (let node = s.next[end - 1]; node !== end; node = s.next[node])
      if (node < c.jobNodes && c.firstNode[c.jobOf[node]] === node) visit(c.jobOf[node]);
  }
}
