import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An invoice that was entered wrongly is taken back and may be entered again; a payment knows which one it takes back. */
export class BudgetCorrections1765600000002 implements MigrationInterface {
  name = 'BudgetCorrections1765600000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE invoice ADD COLUMN taken_back boolean NOT NULL DEFAULT false;
ALTER TABLE invoice DROP CONSTRAINT invoice_once;
CREATE UNIQUE INDEX invoice_once ON invoice (supplier_id, number, issued_on) WHERE NOT taken_back;

ALTER TABLE payment ADD COLUMN takes_back uuid
  CONSTRAINT payment_taken_back_once UNIQUE CONSTRAINT payment_takes_back REFERENCES payment (id);

ALTER TABLE budget_line ADD COLUMN flat_rate_of text NOT NULL DEFAULT 'PERSONNEL'
  CONSTRAINT budget_line_flat_rate_of_known CHECK (flat_rate_of IN ('INVESTMENT', 'PERSONNEL', 'OPERATIONS', 'EXTERNAL', 'PROMOTION'));
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
