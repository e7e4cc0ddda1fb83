import type { Point, Travel } from '@karavaan/domain';

/** The way of a road on a map, from the first point to the last. */
export interface RoadPath {
  readonly km: number;
  readonly minutes: number;
  readonly points: readonly Point[];
}

/** What tells how far places lie from each other for a van. */
export interface TravelProvider {
  readonly name: 'estimate' | 'osrm';
  /**
   * Travel from each of `from` to each of `to`; nothing where no road is known.
   * @throws {TravelUnknown} when it cannot be asked now
   */
  table(from: readonly Point[], to: readonly Point[]): Promise<readonly (readonly (Travel | null)[])[]>;
  /**
   * The road through the points in their order; nothing where it does not know roads or there is none.
   * @throws {TravelUnknown} when it cannot be asked now
   */
  path(points: readonly Point[]): Promise<RoadPath | null>;
}

/** The provider did not answer, or not with something of use. */
export class TravelUnknown extends Error {
  override readonly name = 'TravelUnknown';
}
