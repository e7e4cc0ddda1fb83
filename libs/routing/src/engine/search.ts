import type { Outline, Plan } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import { accepts, cool, createAnnealing, type Annealing } from './anneal.js';
import { beginStep, takeBack } from './backup.js';
import { compile } from './compile.js';
import { createDesk, keepBest, readTerms, type Desk } from './desk.js';
import { shrinkFleet } from './fleet.js';
import { MISSING, TERM_COUNT, UNSERVED, VEHICLES } from './levels.js';
import { markAbsent } from './link.js';
import { loadOutline, loadSnapshot } from './load-outline.js';
import { outlineOf, takeSnapshot } from './outline.js';
import { plantLocked } from './plant-locked.js';
import { createRandom } from './random.js';
import { recreate } from './recreate.js';
import { ruin } from './ruin.js';
import { schedule } from './schedule.js';
import { State } from './state.js';
import { createTerms } from './terms.js';
import { recountTerms } from './update-route.js';

export interface SearchOptions {
  /** On one thread the same seed and iterations give the same result on every machine. */
  seed: number;
  iterations?: number;
  /** Milliseconds. One of the two limits must be given, else the search ends when `stopped` says so. */
  timeLimit?: number;
  /** A plan to start from; what of it is not feasible is left out. */
  initial?: Outline;
  /** Which temperature ladder; searches side by side take different ones. */
  ladder?: number;
  /** Compares every delta with a full evaluation and throws where they differ; slow. */
  debug?: boolean;
}

export interface Found {
  outline: Outline;
  plan: Plan;
  iterations: number;
}

export interface SearchHooks {
  /** Asked every few milliseconds. */
  stopped?(): boolean;
  /** A better plan. */
  improved?(found: Found): void;
  /** A plan from elsewhere to go on from, asked now and then. */
  elite?(): Outline | undefined;
  /** A route of a plan that was accepted; may come more than once. */
  routeSeen?(route: Outline['routes'][number]): void;
  /** Now and then. */
  progress?(state: { iterations: number; share: number }): void;
}

/** Part of the budget for the number of vehicles, when that is what counts first. */
const FLEET_SHARE = 0.3;
/** Rounds between two looks at the clock. */
const ROUNDS = 16;
/** Rounds after which sums are made afresh. */
const RECOUNT = 4096;

/** Ruin and recreate with simulated annealing. */
export function search(problem: Problem, options: SearchOptions, hooks: SearchHooks = {}): Found {
  const c = compile(problem);
  const s = new State(c);
  const desk = createDesk(s, createRandom(options.seed));
  const clock = startClock(options, hooks);

  for (let job = 0; job < c.jobs; job++) markAbsent(s, job);
  if (options.initial) loadOutline(s, options.initial);
  else plantLocked(s);
  beginStep(s, desk.backup);
  for (let before = -1; before !== s.absentCount;) {
    before = s.absentCount;
    recreate(s, desk.rebuild, desk.backup, desk.random);
  }
  takeSnapshot(s, desk.best);
  readTerms(s, desk.best.terms);

  const shrink = fleetFirst(s);
  if (shrink || desk.best.terms[MISSING] > 0) {
    shrinkFleet(desk, shrink, () => clock.tick(FLEET_SHARE));
    loadSnapshot(s, desk.best);
    s.fleetCap = shrink ? s.usedVehicles : c.vehicles;
  }
  anneal(desk, createAnnealing(options.ladder ?? 0), clock);

  const outline = outlineOf(s, desk.best);
  return { outline, plan: schedule(problem, outline), iterations: clock.rounds };
}

interface Clock {
  rounds: number;
  /** Part of the budget that is used. */
  share: number;
  /** Counts a round; false when this part of the budget is used, or the search is to stop. */
  tick(until: number): boolean;
}

function startClock({ iterations, timeLimit }: SearchOptions, hooks: SearchHooks): Clock {
  const started = performance.now();
  let stopped = false;
  const clock: Clock = {
    rounds: 0,
    share: 0,
    tick(until) {
      if (clock.rounds % ROUNDS === 0) {
        const spent = performance.now() - started;
        const byTime = timeLimit === undefined ? 0 : spent / timeLimit;
        clock.share = Math.max(byTime, iterations === undefined ? 0 : clock.rounds / iterations);
        stopped ||= hooks.stopped?.() ?? false;
      }
      if (stopped || clock.share >= until || clock.rounds === iterations) return false;
      clock.rounds++;
      return true;
    },
  };
  return clock;
}

/** Whether vehicles count before anything that a plan with all jobs could still lose. */
function fleetFirst(s: State): boolean {
  const { levels } = s.c;
  for (let at = 0; at < s.absentCount; at++) if (s.c.prize[s.absent[at]] > 0) return false;
  for (let level = 0; level < levels.count; level++) {
    if (levels.weights[level * TERM_COUNT + VEHICLES] > 0) return true;
    if (level > 0 && levels.weights[level * TERM_COUNT + UNSERVED] === 0) return false;
  }
  return false;
}

function anneal(desk: Desk, annealing: Annealing, clock: Clock): void {
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
    cool(annealing, (clock.share - from) / (1 - from));
    beginStep(s, backup);
    ruin(s, desk.cutter, backup, random);
    recreate(s, desk.rebuild, backup, random);
    readTerms(s, now);
    if (accepts(s, annealing, now, current, random)) {
      current.set(now);
      keepBest(desk, now);
    } else takeBack(s, backup);
  }
}
