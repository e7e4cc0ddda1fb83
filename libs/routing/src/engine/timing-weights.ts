import { COST, SOFT, TERM_COUNT, WAITING, type Levels } from './levels.js';

/** Shifts that end within this much after their limit are on time: sums of doubles in another order differ. */
export const SLACK = 1e-7;

/** What a unit of a route's duration weighs, by the first level that knows it; waiting is duration less what must be. */
export function durationWeight(levels: Levels, perTime: number): number {
  for (let level = 0; level < levels.count; level++) {
    const weight = levels.weights[level * TERM_COUNT + COST] * perTime + levels.weights[level * TERM_COUNT + WAITING];
    if (weight > 0) return weight;
  }
  return 0;
}

/** The same for soft windows, on the same level as the duration or before it: Infinity when they stand before. */
export function softWeight(levels: Levels, perTime: number): number {
  for (let level = 0; level < levels.count; level++) {
    const time = levels.weights[level * TERM_COUNT + COST] * perTime + levels.weights[level * TERM_COUNT + WAITING];
    const soft = levels.weights[level * TERM_COUNT + SOFT];
    if (soft > 0) return time > 0 ? soft : Infinity;
    if (time > 0) return 0;
  }
  return 0;
}
