import { levelValue } from './levels.js';
import type { Random } from './random.js';
import type { State } from './state.js';

/** Part of what is typical for one job by which a plan may be worse, at the start and at the end. */
const LADDERS: readonly { start: number; end: number }[] = [
  { start: 0.5, end: 0.005 },
  { start: 1.5, end: 0.015 },
  { start: 0.2, end: 0.004 },
  { start: 4, end: 0.03 },
];

export interface Annealing {
  start: number;
  end: number;
  heat: number;
}

export function createAnnealing(ladder: number): Annealing {
  const { start, end } = LADDERS[ladder % LADDERS.length];
  return { start, end, heat: start };
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
    // What must be done stays done.
    if (level === 0 && before[0] < 1e-9) return false;
    return gap < -annealing.heat * typical * Math.log(1 - random());
  }
  return true;
}
