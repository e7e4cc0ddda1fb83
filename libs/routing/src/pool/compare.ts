import type { Plan } from '../model/plan.js';
import { DEFAULT_OBJECTIVES, type Problem, type Term } from '../model/problem.js';

/** Sums of the same numbers in another order differ by about this part of them. */
const NOISE = 1e-9;

/** What a plan is judged by, the most important first: what is missing, then each level of the objectives. */
export function levelsOf(problem: Problem, plan: Plan): number[] {
  const levels = (problem.objectives ?? DEFAULT_OBJECTIVES).map((objective) => {
    if (typeof objective === 'string') return plan.terms[objective];
    let sum = 0;
    for (const [term, weight] of Object.entries(objective)) sum += weight * plan.terms[term as Term];
    return sum;
  });
  return [plan.missing, ...levels];
}

/** Negative when the first is better, 0 when only noise parts them. */
export function compareLevels(a: readonly number[], b: readonly number[]): number {
  for (let level = 0; level < a.length; level++) {
    const gap = a[level]! - b[level]!;
    if (Math.abs(gap) > NOISE * Math.max(1, Math.abs(a[level]!), Math.abs(b[level]!))) return gap;
  }
  return 0;
}
