import { createBackup, type Backup } from './backup.js';
import { createInsertions } from './insertions.js';
import { compareTerms, IMBALANCE } from './levels.js';
import { createNeighbours } from './neighbours.js';
import { createOrders } from './orders.js';
import { createSnapshot, takeSnapshot, type Snapshot } from './outline.js';
import type { Random } from './random.js';
import { createRecreate, type Recreate } from './recreate.js';
import { createRuin, type Ruin } from './ruin.js';
import type { State } from './state.js';
import { addAbsent, setImbalance } from './terms.js';

/** All that one search works with. */
export interface Desk {
  s: State;
  random: Random;
  backup: Backup;
  rebuild: Recreate;
  cutter: Ruin;
  /** The best plan so far, with its terms, jobs left out included. */
  best: Snapshot;
  /** How often the best gave way to a better one. */
  improvements: number;
  typicalWay: number;
}

export function createDesk(s: State, random: Random): Desk {
  const insertions = createInsertions(s);
  const neighbours = createNeighbours(s);
  return {
    s,
    random,
    backup: createBackup(s),
    rebuild: createRecreate(s, insertions, createOrders(s), neighbours),
    cutter: createRuin(s, neighbours),
    best: createSnapshot(s),
    improvements: 0,
    typicalWay: typicalArc(s),
  };
}

/** The terms of the plan as it stands, jobs left out included. */
export function readTerms(s: State, into: Float64Array): void {
  into.set(s.terms);
  if (s.scales.price[IMBALANCE] > 0) setImbalance(s.work, into);
  for (let at = 0; at < s.absentCount; at++) addAbsent(s.c, s.absent[at], into);
}

/** Keeps the plan if it beats the best so far. */
export function keepBest(desk: Desk, terms: Float64Array): boolean {
  const { s, best } = desk;
  if (compareTerms(s.c.levels, terms, best.terms) >= 0) return false;
  takeSnapshot(s, best);
  best.terms.set(terms);
  desk.improvements++;
  return true;
}

/** Mean arc between stops, in the one number of insertions. */
function typicalArc(s: State): number {
  if (s.R === 0 || s.c.jobNodes < 2) return 1;
  let sum = 0;
  let count = 0;
  const step = Math.max(1, Math.floor(s.c.jobNodes / 60));
  for (let from = 0; from < s.c.jobNodes; from += step)
    for (let to = 0; to < s.c.jobNodes; to += step)
      if (from !== to) {
        sum += s.arcs[0][s.row[from] + s.place[to]];
        count++;
      }
  return sum / Math.max(1, count);
}
