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
  | { type: 'explain'; outline: Outline; deadline?: number };

export type FromWorker =
  | { type: 'better'; found: Found; iterations: number }
  /** Another part of the budget is used; `levels` are those of the best that this worker has. */
  | { type: 'pace'; iterations: number; levels: number[] | undefined }
  /** A result that the checker rejected, which is a bug in the search; it goes no further. */
  | { type: 'rejected'; message: string }
  | { type: 'done'; iterations: number }
  | { type: 'explained'; explanations: Explanation[] }
  | { type: 'failed'; message: string };
