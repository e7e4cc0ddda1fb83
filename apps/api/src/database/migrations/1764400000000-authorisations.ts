import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which models ask for an orientation or a certificate, and who has one. */
export class Authorisations1764400000000 implements MigrationInterface {
  name = 'Authorisations1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE authorisation_rule (
  model_id uuid PRIMARY KEY CONSTRAINT authorisation_rule_model REFERENCES equipment_model (id),
  kind text NOT NULL CONSTRAINT authorisation_rule_kind_known CHECK (kind IN ('ORIENTATION', 'CERTIFICATE')),
  valid_months integer CONSTRAINT authorisation_rule_months_sensible CHECK (valid_months >= 1 AND valid_months <= 120),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE authorisation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL CONSTRAINT authorisation_person REFERENCES person (id),
  model_id uuid NOT NULL CONSTRAINT authorisation_model REFERENCES equipment_model (id),
  granted_on date NOT NULL,
  valid_until date,
  note text,
  granted_by uuid CONSTRAINT authorisation_granted_by REFERENCES person (id),
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT authorisation_one_per_day UNIQUE (person_id, model_id, granted_on),
  CONSTRAINT authorisation_days_ordered CHECK (valid_until IS NULL OR valid_until >= granted_on)
);
CREATE INDEX authorisation_model_id ON authorisation (model_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
