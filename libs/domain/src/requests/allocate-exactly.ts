import { type Allocation, capReached, type Contest, together, worthOf } from './allocate.js';
import type { PlaceOption } from './place-options.js';
import { PREFERRED_POINTS } from './weigh.js';

/** More than this would take too long to try. */
export const MOST_EXACT = 12;

/**
 * The best allocation there is, by trying everything that may still win: each request gets one of its options or none.
 * Only for small cases: what the quick way is measured against.
 */
export function allocateExactly(contest: Contest): Allocation {
  const { contenders } = contest;
  if (contenders.length > MOST_EXACT) throw new Error(`at most ${MOST_EXACT} requests can be tried exhaustively`);
  // What the requests from a place on can bring at most.
  const most = contenders.map(
    ({ worth, options }) => options.length && worth.total + (options.some(({ preferred }) => preferred) ? PREFERRED_POINTS : 0),
  );
  const left = most.map((_, at) => most.slice(at).reduce((sum, each) => sum + each, 0));
  let best: Allocation = new Map();
  let bestWorth = 0;
  const chosen = new Map<string, PlaceOption>();
  const visit = (at: number, worth: number): void => {
    if (worth > bestWorth) [best, bestWorth] = [new Map(chosen), worth];
    const contender = contenders[at];
    if (!contender || worth + left[at]! <= bestWorth) return;
    for (const option of contender.options) {
      if (capReached(contender, option, chosen, contest)) continue;
      if (![...chosen.values()].every((other) => together(option, other, contest))) continue;
      chosen.set(contender.id, option);
      visit(at + 1, worth + contender.worth.total + (option.preferred ? PREFERRED_POINTS : 0));
      chosen.delete(contender.id);
    }
    visit(at + 1, worth);
  };
  visit(0, worthOf(contenders, chosen));
  return best;
}
