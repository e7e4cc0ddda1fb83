import { fromEpochDay, type Day } from '../values/days.js';

/** What a model asks of who books it. */
export interface AuthorisationRule {
  /** Months that one holds; null for always. */
  readonly validMonths: number | null;
}

export interface HeldAuthorisation {
  readonly grantedOn: Day;
  /** The last day on which it holds; null for always. */
  readonly validUntil: Day | null;
}

/** MISSING: never had one. ENDS: had one that does not hold until the last day, which is `validUntil`. */
export type AuthorisationVerdict =
  | { readonly kind: 'HELD' }
  | { readonly kind: 'MISSING' }
  | { readonly kind: 'ENDS'; readonly validUntil: Day };

/** Whether who holds these may have equipment from a first up to a last day. One of them has to cover the whole of it. */
export function judgeAuthorisation(held: readonly HeldAuthorisation[], firstDay: Day, lastDay: Day): AuthorisationVerdict {
  let latest: Day | undefined;
  for (const { grantedOn, validUntil } of held) {
    if (grantedOn <= firstDay && (validUntil === null || validUntil >= lastDay)) return { kind: 'HELD' };
    if (validUntil !== null && (latest === undefined || validUntil > latest)) latest = validUntil;
  }
  return latest === undefined ? { kind: 'MISSING' } : { kind: 'ENDS', validUntil: latest };
}

/** The last day of what is granted on a day: the day before the same day so many months later, or the end of a shorter month. */
export function authorisedUntil({ validMonths }: AuthorisationRule, grantedOn: Day): Day | null {
  if (validMonths === null) return null;
  const [year, month, day] = grantedOn.split('-').map(Number) as [number, number, number];
  const months = year * 12 + month - 1 + validMonths;
  const [endYear, endMonth] = [Math.floor(months / 12), months % 12];
  const lastOfMonth = new Date(Date.UTC(endYear, endMonth + 1, 0)).getUTCDate();
  const after = Date.UTC(endYear, endMonth, Math.min(day, lastOfMonth));
  return fromEpochDay(after / 86_400_000 - 1);
}
