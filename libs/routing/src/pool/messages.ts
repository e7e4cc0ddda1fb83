import type { Explanation } from '../explain/explanation.js';
import type { Outline, Plan } from '../model/plan.js';
import type { Problem } from '../model/problem.js';

/** What one thread is to do. */
export interface SearchOrder {
  seed: number;
  /** Which of the temperature ladders; threads side by side take different ones. */
  ladder: number;
  iterations?: number;
  /** Epoch milliseconds. */
  deadline?: number;
  initial?: Outline;
  /** How many of the routes seen are handed over at the end; none when left out. */
  keepRoutes?: number;
}

/** A plan that the checker accepted. */
export interface Found {
  outline: Outline;
  plan: Plan;
  /** See `levelsOf`. */
  levels: number[];
}

export type ToWorker =
  | { type: 'search'; problem: Problem; order: SearchOrder; cells: Int32Array }
  /** The best of the others, to go on from. */
  | { type: 'elite'; outline: Outline }
  /** Explain the plan of the problem that was searched last; `deadline` in epoch milliseconds. */
  | { type: 'explain'; outline: Outline; deadline?: number }
  /** Put the best plan of that problem together from these routes and those of the best so far, until the deadline. */
  | { type: 'combine'; best: Found; routes: Outline['routes']; deadline: number; cells: Int32Array };

export type FromWorker =
  | { type: 'better'; found: Found; iterations: number }
  /** Another part of the budget is used, `share` of it in all; `levels` are those of the best that this worker has. */
  | { type: 'pace'; iterations: number; share: number; levels: number[] | undefined }
  /** A result that the checker rejected, which is a bug in the search; it goes no further. */
  | { type: 'rejected'; message: string }
  | { type: 'done'; iterations: number; routes: Outline['routes'] }
  /** Without a plan when there is none better. */
  | { type: 'combined'; found?: Found }
  | { type: 'explained'; explanations: Explanation[] }
  | { type: 'failed'; message: string };
