import type { Plan } from '../model/plan.js';
import type { Job, Problem } from '../model/problem.js';
import { checkLoads } from './check-loads.js';
import { checkOrder } from './check-order.js';
import { checkTerms } from './check-terms.js';
import { checkTimes } from './check-times.js';
import { findShift, type DrivenShift } from './driven-shift.js';
import { Violation, type Tell } from './violation.js';

/**
 * Judges a plan by the text of the model alone; it shares no code with what makes plans. Empty when every constraint holds and
 * every figure is what follows from the stops. Where a plan names what the problem does not have, only that is told.
 */
export function checkPlan(problem: Problem, plan: Plan): Violation[] {
  const found: Violation[] = [];
  const tell: Tell = (rule, subject, message) => found.push(new Violation(rule, subject, message));
  const jobs = new Map(problem.jobs.map((job) => [job.id, job]));
  const driven: DrivenShift[] = [];
  for (const route of plan.routes) {
    const shift = findShift(problem, route, jobs, tell);
    if (shift) driven.push(shift);
  }
  checkUniqueness(driven, tell);
  checkUnserved(plan, jobs, tell);
  checkPlaceOfLocked(problem, driven, tell);
  if (driven.length < plan.routes.length) return found;

  for (const shift of driven) {
    checkOrder(shift, tell);
    checkTimes(shift, tell);
    checkLoads(shift, problem.dimensions ?? [], tell);
  }
  checkTerms(problem, plan, driven, tell);
  return found;
}

/** Each shift is one route, and each stop of a job is made once. */
function checkUniqueness(driven: readonly DrivenShift[], tell: Tell): void {
  const shifts = new Set<string>();
  const stops = new Set<string>();
  for (const { name, stops: made } of driven) {
    if (shifts.has(name)) tell('shift-twice', name, 'has two routes');
    shifts.add(name);
    for (const { job, name: stop } of made) {
      if (!job) continue;
      if (stops.has(stop)) tell('stop-twice', stop, 'is made twice');
      stops.add(stop);
    }
  }
}

/** Every job is either in a route or listed as left out, once. */
function checkUnserved({ routes, unserved }: Plan, jobs: ReadonlyMap<string, Job>, tell: Tell): void {
  const served = new Set(routes.flatMap(({ stops }) => stops.map(({ job }) => job)));
  const listed = new Set(unserved);
  if (listed.size < unserved.length) tell('unserved', 'list', 'names a job twice');
  for (const id of listed) {
    if (!jobs.has(id)) tell('unserved', `job ${id}`, 'is listed and not in the problem');
    else if (served.has(id)) tell('unserved', `job ${id}`, 'is served and listed as left out');
  }
  for (const id of jobs.keys())
    if (!served.has(id) && !listed.has(id)) tell('unserved', `job ${id}`, 'is neither served nor listed');
}

/** A stop that a shift begins with is made on that shift or not at all. */
function checkPlaceOfLocked({ vehicles }: Problem, driven: readonly DrivenShift[], tell: Tell): void {
  for (const { id, shifts } of vehicles)
    shifts.forEach(({ locked = [] }, number) => {
      for (const { job } of locked)
        for (const { route, name, stops } of driven)
          if ((route.vehicle !== id || route.shift !== number) && stops.some(({ stop }) => stop.job === job))
            tell('locked-stops', `job ${job}`, `begins vehicle ${id} shift ${number} and is done by ${name}`);
    });
}
