import type { Compiled } from './compile.js';
import { CHANGE, COST, DISTANCE, IMBALANCE, MISSING, SOFT, TERM_COUNT, TRAVEL, UNSERVED, VEHICLES, WAITING } from './levels.js';

/** How much more a level counts than the one below it where a single number must stand for all. */
const STEP = 1000;

/** One number for all levels, to compare places for a job; plans are compared level by level. */
export interface Scales {
  /** Per level: what is typical of one job's share in it. */
  typical: Float64Array;
  /** Per term: what a unit counts. */
  price: Float64Array;
}

export function scalesFor(c: Compiled): Scales {
  const usual = usualTerms(c);
  const { count, weights } = c.levels;
  const typical = new Float64Array(count);
  const price = new Float64Array(TERM_COUNT);
  for (let level = 0; level < count; level++) {
    for (let term = 0; term < TERM_COUNT; term++)
      typical[level] = Math.max(typical[level], weights[level * TERM_COUNT + term] * usual[term]);
    if (typical[level] === 0) typical[level] = 1;
    const scale = STEP ** (count - 1 - level) / typical[level];
    for (let term = 0; term < TERM_COUNT; term++) price[term] += scale * weights[level * TERM_COUNT + term];
  }
  // Routes stay compact even when nothing asks for it: time saved is room for another job.
  if (price[DISTANCE] + price[TRAVEL] + price[COST] * costsOnTheWay(c) === 0) price[TRAVEL] = 0.001 / (usual[TRAVEL] || 1);
  return { typical, price };
}

function usualTerms(c: Compiled): Float64Array {
  const usual = new Float64Array(TERM_COUNT);
  usual[MISSING] = mean(c.priority.filter((priority) => priority > 0)) || 1;
  usual[UNSERVED] = mean(c.prize.filter((prize) => prize > 0));
  usual[VEHICLES] = 1;
  usual[DISTANCE] = mean(cellsBetween(c, c.distances[0]));
  usual[TRAVEL] = mean(cellsBetween(c, c.durations[0]));
  usual[WAITING] = usual[TRAVEL];
  usual[IMBALANCE] = usual[TRAVEL];
  usual[COST] = mean(c.perDistance) * usual[DISTANCE] + mean(c.perTime) * usual[TRAVEL];
  if (usual[COST] === 0) usual[COST] = (mean(c.shiftCost) + mean(c.vehicleCost)) / 10;
  usual[SOFT] =
    Math.max(mean(c.earlyCost.filter((cost) => cost > 0)), mean(c.lateCost.filter((cost) => cost > 0))) * usual[TRAVEL];
  usual[CHANGE] = mean(c.changeCost.filter((cost) => cost > 0));
  return usual;
}

function costsOnTheWay(c: Compiled): number {
  return mean(c.perDistance) + mean(c.perTime);
}

/** Travel between stops of jobs that follow each other in the list and, among a sample, stand apart. */
function cellsBetween(c: Compiled, cells: Float64Array): Float64Array {
  const sample: number[] = [];
  const step = Math.max(1, Math.floor(c.jobNodes / 60));
  for (let from = 0; from < c.jobNodes; from += step)
    for (let to = 0; to < c.jobNodes; to += step) if (from !== to) sample.push(cells[c.location[from] * c.size + c.location[to]]);
  return Float64Array.from(sample);
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length > 0 ? sum / values.length : 0;
}
