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
];

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
    `REVOKE UPDATE ON audit_entry FROM ${name}`,
    `REVOKE INSERT, UPDATE ON migration FROM ${name}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${name}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${name}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO ${name}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${name}`,
  ];
  for (const statement of statements) await tx.query(statement);
}
