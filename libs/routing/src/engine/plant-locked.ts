import { startNode, linkAfter, markPresent } from './link.js';
import { costOf, judge } from './rich.js';
import type { State } from './state.js';
import { updateRoute } from './update-route.js';

/** Puts the locked stops of every shift where they must stand, for good. A shift whose locked stops cannot be kept stays idle. */
export function plantLocked(s: State): void {
  const { c } = s;
  for (let route = 0; route < s.R; route++) {
    const sequence = plantable(s, route);
    let before = startNode(s, route);
    for (const node of sequence) {
      linkAfter(s, node, before);
      before = node;
      if (c.firstNode[c.jobOf[node]] === node) markPresent(s, c.jobOf[node]);
    }
    if (sequence.length > 0) updateRoute(s, route);
  }
}

/** The locked stops of a shift, each with the rest of its job behind; nothing when they cannot be kept. */
export function plantable(s: State, route: number): number[] {
  const { c } = s;
  const locked = c.locked[route];
  let sequence = Array.from(locked);
  for (const node of locked) {
    const last = c.lastNode[c.jobOf[node]];
    if (!sequence.includes(last)) sequence = withBest(s, route, sequence, last, locked.length);
  }
  for (const node of locked) s.fixed[c.firstNode[c.jobOf[node]]] = s.fixed[c.lastNode[c.jobOf[node]]] = 1;
  if (!locked.every((node) => s.fit[c.jobOf[node] * s.R + route] === 1)) return [];
  return judge(s, s.rich, route, Int32Array.from(sequence), sequence.length) ? sequence : [];
}

/** The sequence with a node at its cheapest place from a position on, at the end when none is feasible. */
function withBest(s: State, route: number, sequence: number[], node: number, from: number): number[] {
  let best = [...sequence, node];
  let least = Infinity;
  for (let at = from; at <= sequence.length; at++) {
    const tried = sequence.toSpliced(at, 0, node);
    if (!judge(s, s.rich, route, Int32Array.from(tried), tried.length)) continue;
    const cost = costOf(s, s.rich, route);
    if (cost >= least) continue;
    least = cost;
    best = tried;
  }
  return best;
}
