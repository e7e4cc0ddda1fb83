import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Vans, who drives them, and the trips that carry legs. The database itself keeps that a van, a driver and a leg are in one
 * trip at a time, that nothing is delivered before it was picked up, and that no van carries what it cannot.
 */
export class Trips1765200000100 implements MigrationInterface {
  name = 'Trips1765200000100';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, SEATS, CHECKS, LEAVES, TOLD]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a dump instead.');
  }
}

const TABLES = `
CREATE TABLE vehicle (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL,
  name text NOT NULL,
  plate text,
  depot_site_id uuid NOT NULL CONSTRAINT vehicle_depot REFERENCES site (id),
  volume_m3 double precision NOT NULL,
  payload_kg integer NOT NULL,
  tail_lift boolean NOT NULL DEFAULT false,
  licence text NOT NULL DEFAULT 'B',
  cents_per_km integer NOT NULL,
  cents_per_hour integer NOT NULL,
  co2_grams_per_km integer NOT NULL,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT vehicle_code_unique UNIQUE (code),
  CONSTRAINT vehicle_carries CHECK (volume_m3 > 0 AND payload_kg > 0),
  CONSTRAINT vehicle_licence_known CHECK (licence IN ('B', 'C1', 'C')),
  CONSTRAINT vehicle_rates_not_negative CHECK (cents_per_km >= 0 AND cents_per_hour >= 0 AND co2_grams_per_km >= 0)
);
CREATE INDEX vehicle_depot_site_id ON vehicle (depot_site_id);
CREATE TRIGGER vehicle_version BEFORE UPDATE ON vehicle FOR EACH ROW EXECUTE FUNCTION count_version();

-- Who has no licences drives no van.
ALTER TABLE person ADD COLUMN driving_licences text[], ADD COLUMN driving_hours jsonb;

CREATE TABLE transport_absence (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  vehicle_id uuid CONSTRAINT transport_absence_vehicle REFERENCES vehicle (id),
  person_id uuid CONSTRAINT transport_absence_person REFERENCES person (id),
  first_day date NOT NULL,
  last_day date NOT NULL,
  reason text NOT NULL DEFAULT '',
  CONSTRAINT transport_absence_of_one CHECK (num_nonnulls(vehicle_id, person_id) = 1),
  CONSTRAINT transport_absence_ordered CHECK (last_day >= first_day)
);
CREATE INDEX transport_absence_vehicle_id ON transport_absence (vehicle_id);
CREATE INDEX transport_absence_person_id ON transport_absence (person_id);

CREATE TABLE trip (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number integer GENERATED ALWAYS AS IDENTITY,
  day date NOT NULL,
  vehicle_id uuid NOT NULL CONSTRAINT trip_vehicle REFERENCES vehicle (id),
  driver_id uuid NOT NULL CONSTRAINT trip_driver REFERENCES person (id),
  helper_id uuid CONSTRAINT trip_helper REFERENCES person (id),
  state text NOT NULL DEFAULT 'DRAFT',
  departs_at timestamptz NOT NULL,
  returns_at timestamptz NOT NULL,
  km double precision NOT NULL,
  drive_minutes integer NOT NULL,
  note text,
  published_at timestamptz,
  seen_version integer,
  seen_at timestamptz,
  created_by uuid NOT NULL CONSTRAINT trip_created_by REFERENCES person (id),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT trip_number_unique UNIQUE (number),
  CONSTRAINT trip_state_known CHECK (state IN ('DRAFT', 'PUBLISHED', 'DONE', 'CANCELLED')),
  CONSTRAINT trip_times_ordered CHECK (returns_at > departs_at),
  CONSTRAINT trip_helper_is_another CHECK (helper_id <> driver_id)
);
CREATE INDEX trip_day ON trip (day);
CREATE INDEX trip_vehicle_id ON trip (vehicle_id);
CREATE INDEX trip_driver_id ON trip (driver_id);

CREATE TABLE stop (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  trip_id uuid NOT NULL CONSTRAINT stop_trip REFERENCES trip (id),
  position integer NOT NULL,
  leg_id uuid NOT NULL CONSTRAINT stop_leg REFERENCES leg (id),
  kind text NOT NULL,
  site_id uuid NOT NULL CONSTRAINT stop_site REFERENCES site (id),
  arrives_at timestamptz NOT NULL,
  starts_at timestamptz NOT NULL,
  departs_at timestamptz NOT NULL,
  CONSTRAINT stop_kind_known CHECK (kind IN ('PICK_UP', 'DELIVER')),
  CONSTRAINT stop_times_ordered CHECK (arrives_at <= starts_at AND starts_at <= departs_at),
  CONSTRAINT stop_place_once UNIQUE (trip_id, position),
  CONSTRAINT stop_leg_once UNIQUE (leg_id, kind)
);

CREATE TABLE trip_event (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  trip_id uuid NOT NULL CONSTRAINT trip_event_trip REFERENCES trip (id),
  leg_id uuid CONSTRAINT trip_event_leg REFERENCES leg (id),
  kind text NOT NULL,
  minutes integer,
  note text,
  happened_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid CONSTRAINT trip_event_created_by REFERENCES person (id),
  settled_at timestamptz,
  settled_by uuid CONSTRAINT trip_event_settled_by REFERENCES person (id),
  told_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT trip_event_kind_known
    CHECK (kind IN ('LEG_CHANGED', 'LEG_GONE', 'LATE', 'NOT_READY', 'REFUSED', 'BROKEN_DOWN', 'PUBLISHED', 'WITHDRAWN')),
  CONSTRAINT trip_event_minutes_range CHECK (minutes BETWEEN 1 AND 1440)
);
CREATE INDEX trip_event_trip_id ON trip_event (trip_id);
CREATE INDEX trip_event_open ON trip_event (created_at) WHERE settled_at IS NULL;
CREATE INDEX trip_event_untold ON trip_event (created_at) WHERE told_at IS NULL;
`;

const SEATS = `
-- A van, and whoever sits in it, is in one trip at a time: written by the trigger below from the trips alone.
CREATE TABLE trip_seat (
  trip_id uuid NOT NULL CONSTRAINT trip_seat_trip REFERENCES trip (id),
  resource_id uuid NOT NULL,
  during tstzrange NOT NULL,
  CONSTRAINT trip_seat_pkey PRIMARY KEY (trip_id, resource_id),
  CONSTRAINT trip_one_at_a_time EXCLUDE USING gist (resource_id WITH =, during WITH &&)
);
CREATE FUNCTION trip_takes_seats() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM trip_seat WHERE trip_id = NEW.id;
  IF NEW.state <> 'CANCELLED' THEN
    INSERT INTO trip_seat (trip_id, resource_id, during)
    SELECT NEW.id, resource, tstzrange(NEW.departs_at, NEW.returns_at)
      FROM unnest(ARRAY[NEW.vehicle_id, NEW.driver_id, NEW.helper_id]) resource WHERE resource IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER trip_takes_seats
  AFTER INSERT OR UPDATE OF vehicle_id, driver_id, helper_id, departs_at, returns_at, state ON trip
  FOR EACH ROW EXECUTE FUNCTION trip_takes_seats();
`;

const CHECKS = `
-- At commit, when all stops stand: each leg is picked up before it is delivered, by this trip, and the van carries it.
CREATE FUNCTION check_trip(asked uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  van vehicle%ROWTYPE;
BEGIN
  PERFORM 1 FROM trip WHERE id = asked FOR NO KEY UPDATE;
  SELECT v.* INTO van FROM vehicle v JOIN trip t ON t.vehicle_id = v.id WHERE t.id = asked;
  IF EXISTS (
    SELECT 1 FROM stop WHERE trip_id = asked GROUP BY leg_id
    HAVING count(*) <> 2 OR max(position) FILTER (WHERE kind = 'PICK_UP') > min(position) FILTER (WHERE kind = 'DELIVER')
  ) OR EXISTS (
    SELECT 1 FROM stop s JOIN leg l ON l.id = s.leg_id
     WHERE s.trip_id = asked AND s.site_id <> CASE s.kind WHEN 'PICK_UP' THEN l.from_site_id ELSE l.to_site_id END
  ) THEN
    RAISE EXCEPTION 'a leg of trip % is not picked up and then delivered', asked
      USING ERRCODE = 'check_violation', CONSTRAINT = 'trip_order';
  END IF;
  IF EXISTS (
    SELECT 1 FROM (
      SELECT sum(CASE s.kind WHEN 'PICK_UP' THEN m.volume_m3 ELSE -m.volume_m3 END) OVER sofar AS volume,
             sum(CASE s.kind WHEN 'PICK_UP' THEN m.mass_kg ELSE -m.mass_kg END) OVER sofar AS mass
        FROM stop s JOIN leg l ON l.id = s.leg_id JOIN equipment_unit u ON u.id = l.unit_id
        JOIN equipment_model m ON m.id = u.model_id
       WHERE s.trip_id = asked WINDOW sofar AS (ORDER BY s.position)
    ) load WHERE volume > van.volume_m3 + 0.0005 OR mass > van.payload_kg + 0.0005
  ) THEN
    RAISE EXCEPTION 'the van of trip % is too small', asked USING ERRCODE = 'check_violation', CONSTRAINT = 'trip_load';
  END IF;
  IF EXISTS (
    SELECT 1 FROM stop s JOIN leg l ON l.id = s.leg_id JOIN equipment_unit u ON u.id = l.unit_id
      JOIN equipment_model m ON m.id = u.model_id
     WHERE s.trip_id = asked AND m.needs_tail_lift AND NOT van.tail_lift
  ) THEN
    RAISE EXCEPTION 'the van of trip % has no tail-lift', asked
      USING ERRCODE = 'check_violation', CONSTRAINT = 'trip_tail_lift';
  END IF;
END $$;
CREATE FUNCTION stop_checks_trip() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM check_trip(COALESCE(NEW.trip_id, OLD.trip_id));
  RETURN NULL;
END $$;
CREATE FUNCTION trip_checks_itself() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM check_trip(NEW.id);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION check_trip(uuid) FROM PUBLIC;
CREATE CONSTRAINT TRIGGER stop_checks_trip AFTER INSERT OR UPDATE OR DELETE ON stop
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stop_checks_trip();
CREATE CONSTRAINT TRIGGER trip_checks_itself AFTER UPDATE OF vehicle_id ON trip
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION trip_checks_itself();
`;

const LEAVES = `
-- A leg that changes or is not owed any more takes itself out of its trip, and tells it: unless it is on the road already.
CREATE FUNCTION leg_leaves_trip() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  left_trip uuid;
  on_the_road boolean;
BEGIN
  SELECT t.id INTO left_trip FROM stop s JOIN trip t ON t.id = s.trip_id
   WHERE s.leg_id = NEW.id AND t.state IN ('DRAFT', 'PUBLISHED') LIMIT 1;
  IF left_trip IS NULL THEN RETURN NULL; END IF;
  PERFORM 1 FROM trip WHERE id = left_trip FOR NO KEY UPDATE;
  SELECT EXISTS (
    SELECT 1 FROM occupancy o WHERE o.unit_id = OLD.unit_id AND o.reservation_id = OLD.reservation_id AND o.kind = 'STAY'
       AND o.active AND o.stay_state <> 'PLANNED') INTO on_the_road;
  IF NOT on_the_road THEN
    DELETE FROM stop WHERE leg_id = NEW.id;
    UPDATE trip SET version = version + 1 WHERE id = left_trip;
  END IF;
  INSERT INTO trip_event (trip_id, leg_id, kind)
  VALUES (left_trip, NEW.id, CASE WHEN NEW.active THEN 'LEG_CHANGED' ELSE 'LEG_GONE' END);
  RETURN NULL;
END $$;
CREATE TRIGGER leg_leaves_trip AFTER UPDATE ON leg
  FOR EACH ROW WHEN (
    (NEW.from_site_id, NEW.to_site_id, NEW.pick_up_after, NEW.deliver_before, NEW.active, NEW.carriage)
    IS DISTINCT FROM (OLD.from_site_id, OLD.to_site_id, OLD.pick_up_after, OLD.deliver_before, OLD.active, OLD.carriage))
  EXECUTE FUNCTION leg_leaves_trip();
`;

const TOLD = `
CREATE TRIGGER trip_told AFTER INSERT OR UPDATE ON trip FOR EACH ROW EXECUTE FUNCTION tell_change('TRIP', 'id');
CREATE TRIGGER trip_event_told AFTER INSERT OR UPDATE ON trip_event
  FOR EACH ROW EXECUTE FUNCTION tell_change('TRIP', 'trip_id');
`;
