import type { EntityManager } from 'typeorm';
import { listRows, when, type Asked } from '../../lists.js';
import { IncomingInvoice } from './incoming.entities.js';
import type { IncomingInvoiceConnection, IncomingInvoiceFilter } from './incoming.types.js';

const INCOMING = {
  entity: IncomingInvoice,
  from: 'incoming_invoice t',
  sorts: {
    createdAt: { sql: 't.created_at', type: 'timestamptz' },
    issuedOn: { sql: `COALESCE(t.issued_on, '0001-01-01'::date)`, type: 'date' },
    number: { sql: 't.number', type: 'text' },
    payable: { sql: 't.payable_cents', type: 'bigint' },
    supplier: { sql: 'lower(t.supplier_name)', type: 'text' },
  },
  order: { by: 'createdAt', descending: true },
  search: ['t.number', 't.supplier_name', 't.file_name'],
} as const;

export function listIncoming(
  manager: EntityManager,
  filter: IncomingInvoiceFilter,
  asked: Asked,
): Promise<IncomingInvoiceConnection> {
  return listRows(manager, INCOMING, asked, [
    when('t.state = ANY(?::text[])', filter.states),
    when('t.reason = ANY(?::text[])', filter.reasons),
  ]);
}
