import type { EntityManager } from 'typeorm';

/** Rows that the application itself throws away again; all other rows stay. */
const DELETABLE = [
  'session',
  'password_token',
  'sign_in_attempt',
  'idempotency_key',
  'site_travel',
  'closure',
  'packing_item',
  'agenda_link',
  'authorisation',
  'authorisation_rule',
  'session_place',
  'instructor_model',
  'instructor_absence',
  'accompanied_model',
  'terms_acceptance',
  'follow',
  'follow_notice',
  'turnaround_step',
  'document',
  'round_placement',
  'search_miss',
  'mail',
  'mail_choice',
  'follow_notice',
  'unit_part',
  'import_run',
  'claim_item',
  'claim_share',
  'asset_share',
  'bank_match',
  'budget_import',
  'stop',
  'transport_absence',
];

/** Added to and read, never changed: the trail and the journal. */
const APPEND_ONLY = ['audit_entry', 'loan_terms', 'posting', 'ledger_check', 'closed_month'];

/** Written by triggers with the owner's rights alone. */
const READ_ONLY = ['line_balance', 'line_month', 'paper_balance', 'leg', 'trip_seat'];

/** Columns that triggers alone write; the application may change the other ones. */
const KEPT: Readonly<Record<string, string>> = { funding_agreement: 'allotted_cents', invoice_line: 'allocated_basis_points' };

/**
 * Gives the application's role what it needs and nothing more: no DDL, no TRUNCATE, and the audit trail can be added to
 * and read only. Idempotent; runs in one transaction, so that a running API never lacks its rights.
 */
export async function grantToApplication(tx: EntityManager, role: string): Promise<void> {
  const [{ name }] = await tx.query<[{ name: string }]>('SELECT quote_ident($1) AS name', [role]);
  const statements = [
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
    `GRANT USAGE ON SCHEMA public, pgboss TO ${name}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${name}`,
    `GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO ${name}`,
    `GRANT DELETE ON ${DELETABLE.join(', ')} TO ${name}`,
    `REVOKE UPDATE ON ${APPEND_ONLY.join(', ')} FROM ${name}`,
    `REVOKE INSERT, UPDATE ON ${READ_ONLY.join(', ')} FROM ${name}`,
    // What a leg is follows from the stays; who brings it is chosen.
    `GRANT UPDATE (carriage, version, changed_at) ON leg TO ${name}`,
    ...(await withoutKept(tx, name)),
    `REVOKE INSERT, UPDATE ON migration FROM ${name}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${name}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${name}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO ${name}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${name}`,
  ];
  for (const statement of statements) await tx.query(statement);
}

/** Rights to change all columns of a table but the one that a trigger keeps. */
async function withoutKept(tx: EntityManager, name: string): Promise<string[]> {
  const statements: string[] = [];
  for (const [table, kept] of Object.entries(KEPT)) {
    const [{ columns }] = await tx.query<[{ columns: string }]>(
      `SELECT string_agg(quote_ident(attname), ', ') AS columns FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attname <> $2`,
      [table, kept],
    );
    statements.push(`REVOKE UPDATE ON ${table} FROM ${name}`, `GRANT UPDATE (${columns}) ON ${table} TO ${name}`);
  }
  return statements;
}
