import { levelValue } from './levels.js';
import type { Random } from './random.js';
import type { State } from './state.js';

/**
 * How searches side by side differ. `start` and `end`: part of what is typical for one job by which a plan may be worse.
 * `near`: how often a ruin takes out what lies near together, whichever routes it is in; on long routes with wide windows
 * some searches get stuck without it. `everywhere`: how often all visits that are left out are tried, and not only those near
 * what a ruin took. `missing`: how much cooler it is for a plan that leaves out what must be done.
 */
const LADDERS: readonly Omit<Annealing, 'heat'>[] = [
  { start: 0.5, end: 0.005, near: 0, missing: 0, everywhere: 1 },
  { start: 0.5, end: 0.005, near: 0.3, missing: 0.1, everywhere: 1 },
  { start: 1.5, end: 0.015, near: 0, missing: 0, everywhere: 1 },
  { start: 0.2, end: 0.004, near: 0.3, missing: 0.1, everywhere: 1 },
];

/** The same where the question is above all which visits to make: what is left out seldom is for long, so it stays hot. */
const LADDERS_OF_CHOICE: typeof LADDERS = [
  { start: 0.8, end: 0.1, near: 0, missing: 0, everywhere: 0.05 },
  { start: 1.5, end: 0.05, near: 0.3, missing: 0.1, everywhere: 0.5 },
  { start: 1.5, end: 0.1, near: 0, missing: 0.1, everywhere: 0.05 },
  { start: 0.8, end: 0.05, near: 0.3, missing: 0, everywhere: 0.5 },
];

export interface Annealing {
  readonly start: number;
  readonly end: number;
  readonly near: number;
  readonly missing: number;
  readonly everywhere: number;
  heat: number;
}

export function createAnnealing(ladder: number, choosing: boolean): Annealing {
  const ladders = choosing ? LADDERS_OF_CHOICE : LADDERS;
  const chosen = ladders[ladder % ladders.length];
  return { ...chosen, heat: chosen.start };
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
