import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wishes without a slot, and the rounds in which time is divided over them. */
export class RequestsAndRounds1764200000000 implements MigrationInterface {
  name = 'RequestsAndRounds1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE request_round (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  cap_placements integer CONSTRAINT request_round_cap_placements_positive CHECK (cap_placements > 0),
  cap_days integer CONSTRAINT request_round_cap_days_positive CHECK (cap_days > 0),
  weight_served integer NOT NULL CONSTRAINT request_round_weight_served_range CHECK (weight_served BETWEEN 0 AND 100),
  weight_access integer NOT NULL CONSTRAINT request_round_weight_access_range CHECK (weight_access BETWEEN 0 AND 100),
  weight_group integer NOT NULL CONSTRAINT request_round_weight_group_range CHECK (weight_group BETWEEN 0 AND 100),
  seed integer NOT NULL DEFAULT 1,
  allocated_at timestamptz,
  closed_at timestamptz,
  published_at timestamptz,
  cancelled_at timestamptz,
  created_by uuid NOT NULL CONSTRAINT request_round_created_by REFERENCES person (id),
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT request_round_opens_before_closing CHECK (closes_on >= opens_on),
  CONSTRAINT request_round_days_ordered CHECK (last_day >= first_day),
  CONSTRAINT request_round_ends_once CHECK (published_at IS NULL OR cancelled_at IS NULL)
);

CREATE TABLE request_round_model (
  round_id uuid NOT NULL CONSTRAINT request_round_model_round REFERENCES request_round (id),
  model_id uuid NOT NULL CONSTRAINT request_round_model_model REFERENCES equipment_model (id),
  PRIMARY KEY (round_id, model_id)
);
CREATE INDEX request_round_model_model_id ON request_round_model (model_id);

CREATE TABLE request (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number integer GENERATED ALWAYS AS IDENTITY CONSTRAINT request_number_unique UNIQUE,
  organisation_id uuid NOT NULL CONSTRAINT request_organisation REFERENCES organisation (id),
  requester_id uuid NOT NULL CONSTRAINT request_requester REFERENCES person (id),
  model_id uuid CONSTRAINT request_model REFERENCES equipment_model (id),
  domain text,
  site_id uuid NOT NULL CONSTRAINT request_site REFERENCES site (id),
  earliest_day date NOT NULL,
  latest_day date NOT NULL,
  days integer NOT NULL CONSTRAINT request_days_positive CHECK (days > 0),
  group_size integer NOT NULL CONSTRAINT request_group_size_positive CHECK (group_size > 0),
  target_group text NOT NULL CONSTRAINT request_target_known
    CHECK (target_group IN ('EMPLOYEES', 'JOB_SEEKERS', 'COMPANY_STAFF', 'PUPILS_STUDENTS', 'LOW_DIGITAL_SKILLS')),
  sme boolean,
  course text NOT NULL,
  preferred jsonb NOT NULL DEFAULT '[]',
  remark text,
  state text NOT NULL DEFAULT 'OPEN' CONSTRAINT request_state_known CHECK (state IN ('OPEN', 'PLACED', 'REFUSED', 'WITHDRAWN')),
  decision_reason text,
  decided_by uuid CONSTRAINT request_decided_by REFERENCES person (id),
  decided_at timestamptz,
  reservation_id uuid CONSTRAINT request_reservation_unique UNIQUE CONSTRAINT request_reservation REFERENCES reservation (id),
  round_id uuid CONSTRAINT request_round_of REFERENCES request_round (id),
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT request_window_holds_days CHECK (latest_day >= earliest_day + days - 1),
  CONSTRAINT request_one_wish CHECK ((model_id IS NULL) <> (domain IS NULL)),
  CONSTRAINT request_sme_of_company CHECK ((target_group = 'COMPANY_STAFF') = (sme IS NOT NULL)),
  CONSTRAINT request_placed_has_reservation CHECK ((state = 'PLACED') = (reservation_id IS NOT NULL)),
  CONSTRAINT request_refused_has_reason CHECK (state <> 'REFUSED' OR decision_reason IS NOT NULL)
);
CREATE INDEX request_organisation_id ON request (organisation_id, number);
CREATE INDEX request_open ON request (number) WHERE state = 'OPEN';
CREATE INDEX request_round_id ON request (round_id);

CREATE TABLE round_placement (
  round_id uuid NOT NULL CONSTRAINT round_placement_round REFERENCES request_round (id),
  request_id uuid NOT NULL CONSTRAINT round_placement_request REFERENCES request (id),
  kind text NOT NULL CONSTRAINT round_placement_kind_known CHECK (kind IN ('PLACED', 'CAP', 'COMPETITORS', 'NO_TIME', 'LEFT_OUT')),
  unit_id uuid CONSTRAINT round_placement_unit REFERENCES equipment_unit (id),
  first_day date,
  last_day date,
  preferred boolean NOT NULL DEFAULT false,
  pinned boolean NOT NULL DEFAULT false,
  extra_km double precision,
  worth jsonb NOT NULL,
  why jsonb NOT NULL DEFAULT '{}',
  outcome text CONSTRAINT round_placement_outcome_known CHECK (outcome IN ('PLACED', 'REFUSED', 'NOT_OPEN')),
  refusal_codes text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (round_id, request_id),
  CONSTRAINT round_placement_placed_has_slot CHECK ((kind = 'PLACED') = (unit_id IS NOT NULL AND first_day IS NOT NULL AND last_day IS NOT NULL))
);
CREATE INDEX round_placement_request_id ON round_placement (request_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
