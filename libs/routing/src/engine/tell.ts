import type { Outline } from '../model/plan.js';
import type { Clock } from './clock.js';
import type { Desk } from './desk.js';
import { startNode } from './link.js';
import { outlineOf, outlineRoute } from './outline.js';
import { schedule } from './schedule.js';
import type { Found, SearchHooks } from './search.js';

/** Plans follow each other fast at first; one in so many milliseconds is told, and in so many times what telling it took. */
const TELL_EVERY_MS = 20;
const TELL_SHARE = 20;
/** Routes are shown when a plan is seen every so many rounds. */
const SHOW_EVERY = 64;

/** Tells the outside what the search finds; returns the question whether to go on, to be asked every few milliseconds. */
export function createTeller(desk: Desk, hooks: SearchHooks): (clock: Clock) => boolean {
  const { s } = desk;
  const shown = new Int32Array(s.R).fill(-1);
  let told = 0;
  let next = -Infinity;
  return (clock) => {
    const time = performance.now();
    if (hooks.improved && desk.improvements > told && time >= next) {
      hooks.improved(foundOf(desk, clock.rounds));
      told = desk.improvements;
      const now = performance.now();
      next = now + Math.max(TELL_EVERY_MS, TELL_SHARE * (now - time));
    }
    if (hooks.routeSeen && clock.rounds % SHOW_EVERY === 0)
      for (let route = 0; route < s.R; route++) {
        if (s.version[route] === shown[route] || s.length[route] === 0) continue;
        shown[route] = s.version[route];
        hooks.routeSeen(routeOf(desk, route));
      }
    hooks.progress?.({ iterations: clock.rounds, share: clock.share });
    return !hooks.stopped?.();
  };
}

export function foundOf(desk: Desk, iterations: number): Found {
  const outline = outlineOf(desk.s, desk.best);
  return { outline, plan: schedule(desk.s.c.problem, outline), iterations };
}

function routeOf({ s }: Desk, route: number): Outline['routes'][number] {
  const nodes: number[] = [];
  const end = startNode(s, route) + 1;
  for (let node = s.next[end - 1]; node !== end; node = s.next[node]) nodes.push(node);
  return outlineRoute(s, route, Int32Array.from(nodes));
}
