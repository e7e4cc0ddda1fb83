import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reservations that belong together: every week, or one site after the other. What could not be booked is kept with its reason. */
export class Series1764300000001 implements MigrationInterface {
  name = 'Series1764300000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE reservation_series (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number integer GENERATED ALWAYS AS IDENTITY CONSTRAINT reservation_series_number_unique UNIQUE,
  organisation_id uuid NOT NULL CONSTRAINT reservation_series_organisation REFERENCES organisation (id),
  requester_id uuid NOT NULL CONSTRAINT reservation_series_requester REFERENCES person (id),
  kind text NOT NULL CONSTRAINT reservation_series_kind_known CHECK (kind IN ('WEEKLY', 'SITES')),
  purpose text,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX reservation_series_organisation_id ON reservation_series (organisation_id, created_at);

CREATE TABLE series_occurrence (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  series_id uuid NOT NULL CONSTRAINT series_occurrence_series REFERENCES reservation_series (id),
  position integer NOT NULL,
  unit_id uuid NOT NULL CONSTRAINT series_occurrence_unit REFERENCES equipment_unit (id),
  site_id uuid NOT NULL CONSTRAINT series_occurrence_site REFERENCES site (id),
  first_day date NOT NULL,
  last_day date NOT NULL,
  reservation_id uuid CONSTRAINT series_occurrence_reservation_unique UNIQUE
    CONSTRAINT series_occurrence_reservation REFERENCES reservation (id),
  refused text,
  CONSTRAINT series_occurrence_position_unique UNIQUE (series_id, position),
  CONSTRAINT series_occurrence_days_ordered CHECK (last_day >= first_day),
  CONSTRAINT series_occurrence_booked_or_refused CHECK ((reservation_id IS NULL) = (refused IS NOT NULL))
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
