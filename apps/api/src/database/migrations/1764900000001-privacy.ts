import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody was forgotten, and what the retention rules took away. */
export class Privacy1764900000001 implements MigrationInterface {
  name = 'Privacy1764900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE person ADD COLUMN erased_at timestamptz;

CREATE TABLE retention_run (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  at timestamptz NOT NULL DEFAULT now(),
  rule text NOT NULL,
  before_day date NOT NULL,
  removed integer NOT NULL CONSTRAINT retention_run_removed_not_negative CHECK (removed >= 0),
  actor_id uuid CONSTRAINT retention_run_actor REFERENCES person (id)
);
CREATE INDEX retention_run_at ON retention_run (at);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
