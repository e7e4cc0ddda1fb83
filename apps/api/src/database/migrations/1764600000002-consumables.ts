import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a loan uses up: per model how much, where it lies in stock, and what was used. */
export class Consumables1764600000002 implements MigrationInterface {
  name = 'Consumables1764600000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE consumable (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  model_id uuid NOT NULL CONSTRAINT consumable_model REFERENCES equipment_model (id) ON DELETE CASCADE,
  name_nl text NOT NULL,
  name_fr text NOT NULL,
  name_en text NOT NULL,
  measure text NOT NULL DEFAULT '',
  per text NOT NULL CONSTRAINT consumable_per_known CHECK (per IN ('PARTICIPANT', 'LOAN')),
  quantity double precision NOT NULL CONSTRAINT consumable_quantity_positive CHECK (quantity > 0),
  low_below double precision NOT NULL DEFAULT 0 CONSTRAINT consumable_low_not_negative CHECK (low_below >= 0),
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX consumable_model_id ON consumable (model_id);

CREATE TABLE consumable_stock (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  consumable_id uuid NOT NULL CONSTRAINT consumable_stock_consumable REFERENCES consumable (id) ON DELETE CASCADE,
  unit_id uuid CONSTRAINT consumable_stock_unit REFERENCES equipment_unit (id) ON DELETE CASCADE,
  site_id uuid CONSTRAINT consumable_stock_site REFERENCES site (id) ON DELETE CASCADE,
  quantity double precision NOT NULL CONSTRAINT consumable_stock_not_negative CHECK (quantity >= 0),
  counted_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT consumable_stock_one_place CHECK ((unit_id IS NULL) <> (site_id IS NULL)),
  CONSTRAINT consumable_stock_of_unit UNIQUE (consumable_id, unit_id),
  CONSTRAINT consumable_stock_of_site UNIQUE (consumable_id, site_id)
);

CREATE TABLE consumable_use (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  consumable_id uuid NOT NULL CONSTRAINT consumable_use_consumable REFERENCES consumable (id),
  reservation_id uuid NOT NULL CONSTRAINT consumable_use_reservation REFERENCES reservation (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL CONSTRAINT consumable_use_unit REFERENCES equipment_unit (id),
  quantity double precision NOT NULL CONSTRAINT consumable_use_not_negative CHECK (quantity >= 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT consumable_use_once UNIQUE (reservation_id, unit_id, consumable_id)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}
