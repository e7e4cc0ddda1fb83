import type { Day } from './days.js';

/** Why something cannot be, in the words of the API. */
export type PlacementRefusalCode =
  | 'UNIT_TAKEN'
  | 'TOO_FAR_BEFORE'
  | 'TOO_FAR_AFTER'
  | 'SITE_CLOSED'
  | 'IN_THE_PAST'
  | 'TOO_SHORT_NOTICE'
  | 'SITE_NOT_VALID'
  | 'UNIT_OUT_OF_SERVICE'
  | 'FIXED_ELSEWHERE'
  | 'POWER_MISSING'
  | 'FLOOR_TOO_SMALL'
  | 'NO_STEP_FREE_ACCESS'
  | 'GROUP_TOO_LARGE'
  | 'INSPECTION_EXPIRED'
  | 'UNIT_DEFECT'
  | 'TURNAROUND'
  | 'IN_ROUND'
  | 'INSTRUCTOR_MISSING';

/** What nobody knows: it never refuses, booker and planner see it. */
export type PlacementWarningCode =
  | 'POWER_UNKNOWN'
  | 'FLOOR_UNKNOWN'
  | 'ACCESS_UNKNOWN'
  | 'GROUP_LIMIT_UNKNOWN'
  | 'INSPECTION_UNKNOWN'
  | 'INSPECTION_PLANNED';

/** A refusal or a warning as a value: the reason, the thing in the way, and what would have been needed. */
export interface Reason<Code extends string = PlacementRefusalCode | PlacementWarningCode> {
  readonly code: Code;
  readonly unitId?: string;
  readonly siteId?: string;
  /** The occupancy in the way and its days, both included. */
  readonly occupancyId?: string;
  readonly reservationId?: string | null;
  readonly firstDay?: Day;
  readonly lastDay?: Day;
  /** What the inspection is called. */
  readonly name?: { readonly nl: string; readonly fr: string; readonly en: string } | null;
  readonly needed?: string;
  readonly available?: string;
  /** It rests on an estimated figure. */
  readonly estimated: boolean;
  /** A planner may override it with a reason. */
  readonly overridable: boolean;
}

export type PlacementRefusal = Reason<PlacementRefusalCode>;
export type PlacementWarning = Reason<PlacementWarningCode>;

/** A refusal that nobody may override: overlap, travel, inspection, legal and validity limits. */
export function hard(code: PlacementRefusalCode, more: Partial<PlacementRefusal> = {}): PlacementRefusal {
  return { code, estimated: false, overridable: false, ...more };
}
