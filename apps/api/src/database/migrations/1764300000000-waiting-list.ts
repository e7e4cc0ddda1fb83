import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who waits for time that is taken, in the order of coming. An offer is a reservation that is held. */
export class WaitingList1764300000000 implements MigrationInterface {
  name = 'WaitingList1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE waiting_entry (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number integer GENERATED ALWAYS AS IDENTITY,
  organisation_id uuid NOT NULL CONSTRAINT waiting_entry_organisation REFERENCES organisation (id),
  person_id uuid NOT NULL CONSTRAINT waiting_entry_person REFERENCES person (id),
  model_id uuid NOT NULL CONSTRAINT waiting_entry_model REFERENCES equipment_model (id),
  unit_id uuid CONSTRAINT waiting_entry_unit REFERENCES equipment_unit (id),
  site_id uuid NOT NULL CONSTRAINT waiting_entry_site REFERENCES site (id),
  first_day date NOT NULL,
  last_day date NOT NULL,
  purpose text,
  group_size integer CONSTRAINT waiting_entry_group_size_positive CHECK (group_size > 0),
  contact_name text,
  contact_phone text,
  remark text,
  state text NOT NULL DEFAULT 'WAITING' CONSTRAINT waiting_entry_state_known
    CHECK (state IN ('WAITING', 'OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'OVER')),
  reservation_id uuid CONSTRAINT waiting_entry_offer_unique UNIQUE CONSTRAINT waiting_entry_offer REFERENCES reservation (id),
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  CONSTRAINT waiting_entry_days_ordered CHECK (last_day >= first_day),
  CONSTRAINT waiting_entry_offer_is_held CHECK ((state IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED')) = (reservation_id IS NOT NULL))
);
CREATE UNIQUE INDEX waiting_entry_once ON waiting_entry (person_id, model_id, site_id, first_day, last_day)
  WHERE state IN ('WAITING', 'OFFERED');
CREATE INDEX waiting_entry_line ON waiting_entry (model_id, number) WHERE state = 'WAITING';
CREATE INDEX waiting_entry_organisation_id ON waiting_entry (organisation_id, created_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
