import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is in the boxes of one unit, and who handed which boxes to whom, complete or not. */
export class HandOver1764500000001 implements MigrationInterface {
  name = 'HandOver1764500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE unit_packing (
  unit_id uuid PRIMARY KEY CONSTRAINT unit_packing_unit REFERENCES equipment_unit (id) ON DELETE CASCADE,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE unit_part (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  unit_id uuid NOT NULL CONSTRAINT unit_part_unit REFERENCES unit_packing (unit_id) ON DELETE CASCADE,
  box integer NOT NULL CONSTRAINT unit_part_box_positive CHECK (box > 0),
  position integer NOT NULL,
  name_nl text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  quantity integer NOT NULL CONSTRAINT unit_part_quantity_positive CHECK (quantity > 0),
  CONSTRAINT unit_part_place_unique UNIQUE (unit_id, box, position)
);

CREATE TABLE handover (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  reservation_id uuid NOT NULL CONSTRAINT handover_reservation REFERENCES reservation (id),
  moment text NOT NULL CONSTRAINT handover_moment_known CHECK (moment IN ('FETCH', 'DELIVER', 'RETURN')),
  happened_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  recorded_by uuid NOT NULL CONSTRAINT handover_recorded_by REFERENCES person (id),
  giver_name text NOT NULL,
  giver_strokes text,
  receiver_name text NOT NULL,
  receiver_strokes text,
  remark text,
  second boolean NOT NULL DEFAULT false
);
CREATE INDEX handover_reservation_id ON handover (reservation_id, recorded_at);

CREATE TABLE handover_box (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  handover_id uuid NOT NULL CONSTRAINT handover_box_handover REFERENCES handover (id),
  reservation_id uuid NOT NULL CONSTRAINT handover_box_reservation REFERENCES reservation (id),
  unit_id uuid NOT NULL CONSTRAINT handover_box_unit REFERENCES equipment_unit (id),
  moment text NOT NULL,
  box integer NOT NULL,
  state text NOT NULL CONSTRAINT handover_box_state_known CHECK (state IN ('PRESENT', 'LATER', 'MISSING')),
  parts jsonb NOT NULL DEFAULT '[]',
  counted boolean NOT NULL DEFAULT true
);
CREATE INDEX handover_box_handover_id ON handover_box (handover_id);
-- Two people with the same box in their hands: one of them passes it on.
CREATE UNIQUE INDEX handover_box_once ON handover_box (reservation_id, unit_id, moment, box) WHERE counted AND state <> 'LATER';
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
