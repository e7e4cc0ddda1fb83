import { levelValue } from './levels.js';
import type { Random } from './random.js';
import { meanLength } from './ruin.js';
import type { State } from './state.js';

/** What decides how a search goes about a question. */
export type Character = 'choice' | 'rich' | 'long' | 'short';

export interface Manner {
  /** Part of what is typical for one job by which a plan may be worse, at the start and at the end. */
  readonly start: number;
  readonly end: number;
  /** How often a ruin takes out what lies near together, whichever routes it is in. */
  readonly near: number;
  /** How many jobs such a ruin takes at most. */
  readonly reach: number;
  /** How much cooler it is for a plan that leaves out what must be done. */
  readonly missing: number;
  /** How often all visits that are left out are tried, and not only those near what a ruin took. */
  readonly everywhere: number;
  /** Chance that a route is overlooked for a job, which keeps greedy insertion from always doing the same. */
  readonly blink: number;
}

export interface Annealing extends Manner {
  heat: number;
}

/**
 * Searches side by side differ. Short routes cool fast; on long ones, where wide windows let many orders interleave, a cool
 * search sticks, so it is hot, takes out what lies near together and overlooks more. Where the question is above all which visits
 * to make, what is left out seldom is for long, so it stays hot.
 */
const MANNERS: Readonly<Record<Character, readonly Manner[]>> = {
  short: [
    { start: 0.5, end: 0.005, near: 0, reach: 34, missing: 0, everywhere: 1, blink: 0.01 },
    { start: 0.5, end: 0.005, near: 0.3, reach: 34, missing: 0.1, everywhere: 1, blink: 0.01 },
    { start: 1.5, end: 0.015, near: 0, reach: 34, missing: 0, everywhere: 1, blink: 0.01 },
    { start: 0.2, end: 0.004, near: 0.3, reach: 34, missing: 0.1, everywhere: 1, blink: 0.01 },
  ],
  long: [
    { start: 1.5, end: 0.015, near: 0.3, reach: 60, missing: 0.3, everywhere: 1, blink: 0.03 },
    { start: 1.5, end: 0.015, near: 0.6, reach: 60, missing: 0.1, everywhere: 1, blink: 0.03 },
    { start: 1.5, end: 0.015, near: 0, reach: 60, missing: 0.3, everywhere: 1, blink: 0.03 },
    { start: 0.5, end: 0.005, near: 0.3, reach: 60, missing: 0.1, everywhere: 1, blink: 0.01 },
  ],
  rich: [
    { start: 0.5, end: 0.005, near: 0.3, reach: 34, missing: 0, everywhere: 1, blink: 0.01 },
    { start: 0.2, end: 0.004, near: 0.6, reach: 34, missing: 0.1, everywhere: 1, blink: 0.01 },
    { start: 0.5, end: 0.005, near: 0.3, reach: 34, missing: 0.1, everywhere: 1, blink: 0.01 },
    { start: 0.5, end: 0.005, near: 0, reach: 34, missing: 0, everywhere: 1, blink: 0.01 },
  ],
  choice: [
    { start: 1.5, end: 0.1, near: 0, reach: 34, missing: 0.1, everywhere: 0.05, blink: 0.01 },
    { start: 1.5, end: 0.05, near: 0.3, reach: 34, missing: 0.1, everywhere: 0.5, blink: 0.01 },
    { start: 0.8, end: 0.1, near: 0, reach: 34, missing: 0, everywhere: 0.05, blink: 0.01 },
    { start: 0.8, end: 0.05, near: 0.3, reach: 34, missing: 0, everywhere: 0.5, blink: 0.01 },
  ],
};

/** Stops of a route from which on it is long. */
const LONG = 25;

/** What the question is like, told from the plan that there is. */
export function characterOf(s: State): Character {
  if (s.choosing) return 'choice';
  if (!s.plain) return 'rich';
  return meanLength(s) >= LONG ? 'long' : 'short';
}

export function createAnnealing(ladder: number, character: Character): Annealing {
  const manners = MANNERS[character];
  const manner = manners[ladder % manners.length];
  return { ...manner, heat: manner.start };
}

/** Cools by the part of the budget that is used. */
export function cool(annealing: Annealing, share: number): void {
  annealing.heat = annealing.start * (annealing.end / annealing.start) ** Math.min(1, share);
}

/** The first level on which two plans differ decides; a plan that is worse there may pass while it is hot. */
export function accepts(s: State, annealing: Annealing, now: Float64Array, before: Float64Array, random: Random): boolean {
  const { levels } = s.c;
  for (let level = 0; level < levels.count; level++) {
    const gap = levelValue(levels, level, now) - levelValue(levels, level, before);
    const typical = s.scales.typical[level];
    if (Math.abs(gap) <= 1e-9 * typical) continue;
    if (gap < 0) return true;
    // What must be done stays done, or nearly so.
    const done = level === 0 && before[0] < 1e-9;
    if (done && annealing.missing === 0) return false;
    const heat = done ? annealing.heat * annealing.missing : annealing.heat;
    return gap < -heat * typical * Math.log(1 - random());
  }
  return true;
}
