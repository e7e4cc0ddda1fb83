import type { EntityManager } from 'typeorm';
import { type Asked, listRows, when } from '../lists.js';
import { Claim, ClaimItem, Expenditure, Payment } from './paying.entities.js';
import type {
  ClaimConnection,
  ClaimFilter,
  ClaimItemConnection,
  ExpenditureConnection,
  ExpenditureFilter,
  PaymentConnection,
  PaymentFilter,
} from './paying.types.js';

const PAYMENTS = {
  entity: Payment,
  from: 'payment t JOIN invoice i ON i.id = t.invoice_id JOIN supplier s ON s.id = i.supplier_id',
  sorts: {
    paidOn: { sql: 't.paid_on', type: 'date' },
    cents: { sql: 't.cents', type: 'bigint' },
    supplier: { sql: 'lower(s.name)', type: 'text' },
  },
  order: { by: 'paidOn', descending: true },
  search: ['i.number', 's.name', 't.reference', 'i.communication'],
} as const;

export function listPayments(manager: EntityManager, filter: PaymentFilter, asked: Asked): Promise<PaymentConnection> {
  return listRows(manager, PAYMENTS, asked, [
    when(
      `EXISTS (SELECT 1 FROM invoice_part p JOIN budget_line l ON l.id = p.line_id JOIN funding_agreement a ON a.id = l.agreement_id
                WHERE p.invoice_id = t.invoice_id AND a.envelope_id::text = ?)`,
      filter.envelopeId,
    ),
    when('t.invoice_id::text = ?', filter.invoiceId),
    when('t.paid_on >= ?', filter.from),
    when('t.paid_on <= ?', filter.to),
  ]);
}

/** What can be declared now; the domain says the same of one. */
export const CLAIMABLE = `(t.paid_on BETWEEN a.eligible_from AND a.eligible_to AND l.flat_rate_basis_points IS NULL
  AND (t.cost_id IS NULL OR l.takes_running_costs) AND LEAST(COALESCE(b.paid, 0), t.eligible_cents) > 0
  AND NOT EXISTS (SELECT 1 FROM claim_item ci JOIN claim c ON c.id = ci.claim_id
                   WHERE ci.expenditure_id = t.id AND c.state = 'DRAFT'))`;

const EXPENDITURES = {
  entity: Expenditure,
  from: `expenditure t JOIN budget_line l ON l.id = t.line_id JOIN funding_agreement a ON a.id = l.agreement_id
         LEFT JOIN paper_balance b ON b.paper_id = t.id LEFT JOIN invoice_part p ON p.id = t.part_id
         LEFT JOIN invoice i ON i.id = p.invoice_id LEFT JOIN supplier s ON s.id = i.supplier_id`,
  sorts: {
    paidOn: { sql: 't.paid_on', type: 'date' },
    cents: { sql: 't.cents', type: 'bigint' },
    line: { sql: 'l.code', type: 'text' },
  },
  order: { by: 'paidOn', descending: false },
  search: ['i.number', 's.name', 'l.code'],
} as const;

export function listExpenditures(
  manager: EntityManager,
  filter: ExpenditureFilter,
  asked: Asked,
): Promise<ExpenditureConnection> {
  return listRows(manager, EXPENDITURES, asked, [
    when('l.agreement_id::text = ?', filter.agreementId),
    when('t.line_id::text = ?', filter.lineId),
    when(`${CLAIMABLE} = ?`, filter.claimable),
    when('t.paid_on >= ?', filter.from),
    when('t.paid_on <= ?', filter.to),
  ]);
}

const CLAIMS = {
  entity: Claim,
  from: 'claim t JOIN funding_agreement a ON a.id = t.agreement_id',
  sorts: {
    number: { sql: 't.number', type: 'bigint' },
    declared: { sql: 't.declared_cents', type: 'bigint' },
    certified: { sql: 't.certified_cents', type: 'bigint' },
    state: { sql: `array_position(ARRAY['DRAFT', 'SUBMITTED', 'IN_CONTROL', 'CERTIFIED'], t.state)`, type: 'bigint' },
  },
  order: { by: 'number', descending: true },
  search: ['t.title', 'a.name', 'a.code', 't.number::text'],
} as const;

export function listClaims(manager: EntityManager, filter: ClaimFilter, asked: Asked): Promise<ClaimConnection> {
  return listRows(manager, CLAIMS, asked, [
    when('t.agreement_id::text = ?', filter.agreementId),
    when('t.state = ANY(?)', filter.states),
  ]);
}

const ITEMS = {
  entity: ClaimItem,
  from: `claim_item t JOIN budget_line l ON l.id = t.line_id LEFT JOIN expenditure e ON e.id = t.expenditure_id
         LEFT JOIN invoice_part p ON p.id = e.part_id LEFT JOIN invoice i ON i.id = p.invoice_id LEFT JOIN supplier s ON s.id = i.supplier_id`,
  sorts: {
    paidOn: { sql: `COALESCE(e.paid_on, '9999-12-31'::date)`, type: 'date' },
    declared: { sql: 't.declared_cents', type: 'bigint' },
    line: { sql: 'l.code', type: 'text' },
  },
  order: { by: 'paidOn', descending: false },
  search: ['i.number', 's.name', 'l.code'],
} as const;

export function listClaimItems(manager: EntityManager, claimId: string, asked: Asked): Promise<ClaimItemConnection> {
  return listRows(manager, ITEMS, asked, [when('t.claim_id::text = ?', claimId)]);
}
