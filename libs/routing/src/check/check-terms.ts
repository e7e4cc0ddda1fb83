import type { Plan } from '../model/plan.js';
import type { Problem, ShiftRef, SoftWindow } from '../model/problem.js';
import { TERMS, type Term } from '../model/problem.js';
import type { DrivenShift } from './driven-shift.js';
import { compareFigure, type Tell } from './violation.js';

/** Adds up every term from the stops of the plan, and compares. */
export function checkTerms(problem: Problem, plan: Plan, driven: readonly DrivenShift[], tell: Tell): void {
  const doneBy = new Map<string, DrivenShift>();
  for (const shift of driven) for (const { job } of shift.stops) if (job) doneBy.set(job.id, shift);
  const absent = problem.jobs.filter(({ id }) => !doneBy.has(id));
  const drivenBy = new Map(problem.vehicles.map(({ id }) => [id, driven.filter(({ route }) => route.vehicle === id)]));
  const inUse = problem.vehicles.filter(({ id }) => drivenBy.get(id)!.length > 0);
  const working = problem.vehicles.map(({ id }) => sum(drivenBy.get(id)!, workingTime));
  const routes = driven.map(({ route }) => route);

  const terms: Record<Term, number> = {
    unserved: sum(absent, ({ prize = 0 }) => prize),
    vehicles: inUse.length,
    cost: sum(inUse, ({ fixedCost = 0 }) => fixedCost) + sum(driven, shiftCost),
    distance: sum(routes, ({ distance }) => distance),
    travelTime: sum(routes, ({ travelTime }) => travelTime),
    waiting: sum(routes, ({ waiting }) => waiting),
    softWindows: sum(driven, ({ stops }) => sum(stops, ({ stop, place }) => missedWish(stop.start, place?.soft))),
    imbalance: deviation(working),
    change: sum(problem.jobs, ({ id, published, changeCost = 1 }) =>
      published && !isAt(doneBy.get(id), published) ? changeCost : 0,
    ),
  };
  for (const term of TERMS) compareFigure(tell, term, plan.terms[term], terms[term]);
  const missing = sum(absent, ({ prize, priority = 1 }) => (prize === undefined ? priority : 0));
  compareFigure(tell, 'missing', plan.missing, missing);
}

function sum<T>(list: readonly T[], amount: (each: T) => number): number {
  return list.reduce((total, each) => total + amount(each), 0);
}

function workingTime({ route }: DrivenShift): number {
  return route.return - route.departure;
}

function shiftCost(driven: DrivenShift): number {
  const { route, shift, vehicle } = driven;
  const { costPerDistance = 0, costPerTime = 0 } = vehicle;
  return (shift.fixedCost ?? 0) + costPerDistance * route.distance + costPerTime * workingTime(driven);
}

function missedWish(start: number, soft: SoftWindow | undefined): number {
  if (soft?.from !== undefined && start < soft.from) return (soft.from - start) * (soft.earlyCost ?? 0);
  if (soft?.until !== undefined && start > soft.until) return (start - soft.until) * (soft.lateCost ?? 0);
  return 0;
}

function isAt(driven: DrivenShift | undefined, { vehicle, shift = 0 }: ShiftRef): boolean {
  return driven?.route.vehicle === vehicle && driven.route.shift === shift;
}

/** Of the whole population. */
function deviation(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const mean = sum(values, (value) => value) / values.length;
  return Math.sqrt(sum(values, (value) => (value - mean) ** 2) / values.length);
}
