import { levelsOf, type Plan, type Problem, type Terms } from '@karavaan/routing';

/** How a result is judged: vehicles and then distance, the prizes collected, or what comes first among the objectives. */
export type Kind = 'fleet' | 'profit' | 'cost';

export interface Instance {
  name: string;
  kind: Kind;
  problem: Problem;
  /** The best that is known; for `cost` and `profit` only the value counts. */
  best?: Score;
  /** Whether nothing can be better. */
  proven?: boolean;
}

export interface Score {
  vehicles: number;
  value: number;
}

export function scoreOf({ kind, problem }: Instance, plan: { terms: Terms; missing: number; routes: Plan['routes'] }): Score {
  const { vehicles, distance, unserved } = plan.terms;
  if (kind === 'fleet') return { vehicles, value: distance };
  if (kind === 'cost') return { vehicles, value: levelsOf(problem, plan as Plan)[1]! };
  const prizes = problem.jobs.reduce((sum, { prize = 0 }) => sum + prize, 0);
  return { vehicles, value: prizes - unserved };
}

/** How much worse than the best, as a part of it; undefined where more vehicles or nothing to compare with make it meaningless. */
export function gapOf({ kind, best }: Instance, { vehicles, value }: Score): number | undefined {
  if (!best || (kind === 'fleet' && vehicles > best.vehicles)) return undefined;
  const over = kind === 'profit' ? best.value - value : value - best.value;
  // A plan with fewer vehicles may be longer and is still better.
  return kind === 'fleet' && vehicles < best.vehicles ? 0 : over / best.value;
}
