import type { Explanation } from './explain/explanation.js';
import type { Outline, Plan, Terms } from './model/plan.js';
import type { Pool } from './pool/create-pool.js';

export interface SolveOptions {
  /** Threads; one less than there are cores when left out, 0 to search in the calling thread, which then hears no events. */
  workers?: number;
  /** Milliseconds from the start of the search; 10,000 when neither this nor `iterations` is given. */
  timeLimit?: number;
  /** Per thread. With one thread and without `timeLimit` the same seed gives the same result on every machine. */
  iterations?: number;
  seed?: number;
  /** Ends the search; what it has found is returned. */
  signal?: AbortSignal;
  /** Where to start, e.g. the published plan. */
  initial?: Outline;
  /** Hears of each better plan and of each tenth of the budget. */
  onProgress?: (progress: Progress) => void;
  /** Threads that live on between calls; left out, the call starts its own and ends them. */
  pool?: Pool;
  /** Whether jobs that are left out are explained; true when left out. */
  explain?: boolean;
  /**
   * Whether the last part of the time limit goes to a choice among the routes that all threads have seen (set partitioning);
   * false when left out, since the search itself mostly makes more of that time. Needs threads and a time limit.
   */
  partition?: boolean;
}

/** The best so far; `elapsed` in milliseconds, `iterations` of all threads together. */
export interface Progress {
  plan: Plan;
  terms: Terms;
  served: number;
  elapsed: number;
  iterations: number;
}

export interface Solution {
  /** Accepted by the independent checker. */
  plan: Plan;
  /** The same without times, to start the next search from. */
  outline: Outline;
  /** One for each job that was left out. */
  explanations: Explanation[];
  /** Milliseconds. */
  elapsed: number;
  iterations: number;
  /** Threads that took part. */
  workers: number;
  /** What went wrong in them without harm to the result, a line each: a bug, or a thread that was ended. */
  faults: string[];
}
