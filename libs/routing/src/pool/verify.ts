import { checkPlan } from '../check/check-plan.js';
import type { Plan } from '../model/plan.js';
import type { Problem } from '../model/problem.js';

/** Undefined when the checker, which shares no code with the search, accepts the plan; else what it says. */
export function verify(problem: Problem, plan: Plan): string | undefined {
  const faults = checkPlan(problem, plan);
  return faults.length === 0 ? undefined : `The checker rejects a plan: ${faults.map(String).join('; ')}`;
}
