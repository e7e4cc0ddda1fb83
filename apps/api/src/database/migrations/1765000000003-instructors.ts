import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who come along with equipment, and the time that a reservation takes of them. */
export class Instructors1765000000003 implements MigrationInterface {
  name = 'Instructors1765000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE instructor (
  person_id uuid PRIMARY KEY CONSTRAINT instructor_person REFERENCES person (id),
  areas text[] NOT NULL DEFAULT '{}'
    CONSTRAINT instructor_areas_known CHECK (areas <@ '{BRUGGE,OOSTENDE,WESTHOEK,MIDWEST,KORTRIJK,OTHER}'::text[]),
  weekdays integer[] NOT NULL
    CONSTRAINT instructor_weekdays_known CHECK (cardinality(weekdays) > 0 AND weekdays <@ '{1,2,3,4,5,6,7}'::integer[]),
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE instructor_model (
  person_id uuid NOT NULL CONSTRAINT instructor_model_instructor REFERENCES instructor (person_id),
  model_id uuid NOT NULL CONSTRAINT instructor_model_model REFERENCES equipment_model (id),
  CONSTRAINT instructor_model_once PRIMARY KEY (person_id, model_id)
);
CREATE INDEX instructor_model_model_id ON instructor_model (model_id);

CREATE TABLE instructor_absence (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL CONSTRAINT instructor_absence_instructor REFERENCES instructor (person_id),
  first_day date NOT NULL,
  last_day date NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT instructor_absence_days_ordered CHECK (last_day >= first_day)
);
CREATE INDEX instructor_absence_person_id ON instructor_absence (person_id);

CREATE TABLE accompanied_model (
  model_id uuid PRIMARY KEY CONSTRAINT accompanied_model_model REFERENCES equipment_model (id),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE instruction (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL CONSTRAINT instruction_instructor REFERENCES instructor (person_id),
  reservation_id uuid NOT NULL CONSTRAINT instruction_reservation REFERENCES reservation (id),
  during tstzrange NOT NULL,
  active boolean NOT NULL DEFAULT true,
  told text CONSTRAINT instruction_told_known CHECK (told IN ('COMES', 'FREED')),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT instruction_one_place_at_a_time EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (active)
);
CREATE INDEX instruction_reservation_id ON instruction (reservation_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
