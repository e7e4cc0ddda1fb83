import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days on which people come for the orientation or the certificate that a model asks. */
export class AuthorisationSessions1765000000000 implements MigrationInterface {
  name = 'AuthorisationSessions1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE authorisation_session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  model_id uuid NOT NULL CONSTRAINT authorisation_session_model REFERENCES equipment_model (id),
  site_id uuid NOT NULL CONSTRAINT authorisation_session_site REFERENCES site (id),
  day date NOT NULL,
  from_time text NOT NULL CONSTRAINT authorisation_session_from CHECK (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time text NOT NULL CONSTRAINT authorisation_session_to CHECK (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  trainer text NOT NULL,
  places integer NOT NULL,
  taken integer NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'PLANNED' CONSTRAINT authorisation_session_state_known CHECK (state IN ('PLANNED', 'CANCELLED')),
  reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT authorisation_session_times_ordered CHECK (to_time > from_time),
  CONSTRAINT authorisation_session_has_room CHECK (taken >= 0 AND taken <= places AND places <= 200)
);
CREATE INDEX authorisation_session_day ON authorisation_session (day);

CREATE TABLE session_place (
  session_id uuid NOT NULL CONSTRAINT session_place_session REFERENCES authorisation_session (id),
  person_id uuid NOT NULL CONSTRAINT session_place_person REFERENCES person (id),
  state text NOT NULL DEFAULT 'JOINED' CONSTRAINT session_place_state_known CHECK (state IN ('JOINED', 'ATTENDED', 'ABSENT')),
  joined_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT session_place_once PRIMARY KEY (session_id, person_id)
);
CREATE INDEX session_place_person_id ON session_place (person_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
