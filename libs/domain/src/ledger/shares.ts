import { ofAmount, type Cents } from './cents.js';

/** A funder's part of what is eligible, in hundredths of a percent; of one agreement they add up to 10,000. */
export interface FunderShare {
  readonly funderId: string;
  readonly basisPoints: number;
}

export const WHOLE = 10_000n;

export function sharesAddUp(shares: readonly FunderShare[]): boolean {
  return shares.reduce((sum, { basisPoints }) => sum + basisPoints, 0) === Number(WHOLE);
}

/**
 * Divides the next amount over the funders such that what each has had since the start is its share of all amounts so far, to
 * the cent. The boundaries between funders are rounded, not the parts, so the parts always add up to the amount; rounding each
 * amount on its own drifts by a cent per claim.
 */
export function divideNext(before: Cents, amount: Cents, shares: readonly FunderShare[]): { funderId: string; cents: Cents }[] {
  const earlier = divideAll(before, shares);
  return divideAll(before + amount, shares).map((cents, at) => ({ funderId: shares[at]!.funderId, cents: cents - earlier[at]! }));
}

/** What each funder bears of all amounts together. */
export function divideAll(total: Cents, shares: readonly FunderShare[]): Cents[] {
  let upTo = 0n;
  let boundary = 0n;
  return shares.map(({ basisPoints }) => {
    upTo += BigInt(basisPoints);
    const next = ofAmount(total, upTo, WHOLE);
    const part = next - boundary;
    boundary = next;
    return part;
  });
}
