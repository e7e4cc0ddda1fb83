import type { Outline } from '../model/plan.js';

export type SeenRoute = Outline['routes'][number];

/** Routes that were part of good plans, each once, the latest seen when there are too many. */
export interface RoutePool {
  add(route: SeenRoute): void;
  readonly size: number;
  routes(): IterableIterator<SeenRoute>;
}

export function createRoutePool(most: number): RoutePool {
  // A map keeps the order of insertion, so its first key is the one that was not seen for longest.
  const seen = new Map<string, SeenRoute>();
  return {
    add(route) {
      const key = keyOf(route);
      const known = seen.delete(key);
      seen.set(key, route);
      if (!known && seen.size > most) seen.delete(seen.keys().next().value!);
    },
    get size() {
      return seen.size;
    },
    routes: () => seen.values(),
  };
}

function keyOf({ vehicle, shift, stops }: SeenRoute): string {
  let key = `${vehicle}\n${shift}`;
  for (const stop of stops) key += 'job' in stop ? `\n${stop.kind[0]}${stop.job}` : `\n${stop.kind}${stop.number}`;
  return key;
}
