import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took part in a loan, by target group: noted at the return, read by the indicators. */
export class UsageReports1764600000000 implements MigrationInterface {
  name = 'UsageReports1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE usage_group (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  reservation_id uuid NOT NULL CONSTRAINT usage_group_reservation REFERENCES reservation (id) ON DELETE CASCADE,
  target_group text NOT NULL CONSTRAINT usage_group_target_known
    CHECK (target_group IN ('EMPLOYEES', 'JOB_SEEKERS', 'COMPANY_STAFF', 'PUPILS_STUDENTS', 'LOW_DIGITAL_SKILLS')),
  participants integer NOT NULL CONSTRAINT usage_group_participants_positive CHECK (participants > 0),
  sme boolean,
  company_name text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT usage_group_sme_of_company CHECK ((target_group = 'COMPANY_STAFF') = (sme IS NOT NULL)),
  CONSTRAINT usage_group_company_of_staff CHECK (company_name IS NULL OR target_group = 'COMPANY_STAFF')
);
CREATE INDEX usage_group_reservation_id ON usage_group (reservation_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
