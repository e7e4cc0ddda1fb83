import type { EntityManager } from 'typeorm';
import { type Asked, listRows, when } from '../lists.js';
import { Commitment, Invoice, Supplier } from './papers.entities.js';
import type {
  CommitmentConnection,
  CommitmentFilter,
  InvoiceConnection,
  InvoiceFilter,
  SupplierConnection,
} from './papers.types.js';

const COMMITMENTS = {
  entity: Commitment,
  from: `commitment t JOIN supplier s ON s.id = t.supplier_id JOIN budget_line l ON l.id = t.line_id
         JOIN funding_agreement a ON a.id = l.agreement_id LEFT JOIN paper_balance p ON p.paper_id = t.id`,
  sorts: {
    number: { sql: 't.number', type: 'bigint' },
    orderedOn: { sql: 't.ordered_on', type: 'date' },
    cents: { sql: 't.cents', type: 'bigint' },
    open: { sql: 'COALESCE(p.committed, 0)', type: 'bigint' },
    supplier: { sql: 'lower(s.name)', type: 'text' },
    line: { sql: 'l.code', type: 'text' },
  },
  order: { by: 'number', descending: true },
  search: ['t.description', 't.reference', 't.number::text', 's.name', 'l.code'],
} as const;

export function listCommitments(manager: EntityManager, filter: CommitmentFilter, asked: Asked): Promise<CommitmentConnection> {
  return listRows(manager, COMMITMENTS, asked, [
    when('a.envelope_id::text = ?', filter.envelopeId),
    when('t.line_id::text = ?', filter.lineId),
    when('t.supplier_id::text = ?', filter.supplierId),
    when('(COALESCE(p.committed, 0) > 0) = ?', filter.open),
    when('t.ordered_on >= ?', filter.from),
    when('t.ordered_on <= ?', filter.to),
  ]);
}

const UNPAID = `(CASE WHEN t.kind = 'CREDIT_NOTE' OR t.taken_back THEN 0 ELSE t.payable_cents - t.credited_cents - t.paid_cents END)`;
const PART = (what: string) =>
  `EXISTS (SELECT 1 FROM invoice_part p JOIN budget_line l ON l.id = p.line_id JOIN funding_agreement a ON a.id = l.agreement_id
            WHERE p.invoice_id IN (t.id, t.credits_id) AND ${what})`;

const INVOICES = {
  entity: Invoice,
  from: 'invoice t JOIN supplier s ON s.id = t.supplier_id',
  sorts: {
    issuedOn: { sql: 't.issued_on', type: 'date' },
    dueOn: { sql: `COALESCE(t.due_on, t.issued_on)`, type: 'date' },
    number: { sql: 't.number', type: 'text' },
    payable: { sql: 't.payable_cents', type: 'bigint' },
    unpaid: { sql: UNPAID, type: 'bigint' },
    supplier: { sql: 'lower(s.name)', type: 'text' },
  },
  order: { by: 'issuedOn', descending: true },
  search: ['t.number', 's.name', 't.communication'],
} as const;

export function listInvoices(manager: EntityManager, filter: InvoiceFilter, asked: Asked): Promise<InvoiceConnection> {
  const old = `${UNPAID} > 0 AND t.issued_on <= (now() AT TIME ZONE 'Europe/Brussels')::date - ?::int`;
  return listRows(manager, INVOICES, asked, [
    when(PART('a.envelope_id::text = ?'), filter.envelopeId),
    when(PART('p.line_id::text = ?'), filter.lineId),
    when(PART('p.commitment_id::text = ?'), filter.commitmentId),
    when('t.supplier_id::text = ?', filter.supplierId),
    when(
      `EXISTS (SELECT 1 FROM asset_share x JOIN invoice_line i ON i.id = x.invoice_line_id
                WHERE i.invoice_id = t.id AND x.unit_id::text = ?)`,
      filter.unitId,
    ),
    when('t.kind = ?', filter.kind),
    when(`(${UNPAID} > 0) = ?`, filter.unpaid),
    when(old, filter.unpaidSinceDays),
    when('t.issued_on >= ?', filter.from),
    when('t.issued_on <= ?', filter.to),
  ]);
}

const SUPPLIERS = {
  entity: Supplier,
  from: 'supplier t',
  sorts: {
    name: { sql: 'lower(t.name)', type: 'text' },
    enterpriseNumber: { sql: `COALESCE(t.enterprise_number, '')`, type: 'text' },
  },
  order: { by: 'name', descending: false },
  search: ['t.name', 't.enterprise_number', 't.vat_number', 't.iban'],
} as const;

export function listSuppliers(manager: EntityManager, asked: Asked): Promise<SupplierConnection> {
  return listRows(manager, SUPPLIERS, asked, []);
}
