import type { Outline, Plan } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import { accepts, cool, createAnnealing } from './anneal.js';
import { beginStep, createBackup, takeBack } from './backup.js';
import { compile } from './compile.js';
import { createInsertions } from './insertions.js';
import { compareTerms } from './levels.js';
import { markAbsent } from './link.js';
import { createNeighbours } from './neighbours.js';
import { createOrders } from './orders.js';
import { createSnapshot, outlineOf, takeSnapshot } from './outline.js';
import { createRandom } from './random.js';
import { createRecreate, recreate } from './recreate.js';
import { createRuin, ruin } from './ruin.js';
import { schedule } from './schedule.js';
import { State } from './state.js';
import { addAbsent } from './terms.js';

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
  const random = createRandom(options.seed);
  const s = new State(c);
  const insertions = createInsertions(s);
  const orders = createOrders(s);
  const backup = createBackup(s);
  const rebuild = createRecreate(s, insertions, orders);
  const cutter = createRuin(s, createNeighbours(s));
  const annealing = createAnnealing(options.ladder ?? 0);
  const best = createSnapshot(s);
  const absentTerms = (terms: Float64Array) => {
    for (let at = 0; at < s.absentCount; at++) addAbsent(c, s.absent[at], terms);
  };

  for (let job = 0; job < c.jobs; job++) markAbsent(s, job);
  beginStep(s, backup);
  recreate(s, rebuild, backup, random);
  const current = new Float64Array(s.terms.length);
  const now = new Float64Array(s.terms.length);
  current.set(s.terms);
  absentTerms(current);
  takeSnapshot(s, best);
  const bestTerms = current.slice();

  const started = performance.now();
  let iterations = 0;
  for (;;) {
    if ((iterations & 15) === 0) {
      if (options.iterations !== undefined && iterations >= options.iterations) break;
      const spent = performance.now() - started;
      if (options.timeLimit !== undefined && spent >= options.timeLimit) break;
      if (hooks.stopped?.()) break;
      cool(annealing, options.iterations !== undefined ? iterations / options.iterations : spent / (options.timeLimit ?? 60_000));
    }
    iterations++;
    beginStep(s, backup);
    ruin(s, cutter, backup, random);
    recreate(s, rebuild, backup, random);
    now.set(s.terms);
    absentTerms(now);
    if (accepts(s, annealing, now, current, random)) {
      current.set(now);
      if (compareTerms(c.levels, now, bestTerms) < 0) {
        bestTerms.set(now);
        takeSnapshot(s, best);
      }
    } else takeBack(s, backup);
  }
  const outline = outlineOf(s, best);
  return { outline, plan: schedule(problem, outline), iterations };
}
