import type { EntityManager } from 'typeorm';

/** One item of a claim with the chain that leads to it; a flat rate has none. */
export interface BundleItem {
  readonly id: string;
  readonly lineCode: string;
  readonly lineName: string;
  readonly declared: string;
  readonly certified: string | null;
  readonly deducted: string | null;
  readonly parked: string | null;
  readonly verdict: string;
  readonly paidOn: string | null;
  readonly spent: string | null;
  readonly supplier: string | null;
  readonly enterpriseNumber: string | null;
  readonly invoiceId: string | null;
  readonly invoiceNumber: string | null;
  readonly issuedOn: string | null;
  readonly invoiceTotal: string | null;
  readonly partCents: string | null;
  readonly commitmentId: string | null;
  readonly commitmentNumber: number | null;
  readonly procedure: string | null;
  readonly paymentId: string | null;
  readonly paymentCents: string | null;
  readonly paymentReference: string | null;
  readonly cost: string | null;
  readonly statement: string | null;
  readonly account: string | null;
  readonly counterparty: string | null;
  readonly counterpartyAccount: string | null;
  readonly communication: string | null;
  readonly message: string | null;
}

export interface BundleClaim {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly submittedOn: string | null;
  readonly certifiedOn: string | null;
  readonly declared: string;
  readonly certified: string;
  readonly agreement: string;
  readonly agreementCode: string;
  readonly regime: string;
  readonly shares: readonly {
    readonly funder: string;
    readonly basisPoints: number;
    readonly declared: string;
    readonly certified: string | null;
  }[];
}

export interface BundleFile {
  readonly id: string;
  readonly entity: string;
  readonly entityId: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: Buffer;
}

export async function readClaim(manager: EntityManager, id: string): Promise<BundleClaim | undefined> {
  const [claim] = await manager.query<BundleClaim[]>(
    `SELECT c.id, c.number, c.title, c.state, c.submitted_on::text AS "submittedOn", c.certified_on::text AS "certifiedOn",
            COALESCE((SELECT sum(declared_cents) FROM claim_item WHERE claim_id = c.id), 0)::text AS declared,
            c.certified_cents::text AS certified, a.name AS agreement, a.code AS "agreementCode", a.regime,
            COALESCE((SELECT jsonb_agg(jsonb_build_object('funder', f.name, 'basisPoints', s.basis_points,
                        'declared', s.declared_cents::text, 'certified', s.certified_cents::text) ORDER BY s.position)
                        FROM claim_share s JOIN funder f ON f.id = s.funder_id WHERE s.claim_id = c.id), '[]') AS shares
       FROM claim c JOIN funding_agreement a ON a.id = c.agreement_id WHERE c.id = $1`,
    [id],
  );
  return claim;
}

/** The items in the order of payment, each with its invoice, order, payment and movement of the bank: one query. */
export function readItems(manager: EntityManager, claimId: string): Promise<BundleItem[]> {
  return manager.query<BundleItem[]>(
    `SELECT t.id, l.code AS "lineCode", l.name AS "lineName", t.declared_cents::text AS declared, t.certified_cents::text AS certified,
            t.deducted_cents::text AS deducted, t.parked_cents::text AS parked, t.verdict,
            e.paid_on::text AS "paidOn", e.cents::text AS spent, s.name AS supplier, s.enterprise_number AS "enterpriseNumber",
            i.id AS "invoiceId", i.number AS "invoiceNumber", i.issued_on::text AS "issuedOn", i.payable_cents::text AS "invoiceTotal",
            p.cents::text AS "partCents", o.id AS "commitmentId", o.number AS "commitmentNumber", o.procedure,
            y.id AS "paymentId", y.cents::text AS "paymentCents", y.reference AS "paymentReference", k.description AS cost,
            b.number AS statement, b.account, m.counterparty, m.counterparty_account AS "counterpartyAccount", m.communication, m.message
       FROM claim_item t JOIN budget_line l ON l.id = t.line_id
       LEFT JOIN expenditure e ON e.id = t.expenditure_id LEFT JOIN invoice_part p ON p.id = e.part_id
       LEFT JOIN invoice i ON i.id = p.invoice_id LEFT JOIN supplier s ON s.id = i.supplier_id
       LEFT JOIN commitment o ON o.id = p.commitment_id LEFT JOIN payment y ON y.id = e.payment_id
       LEFT JOIN cost_proposal k ON k.id = e.cost_id LEFT JOIN bank_match x ON x.payment_id = y.id
       LEFT JOIN bank_movement m ON m.id = x.movement_id LEFT JOIN bank_statement b ON b.id = m.statement_id
      WHERE t.claim_id = $1 ORDER BY e.paid_on NULLS LAST, l.code, t.id`,
    [claimId],
  );
}

/** The files of all these papers, without their content. */
export function readFiles(manager: EntityManager, ids: readonly string[]): Promise<BundleFile[]> {
  return manager.query<BundleFile[]>(
    `SELECT id, entity, entity_id AS "entityId", name, size, sha256 FROM document
      WHERE entity IN ('invoice', 'payment', 'commitment', 'claim') AND entity_id = ANY($1::uuid[]) ORDER BY entity, position, id`,
    [[...ids]],
  );
}

export async function readContent(manager: EntityManager, id: string): Promise<Buffer> {
  const [{ content }] = await manager.query<[{ content: Buffer }]>('SELECT content FROM document WHERE id = $1', [id]);
  return content;
}
