import type { Day } from '../values/days.js';
import type { Cents } from './cents.js';

/** The lightest first. */
export const PROCEDURES = ['LOW_VALUE', 'NEGOTIATED', 'SIMPLIFIED', 'OPEN'] as const;
export type ProcedureName = (typeof PROCEDURES)[number];

/** From a day on, an estimate under the amount may be awarded by the procedure; null is no limit. */
export interface Threshold {
  readonly procedure: ProcedureName;
  readonly validFrom: Day;
  readonly belowCents: Cents | null;
}

/** The lightest procedure that the table of that day allows for an estimate; undefined when the table does not say. */
export function procedureNeeded(estimate: Cents, day: Day, thresholds: readonly Threshold[]): ProcedureName | undefined {
  return PROCEDURES.find((procedure) => {
    const latest = thresholds
      .filter((each) => each.procedure === procedure && each.validFrom <= day)
      .reduce<Threshold | undefined>((last, each) => (last && last.validFrom > each.validFrom ? last : each), undefined);
    return latest && (latest.belowCents === null || estimate < latest.belowCents);
  });
}

export const isTooLight = (used: ProcedureName, needed: ProcedureName) => PROCEDURES.indexOf(used) < PROCEDURES.indexOf(needed);
