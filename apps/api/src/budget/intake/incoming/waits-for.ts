import type { IncomingInvoice } from './incoming.entities.js';

/** What stands in the way of booking it, apart from what it is to be charged to. */
export function waitsFor({ supplierId, content }: Pick<IncomingInvoice, 'supplierId' | 'content'>): IncomingInvoice['reason'] {
  if (supplierId === null) return 'SUPPLIER_UNKNOWN';
  if (content.currency !== 'EUR') return 'OTHER_CURRENCY';
  return content.kind === 'CREDIT_NOTE' ? 'NEEDS_INVOICE' : 'NEEDS_LINE';
}
