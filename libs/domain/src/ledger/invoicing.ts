import { least, ofAmount, sumOf, type Cents } from './cents.js';
import { judgeAllocation } from './eligibility.js';
import { roomOf } from './ledger.js';
import { WHOLE } from './shares.js';

/** Which part of an invoice line is charged to which budget line, out of which commitment if any. */
export interface Charge {
  readonly lineId: string;
  readonly commitmentId: string | null;
  readonly basisPoints: number;
}

export interface InvoiceLineAmounts {
  readonly netCents: Cents;
  readonly vatCents: Cents;
  readonly recoverableVatCents: Cents;
  readonly allocations: readonly Charge[];
}

/** What an invoice takes of one budget line and one commitment, and of which of its lines. */
export interface InvoiceShare {
  readonly lineId: string;
  readonly commitmentId: string | null;
  readonly cents: Cents;
  readonly netCents: Cents;
  readonly allocations: readonly { readonly at: number; readonly basisPoints: number; readonly cents: Cents }[];
}

export type InvoiceRefusalCode =
  | 'RECOVERABLE_OVER_VAT'
  | 'OVER_ALLOCATED'
  | 'NOTHING_ALLOCATED'
  | 'NEGATIVE_PART'
  | 'NOT_POSITIVE';
export interface InvoiceRefusal {
  readonly code: InvoiceRefusalCode;
  /** The line of the invoice, from 0. */
  readonly at?: number;
  readonly lineId?: string;
  readonly needed?: Cents;
}

export type SplitInvoice =
  | { readonly ok: true; readonly payable: Cents; readonly shares: readonly InvoiceShare[] }
  | { readonly ok: false; readonly refusal: InvoiceRefusal };

/**
 * Divides an invoice over budget lines and commitments. A line below zero, a discount, lowers what the others of the same
 * budget line and commitment take; nothing may end below zero, which is what a credit note is for.
 */
export function splitInvoice(lines: readonly InvoiceLineAmounts[]): SplitInvoice {
  const refuse = (refusal: InvoiceRefusal): SplitInvoice => ({ ok: false, refusal });
  const shares = new Map<string, Writable>();
  for (const [at, line] of lines.entries()) {
    if (!isPartOf(line.recoverableVatCents, line.vatCents)) return refuse({ code: 'RECOVERABLE_OVER_VAT', at });
    if (line.allocations.length === 0) return refuse({ code: 'NOTHING_ALLOCATED', at });
    const points = line.allocations.map(({ basisPoints }) => basisPoints);
    if (judgeAllocation(points) || points.some((each) => !Number.isInteger(each) || each < 1))
      return refuse({ code: 'OVER_ALLOCATED', at });
    const rooms = divide(roomOf({ net: line.netCents, vat: line.vatCents, recoverableVat: line.recoverableVatCents }), points);
    const nets = divide(line.netCents, points);
    for (const [n, { lineId, commitmentId, basisPoints }] of line.allocations.entries()) {
      const key = `${lineId} ${commitmentId}`;
      const share = shares.get(key) ?? { lineId, commitmentId, cents: 0n, netCents: 0n, allocations: [] };
      share.cents += rooms[n]!;
      share.netCents += nets[n]!;
      share.allocations.push({ at, basisPoints, cents: rooms[n]! });
      shares.set(key, share);
    }
  }
  const payable = sumOf(lines.map(({ netCents, vatCents }) => netCents + vatCents));
  if (payable <= 0n) return refuse({ code: 'NOT_POSITIVE', needed: payable });
  for (const { lineId, cents } of shares.values())
    if (cents < 0n) return refuse({ code: 'NEGATIVE_PART', lineId, needed: cents });
  return { ok: true, payable, shares: [...shares.values()] };
}

type Writable = { -readonly [K in keyof InvoiceShare]: InvoiceShare[K] } & {
  allocations: { at: number; basisPoints: number; cents: Cents }[];
};

/** Parts by cumulative rounding: whatever the parts, together they are their share of the whole to the cent. */
function divide(cents: Cents, basisPoints: readonly number[]): Cents[] {
  let upTo = 0n;
  let boundary = 0n;
  return basisPoints.map((each) => {
    upTo += BigInt(each);
    const next = ofAmount(cents, upTo, WHOLE);
    const part = next - boundary;
    boundary = next;
    return part;
  });
}

/** Between nothing and the whole, on the same side of zero. */
const isPartOf = (part: Cents, whole: Cents) => (whole >= 0n ? part >= 0n && part <= whole : part <= 0n && part >= whole);

/**
 * What a payment of `amount` pays of each part, where `remaining` is still to be paid of the whole invoice. The last payment
 * pays all that is left of each part, so that what the parts were rounded to in between never stays behind.
 */
export function divideOver(open: readonly Cents[], remaining: Cents, amount: Cents): Cents[] {
  if (amount >= remaining) return [...open];
  return open.map((cents) => least(cents, ofAmount(cents, amount, remaining)));
}

/** What the VAT rule lets count of money spent on a part: all of it, or the net alone. */
export function eligibleOf(spent: Cents, part: { cents: Cents; netCents: Cents }, vatRule: 'NOT_RECOVERABLE' | 'NEVER'): Cents {
  if (vatRule === 'NOT_RECOVERABLE' || part.netCents >= part.cents) return spent;
  return part.netCents <= 0n ? 0n : ofAmount(spent, part.netCents, part.cents);
}
