import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first schema. Tables are named in the singular with the words of the field; every constraint that can be
 * violated by a person's action is named, and `constraint-refusals.ts` maps that name to the refusal they see.
 */
export class Initial1764000000000 implements MigrationInterface {
  name = 'Initial1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS citext;

CREATE TABLE organisation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL CONSTRAINT organisation_code_unique UNIQUE,
  name text NOT NULL,
  kind text NOT NULL CONSTRAINT organisation_kind_known
    CHECK (kind IN ('OWNER', 'PUBLIC_SERVICE', 'TRAINING_PROVIDER', 'SCHOOL', 'COMPANY', 'KNOWLEDGE_CENTRE')),
  enterprise_number text CONSTRAINT organisation_enterprise_number_unique UNIQUE
    CONSTRAINT organisation_enterprise_number_digits CHECK (enterprise_number ~ '^[01][0-9]{9}$'),
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE person (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL CONSTRAINT person_organisation REFERENCES organisation (id),
  email citext NOT NULL CONSTRAINT person_email_unique UNIQUE,
  name text NOT NULL,
  phone text,
  password_hash text,
  role text NOT NULL CONSTRAINT person_role_known
    CHECK (role IN ('COORDINATOR', 'PLANNER', 'DRIVER', 'BUDGET_OFFICER', 'ADMINISTRATOR')),
  locale text NOT NULL DEFAULT 'nl' CONSTRAINT person_locale_known CHECK (locale IN ('nl', 'fr', 'en')),
  active boolean NOT NULL DEFAULT true,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX person_organisation_id ON person (organisation_id);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  person_id uuid NOT NULL CONSTRAINT session_person REFERENCES person (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_person_id ON session (person_id);

CREATE TABLE password_token (
  token_hash bytea PRIMARY KEY,
  person_id uuid NOT NULL CONSTRAINT password_token_person REFERENCES person (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE TABLE sign_in_attempt (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject_hash bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_attempt_subject_at ON sign_in_attempt (subject_hash, at);

CREATE TABLE access_request (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_name text NOT NULL,
  organisation_kind text NOT NULL,
  enterprise_number text NOT NULL,
  contact_name text NOT NULL,
  contact_email citext NOT NULL,
  contact_phone text,
  street text,
  postcode text,
  town text,
  message text,
  terms_version text NOT NULL,
  locale text NOT NULL DEFAULT 'nl',
  state text NOT NULL DEFAULT 'OPEN' CONSTRAINT access_request_state_known CHECK (state IN ('OPEN', 'ACCEPTED', 'REJECTED')),
  decided_by uuid CONSTRAINT access_request_decided_by REFERENCES person (id),
  decided_at timestamptz,
  decision_reason text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX access_request_one_open ON access_request (enterprise_number) WHERE state = 'OPEN';

CREATE TABLE site (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL CONSTRAINT site_code_unique UNIQUE,
  organisation_id uuid NOT NULL CONSTRAINT site_organisation REFERENCES organisation (id),
  name text NOT NULL,
  kind text NOT NULL,
  street text,
  postcode text NOT NULL,
  town text NOT NULL,
  municipality text NOT NULL,
  nis text,
  latitude double precision NOT NULL,
  longitude double precision NOT NULL,
  position_quality text NOT NULL CONSTRAINT site_position_quality_known CHECK (position_quality IN ('TOWN', 'EXACT')),
  source_note text,
  delivery_street text,
  delivery_note text,
  opening_hours jsonb NOT NULL,
  opening_hours_assumed boolean NOT NULL DEFAULT true,
  closed_in_school_holidays boolean NOT NULL DEFAULT false,
  power_supplies text[],
  floor_area_m2 integer,
  step_free boolean,
  max_group_size integer,
  facilities_demo boolean NOT NULL DEFAULT false,
  valid_from date,
  valid_to date,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX site_organisation_id ON site (organisation_id);

CREATE TABLE site_travel (
  from_site_id uuid NOT NULL CONSTRAINT site_travel_from REFERENCES site (id) ON DELETE CASCADE,
  to_site_id uuid NOT NULL CONSTRAINT site_travel_to REFERENCES site (id) ON DELETE CASCADE,
  km double precision NOT NULL CONSTRAINT site_travel_km_positive CHECK (km > 0),
  minutes integer NOT NULL CONSTRAINT site_travel_minutes_positive CHECK (minutes > 0),
  source text NOT NULL,
  computed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (from_site_id, to_site_id),
  CONSTRAINT site_travel_moves CHECK (from_site_id <> to_site_id)
);

CREATE TABLE place (
  postcode text NOT NULL,
  name text NOT NULL,
  municipality text NOT NULL,
  nis text NOT NULL,
  latitude double precision NOT NULL,
  longitude double precision NOT NULL,
  PRIMARY KEY (postcode, name)
);

CREATE TABLE holiday (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CONSTRAINT holiday_kind_known CHECK (kind IN ('PUBLIC', 'SCHOOL', 'COMMUNITY')),
  first_day date NOT NULL,
  last_day date NOT NULL CONSTRAINT holiday_days_ordered CHECK (last_day >= first_day),
  name_nl text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  status text NOT NULL,
  source text,
  CONSTRAINT holiday_unique UNIQUE (kind, first_day)
);

CREATE TABLE closure (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  site_id uuid CONSTRAINT closure_site REFERENCES site (id) ON DELETE CASCADE,
  first_day date NOT NULL,
  last_day date NOT NULL CONSTRAINT closure_days_ordered CHECK (last_day >= first_day),
  reason text NOT NULL
);
CREATE INDEX closure_site_id ON closure (site_id);

CREATE TABLE equipment_model (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL CONSTRAINT equipment_model_code_unique UNIQUE,
  name_nl text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  promise_nl text NOT NULL,
  promise_fr text NOT NULL,
  promise_en text NOT NULL,
  domain text NOT NULL,
  drawing text NOT NULL,
  example_product text,
  mobility text NOT NULL CONSTRAINT equipment_model_mobility_known CHECK (mobility IN ('FIXED', 'MOBILE')),
  cases integer NOT NULL,
  volume_m3 double precision NOT NULL,
  volume_basis text NOT NULL,
  mass_kg double precision NOT NULL,
  mass_basis text NOT NULL,
  value_eur_low integer,
  value_eur_high integer,
  value_basis text,
  setup_minutes integer NOT NULL CONSTRAINT equipment_model_setup_not_negative CHECK (setup_minutes >= 0),
  pack_minutes integer NOT NULL CONSTRAINT equipment_model_pack_not_negative CHECK (pack_minutes >= 0),
  time_basis text NOT NULL,
  power_need text NOT NULL CONSTRAINT equipment_model_power_known CHECK (power_need IN ('NONE', 'V230_16A', 'V400_16A', 'V400_32A')),
  power_detail text,
  power_basis text NOT NULL,
  floor_m2 double precision NOT NULL,
  floor_basis text NOT NULL,
  needs_tail_lift boolean NOT NULL,
  needs_two_persons boolean NOT NULL,
  max_participants integer NOT NULL,
  participants_basis text NOT NULL,
  trainer_requirement_nl text,
  trainer_requirement_fr text,
  trainer_requirement_en text,
  inspection_duty_nl text,
  inspection_duty_fr text,
  inspection_duty_en text,
  inspection_interval_months integer,
  consumables_nl text,
  consumables_fr text,
  consumables_en text,
  transport_hazards_nl text,
  transport_hazards_fr text,
  transport_hazards_en text,
  source text,
  notes text,
  CONSTRAINT equipment_model_basis_known CHECK (
    volume_basis IN ('ESTIMATED', 'SOURCED', 'KNOWN', 'MEASURED') AND mass_basis IN ('ESTIMATED', 'SOURCED', 'KNOWN', 'MEASURED')
    AND time_basis IN ('ESTIMATED', 'SOURCED', 'KNOWN', 'MEASURED') AND power_basis IN ('ESTIMATED', 'SOURCED', 'KNOWN', 'MEASURED')
    AND floor_basis IN ('ESTIMATED', 'SOURCED', 'KNOWN', 'MEASURED') AND participants_basis IN ('ESTIMATED', 'SOURCED', 'KNOWN', 'MEASURED'))
);
CREATE INDEX equipment_model_domain ON equipment_model (domain);

CREATE TABLE packing_item (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  model_id uuid NOT NULL CONSTRAINT packing_item_model REFERENCES equipment_model (id) ON DELETE CASCADE,
  box integer NOT NULL,
  position integer NOT NULL,
  name_nl text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  quantity integer NOT NULL CONSTRAINT packing_item_quantity_positive CHECK (quantity > 0),
  CONSTRAINT packing_item_place_unique UNIQUE (model_id, box, position)
);

CREATE TABLE equipment_unit (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL CONSTRAINT equipment_unit_code_unique UNIQUE,
  model_id uuid NOT NULL CONSTRAINT equipment_unit_model REFERENCES equipment_model (id),
  serial integer NOT NULL,
  mobility text NOT NULL CONSTRAINT equipment_unit_mobility_known CHECK (mobility IN ('FIXED', 'MOBILE')),
  home_site_id uuid NOT NULL CONSTRAINT equipment_unit_home_site REFERENCES site (id),
  owner_organisation_id uuid NOT NULL CONSTRAINT equipment_unit_owner REFERENCES organisation (id),
  in_service boolean NOT NULL DEFAULT true,
  inspected_on date,
  inspection_valid_to date,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT equipment_unit_serial_unique UNIQUE (model_id, serial)
);
CREATE INDEX equipment_unit_home_site_id ON equipment_unit (home_site_id);

CREATE TABLE reservation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number integer GENERATED ALWAYS AS IDENTITY CONSTRAINT reservation_number_unique UNIQUE,
  organisation_id uuid NOT NULL CONSTRAINT reservation_organisation REFERENCES organisation (id),
  requester_id uuid NOT NULL CONSTRAINT reservation_requester REFERENCES person (id),
  site_id uuid NOT NULL CONSTRAINT reservation_site REFERENCES site (id),
  first_day date NOT NULL,
  last_day date NOT NULL,
  during tstzrange NOT NULL,
  state text NOT NULL CONSTRAINT reservation_state_known
    CHECK (state IN ('HELD', 'SUBMITTED', 'CONFIRMED', 'ENDED', 'REJECTED', 'CANCELLED', 'EXPIRED')),
  state_before_cancel text,
  hold_expires_at timestamptz,
  purpose text,
  group_size integer CONSTRAINT reservation_group_size_positive CHECK (group_size > 0),
  contact_name text,
  contact_phone text,
  remark text,
  warnings jsonb NOT NULL DEFAULT '[]',
  override_reason text,
  overridden text[] NOT NULL DEFAULT '{}',
  decided_by uuid CONSTRAINT reservation_decided_by REFERENCES person (id),
  decided_at timestamptz,
  decision_reason text,
  participants integer CONSTRAINT reservation_participants_not_negative CHECK (participants >= 0),
  hours_used double precision CONSTRAINT reservation_hours_not_negative CHECK (hours_used >= 0),
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT reservation_days_ordered CHECK (last_day >= first_day),
  CONSTRAINT reservation_hold_has_expiry CHECK ((state = 'HELD') = (hold_expires_at IS NOT NULL))
);
CREATE INDEX reservation_organisation_state ON reservation (organisation_id, state, first_day);
CREATE INDEX reservation_state_created ON reservation (state, created_at);
CREATE INDEX reservation_site_id ON reservation (site_id);
CREATE INDEX reservation_requester_id ON reservation (requester_id, created_at);

CREATE TABLE occupancy (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  unit_id uuid NOT NULL CONSTRAINT occupancy_unit REFERENCES equipment_unit (id),
  kind text NOT NULL CONSTRAINT occupancy_kind_known CHECK (kind IN ('STAY', 'MAINTENANCE', 'BLOCK')),
  during tstzrange NOT NULL CONSTRAINT occupancy_period_half_open CHECK (
    NOT isempty(during) AND lower(during) IS NOT NULL AND upper(during) IS NOT NULL AND lower_inc(during) AND NOT upper_inc(during)),
  active boolean NOT NULL DEFAULT true,
  expires_at timestamptz,
  site_id uuid CONSTRAINT occupancy_site REFERENCES site (id),
  reservation_id uuid CONSTRAINT occupancy_reservation REFERENCES reservation (id),
  stay_state text CONSTRAINT occupancy_stay_state_known CHECK (stay_state IN ('PLANNED', 'PICKED_UP', 'ON_SITE', 'RELEASED')),
  reason text,
  created_by uuid CONSTRAINT occupancy_created_by REFERENCES person (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT occupancy_stay_has_place CHECK (kind <> 'STAY' OR (site_id IS NOT NULL AND stay_state IS NOT NULL)),
  CONSTRAINT occupancy_one_place_at_a_time
    EXCLUDE USING gist (unit_id WITH =, during WITH &&) WHERE (active) DEFERRABLE INITIALLY IMMEDIATE
);
CREATE INDEX occupancy_unit_from ON occupancy (unit_id, lower(during)) WHERE active;
CREATE INDEX occupancy_reservation_id ON occupancy (reservation_id);
CREATE INDEX occupancy_expiring ON occupancy (expires_at) WHERE active AND expires_at IS NOT NULL;

-- The backstop against teleporting: whatever wrote the stay, the unit row is locked first, so that two neighbours
-- written at the same moment wait for each other, and then the calendar-free minimum (pack + drive + set up) is held
-- against the nearest active stay on both sides.
CREATE FUNCTION occupancy_no_teleport() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  pack_and_setup integer;
  neighbour record;
BEGIN
  IF NOT NEW.active OR NEW.kind <> 'STAY' THEN RETURN NULL; END IF;
  PERFORM 1 FROM equipment_unit WHERE id = NEW.unit_id FOR NO KEY UPDATE;
  -- A deferred check sees the row as it is now, not as it was queued.
  SELECT o.unit_id, o.during, o.site_id, o.active, o.kind INTO NEW.unit_id, NEW.during, NEW.site_id, NEW.active, NEW.kind
    FROM occupancy o WHERE o.id = NEW.id;
  IF NOT FOUND OR NOT NEW.active OR NEW.kind <> 'STAY' THEN RETURN NULL; END IF;
  SELECT m.pack_minutes + m.setup_minutes INTO pack_and_setup
    FROM equipment_unit u JOIN equipment_model m ON m.id = u.model_id WHERE u.id = NEW.unit_id;
  FOR neighbour IN
    (SELECT o.site_id, lower(NEW.during) - upper(o.during) AS gap, o.site_id AS from_site_id, NEW.site_id AS to_site_id
       FROM occupancy o
      WHERE o.unit_id = NEW.unit_id AND o.active AND o.kind = 'STAY' AND o.id <> NEW.id
        AND lower(o.during) < lower(NEW.during)
      ORDER BY lower(o.during) DESC LIMIT 1)
    UNION ALL
    (SELECT o.site_id, lower(o.during) - upper(NEW.during), NEW.site_id, o.site_id
       FROM occupancy o
      WHERE o.unit_id = NEW.unit_id AND o.active AND o.kind = 'STAY' AND o.id <> NEW.id
        AND lower(o.during) >= lower(NEW.during)
      ORDER BY lower(o.during) LIMIT 1)
  LOOP
    IF neighbour.from_site_id <> neighbour.to_site_id AND neighbour.gap < make_interval(mins => pack_and_setup + COALESCE(
         (SELECT t.minutes FROM site_travel t
           WHERE t.from_site_id = neighbour.from_site_id AND t.to_site_id = neighbour.to_site_id), 0)) THEN
      RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'occupancy_no_teleport', TABLE = 'occupancy',
        MESSAGE = 'a kit cannot be at two sites without the time to travel between them';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER occupancy_no_teleport
  AFTER INSERT OR UPDATE OF unit_id, during, site_id, active, kind ON occupancy
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION occupancy_no_teleport();

CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_id uuid,
  actor_role text,
  action text NOT NULL,
  entity text NOT NULL,
  entity_id text NOT NULL,
  changes jsonb NOT NULL DEFAULT '{}',
  request_id text
);
CREATE INDEX audit_entry_entity ON audit_entry (entity, entity_id, id);
CREATE INDEX audit_entry_actor ON audit_entry (actor_id, id);

CREATE TABLE idempotency_key (
  scope text NOT NULL,
  key text NOT NULL,
  operation text NOT NULL,
  input_hash bytea NOT NULL,
  result jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (scope, key)
);

CREATE TABLE mail (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  to_address text NOT NULL,
  person_id uuid CONSTRAINT mail_person REFERENCES person (id),
  locale text NOT NULL,
  template text NOT NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text NOT NULL,
  state text NOT NULL DEFAULT 'QUEUED' CONSTRAINT mail_state_known CHECK (state IN ('QUEUED', 'SENT', 'FAILED', 'KEPT')),
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz
);
CREATE INDEX mail_created ON mail (created_at);

CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
