import type { CheckQuery } from '../../graphql/generated/graphql.js';

export type Verdict = CheckQuery['checkReservation'];

/** A change that keeps its days is not asked for notice again. */
export function verdictFor(check: Verdict, sameDays: boolean): Verdict {
  const reasons = sameDays ? check.reasons.filter(({ code }) => code !== 'TOO_SHORT_NOTICE') : check.reasons;
  return { ...check, reasons, ok: check.ok || reasons.length === 0 };
}
