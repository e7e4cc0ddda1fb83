import type { PostingKind, Stage } from './stages.js';

/** A line with its budget and what is done with it, in whole euros, with the arithmetic that a person can check by hand. */
export interface GoldenCase {
  readonly name: string;
  readonly arithmetic: string;
  readonly budget: number;
  readonly moves: readonly { readonly kind: PostingKind; readonly euros: number; readonly from?: string; readonly to?: string }[];
  /** The refusal of the last move, if any. */
  readonly refused?: { readonly code: string; readonly available: number };
  /** As shown on screen: a stage includes the later ones. */
  readonly shown: Partial<Record<Stage, number>>;
}

export const GOLDEN: readonly GoldenCase[] = [
  {
    name: 'an order beside what is spent',
    arithmetic: '20,000,000 − 11,000,000 spent = 9,000,000; − 5,000,000 ordered = 4,000,000 left',
    budget: 20_000_000,
    moves: [
      { kind: 'INVOICE_DIRECT', euros: 11_000_000, to: 'part' },
      { kind: 'PAY', euros: 11_000_000, from: 'part', to: 'spent' },
      { kind: 'COMMIT', euros: 5_000_000, to: 'order' },
    ],
    shown: { AVAILABLE: 20_000_000, COMMITTED: 16_000_000, INVOICED: 11_000_000, PAID: 11_000_000 },
  },
  {
    name: 'an order that what is spent leaves no room for',
    arithmetic: '20,000,000 − 11,000,000 spent = 9,000,000 < 9,000,001',
    budget: 20_000_000,
    moves: [
      { kind: 'INVOICE_DIRECT', euros: 11_000_000, to: 'part' },
      { kind: 'COMMIT', euros: 9_000_001, to: 'order' },
    ],
    refused: { code: 'LINE_TOO_SMALL', available: 9_000_000 },
    shown: { AVAILABLE: 20_000_000, COMMITTED: 11_000_000, INVOICED: 11_000_000 },
  },
  {
    name: 'actual replaces ordered, and the rest comes back',
    arithmetic: '1,000 − 800 ordered = 200; 300 + 450 invoiced of the 800; 50 released: 1,000 − 750 = 250 left',
    budget: 1_000,
    moves: [
      { kind: 'COMMIT', euros: 800, to: 'order' },
      { kind: 'INVOICE', euros: 300, from: 'order', to: 'one' },
      { kind: 'INVOICE', euros: 450, from: 'order', to: 'two' },
      { kind: 'RELEASE', euros: 50, from: 'order' },
    ],
    shown: { AVAILABLE: 1_000, COMMITTED: 750, INVOICED: 750 },
  },
  {
    name: 'an invoice over its order',
    arithmetic: '800 ordered − 300 invoiced = 500 < 501',
    budget: 10_000,
    moves: [
      { kind: 'COMMIT', euros: 800, to: 'order' },
      { kind: 'INVOICE', euros: 300, from: 'order', to: 'one' },
      { kind: 'INVOICE', euros: 501, from: 'order', to: 'two' },
    ],
    refused: { code: 'COMMITMENT_TOO_SMALL', available: 500 },
    shown: { AVAILABLE: 10_000, COMMITTED: 800, INVOICED: 300 },
  },
  {
    name: 'declared = certified + deducted + parked',
    arithmetic: '600 paid and declared = 400 certified + 50 deducted + 150 parked; the 150 is paid and not claimed',
    budget: 1_000,
    moves: [
      { kind: 'INVOICE_DIRECT', euros: 600, to: 'part' },
      { kind: 'PAY', euros: 600, from: 'part', to: 'spent' },
      { kind: 'CLAIM', euros: 600, from: 'spent', to: 'item' },
      { kind: 'CERTIFY', euros: 400, from: 'item', to: 'item' },
      { kind: 'DEDUCT', euros: 50, from: 'item', to: 'item' },
      { kind: 'PARK', euros: 150, from: 'item', to: 'spent' },
    ],
    shown: { AVAILABLE: 1_000, COMMITTED: 600, INVOICED: 600, PAID: 600, CLAIMED: 450, CERTIFIED: 400, DEDUCTED: 50 },
  },
  {
    name: 'an item judged for more than it holds',
    arithmetic: '600 declared − 400 certified = 200 < 201',
    budget: 1_000,
    moves: [
      { kind: 'INVOICE_DIRECT', euros: 600, to: 'part' },
      { kind: 'PAY', euros: 600, from: 'part', to: 'spent' },
      { kind: 'CLAIM', euros: 600, from: 'spent', to: 'item' },
      { kind: 'CERTIFY', euros: 400, from: 'item', to: 'item' },
      { kind: 'DEDUCT', euros: 201, from: 'item', to: 'item' },
    ],
    refused: { code: 'CLAIM_ITEM_TOO_SMALL', available: 200 },
    shown: { AVAILABLE: 1_000, COMMITTED: 600, INVOICED: 600, PAID: 600, CLAIMED: 600, CERTIFIED: 400 },
  },
  {
    name: 'paying more than is invoiced',
    arithmetic: '100 invoiced < 101',
    budget: 1_000,
    moves: [
      { kind: 'INVOICE_DIRECT', euros: 100, to: 'part' },
      { kind: 'PAY', euros: 101, from: 'part', to: 'spent' },
    ],
    refused: { code: 'INVOICE_TOO_SMALL', available: 100 },
    shown: { AVAILABLE: 1_000, COMMITTED: 100, INVOICED: 100 },
  },
  {
    name: 'declaring what is not paid',
    arithmetic: '60 paid < 61',
    budget: 1_000,
    moves: [
      { kind: 'INVOICE_DIRECT', euros: 100, to: 'part' },
      { kind: 'PAY', euros: 60, from: 'part', to: 'spent' },
      { kind: 'CLAIM', euros: 61, from: 'spent', to: 'item' },
    ],
    refused: { code: 'NOT_PAID', available: 60 },
    shown: { AVAILABLE: 1_000, COMMITTED: 100, INVOICED: 100, PAID: 60 },
  },
];

/**
 * Twenty claims of 33.33 over three funders that bear a third each (3,333, 3,333 and 3,334 hundredths of a percent).
 * Floor and rest: 33.33 × 0.3333 = 11.1088…, floored 11.10; the rest 33.33 − 22.20 = 11.13: after 20 claims 222.00, 222.00, 222.60.
 * Cumulative: 666.60 × 0.3333 = 222.17778 → 222.18; × 0.6666 = 444.35556 → 444.36, less 222.18 = 222.18; the rest 222.24.
 */
export const TWENTY_CLAIMS = {
  each: 3_333n,
  count: 20,
  shares: [3_333, 3_333, 3_334],
  floorAndRest: [22_200n, 22_200n, 22_260n],
  cumulative: [22_218n, 22_218n, 22_224n],
};
