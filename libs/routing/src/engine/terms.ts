import type { Compiled } from './compile.js';
import { CHANGE, IMBALANCE, MISSING, TERM_COUNT, UNSERVED } from './levels.js';

/** Adds to the terms what leaving a job out costs. */
export function addAbsent(c: Compiled, job: number, terms: Float64Array): void {
  terms[UNSERVED] += c.prize[job];
  terms[MISSING] += c.priority[job];
  terms[CHANGE] += c.changeCost[job];
}

/** What doing a job on a route costs because it was promised elsewhere. */
export function changeOn(c: Compiled, job: number, route: number): number {
  return c.publishedRoute[job] === route ? 0 : c.changeCost[job];
}

/** Standard deviation of the working time of all vehicles, idle ones included. */
export function setImbalance(work: Float64Array, terms: Float64Array): void {
  terms[IMBALANCE] = 0;
  if (work.length === 0) return;
  let sum = 0;
  for (let vehicle = 0; vehicle < work.length; vehicle++) sum += work[vehicle];
  const mean = sum / work.length;
  let squares = 0;
  for (let vehicle = 0; vehicle < work.length; vehicle++) squares += (work[vehicle] - mean) ** 2;
  terms[IMBALANCE] = Math.sqrt(squares / work.length);
}

export function createTerms(): Float64Array {
  return new Float64Array(TERM_COUNT);
}
