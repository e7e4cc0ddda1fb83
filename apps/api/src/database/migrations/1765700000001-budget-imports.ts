import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that somebody brings for the budget, with what each row would do. */
export class BudgetImports1765700000001 implements MigrationInterface {
  name = 'BudgetImports1765700000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE budget_import (
  id uuid PRIMARY KEY,
  kind text NOT NULL CONSTRAINT budget_import_kind_known CHECK (kind IN ('BUDGET', 'PAYMENTS', 'EXTERNAL_LEDGER')),
  file_name text NOT NULL,
  sha256 bytea NOT NULL,
  agreement_id uuid CONSTRAINT budget_import_agreement REFERENCES funding_agreement (id),
  state text NOT NULL DEFAULT 'PREVIEWED' CONSTRAINT budget_import_state_known CHECK (state IN ('PREVIEWED', 'DONE')),
  rows jsonb NOT NULL,
  fingerprint text NOT NULL,
  created_by uuid NOT NULL CONSTRAINT budget_import_created_by REFERENCES person (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  done_at timestamptz
);
CREATE INDEX budget_import_created_at ON budget_import (created_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
