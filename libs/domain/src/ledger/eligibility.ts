import type { Day } from '../values/days.js';
import type { Cents } from './cents.js';
import { ofAmount } from './cents.js';

/** What a funding agreement says of costs; data, since it differs per programme. */
export interface Regime {
  /** First and last day on which a payment counts, both included. */
  readonly eligibleFrom: Day;
  readonly eligibleTo: Day;
  readonly durabilityYears: number;
  readonly retentionYears: number;
  /** From what retention counts: the payment itself, or the last day of its year. */
  readonly retentionFrom: 'LAST_PAYMENT' | 'END_OF_YEAR_OF_LAST_PAYMENT';
}

export type EligibilityRefusal =
  | { readonly code: 'PAID_OUTSIDE_WINDOW'; readonly paidOn: Day; readonly from: Day; readonly to: Day }
  | { readonly code: 'FLAT_RATE_TAKES_NO_COST' }
  | { readonly code: 'ALLOCATED_OVER_WHOLE'; readonly basisPoints: number };

/** Only what is paid inside the window counts; the day of the invoice does not matter. */
export function judgeEligibility(regime: Regime, paidOn: Day, rubricIsFlatRate: boolean): EligibilityRefusal | undefined {
  if (rubricIsFlatRate) return { code: 'FLAT_RATE_TAKES_NO_COST' };
  const { eligibleFrom: from, eligibleTo: to } = regime;
  return paidOn < from || paidOn > to ? { code: 'PAID_OUTSIDE_WINDOW', paidOn, from, to } : undefined;
}

/** An invoice line may serve several projects, never for more than all of it together. */
export function judgeAllocation(basisPoints: readonly number[]): EligibilityRefusal | undefined {
  const sum = basisPoints.reduce((all, each) => all + each, 0);
  return sum > 10_000 ? { code: 'ALLOCATED_OVER_WHOLE', basisPoints: sum } : undefined;
}

/** The last day on which a sale or a lasting move out of the region asks for repayment. */
export function durableUntil(regime: Regime, finalPayment: Day): Day {
  return addYears(finalPayment, regime.durabilityYears);
}

/** The last day on which papers must be kept. */
export function retainUntil(regime: Regime, lastPayment: Day): Day {
  const from = regime.retentionFrom === 'LAST_PAYMENT' ? lastPayment : (`${lastPayment.slice(0, 4)}-12-31` as Day);
  return addYears(from, regime.retentionYears);
}

/** What must be paid back of a grant when an asset leaves on a day: the part of the durability time that is left. */
export function repaymentOn(grant: Cents, finalPayment: Day, until: Day, leaves: Day): Cents {
  if (leaves > until) return 0n;
  const whole = daysFrom(finalPayment, until);
  const left = leaves < finalPayment ? whole : daysFrom(leaves, until);
  return ofAmount(grant, BigInt(left), BigInt(Math.max(1, whole)));
}

/** Book value on a day, written off by equal parts per day over so many years. */
export function bookValue(cost: Cents, from: Day, years: number, on: Day): Cents {
  const end = addYears(from, years);
  if (on <= from) return cost;
  if (on >= end) return 0n;
  return cost - ofAmount(cost, BigInt(daysFrom(from, on)), BigInt(daysFrom(from, end)));
}

/** The same day so many years later; 29 February becomes 28 February. */
function addYears(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const leap = day.endsWith('-02-29') && new Date(`${year}-02-29T00:00:00Z`).getUTCMonth() !== 1;
  return (leap ? `${year}-02-28` : `${year}${day.slice(4)}`) as Day;
}

function daysFrom(a: Day, b: Day): number {
  return (Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000;
}
