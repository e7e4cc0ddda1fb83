import type { EInvoice, EInvoiceLine } from '../peppol/e-invoice.js';

/** An e-invoice as JSON keeps it: cents as text, its files apart. */
export type KeptInvoice = Omit<AsText<EInvoice>, 'lines' | 'attachments'> & { readonly lines: readonly AsText<EInvoiceLine>[] };
type AsText<T> = { readonly [Key in keyof T]: T[Key] extends bigint ? string : T[Key] };

export function keep(invoice: EInvoice): KeptInvoice {
  const text = JSON.stringify({ ...invoice, attachments: undefined }, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  return JSON.parse(text) as KeptInvoice;
}
