import type { State } from './state.js';

/** Nodes of jobs around each node, nearest first; made when first asked for, at most `MOST` each. */
export interface Neighbours {
  of(node: number): Int32Array;
}

const MOST = 400;

export function createNeighbours(s: State): Neighbours {
  const { jobNodes } = s.c;
  const lists: (Int32Array | undefined)[] = Array.from({ length: jobNodes }, () => undefined);
  const away = new Float64Array(jobNodes);
  return {
    of(node) {
      const list = lists[node];
      if (list) return list;
      const made = nearest(s, node, away);
      lists[node] = made;
      return made;
    },
  };
}

function nearest(s: State, node: number, away: Float64Array): Int32Array {
  const { place, row } = s;
  const durations = s.durations[0];
  const distances = s.distances[0];
  for (let other = 0; other < away.length; other++) {
    const cell = row[node] + place[other];
    const back = row[other] + place[node];
    away[other] = durations[cell] + durations[back] + 1e-3 * (distances[cell] + distances[back]);
  }
  const order = Int32Array.from(away, (_, other) => other).sort((a, b) => away[a] - away[b] || a - b);
  return order.slice(0, MOST);
}
