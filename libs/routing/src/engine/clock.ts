/** The budget of a search, in rounds or milliseconds. */
export interface Clock {
  rounds: number;
  /** Part of the budget that is used. */
  share: number;
  /** Counts a round; false when this part of the budget is used, or the search is to stop. */
  tick(until: number): boolean;
}

/** Milliseconds between two looks at the time, or nearly so, and the most rounds in between. */
const LOOK = 2;
const ROUNDS = 64;

interface Budget {
  iterations?: number;
  timeLimit?: number;
}

/** `look` is called every few milliseconds and says whether to go on. */
export function startClock({ iterations, timeLimit }: Budget, look: (clock: Clock) => boolean): Clock {
  const started = performance.now();
  let stopped = false;
  let byTime = 0;
  let looked = started;
  let every = 1;
  let next = 0;
  const clock: Clock = {
    rounds: 0,
    share: 0,
    tick(until) {
      if (clock.rounds >= next || timeLimit === 0) {
        const now = performance.now();
        byTime = timeLimit === undefined ? 0 : (now - started) / Math.max(timeLimit, 1e-3);
        stopped ||= !look(clock);
        // Rounds take microseconds on a plain problem and milliseconds on a rich one.
        if (now - looked > LOOK) every = Math.max(1, every >> 1);
        else if (every < ROUNDS) every *= 2;
        looked = now;
        next = clock.rounds + every;
      }
      clock.share = Math.max(byTime, iterations === undefined ? 0 : clock.rounds / iterations);
      if (stopped || clock.share >= until || clock.rounds === iterations) return false;
      clock.rounds++;
      return true;
    },
  };
  return clock;
}
