import { schedule } from '../engine/schedule.js';
import { search } from '../engine/search.js';
import { isHopeless } from '../explain/explain-unserved.js';
import type { Outline } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import { createRoutePool } from '../partition/route-pool.js';
import { compareLevels, levelsOf } from './compare.js';
import type { Found, SearchOrder } from './messages.js';
import { verify } from './verify.js';

/** Plans follow each other fast at first; only what is best after this long is checked and told. */
const TELL_EVERY_MS = 50;
/** Enough to see that where no job fits by itself, none fits by way of another. */
const HOPELESS_ITERATIONS = 200;
/** How many parts of the budget are told of. */
const PACES = 10;

export interface RunEvents {
  stopped: () => boolean;
  elite: () => Outline | undefined;
  /** A plan better than all before it, accepted by the checker. */
  better: (found: Found, iterations: number) => void;
  /** `share` is the part of the budget that is used. */
  pace: (iterations: number, share: number, levels: number[] | undefined) => void;
  rejected: (message: string) => void;
}

/** One search in this thread; of what it finds only what the checker accepts is told. Returns routes seen, if the order asks. */
export function runSearch(
  problem: Problem,
  order: SearchOrder,
  events: RunEvents,
  find: typeof search = search,
): Outline['routes'] {
  const seen = order.keepRoutes ? createRoutePool(order.keepRoutes) : undefined;
  let best: Found | undefined;
  let waiting: { outline: Outline; plan: Found['plan']; iterations: number } | undefined;
  let toldAt = -Infinity;
  let lastFault: string | undefined;
  let pace = 0;
  let rounds = 0;

  const tell = () => {
    if (!waiting) return;
    const { outline, plan } = waiting;
    rounds = Math.max(rounds, waiting.iterations);
    waiting = undefined;
    toldAt = performance.now();
    const levels = levelsOf(problem, plan);
    if (best && compareLevels(levels, best.levels) >= 0) return;
    const fault = verify(problem, plan);
    if (fault === undefined) {
      best = { outline, plan, levels };
      events.better(best, rounds);
    } else if (fault !== lastFault) events.rejected((lastFault = fault));
  };

  const idle = problem.jobs.length === 0 || problem.vehicles.every((vehicle) => vehicle.shifts.length === 0);
  if (idle) {
    waiting = { outline: { routes: [] }, plan: schedule(problem, { routes: [] }), iterations: 0 };
    tell();
    return [];
  }
  const last = find(
    problem,
    {
      seed: order.seed,
      ladder: order.ladder,
      iterations: isHopeless(problem) ? Math.min(HOPELESS_ITERATIONS, order.iterations ?? Infinity) : order.iterations,
      timeLimit: order.deadline === undefined ? undefined : Math.max(0, order.deadline - Date.now()),
      initial: order.initial,
    },
    {
      stopped: events.stopped,
      elite: events.elite,
      routeSeen: seen?.add,
      improved: (found) => {
        waiting = found;
        if (!best || performance.now() - toldAt >= TELL_EVERY_MS) tell();
      },
      progress: ({ iterations, share }) => {
        rounds = iterations;
        if (waiting && performance.now() - toldAt >= TELL_EVERY_MS) tell();
        if (share * PACES < pace + 1) return;
        pace = Math.floor(share * PACES);
        events.pace(rounds, share, best?.levels);
      },
    },
  );
  waiting = last;
  tell();
  events.pace(rounds, 1, best?.levels);
  return seen ? [...seen.routes()] : [];
}
