import { RELOAD, type Compiled } from './compile.js';
import { COST, IMBALANCE, SOFT, TERM_COUNT, WAITING, type Levels } from './levels.js';

/**
 * Whether every insertion can be judged by earliest and latest times alone: one window per stop, no breaks, reloads, locked
 * stops or limits on a shift, and no price on anything but the way itself.
 */
export function isPlain(c: Compiled): boolean {
  return (
    !c.manyWindows &&
    c.breakFrom[c.routes] === c.breakFrom[0] &&
    !c.kind.includes(RELOAD) &&
    c.locked.every((nodes) => nodes.length === 0) &&
    [c.maxDistance, c.maxTravel, c.maxDuration, c.maxStops].every((limits) => limits.every((limit) => limit === Infinity)) &&
    !(c.soft && has(c.levels, SOFT)) &&
    !(has(c.levels, COST) && c.perTime.some((price) => price > 0)) &&
    !has(c.levels, WAITING) &&
    !has(c.levels, IMBALANCE)
  );
}

export function has(levels: Levels, term: number): boolean {
  for (let level = 0; level < levels.count; level++) if (levels.weights[level * TERM_COUNT + term] > 0) return true;
  return false;
}
