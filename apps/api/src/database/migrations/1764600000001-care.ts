import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Care of the equipment: turn-around around each loan, plans of inspection and maintenance with what was found, defects. */
export class Care1764600000001 implements MigrationInterface {
  name = 'Care1764600000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE turnaround_step (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  model_id uuid NOT NULL CONSTRAINT turnaround_step_model REFERENCES equipment_model (id) ON DELETE CASCADE,
  phase text NOT NULL CONSTRAINT turnaround_step_phase_known CHECK (phase IN ('BEFORE', 'AFTER')),
  kind text NOT NULL CONSTRAINT turnaround_step_kind_known CHECK (kind IN ('CHECK', 'CLEAN', 'CHARGE', 'REIMAGE')),
  unit text NOT NULL CONSTRAINT turnaround_step_unit_known CHECK (unit IN ('HOUR', 'DAY')),
  amount double precision NOT NULL CONSTRAINT turnaround_step_amount_positive CHECK (amount > 0),
  CONSTRAINT turnaround_step_once UNIQUE (model_id, phase, kind)
);

CREATE TABLE inspection_plan (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  model_id uuid CONSTRAINT inspection_plan_model REFERENCES equipment_model (id) ON DELETE CASCADE,
  unit_id uuid CONSTRAINT inspection_plan_unit REFERENCES equipment_unit (id) ON DELETE CASCADE,
  name_nl text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  interval_months integer CONSTRAINT inspection_plan_months_positive CHECK (interval_months > 0),
  interval_hours integer CONSTRAINT inspection_plan_hours_positive CHECK (interval_hours > 0),
  blocks boolean NOT NULL DEFAULT true,
  external boolean NOT NULL DEFAULT false,
  body text,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT inspection_plan_of_one CHECK ((model_id IS NULL) <> (unit_id IS NULL)),
  CONSTRAINT inspection_plan_has_interval CHECK (interval_months IS NOT NULL OR interval_hours IS NOT NULL)
);
CREATE INDEX inspection_plan_model_id ON inspection_plan (model_id);
CREATE INDEX inspection_plan_unit_id ON inspection_plan (unit_id);

CREATE TABLE inspection (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL CONSTRAINT inspection_plan REFERENCES inspection_plan (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL CONSTRAINT inspection_unit REFERENCES equipment_unit (id) ON DELETE CASCADE,
  done_on date NOT NULL,
  result text NOT NULL CONSTRAINT inspection_result_known CHECK (result IN ('PASSED', 'REMARKS', 'FAILED')),
  valid_to date,
  body text,
  note text,
  recorded_by uuid CONSTRAINT inspection_recorded_by REFERENCES person (id),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX inspection_unit_plan ON inspection (unit_id, plan_id, done_on);

CREATE TABLE inspection_reminder (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL CONSTRAINT inspection_reminder_plan REFERENCES inspection_plan (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL CONSTRAINT inspection_reminder_unit REFERENCES equipment_unit (id) ON DELETE CASCADE,
  state text NOT NULL CONSTRAINT inspection_reminder_state_known CHECK (state IN ('DUE', 'OVERDUE')),
  since date NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT inspection_reminder_once UNIQUE (plan_id, unit_id, state, since)
);

CREATE TABLE defect (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number integer GENERATED ALWAYS AS IDENTITY CONSTRAINT defect_number_unique UNIQUE,
  unit_id uuid NOT NULL CONSTRAINT defect_unit REFERENCES equipment_unit (id),
  description text NOT NULL,
  severity text NOT NULL CONSTRAINT defect_severity_known CHECK (severity IN ('MINOR', 'MAJOR', 'BLOCKING')),
  status text NOT NULL DEFAULT 'REPORTED'
    CONSTRAINT defect_status_known CHECK (status IN ('REPORTED', 'CONFIRMED', 'IN_REPAIR', 'SOLVED')),
  expected_back_on date,
  note text,
  reported_by uuid NOT NULL CONSTRAINT defect_reported_by REFERENCES person (id),
  reservation_id uuid CONSTRAINT defect_reservation REFERENCES reservation (id),
  version integer NOT NULL DEFAULT 1,
  solved_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX defect_unit_id ON defect (unit_id, created_at);
CREATE INDEX defect_open ON defect (created_at) WHERE status <> 'SOLVED';

ALTER TABLE equipment_unit
  ADD COLUMN inspection_plan_id uuid CONSTRAINT equipment_unit_inspection_plan REFERENCES inspection_plan (id) ON DELETE SET NULL,
  ADD COLUMN inspection_planned_on date,
  ADD COLUMN inspection_planned_valid_to date,
  ADD COLUMN blocked_by_defect boolean NOT NULL DEFAULT false,
  ADD COLUMN defect_until date;

ALTER TABLE occupancy DROP CONSTRAINT occupancy_kind_known;
ALTER TABLE occupancy ADD CONSTRAINT occupancy_kind_known CHECK (kind IN ('STAY', 'MAINTENANCE', 'BLOCK', 'TURNAROUND'));
ALTER TABLE occupancy ADD COLUMN inspection_plan_id uuid CONSTRAINT occupancy_inspection_plan REFERENCES inspection_plan (id) ON DELETE SET NULL;

-- What the catalogue said until now becomes a plan, and what was known of the units its last inspection.
INSERT INTO inspection_plan (model_id, name_nl, name_fr, name_en, interval_months, external)
SELECT id, CASE WHEN inspection_interval_months < 12 THEN 'Periodieke keuring' ELSE 'Jaarlijkse controle' END,
           CASE WHEN inspection_interval_months < 12 THEN 'Contrôle périodique' ELSE 'Contrôle annuel' END,
           CASE WHEN inspection_interval_months < 12 THEN 'Periodic inspection' ELSE 'Yearly inspection' END,
       inspection_interval_months, inspection_interval_months < 12
  FROM equipment_model WHERE inspection_interval_months > 0;
INSERT INTO inspection (plan_id, unit_id, done_on, result, valid_to)
SELECT p.id, u.id, u.inspected_on, 'PASSED', u.inspection_valid_to
  FROM equipment_unit u JOIN inspection_plan p ON p.model_id = u.model_id WHERE u.inspected_on IS NOT NULL;
UPDATE equipment_unit u SET inspection_plan_id = p.id FROM inspection_plan p WHERE p.model_id = u.model_id AND u.inspected_on IS NOT NULL;

-- The backstops against booking what may not be used. Each locks the unit row first, so that a stay and the report of a
-- defect or of a failed inspection, written at the same moment, wait for each other: whichever comes second sees the first.
CREATE FUNCTION occupancy_unit_defect() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unit record;
BEGIN
  IF NOT NEW.active OR NEW.kind <> 'STAY' OR upper(NEW.during) <= now() THEN RETURN NULL; END IF;
  SELECT blocked_by_defect, defect_until INTO unit FROM equipment_unit WHERE id = NEW.unit_id FOR NO KEY UPDATE;
  IF unit.blocked_by_defect
     AND (unit.defect_until IS NULL OR (lower(NEW.during) AT TIME ZONE 'Europe/Brussels')::date <= unit.defect_until) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'occupancy_unit_defect', TABLE = 'occupancy',
      MESSAGE = 'a unit with a blocking defect cannot be booked';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION occupancy_inspection_valid() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unit record;
  first_day date;
  last_day date;
BEGIN
  IF NOT NEW.active OR NEW.kind <> 'STAY' OR upper(NEW.during) <= now() THEN RETURN NULL; END IF;
  SELECT inspection_valid_to AS valid_to, inspection_planned_on AS planned_on, inspection_planned_valid_to AS planned_to INTO unit
    FROM equipment_unit WHERE id = NEW.unit_id FOR NO KEY UPDATE;
  first_day := (lower(NEW.during) AT TIME ZONE 'Europe/Brussels')::date;
  last_day := ((upper(NEW.during) - interval '1 millisecond') AT TIME ZONE 'Europe/Brussels')::date;
  IF last_day > unit.valid_to
     AND NOT COALESCE(unit.planned_on >= (now() AT TIME ZONE 'Europe/Brussels')::date
                      AND first_day > unit.planned_on AND last_day <= unit.planned_to, false) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'occupancy_inspection_valid', TABLE = 'occupancy',
      MESSAGE = 'a unit cannot be booked beyond the validity of its inspection';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER occupancy_unit_defect
  AFTER INSERT OR UPDATE OF unit_id, during, active, kind ON occupancy
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION occupancy_unit_defect();

CREATE CONSTRAINT TRIGGER occupancy_inspection_valid
  AFTER INSERT OR UPDATE OF unit_id, during, active, kind ON occupancy
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION occupancy_inspection_valid();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
