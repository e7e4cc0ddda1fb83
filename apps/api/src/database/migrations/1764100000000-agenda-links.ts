import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secret links by which a calendar program follows a person, a site or a kit. */
export class AgendaLinks1764100000000 implements MigrationInterface {
  name = 'AgendaLinks1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE agenda_link (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL CONSTRAINT agenda_link_token_unique UNIQUE,
  person_id uuid NOT NULL CONSTRAINT agenda_link_person REFERENCES person (id) ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT agenda_link_kind_known CHECK (kind IN ('PERSON', 'SITE', 'UNIT')),
  subject_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  CONSTRAINT agenda_link_one UNIQUE (person_id, kind, subject_id)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
