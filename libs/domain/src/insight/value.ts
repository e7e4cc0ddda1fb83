import { ofAmount, type Cents } from '../ledger/cents.js';

/** Hours in hundredths, whole: `650n` is six and a half hours. Amounts and hours never meet as numbers with a fraction. */
export type CentiHours = bigint;

export const centiHours = (hours: number): CentiHours => BigInt(Math.round(hours * 100));

/** What an hour cost; none where there was none. */
export function perHour(cents: Cents, hours: CentiHours): Cents | null {
  return hours <= 0n ? null : ofAmount(cents, 100n, hours);
}

/**
 * Divides a cost over uses by their hours, to the cent: the boundaries are rounded, so the parts add up to the cost. Without any
 * hours nothing is divided: all of it is for no use.
 */
export function divideByHours(cents: Cents, hours: readonly CentiHours[]): Cents[] {
  const whole = hours.reduce((sum, each) => sum + each, 0n);
  if (whole <= 0n) return hours.map(() => 0n);
  let upTo = 0n;
  let before = 0n;
  return hours.map((each) => {
    upTo += each;
    const next = ofAmount(cents, upTo, whole);
    const part = next - before;
    before = next;
    return part;
  });
}

/** Equipment that was paid for and is hardly booked: on fewer than one in ten working days. */
export const IDLE_BELOW = 0.1;

export function isIdle({
  costCents,
  usedDays,
  workingDays,
}: {
  costCents: Cents;
  usedDays: number;
  workingDays: number;
}): boolean {
  return costCents > 0n && workingDays > 0 && usedDays / workingDays < IDLE_BELOW;
}
