import type { MediaType } from '../../../platform/documents/media-type.js';

/** What is wrong with a document, and where: the line of the file, and the line of the invoice if it is one's. */
export interface Finding {
  readonly code: FindingCode;
  readonly fileLine: number;
  /** The number that the supplier gave to the line of the invoice. */
  readonly invoiceLine?: string;
  /** The element that it is about, such as `LegalMonetaryTotal/PayableAmount`. */
  readonly field: string;
  /** What stands there, as it stands. */
  readonly found?: string;
  /** What the rest of the document adds up to. */
  readonly expected?: string;
}

export type FindingCode =
  | 'MISSING'
  | 'NOT_A_NUMBER'
  | 'NOT_A_DAY'
  | 'TOO_MANY_DECIMALS'
  | 'TOO_LARGE'
  | 'OTHER_CURRENCY'
  | 'LINE_NET_DIFFERS'
  | 'ALLOWANCE_DIFFERS'
  | 'PRICE_DIFFERS'
  | 'TOTAL_DIFFERS'
  | 'VAT_BASE_DIFFERS'
  | 'VAT_AMOUNT_DIFFERS'
  | 'VAT_CATEGORY_UNKNOWN'
  | 'VAT_NOT_BROKEN_DOWN';

/** UNCL5305 as Peppol allows it. Only S, L, M and B carry VAT. */
export const VAT_CATEGORIES = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M', 'B'] as const;
export type VatCategory = (typeof VAT_CATEGORIES)[number];

export interface EInvoiceLine {
  /** As the supplier numbers it; `null` for an allowance, a charge or a rounding of the whole document. */
  readonly id: string | null;
  readonly what: 'LINE' | 'ALLOWANCE' | 'CHARGE' | 'ROUNDING';
  readonly fileLine: number;
  readonly description: string;
  readonly netCents: bigint;
  /** Its part of the VAT of its category and rate. */
  readonly vatCents: bigint;
  readonly category: VatCategory;
  /** In the notation of the document, without zeros at its end; empty when there is none. */
  readonly rate: string;
}

export interface Party {
  readonly name: string;
  /** Ten digits, with a right check number. */
  readonly enterpriseNumber: string | null;
  readonly vatNumber: string | null;
  readonly country: string | null;
}

export interface Attachment {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly content: Buffer;
}

/** An invoice or a credit note as we keep it: above zero, whichever it is. */
export interface EInvoice {
  readonly kind: 'INVOICE' | 'CREDIT_NOTE';
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly currency: string;
  readonly supplier: Party;
  readonly buyer: Party;
  readonly iban: string | null;
  /** Twelve digits. */
  readonly communication: string | null;
  readonly orderReference: string | null;
  /** The invoice that a credit note takes back. */
  readonly credits: { readonly number: string; readonly issuedOn: string | null } | null;
  readonly lines: readonly EInvoiceLine[];
  readonly netCents: bigint;
  readonly vatCents: bigint;
  readonly prepaidCents: bigint;
  /** What is to be paid for it in all, also what was paid before. */
  readonly totalCents: bigint;
  readonly payableCents: bigint;
  readonly attachments: readonly Attachment[];
  /** Names of attached files of kinds that we do not keep apart; they stay inside the document. */
  readonly leftInside: readonly string[];
}
