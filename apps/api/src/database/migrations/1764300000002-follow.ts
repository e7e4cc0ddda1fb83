import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants to hear when a kit comes near, and what was told: once for each person and stay. */
export class Follow1764300000002 implements MigrationInterface {
  name = 'Follow1764300000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE follow (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL CONSTRAINT follow_person REFERENCES person (id) ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT follow_kind_known CHECK (kind IN ('UNIT', 'MODEL')),
  subject_id uuid NOT NULL,
  site_id uuid NOT NULL CONSTRAINT follow_site REFERENCES site (id),
  km integer NOT NULL CONSTRAINT follow_km_sensible CHECK (km >= 1 AND km <= 100),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT follow_one UNIQUE (person_id, kind, subject_id)
);
CREATE INDEX follow_subject ON follow (kind, subject_id);

CREATE TABLE follow_notice (
  person_id uuid NOT NULL CONSTRAINT follow_notice_person REFERENCES person (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL CONSTRAINT follow_notice_unit REFERENCES equipment_unit (id),
  reservation_id uuid NOT NULL CONSTRAINT follow_notice_reservation REFERENCES reservation (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, unit_id, reservation_id)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
