/**
 * The accounts of a budget line. Each euro of a line stands in exactly one of them; on screen a stage includes the later ones.
 * OUTSIDE is where budget comes from and goes back to; it alone has no balance.
 */
export const STAGES = ['AVAILABLE', 'COMMITTED', 'INVOICED', 'PAID', 'CLAIMED', 'CERTIFIED', 'DEDUCTED'] as const;
export type Stage = (typeof STAGES)[number];
export type Account = Stage | 'OUTSIDE';

/** What a posting records. */
export const POSTING_KINDS = [
  'ALLOT',
  'WITHDRAW',
  'TRANSFER_OUT',
  'TRANSFER_IN',
  'COMMIT',
  'RELEASE',
  'INVOICE',
  'INVOICE_DIRECT',
  'CREDIT',
  'CREDIT_DIRECT',
  'PAY',
  'REFUND',
  'COST',
  'CLAIM',
  'PARK',
  'CLAIM_FLAT',
  'PARK_FLAT',
  'CERTIFY',
  'DEDUCT',
] as const;
export type PostingKind = (typeof POSTING_KINDS)[number];

/** From which account to which each kind goes; its reversal goes the other way. A table of the database holds the same. */
export const ROUTES: Record<PostingKind, readonly [from: Account, to: Account]> = {
  ALLOT: ['OUTSIDE', 'AVAILABLE'],
  WITHDRAW: ['AVAILABLE', 'OUTSIDE'],
  TRANSFER_OUT: ['AVAILABLE', 'OUTSIDE'],
  TRANSFER_IN: ['OUTSIDE', 'AVAILABLE'],
  COMMIT: ['AVAILABLE', 'COMMITTED'],
  RELEASE: ['COMMITTED', 'AVAILABLE'],
  INVOICE: ['COMMITTED', 'INVOICED'],
  INVOICE_DIRECT: ['AVAILABLE', 'INVOICED'],
  CREDIT: ['INVOICED', 'COMMITTED'],
  CREDIT_DIRECT: ['INVOICED', 'AVAILABLE'],
  PAY: ['INVOICED', 'PAID'],
  REFUND: ['PAID', 'INVOICED'],
  // Own work and own vans: no invoice and no payment.
  COST: ['AVAILABLE', 'PAID'],
  CLAIM: ['PAID', 'CLAIMED'],
  // What the controller leaves open may be claimed again.
  PARK: ['CLAIMED', 'PAID'],
  // A flat rate rests on no cost.
  CLAIM_FLAT: ['AVAILABLE', 'CLAIMED'],
  PARK_FLAT: ['CLAIMED', 'AVAILABLE'],
  CERTIFY: ['CLAIMED', 'CERTIFIED'],
  DEDUCT: ['CLAIMED', 'DEDUCTED'],
};
