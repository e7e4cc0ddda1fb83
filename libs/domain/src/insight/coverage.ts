import { estimateTravel, type Point } from '../transport/travel.js';

/** A place where people live: of a municipality with several, each counts for an equal part of its inhabitants. */
export interface LivedPlace extends Point {
  readonly nis: string;
}

/**
 * Of each municipality the share of its places that have one of `sites` within `km` over the road, by the estimate that
 * journeys use too. 0.5: half of its places. A municipality without a place is not in the answer.
 */
export function coveredShares(places: readonly LivedPlace[], sites: readonly Point[], km: number): Map<string, number> {
  const counts = new Map<string, { all: number; near: number }>();
  for (const place of places) {
    const count = counts.get(place.nis) ?? { all: 0, near: 0 };
    count.all++;
    if (sites.some((site) => estimateTravel(place, site).km <= km)) count.near++;
    counts.set(place.nis, count);
  }
  return new Map([...counts].map(([nis, { all, near }]) => [nis, near / all]));
}
