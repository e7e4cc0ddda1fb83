import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The moves that kits owe. They follow from the stays and from nothing else, so the database keeps them: no verb can forget
 * them. At commit, when all stays of the transaction stand, each unit that was touched gets its legs right.
 */
export class Legs1765200000000 implements MigrationInterface {
  name = 'Legs1765200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLE, OWE, TRIGGERS, FILL]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}

const TABLE = `
CREATE TABLE leg (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  unit_id uuid NOT NULL CONSTRAINT leg_unit REFERENCES equipment_unit (id),
  reservation_id uuid NOT NULL CONSTRAINT leg_reservation REFERENCES reservation (id),
  from_site_id uuid NOT NULL CONSTRAINT leg_from_site REFERENCES site (id),
  to_site_id uuid NOT NULL CONSTRAINT leg_to_site REFERENCES site (id),
  from_reservation_id uuid CONSTRAINT leg_from_reservation REFERENCES reservation (id),
  pick_up_after timestamptz,
  deliver_before timestamptz NOT NULL,
  carriage text NOT NULL DEFAULT 'VAN',
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT leg_carriage_known CHECK (carriage IN ('VAN', 'FETCHED', 'BROUGHT')),
  CONSTRAINT leg_moves CHECK (from_site_id <> to_site_id),
  CONSTRAINT leg_window_ordered CHECK (pick_up_after <= deliver_before),
  CONSTRAINT leg_unit_reservation UNIQUE (unit_id, reservation_id)
);
CREATE INDEX leg_deliver_before ON leg (deliver_before) WHERE active;
CREATE INDEX leg_reservation_id ON leg (reservation_id);
`;

const OWE = `
-- A leg is known by its unit and by the reservation that it brings the unit to: one that stays as it was keeps its id and its
-- version, one that changes gets the next version, one that is not owed any more is kept, not active. Stays that a hold may
-- still lose owe nothing.
CREATE FUNCTION owe_legs(unit uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- Two that change stays of one unit wait for each other, so each sees what the other did.
  PERFORM 1 FROM equipment_unit WHERE id = unit FOR NO KEY UPDATE;
  WITH stays AS (
    SELECT o.reservation_id, o.site_id, lower(o.during) AS begins,
           lag(o.site_id, 1, u.home_site_id) OVER before AS from_site_id,
           lag(o.reservation_id) OVER before AS from_reservation_id,
           lag(upper(o.during)) OVER before AS pick_up_after
      FROM occupancy o JOIN equipment_unit u ON u.id = o.unit_id
     WHERE o.unit_id = unit AND o.active AND o.kind = 'STAY' AND o.expires_at IS NULL
    WINDOW before AS (ORDER BY lower(o.during))
  ), owed AS (
    SELECT DISTINCT ON (reservation_id) * FROM stays
     WHERE reservation_id IS NOT NULL AND from_site_id <> site_id
     ORDER BY reservation_id, begins
  ), written AS (
    INSERT INTO leg (unit_id, reservation_id, from_site_id, to_site_id, from_reservation_id, pick_up_after, deliver_before)
    SELECT unit, reservation_id, from_site_id, site_id, from_reservation_id, pick_up_after, begins FROM owed
    ON CONFLICT (unit_id, reservation_id) DO UPDATE
      SET from_site_id = excluded.from_site_id, to_site_id = excluded.to_site_id,
          from_reservation_id = excluded.from_reservation_id, pick_up_after = excluded.pick_up_after,
          deliver_before = excluded.deliver_before, active = true, version = leg.version + 1, changed_at = now(),
          -- Who carries it was chosen for these two sites.
          carriage = CASE WHEN (leg.from_site_id, leg.to_site_id) = (excluded.from_site_id, excluded.to_site_id)
                          THEN leg.carriage ELSE 'VAN' END
      WHERE (leg.from_site_id, leg.to_site_id, leg.from_reservation_id, leg.pick_up_after, leg.deliver_before, leg.active)
            IS DISTINCT FROM (excluded.from_site_id, excluded.to_site_id, excluded.from_reservation_id,
                              excluded.pick_up_after, excluded.deliver_before, true)
    RETURNING id
  )
  UPDATE leg SET active = false, version = version + 1, changed_at = now()
   WHERE unit_id = unit AND active AND NOT EXISTS (SELECT 1 FROM owed WHERE owed.reservation_id = leg.reservation_id);
END $$;
`;

const TRIGGERS = `
CREATE FUNCTION occupancy_owes_legs() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM owe_legs(NEW.unit_id);
  RETURN NULL;
END $$;
CREATE FUNCTION unit_owes_legs() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM owe_legs(NEW.id);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION owe_legs(uuid) FROM PUBLIC;

-- What a hold has and loses again owes nothing: who ends holds takes no kit's lock for it.
CREATE CONSTRAINT TRIGGER occupancy_owes_legs
  AFTER INSERT ON occupancy
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'STAY' AND NEW.expires_at IS NULL)
  EXECUTE FUNCTION occupancy_owes_legs();
CREATE CONSTRAINT TRIGGER occupancy_owes_other_legs
  AFTER UPDATE OF unit_id, during, site_id, active, expires_at, reservation_id ON occupancy
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'STAY' AND (OLD.expires_at IS NULL OR NEW.expires_at IS NULL))
  EXECUTE FUNCTION occupancy_owes_legs();
-- A kit that was nowhere yet leaves from home.
CREATE CONSTRAINT TRIGGER unit_owes_legs
  AFTER UPDATE OF home_site_id ON equipment_unit
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION unit_owes_legs();
`;

const FILL = `SELECT owe_legs(id) FROM equipment_unit`;
