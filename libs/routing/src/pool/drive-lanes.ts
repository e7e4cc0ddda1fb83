import type { Outline } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import { compareLevels } from './compare.js';
import { announceMail, createControl, requestStop, type Control } from './control.js';
import type { Lane, LaneEvent } from './lane.js';
import type { Found, SearchOrder } from './messages.js';

/** How long after an abort, and after the time limit, a worker's last word is awaited when there is a result already. */
const PATIENCE_AFTER_ABORT_MS = 25;
const PATIENCE_AFTER_LIMIT_MS = 250;
/** Before this part of the budget workers keep to their own plans: exchanged sooner, they soon all search the same ones. */
const EXCHANGE_FROM = 0.55;
/** Even without any result the caller does not wait longer than this for a worker that should have ended. */
const LAST_RESORT_MS = 30_000;

export interface Drive {
  problem: Problem;
  /** One for each lane. */
  orders: readonly SearchOrder[];
  lanes: readonly Lane[];
  signal?: AbortSignal;
  /** Called for each better plan and each part of the budget, with the best so far. */
  report: (best: Found, iterations: number) => void;
}

export interface Driven {
  best?: Found;
  iterations: number;
  /** What went wrong in workers, a line each. */
  faults: string[];
  /** Lanes that had not ended when the result was due. */
  late: Lane[];
  /** Routes seen, where the orders ask for them. */
  routes: Outline['routes'];
  /** What `report` threw, which ended the search. */
  thrown?: unknown;
}

interface Work {
  lane: Lane;
  control: Control;
  iterations: number;
  levels?: number[];
  ended: boolean;
}

/** Lets each lane search and exchanges what they find, until all have ended, the caller aborts or time is over. */
export function driveLanes({ problem, orders, lanes, signal, report }: Drive): Promise<Driven> {
  const works: Work[] = lanes.map((lane) => ({ lane, control: createControl(), iterations: 0, ended: false }));
  const faults: string[] = [];
  let best: Found | undefined;
  const routes: Outline['routes'] = [];
  let overdue = false;

  return new Promise((resolve) => {
    const timers: NodeJS.Timeout[] = [];
    const finish = (thrown?: unknown) => {
      timers.forEach(clearTimeout);
      signal?.removeEventListener('abort', abort);
      for (const work of works) if (!work.ended) requestStop(work.control);
      const late = works.filter((work) => !work.ended).map((work) => work.lane);
      resolve({ best, iterations: iterationsOf(works), faults, late, routes, thrown });
    };
    const expectEnd = (patience: number) => {
      timers.push(
        setTimeout(() => {
          overdue = true;
          if (best) finish();
        }, patience),
        setTimeout(finish, patience + LAST_RESORT_MS),
      );
    };
    const abort = () => {
      for (const work of works) requestStop(work.control);
      expectEnd(PATIENCE_AFTER_ABORT_MS);
    };
    const tell = () => {
      if (!best) return;
      try {
        report(best, iterationsOf(works));
      } catch (error) {
        finish(error);
      }
    };

    const hear = (work: Work, event: LaneEvent) => {
      if ('iterations' in event) work.iterations = event.iterations;
      switch (event.type) {
        case 'better':
          work.levels = event.found.levels;
          if (!best || compareLevels(event.found.levels, best.levels) < 0) {
            best = event.found;
            tell();
          }
          if (overdue) finish();
          return;
        case 'pace':
          tell();
          if (best && event.share >= EXCHANGE_FROM) passOn(best, work, works);
          return;
        case 'rejected':
          faults.push(event.message);
          return;
        case 'failed':
          faults.push(event.message);
          break;
        case 'dead':
          faults.push(event.reason);
          break;
        case 'done':
          for (const route of event.routes) routes.push(route);
          break;
        default:
          return;
      }
      work.ended = true;
      if (works.every((work) => work.ended)) finish();
    };

    works.forEach((work, at) => {
      const order = orders[at]!;
      work.lane.listen((event) => hear(work, event));
      work.lane.send({ type: 'search', problem, order, cells: work.control.cells });
    });
    const deadline = orders[0]?.deadline;
    if (deadline !== undefined) timers.push(setTimeout(expectEnd, Math.max(0, deadline - Date.now()), PATIENCE_AFTER_LIMIT_MS));
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
  });
}

/** Only the one that lags most goes on from the best of all: the others keep the search wide. */
function passOn(best: Found, work: Work, works: readonly Work[]): void {
  if (!work.levels || compareLevels(best.levels, work.levels) >= 0) return;
  const lags = works.every((other) => !other.levels || compareLevels(other.levels, work.levels!) <= 0);
  if (!lags) return;
  work.lane.send({ type: 'elite', outline: best.outline });
  announceMail(work.control);
}

function iterationsOf(works: readonly Work[]): number {
  return works.reduce((sum, work) => sum + work.iterations, 0);
}
