import { explainUnserved } from './explain/explain-unserved.js';
import { SolverError } from './model/errors.js';
import type { Problem } from './model/problem.js';
import { validateProblem } from './model/validate.js';
import { combineInLane } from './pool/combine-in-lane.js';
import { createPool, defaultWorkers } from './pool/create-pool.js';
import { driveLanes } from './pool/drive-lanes.js';
import { explainInLane } from './pool/explain-in-lane.js';
import type { Found, SearchOrder } from './pool/messages.js';
import { releaseLate } from './pool/release-late.js';
import { searchHere } from './pool/search-here.js';
import { shareProblem } from './pool/share-problem.js';
import type { Solution, SolveOptions } from './solve-options.js';
import { validateOptions } from './validate-options.js';

const DEFAULT_TIME_LIMIT_MS = 10_000;
/** What explanations may take of the time limit, and at most. */
const EXPLAIN_SHARE = 0.05;
const EXPLAIN_AT_MOST_MS = 500;
const EXPLAIN_AFTER_ABORT_MS = 5;
/** Likewise for the choice among routes seen, and how many each thread remembers. */
const PARTITION_SHARE = 0.05;
const PARTITION_AT_MOST_MS = 3_000;
const PARTITION_ROUTES = 3_000;

/**
 * Searches for the best plan until the time limit, the iteration limit or the signal ends it.
 * @throws {ProblemError} when the problem or the plan to start from makes no sense as given
 * @throws {SolverError} when every thread failed before there was a result
 * @throws the signal's reason when it fires before the search has begun
 */
export async function solve(problem: Problem, options: SolveOptions = {}): Promise<Solution> {
  validateProblem(problem);
  validateOptions(problem, options);
  options.signal?.throwIfAborted();
  const workers = options.workers ?? options.pool?.size ?? defaultWorkers();
  if (workers === 0) return solveHere(shareProblem(problem), options);

  const pool = options.pool ?? createPool({ workers });
  const lanes = await pool.take(workers, options.signal);
  const begun = performance.now();
  const times = timesOf(options);
  const shared = shareProblem(problem);
  let late = lanes;
  try {
    const driven = await driveLanes({
      problem: shared,
      orders: lanes.map((_, lane) => orderOf(options, lane, times.searchUntil)),
      lanes,
      signal: options.signal,
      report: (best, iterations) => report(options, best, performance.now() - begun, iterations),
    });
    late = driven.late;
    const { thrown, faults, iterations, routes } = driven;
    if (thrown !== undefined) throw thrown;
    if (!driven.best) throw new SolverError(`No worker came to a result: ${faults.join('; ') || 'none answered in time'}`);
    let { best } = driven;
    const free = lanes.find((lane) => lane.alive && !late.includes(lane));
    if (free && routes.length > 0 && times.partitionUntil !== undefined) {
      best = (await combineInLane(free, best, routes, times.partitionUntil, options.signal, faults)) ?? best;
      if (best !== driven.best) report(options, best, performance.now() - begun, iterations);
    }
    const until = options.signal?.aborted ? Date.now() + EXPLAIN_AFTER_ABORT_MS : times.explainUntil;
    const explanations = wantsReasons(options, best) ? await explainInLane(shared, best.outline, free, until) : [];
    const { plan, outline } = best;
    return { plan, outline, explanations, elapsed: performance.now() - begun, iterations, workers: lanes.length, faults };
  } finally {
    pool.give(lanes.filter((lane) => !late.includes(lane)));
    releaseLate(pool, late);
    if (!options.pool) await pool.close();
  }
}

function solveHere(problem: Problem, options: SolveOptions): Solution {
  const begun = performance.now();
  const times = timesOf(options);
  const { best, iterations, faults } = searchHere(problem, orderOf(options, 0, times.searchUntil), {
    signal: options.signal,
    report: (found, done) => report(options, found, performance.now() - begun, done),
  });
  if (!best) throw new SolverError(`The search came to no result: ${faults.join('; ')}`);
  const explanations = wantsReasons(options, best)
    ? explainUnserved(problem, best.outline, { deadline: times.explainUntil })
    : [];
  return {
    plan: best.plan,
    outline: best.outline,
    explanations,
    elapsed: performance.now() - begun,
    iterations,
    workers: 0,
    faults,
  };
}

function wantsReasons({ explain }: SolveOptions, { plan }: Found): boolean {
  return explain !== false && plan.unserved.length > 0;
}

interface Times {
  /** Epoch milliseconds. */
  searchUntil?: number;
  explainUntil?: number;
  partitionUntil?: number;
}

function timesOf({ timeLimit, iterations, explain, partition }: SolveOptions): Times {
  const limit = timeLimit ?? (iterations === undefined ? DEFAULT_TIME_LIMIT_MS : undefined);
  if (limit === undefined) return {};
  const explainUntil = Date.now() + limit;
  const kept = explain === false ? 0 : Math.min(EXPLAIN_AT_MOST_MS, limit * EXPLAIN_SHARE);
  const choice = partition ? Math.min(PARTITION_AT_MOST_MS, limit * PARTITION_SHARE) : 0;
  return { searchUntil: explainUntil - kept - choice, explainUntil, partitionUntil: partition ? explainUntil - kept : undefined };
}

/** The first thread takes the seed as it is, so that one thread here or elsewhere does the same. */
function orderOf(
  { seed = 1, iterations, initial, partition }: SolveOptions,
  lane: number,
  deadline: number | undefined,
): SearchOrder {
  return {
    seed: (seed + lane * 0x9e3779b1) | 0,
    ladder: lane,
    iterations,
    deadline,
    initial,
    keepRoutes: partition ? PARTITION_ROUTES : undefined,
  };
}

function report({ onProgress }: SolveOptions, { plan }: Found, elapsed: number, iterations: number): void {
  if (!onProgress) return;
  const served = plan.routes.reduce((sum, route) => sum + route.stops.filter(isService).length, 0);
  onProgress({ plan, terms: plan.terms, served, elapsed, iterations });
}

/** Each job has one such stop. */
function isService({ kind }: { kind: string }): boolean {
  return kind === 'visit' || kind === 'delivery';
}
