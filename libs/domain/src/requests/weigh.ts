import { type Area, isLowAccess } from './areas.js';

/** How much each ground counts, 0 to 100 points. */
export interface Weights {
  /** For an organisation that was served little so far. */
  readonly served: number;
  /** For an area from which equipment is far away. */
  readonly access: number;
  /** For a large group. */
  readonly group: number;
}

export interface Claim {
  readonly organisationId: string;
  readonly area: Area;
  readonly groupSize: number | null;
  /** How often the organisation had this equipment in the year before. */
  readonly servedBefore: number;
}

/** Why a request counts as it does; the parts make the whole. */
export interface Worth {
  readonly base: number;
  readonly served: number;
  readonly access: number;
  readonly group: number;
  readonly total: number;
}

/** Every request counts; what is added can double it, so that two granted wishes never lose to one by a little. */
export const BASE_POINTS = 100;
/** On top, for days that were preferred. */
export const PREFERRED_POINTS = 10;
/** From this size on a group counts in full. */
export const FULL_GROUP = 20;

export function weigh({ area, groupSize, servedBefore }: Claim, weights: Weights): Worth {
  const served = Math.round(weights.served / (1 + servedBefore));
  const access = isLowAccess(area) ? weights.access : 0;
  const group = Math.round((weights.group * Math.min(groupSize ?? 0, FULL_GROUP)) / FULL_GROUP);
  return { base: BASE_POINTS, served, access, group, total: BASE_POINTS + served + access + group };
}
