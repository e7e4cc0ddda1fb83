import { linkAfter, markAbsent, markPresent, startNode } from './link.js';
import { clearRoute } from './backup.js';
import type { Snapshot } from './outline.js';
import type { State } from './state.js';
import { updateRoute } from './update-route.js';

/** Makes the state what a snapshot holds. */
export function loadSnapshot(s: State, snapshot: Snapshot): void {
  for (let route = 0; route < s.R; route++) clearRoute(s, route);
  for (let job = 0; job < s.c.jobs; job++) if (s.absentAt[job] < 0) markAbsent(s, job);
  for (let route = 0; route < s.R; route++) {
    let before = startNode(s, route);
    for (let at = snapshot.from[route]; at < snapshot.from[route + 1]; at++) {
      const node = snapshot.nodes[at];
      linkAfter(s, node, before);
      before = node;
      if (node < s.c.jobNodes && s.absentAt[s.c.jobOf[node]] >= 0) markPresent(s, s.c.jobOf[node]);
    }
    updateRoute(s, route);
  }
}
