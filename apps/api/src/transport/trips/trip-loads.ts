import { In } from 'typeorm';
import { type Batch, grouped } from '../../platform/graphql/loaders.js';
import { Stop, Trip, TripEvent } from './trip.entity.js';
import type { StopContact, TripFigures } from './trip.types.js';

export const stopsOf: Batch<string, Stop[]> = async (ids, { manager }) => {
  const rows = await manager.find(Stop, { where: { tripId: In([...ids]) }, order: { position: 'ASC' } });
  return grouped(ids, rows, ({ tripId }) => tripId);
};

/** The latest first, twenty of each. */
export const eventsOf: Batch<string, TripEvent[]> = async (ids, { manager }) => {
  const rows = await manager.find(TripEvent, { where: { tripId: In([...ids]) }, order: { createdAt: 'DESC', id: 'ASC' } });
  return grouped(ids, rows, ({ tripId }) => tripId).map((events) => events.slice(0, 20));
};

export const tripOfLeg: Batch<string, Trip | null> = async (ids, { manager }) => {
  const rows = await manager.query<{ legId: string; tripId: string }[]>(
    'SELECT DISTINCT leg_id AS "legId", trip_id AS "tripId" FROM stop WHERE leg_id = ANY($1::uuid[])',
    [[...ids]],
  );
  const trips = await manager.findBy(Trip, { id: In(rows.map(({ tripId }) => tripId)) });
  const byLeg = new Map(rows.map(({ legId, tripId }) => [legId, trips.find(({ id }) => id === tripId) ?? null]));
  return ids.map((id) => byLeg.get(id) ?? null);
};

interface DoneRow {
  readonly id: string;
  readonly at: Date | null;
}

/** When boxes of the stop's unit passed from hand to hand as the stop says, or the stay says that it did. */
export const doneAt: Batch<string, Date | null> = async (ids, { manager }) => {
  const rows = await manager.query<DoneRow[]>(
    `SELECT s.id, COALESCE(
              (SELECT max(h.happened_at) FROM handover h JOIN handover_box b ON b.handover_id = h.id
                WHERE h.reservation_id = l.reservation_id AND b.unit_id = l.unit_id
                  AND h.moment = CASE s.kind WHEN 'PICK_UP' THEN 'FETCH' ELSE 'DELIVER' END),
              s.departs_at) AS at
       FROM stop s JOIN leg l ON l.id = s.leg_id
       JOIN occupancy o ON o.unit_id = l.unit_id AND o.reservation_id = l.reservation_id AND o.kind = 'STAY' AND o.active
      WHERE s.id = ANY($1::uuid[])
        AND CASE s.kind WHEN 'PICK_UP' THEN o.stay_state <> 'PLANNED' ELSE o.stay_state IN ('ON_SITE', 'RELEASED') END`,
    [[...ids]],
  );
  const byId = new Map(rows.map(({ id, at }) => [id, at]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** Whom to call: the contact of the reservation that the kit is with, or goes to. */
export const contactsOf: Batch<string, StopContact | null> = async (ids, { manager }) => {
  const rows = await manager.query<(StopContact & { id: string })[]>(
    `SELECT s.id, r.contact_name AS name, r.contact_phone AS phone FROM stop s JOIN leg l ON l.id = s.leg_id
       JOIN reservation r ON r.id = CASE s.kind WHEN 'PICK_UP' THEN l.from_reservation_id ELSE l.reservation_id END
      WHERE s.id = ANY($1::uuid[])`,
    [[...ids]],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

interface FiguresRow extends TripFigures {
  readonly id: string;
}

export const figuresOf: Batch<string, TripFigures> = async (ids, { manager }) => {
  const rows = await manager.query<FiguresRow[]>(
    `WITH load AS (
       SELECT s.trip_id, s.position, s.site_id,
              sum(CASE s.kind WHEN 'PICK_UP' THEN m.volume_m3 ELSE -m.volume_m3 END) OVER sofar AS volume,
              sum(CASE s.kind WHEN 'PICK_UP' THEN m.mass_kg ELSE -m.mass_kg END) OVER sofar AS mass,
              sum(CASE s.kind WHEN 'PICK_UP' THEN 1 ELSE -1 END) OVER sofar AS pieces,
              lag(s.site_id) OVER w AS before, row_number() OVER w AS at, count(*) OVER (PARTITION BY s.trip_id) AS stops
         FROM stop s JOIN leg l ON l.id = s.leg_id JOIN equipment_unit u ON u.id = l.unit_id
         JOIN equipment_model m ON m.id = u.model_id WHERE s.trip_id = ANY($1::uuid[])
       WINDOW w AS (PARTITION BY s.trip_id ORDER BY s.position),
              sofar AS (PARTITION BY s.trip_id ORDER BY s.position ROWS UNBOUNDED PRECEDING)
     ), empties AS (
       SELECT load.trip_id, sum(w.km) AS km FROM load JOIN trip t ON t.id = load.trip_id JOIN vehicle v ON v.id = t.vehicle_id
         CROSS JOIN LATERAL (
           SELECT v.depot_site_id AS from_site, load.site_id AS to_site WHERE load.at = 1
           UNION ALL SELECT load.site_id, v.depot_site_id WHERE load.at = load.stops
           UNION ALL SELECT load.site_id, next.site_id FROM load next
             WHERE next.trip_id = load.trip_id AND next.at = load.at + 1 AND load.pieces = 0
         ) way JOIN site_travel w ON w.from_site_id = way.from_site AND w.to_site_id = way.to_site
        GROUP BY load.trip_id
     )
     SELECT t.id, round(extract(epoch FROM t.returns_at - t.departs_at) / 60)::int AS minutes,
            round(t.km * v.cents_per_km + extract(epoch FROM t.returns_at - t.departs_at) / 3600 * v.cents_per_hour
                  * CASE WHEN t.helper_id IS NULL THEN 1 ELSE 2 END)::bigint::text AS cents,
            round((t.km * v.co2_grams_per_km / 1000)::numeric, 1)::float8 AS "co2Kg",
            COALESCE(max(load.volume), 0)::float8 AS "volumeM3", COALESCE(max(load.mass), 0)::float8 AS "massKg",
            LEAST(t.km, COALESCE((SELECT km FROM empties WHERE empties.trip_id = t.id), 0))::float8 AS "emptyKm"
       FROM trip t JOIN vehicle v ON v.id = t.vehicle_id LEFT JOIN load ON load.trip_id = t.id
      WHERE t.id = ANY($1::uuid[]) GROUP BY t.id, v.id`,
    [[...ids]],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id)!);
};
