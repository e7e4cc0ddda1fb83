import { checkPlan, solve, type Plan, type Pool, type Solution } from '@karavaan/routing';
import { gapOf, scoreOf, type Instance, type Score } from './instance.ts';

export interface Budget {
  limitSeconds: number;
  iterations?: number;
  workers: number;
  seed: number;
  pool?: Pool;
}

export interface Measured {
  instance: Instance;
  plan: Plan;
  score: Score;
  gap?: number;
  iterationsPerSecond: number;
  elapsedMs: number;
  /** Until the first plan in which nothing that must be done is missing. */
  completeMs?: number;
  /** Until within 1 % of the best. */
  nearMs?: number;
  /** The most that the process took meanwhile, with its threads. */
  memoryMb: number;
  /** What the independent checker says of the plan; the solver asks it too, so each line here is a bug. */
  rejected: string[];
  faults: string[];
}

const NEAR = 0.01;

export async function measure(instance: Instance, { limitSeconds, iterations, workers, seed, pool }: Budget): Promise<Measured> {
  let nearMs: number | undefined;
  let completeMs: number | undefined;
  let memory = process.memoryUsage.rss();
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), 100);
  const solution: Solution = await solve(instance.problem, {
    timeLimit: iterations === undefined ? limitSeconds * 1000 : undefined,
    iterations,
    seed,
    workers,
    pool: workers > 0 ? pool : undefined,
    explain: false,
    onProgress: ({ plan, elapsed }) => {
      if (plan.missing > 0) return;
      completeMs ??= elapsed;
      const gap = gapOf(instance, scoreOf(instance, plan));
      if (gap !== undefined && gap <= NEAR) nearMs ??= elapsed;
    },
  }).finally(() => clearInterval(watch));
  const { plan, elapsed } = solution;
  const score = scoreOf(instance, plan);
  return {
    instance,
    plan,
    score,
    gap: plan.missing > 0 ? undefined : gapOf(instance, score),
    iterationsPerSecond: solution.iterations / (elapsed / 1000),
    elapsedMs: elapsed,
    completeMs,
    nearMs,
    memoryMb: memory / 2 ** 20,
    rejected: checkPlan(instance.problem, plan).map(String),
    faults: solution.faults,
  };
}

/** Milliseconds from an abort in the middle of a search to the return of its result. */
export async function measureAbort({ problem }: Instance, { workers, seed, pool }: Budget): Promise<number> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let abortedAt = NaN;
  await solve(problem, {
    timeLimit: 60_000,
    seed,
    workers,
    pool,
    signal: abort.signal,
    explain: false,
    // There is nothing to return before the first plan.
    onProgress: () => {
      timer ??= setTimeout(() => {
        abortedAt = performance.now();
        abort.abort();
      }, 500);
    },
  });
  return performance.now() - abortedAt;
}
