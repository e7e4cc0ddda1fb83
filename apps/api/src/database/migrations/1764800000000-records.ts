import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators keep: a version for each, models and holidays that can end, and imports with their preview. */
export class Records1764800000000 implements MigrationInterface {
  name = 'Records1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE organisation ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE person ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE site ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE equipment_model ADD COLUMN version integer NOT NULL DEFAULT 1, ADD COLUMN active boolean NOT NULL DEFAULT true;
ALTER TABLE equipment_unit ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE holiday ADD COLUMN version integer NOT NULL DEFAULT 1, ADD COLUMN active boolean NOT NULL DEFAULT true;
ALTER TABLE setting ADD COLUMN version integer NOT NULL DEFAULT 1;

-- Whatever changes a row, its version goes up: no verb can forget it.
CREATE FUNCTION count_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version;
  IF NEW IS DISTINCT FROM OLD THEN NEW.version := OLD.version + 1; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER organisation_version BEFORE UPDATE ON organisation FOR EACH ROW EXECUTE FUNCTION count_version();
CREATE TRIGGER person_version BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION count_version();
CREATE TRIGGER site_version BEFORE UPDATE ON site FOR EACH ROW EXECUTE FUNCTION count_version();
CREATE TRIGGER equipment_model_version BEFORE UPDATE ON equipment_model FOR EACH ROW EXECUTE FUNCTION count_version();
-- Not for what care reckons by itself: inspections and defects.
CREATE TRIGGER equipment_unit_version
  BEFORE UPDATE OF code, model_id, serial, mobility, home_site_id, owner_organisation_id, in_service ON equipment_unit
  FOR EACH ROW EXECUTE FUNCTION count_version();
CREATE TRIGGER holiday_version BEFORE UPDATE ON holiday FOR EACH ROW EXECUTE FUNCTION count_version();
CREATE TRIGGER setting_version BEFORE UPDATE ON setting FOR EACH ROW EXECUTE FUNCTION count_version();

CREATE TABLE import_run (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  file_name text NOT NULL,
  state text NOT NULL DEFAULT 'PREVIEWED' CONSTRAINT import_run_state_known CHECK (state IN ('PREVIEWED', 'DONE')),
  headings text[] NOT NULL,
  first_line integer NOT NULL,
  mapping text[] NOT NULL,
  cells jsonb NOT NULL,
  outcomes jsonb NOT NULL,
  fingerprint text NOT NULL,
  made integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  wrong integer NOT NULL DEFAULT 0,
  created_by uuid NOT NULL CONSTRAINT import_run_created_by REFERENCES person (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  done_at timestamptz
);
CREATE INDEX import_run_created_at ON import_run (created_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
