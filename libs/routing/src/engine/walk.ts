import type { Outline } from '../model/plan.js';
import { accepts, cool, type Annealing } from './anneal.js';
import { beginStep, takeBack } from './backup.js';
import type { Clock } from './clock.js';
import { keepBest, readTerms, type Desk } from './desk.js';
import { loadOutline } from './load-outline.js';
import { recreate } from './recreate.js';
import { ruin } from './ruin.js';
import { createTerms } from './terms.js';
import { recountTerms } from './update-route.js';

/** Rounds after which sums are made afresh. */
const RECOUNT = 4096;
/** Rounds between two questions for a plan from elsewhere. */
const ASK = 512;

/** Ruin and recreate with simulated annealing until the budget is used. */
export function walk(desk: Desk, annealing: Annealing, clock: Clock, elite?: () => Outline | undefined): void {
  const { s, backup, random } = desk;
  const current = createTerms();
  const now = createTerms();
  readTerms(s, current);
  const from = clock.share;
  while (clock.tick(1)) {
    if (clock.rounds % RECOUNT === 0) {
      recountTerms(s);
      readTerms(s, current);
    }
    if (elite && clock.rounds % ASK === 0) {
      const outline = elite();
      if (outline) {
        loadOutline(s, outline);
        readTerms(s, current);
        keepBest(desk, current);
      }
    }
    cool(annealing, (clock.share - from) / (1 - from));
    beginStep(s, backup);
    const elsewhere = ruin(s, desk.cutter, backup, random);
    recreate(s, desk.rebuild, backup, random, elsewhere);
    readTerms(s, now);
    if (accepts(s, annealing, now, current, random)) {
      current.set(now);
      keepBest(desk, now);
    } else takeBack(s, backup);
  }
}
