import { beginStep, takeBack } from './backup.js';
import { DISTANCE, TRAVEL, COST } from './levels.js';
import { startNode } from './link.js';
import { recreate } from './recreate.js';
import { closeRuin, removeJob, ruin } from './ruin.js';
import { keepBest, readTerms, type Desk } from './desk.js';
import { createTerms } from './terms.js';

/** Part of a typical way by which a plan with as many absent jobs may be longer. */
const HEAT = 0.5;

/**
 * Serves all that must be done with ever fewer vehicles (the fleet phase of SISR, doi 10.1287/trsc.2019.0914): jobs that keep
 * ending up absent weigh more and more, so that plans without them are left; when none is absent, the vehicle whose jobs were
 * least often absent goes. Ends when `goOn` says so, with the best plan in `desk.best`. Without `shrink` it ends with the first
 * plan that does all that must be done.
 */
export function shrinkFleet(desk: Desk, shrink: boolean, goOn: () => boolean): void {
  const { s, backup, random } = desk;
  const { c } = s;
  const often = new Float64Array(c.jobs);
  const { price } = s.scales;
  const length = () => price[DISTANCE] * s.terms[DISTANCE] + price[TRAVEL] * s.terms[TRAVEL] + price[COST] * s.terms[COST];
  const typical = desk.typicalWay;
  const terms = createTerms();
  let missing = countMissing(desk);
  let weight = weighMissing(desk, often);
  let way = length();

  while (goOn()) {
    if (missing === 0) {
      readTerms(s, terms);
      keepBest(desk, terms);
      if (!shrink || s.usedVehicles <= 1 || !dissolve(desk, often)) return;
      s.fleetCap = s.usedVehicles;
      missing = countMissing(desk);
      weight = weighMissing(desk, often);
      way = length();
    }
    beginStep(s, backup);
    ruin(s, desk.cutter, backup, random);
    recreate(s, desk.rebuild, backup, random);
    const nowMissing = countMissing(desk);
    const nowWeight = weighMissing(desk, often);
    const nowWay = length();
    const better = nowMissing < missing || nowWeight < weight;
    const asGood = nowMissing === missing && nowWay < way - HEAT * typical * Math.log(1 - random());
    for (let at = 0; at < s.absentCount; at++) often[s.absent[at]]++;
    if (better || asGood) {
      missing = nowMissing;
      way = nowWay;
      weight = weighMissing(desk, often);
    } else {
      takeBack(s, backup);
      weight = weighMissing(desk, often);
    }
  }
}

function countMissing({ s }: Desk): number {
  let count = 0;
  for (let at = 0; at < s.absentCount; at++) if (s.c.priority[s.absent[at]] > 0) count++;
  return count;
}

function weighMissing({ s }: Desk, often: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < s.absentCount; at++) if (s.c.priority[s.absent[at]] > 0) sum += often[s.absent[at]];
  return sum;
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
