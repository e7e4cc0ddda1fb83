import type { Outline, Plan } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import { characterOf, createAnnealing } from './anneal.js';
import { beginStep } from './backup.js';
import { startClock } from './clock.js';
import { compile } from './compile.js';
import { createDesk, readTerms, type Desk } from './desk.js';
import { shrinkFleet } from './fleet.js';
import { priceInsertion } from './insertions.js';
import { MISSING, TERM_COUNT, UNSERVED, VEHICLES } from './levels.js';
import { markAbsent } from './link.js';
import { loadOutline, loadSnapshot } from './load-outline.js';
import { takeSnapshot } from './outline.js';
import { plantLocked } from './plant-locked.js';
import { createRandom } from './random.js';
import { recreate } from './recreate.js';
import { State } from './state.js';
import { createTeller, foundOf } from './tell.js';
import { walk } from './walk.js';

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

/** Part of the budget for the number of vehicles, when that is what counts first, and how long it goes on after a success. */
const FLEET_SHARE = 0.3;
const FLEET_PATIENCE = 0.15;

/** Over the number of routes: how often a stretch of one is given up for visits elsewhere. */
const LEAVE = 0.25;

/** Searches in this thread until a limit is reached; the result is always feasible. */
export function search(problem: Problem, options: SearchOptions, hooks: SearchHooks = {}): Found {
  const c = compile(problem);
  const s = new State(c);
  s.debug = options.debug ?? false;
  const desk = createDesk(s, createRandom(options.seed));
  const clock = startClock(options, createTeller(desk, hooks));
  const hopeless = fitsNowhere(desk);
  construct(desk, options.initial);

  const shrink = fleetFirst(s, hopeless);
  if (shrink || desk.best.terms[MISSING] > 0) {
    desk.cutter.near = createAnnealing(options.ladder ?? 0, 'short').near;
    let fewer = desk.improvements;
    let since = 0;
    shrinkFleet(desk, shrink, () => {
      if (desk.improvements > fewer) {
        fewer = desk.improvements;
        since = clock.share;
      }
      return clock.tick(Math.min(FLEET_SHARE, FLEET_PATIENCE + 2 * since));
    });
    loadSnapshot(s, desk.best);
    s.fleetCap = shrink ? s.usedVehicles : c.vehicles;
  }
  const annealing = createAnnealing(options.ladder ?? 0, characterOf(s));
  desk.cutter.near = annealing.near;
  desk.cutter.reach = annealing.reach;
  // Of many routes one can leave what the others hold; where there are few, a region is changed as a whole or not at all.
  desk.cutter.leave = s.choosing ? LEAVE / s.R : 0;
  desk.rebuild.everywhere = annealing.everywhere;
  desk.rebuild.blink = annealing.blink;
  walk(desk, annealing, clock, hooks.elite);
  const found = foundOf(desk, clock.rounds);
  hooks.improved?.(found);
  return found;
}

/** A first plan: the given one and what still fits, or one made from nothing. */
function construct(desk: Desk, initial: Outline | undefined): void {
  const { s } = desk;
  for (let job = 0; job < s.c.jobs; job++) markAbsent(s, job);
  if (initial) loadOutline(s, initial);
  else plantLocked(s);
  beginStep(s, desk.backup);
  for (let before = -1; before !== s.absentCount;) {
    before = s.absentCount;
    recreate(s, desk.rebuild, desk.backup, desk.random);
  }
  takeSnapshot(s, desk.best);
  readTerms(s, desk.best.terms);
  desk.improvements++;
}

/** Jobs that no shift could do even with nothing else to do, 1 for yes. */
function fitsNowhere({ s, rebuild }: Desk): Uint8Array {
  const { jobs } = s.c;
  const hopeless = new Uint8Array(jobs);
  for (let job = 0; job < jobs; job++) {
    let route = 0;
    while (route < s.R && (s.fit[job * s.R + route] === 0 || priceInsertion(s, rebuild.insertions, job, route) === Infinity))
      route++;
    if (route === s.R) hopeless[job] = 1;
  }
  return hopeless;
}

/** Whether vehicles count before anything that a plan with all jobs could still lose. */
function fleetFirst({ c, absent, absentCount }: State, hopeless: Uint8Array): boolean {
  const { levels } = c;
  for (let at = 0; at < absentCount; at++) if (c.prize[absent[at]] > 0 && hopeless[absent[at]] === 0) return false;
  for (let level = 1; level < levels.count; level++) {
    if (levels.weights[level * TERM_COUNT + VEHICLES] > 0) return true;
    if (levels.weights[level * TERM_COUNT + UNSERVED] === 0) return false;
  }
  return false;
}
