import type { Plan, Terms } from '../model/plan.js';
import { DEFAULT_OBJECTIVES, TERMS, type Problem, type Term } from '../model/problem.js';
import { levelsOf } from '../pool/compare.js';

/** Beyond this ratio of the largest to the smallest weight the solver's tolerances blur the lower levels. */
const WIDEST = 1e8;

export interface Weights {
  missing: number;
  terms: Terms;
}

/**
 * One number per term that stands for the ordered levels: a step of a level outweighs all that a plan like the incumbent, with
 * the jobs served that it leaves, has on the levels below; `routes` are plans of one route each. Imbalance depends on all routes together and weighs nothing; whether a choice is better is judged on its plan.
 */
export function weighTerms(problem: Problem, incumbent: Plan, routes: readonly Plan[]): Weights {
  const objectives = problem.objectives ?? DEFAULT_OBJECTIVES;
  const longest = routes.map((route) => levelsOf(problem, route));
  const values = levelsOf(problem, incumbent).map(
    (value, level) => value + incumbent.unserved.length * Math.max(0, ...longest.map((levels) => levels[level])),
  );
  const terms = Object.fromEntries(TERMS.map((term) => [term, 0])) as Terms;
  let weight = 1;
  let below = 0;
  for (let level = objectives.length - 1; level >= 0; level--) {
    const objective = objectives[level];
    const named = typeof objective === 'string' ? { [objective]: 1 } : objective;
    const step = stepOf(problem, named, values[level + 1]);
    if (below > 0) weight = Math.min(WIDEST, (1.5 * below) / step);
    for (const [term, factor] of Object.entries(named)) if (term !== 'imbalance') terms[term as Term] += weight * factor;
    below += weight * Math.max(values[level + 1], step);
  }
  const priorities = problem.jobs.flatMap((job) => (job.prize === undefined ? [job.priority ?? 1] : []));
  const least = Math.min(...priorities.filter((priority) => priority > 0), 1);
  return { missing: Math.min(WIDEST, (1.5 * Math.max(below, 1)) / least), terms };
}

/** The least difference on a level that counts. */
function stepOf(problem: Problem, named: Readonly<Partial<Record<Term, number>>>, value: number): number {
  const only = Object.keys(named);
  if (only.length === 1 && only[0] === 'vehicles') return named.vehicles!;
  const prizes = problem.jobs.flatMap((job) => (job.prize ? [job.prize] : []));
  if (only.length === 1 && only[0] === 'unserved' && prizes.length > 0) return named.unserved! * Math.min(...prizes);
  return Math.max(value / 1000, 1e-6);
}
