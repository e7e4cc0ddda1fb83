import { ofAmount, sumOf, type Cents } from './cents.js';
import { WHOLE } from './shares.js';

export type ClaimState = 'DRAFT' | 'SUBMITTED' | 'IN_CONTROL' | 'CERTIFIED';
export type ClaimAction = 'SUBMIT' | 'TAKE_BACK' | 'START_CONTROL' | 'CERTIFY';

/** Taking back is possible until control begins; what is certified stays. */
export const CLAIM_TRANSITIONS: Record<ClaimAction, Partial<Record<ClaimState, ClaimState>>> = {
  SUBMIT: { DRAFT: 'SUBMITTED' },
  TAKE_BACK: { SUBMITTED: 'DRAFT' },
  START_CONTROL: { SUBMITTED: 'IN_CONTROL' },
  CERTIFY: { IN_CONTROL: 'CERTIFIED' },
};

export function nextClaimState(action: ClaimAction, from: ClaimState): ClaimState | undefined {
  return CLAIM_TRANSITIONS[action][from];
}

/** Whether items may come and go and amounts may change. Submitting freezes both, and the shares. */
export const isOpen = (state: ClaimState) => state === 'DRAFT';

/** How the controller answers one item: together exactly what was declared. */
export interface ClaimVerdict {
  readonly certified: Cents;
  readonly deducted: Cents;
  /** May be declared again in a later claim. */
  readonly parked: Cents;
}

export type ClaimVerdictRefusal = 'NEGATIVE_PART' | 'PARTS_DIFFER_FROM_DECLARED';

export function judgeClaimVerdict(
  declared: Cents,
  { certified, deducted, parked }: ClaimVerdict,
): ClaimVerdictRefusal | undefined {
  if (certified < 0n || deducted < 0n || parked < 0n) return 'NEGATIVE_PART';
  return certified + deducted + parked === declared ? undefined : 'PARTS_DIFFER_FROM_DECLARED';
}

/** Declared so far for the same expenditure: what was parked came back and does not count. */
export function stillDeclarable(paid: Cents, earlier: readonly (Partial<ClaimVerdict> & { declared: Cents })[]): Cents {
  return paid - sumOf(earlier.map(({ declared, parked = 0n }) => declared - parked));
}

/** A flat rate rests on no cost of its own: a part of what is declared of the costs that it is reckoned from. */
export const flatRateOf = (base: Cents, basisPoints: number): Cents => ofAmount(base, BigInt(basisPoints), WHOLE);
