import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans that are being worked out, what they propose, and what became of each part. */
export class Planning1765300000000 implements MigrationInterface {
  name = 'Planning1765300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE plan_job (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CONSTRAINT plan_job_kind_known CHECK (kind IN ('TOURS', 'TRIPS', 'REPAIR')),
  state text NOT NULL DEFAULT 'QUEUED' CONSTRAINT plan_job_state_known CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  first_day date NOT NULL,
  last_day date NOT NULL,
  weights jsonb NOT NULL DEFAULT '{}',
  unit_id uuid CONSTRAINT plan_job_unit REFERENCES equipment_unit (id),
  site_id uuid CONSTRAINT plan_job_site REFERENCES site (id),
  seconds integer NOT NULL CONSTRAINT plan_job_seconds_range CHECK (seconds BETWEEN 1 AND 600),
  seed integer NOT NULL DEFAULT 1,
  stop_asked boolean NOT NULL DEFAULT false,
  run_id uuid,
  attempts integer NOT NULL DEFAULT 0,
  heartbeat_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  progress jsonb,
  failure text,
  created_by uuid NOT NULL CONSTRAINT plan_job_created_by REFERENCES person (id),
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT plan_job_days_ordered CHECK (last_day >= first_day),
  CONSTRAINT plan_job_ended CHECK ((state IN ('DONE', 'FAILED')) = (ended_at IS NOT NULL))
);
CREATE INDEX plan_job_created_at ON plan_job (created_at);
CREATE INDEX plan_job_unfinished ON plan_job (created_at) WHERE ended_at IS NULL;
CREATE INDEX plan_job_unit_id ON plan_job (unit_id);
CREATE INDEX plan_job_site_id ON plan_job (site_id);

CREATE TABLE proposal (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  job_id uuid NOT NULL CONSTRAINT proposal_job_unique UNIQUE CONSTRAINT proposal_job REFERENCES plan_job (id),
  figures jsonb NOT NULL,
  left_out jsonb NOT NULL DEFAULT '[]',
  dismissed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE proposal_item (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  proposal_id uuid NOT NULL CONSTRAINT proposal_item_proposal REFERENCES proposal (id),
  position integer NOT NULL,
  kind text NOT NULL CONSTRAINT proposal_item_kind_known CHECK (kind IN ('PLACE_REQUEST', 'MOVE_RESERVATION', 'TRIP')),
  request_id uuid CONSTRAINT proposal_item_request REFERENCES request (id),
  reservation_id uuid CONSTRAINT proposal_item_reservation REFERENCES reservation (id),
  unit_id uuid CONSTRAINT proposal_item_unit REFERENCES equipment_unit (id),
  site_id uuid CONSTRAINT proposal_item_site REFERENCES site (id),
  first_day date NOT NULL,
  last_day date NOT NULL,
  seen_version integer NOT NULL,
  before jsonb,
  figures jsonb NOT NULL,
  details jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'OPEN' CONSTRAINT proposal_item_state_known CHECK (state IN ('OPEN', 'ACCEPTED', 'STALE')),
  refusal_codes text[] NOT NULL DEFAULT '{}',
  decided_by uuid CONSTRAINT proposal_item_decided_by REFERENCES person (id),
  decided_at timestamptz,
  CONSTRAINT proposal_item_position_unique UNIQUE (proposal_id, position),
  CONSTRAINT proposal_item_subject CHECK (
    (kind = 'PLACE_REQUEST') = (request_id IS NOT NULL) AND (kind = 'MOVE_RESERVATION') = (reservation_id IS NOT NULL)),
  CONSTRAINT proposal_item_days_ordered CHECK (last_day >= first_day)
);
CREATE INDEX proposal_item_request_id ON proposal_item (request_id);
CREATE INDEX proposal_item_reservation_id ON proposal_item (reservation_id);
CREATE INDEX proposal_item_unit_id ON proposal_item (unit_id);

CREATE TRIGGER plan_job_told AFTER INSERT OR UPDATE ON plan_job
  FOR EACH ROW EXECUTE FUNCTION tell_change('PLAN', 'id');
CREATE TRIGGER proposal_told AFTER INSERT OR UPDATE ON proposal
  FOR EACH ROW EXECUTE FUNCTION tell_change('PLAN', 'job_id');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
