/** The budget of a search, in rounds or milliseconds. */
export interface Clock {
  rounds: number;
  /** Part of the budget that is used. */
  share: number;
  /** Counts a round; false when this part of the budget is used, or the search is to stop. */
  tick(until: number): boolean;
}

/** Rounds between two looks at the time. */
const ROUNDS = 16;

interface Budget {
  iterations?: number;
  timeLimit?: number;
}

/** `look` is called every few milliseconds and says whether to go on. */
export function startClock({ iterations, timeLimit }: Budget, look: (clock: Clock) => boolean): Clock {
  const started = performance.now();
  let stopped = false;
  const clock: Clock = {
    rounds: 0,
    share: 0,
    tick(until) {
      if (clock.rounds % ROUNDS === 0 || timeLimit === 0) {
        const byTime = timeLimit === undefined ? 0 : (performance.now() - started) / Math.max(timeLimit, 1e-3);
        clock.share = Math.max(byTime, iterations === undefined ? 0 : clock.rounds / iterations);
        stopped ||= !look(clock);
      }
      if (stopped || clock.share >= until || clock.rounds === iterations) return false;
      clock.rounds++;
      return true;
    },
  };
  return clock;
}
