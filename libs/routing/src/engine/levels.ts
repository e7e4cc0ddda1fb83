import { DEFAULT_OBJECTIVES, TERMS, type Problem } from '../model/problem.js';

/** Numbers of the terms in typed arrays; `MISSING` stands before those of the model. */
export const MISSING = 0;
export const UNSERVED = 1;
export const VEHICLES = 2;
export const COST = 3;
export const DISTANCE = 4;
export const TRAVEL = 5;
export const WAITING = 6;
export const SOFT = 7;
export const IMBALANCE = 8;
export const CHANGE = 9;
export const TERM_COUNT = 10;

/** Sums of the same numbers in another order differ by about this part of them. */
const NOISE = 1e-9;

/** The ordered list of what to make small. */
export interface Levels {
  count: number;
  /** count × TERM_COUNT; what a unit of a term weighs in a level. */
  weights: Float64Array;
}

export function levelsFor(problem: Problem): Levels {
  const objectives = problem.objectives ?? DEFAULT_OBJECTIVES;
  const count = objectives.length + 1;
  const weights = new Float64Array(count * TERM_COUNT);
  weights[MISSING] = 1;
  objectives.forEach((objective, at) => {
    const named = typeof objective === 'string' ? { [objective]: 1 } : objective;
    TERMS.forEach((term, number) => {
      weights[(at + 1) * TERM_COUNT + number + 1] = (named as Partial<Record<string, number>>)[term] ?? 0;
    });
  });
  return { count, weights };
}

export function levelValue(levels: Levels, level: number, terms: Float64Array): number {
  const { weights } = levels;
  let sum = 0;
  for (let term = 0; term < TERM_COUNT; term++) sum += weights[level * TERM_COUNT + term] * terms[term];
  return sum;
}

/** Negative when `a` is better, 0 when only noise parts them. */
export function compareTerms(levels: Levels, a: Float64Array, b: Float64Array): number {
  for (let level = 0; level < levels.count; level++) {
    const first = levelValue(levels, level, a);
    const second = levelValue(levels, level, b);
    if (Math.abs(first - second) > NOISE * Math.max(1, Math.abs(first), Math.abs(second))) return first - second;
  }
  return 0;
}
