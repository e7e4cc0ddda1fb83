import type { ClientBase } from 'pg';
import { plusDays, type Day } from '../days.ts';

/** Weeks of the series, and the days round each time that must be free, so that the kit can come and go. */
const TIMES = 3;
const ROOM_DAYS = 4;

/**
 * A series of three Tuesdays of the coordinator who is shown first: with a kit that came to that site before, so that it
 * fits, in weeks in which nobody has it. Confirmed, so that the inbox stays what it is.
 */
export async function seedSeries(client: ClientBase, today: Day): Promise<void> {
  const { rows } = await client.query<{
    unitId: string;
    siteId: string;
    personId: string;
    organisationId: string;
    purpose: string;
    first: Day;
  }>(
    `SELECT o.unit_id AS "unitId", r.site_id AS "siteId", p.id AS "personId", p.organisation_id AS "organisationId", r.purpose, w.first::text
       FROM person p JOIN reservation r ON r.organisation_id = p.organisation_id
       JOIN occupancy o ON o.reservation_id = r.id AND o.active AND o.kind = 'STAY'
       JOIN equipment_unit u ON u.id = o.unit_id AND u.mobility = 'MOBILE' AND u.in_service
       JOIN site s ON s.id = r.site_id AND NOT s.closed_in_school_holidays AND s.valid_to IS NULL
       JOIN generate_series(date_trunc('week', $1::date)::date + 1, $2::date, '7 days') AS w(first) ON true
      WHERE p.email = 'lien.vandamme@cvo-creo.example'
        AND (u.inspection_valid_to IS NULL OR u.inspection_valid_to > $2::date + 30)
        AND NOT EXISTS (
          SELECT 1 FROM generate_series(0, $3::int - 1) AS n(nth)
           WHERE EXISTS (SELECT 1 FROM occupancy t WHERE t.unit_id = o.unit_id AND t.active AND t.during &&
                   tstzrange(w.first + n.nth * interval '7 days' - $4 * interval '1 day', w.first + n.nth * interval '7 days' + ($4 + 1) * interval '1 day'))
              OR EXISTS (SELECT 1 FROM holiday h WHERE (w.first + n.nth * interval '7 days')::date BETWEEN h.first_day - 2 AND h.last_day + 2))
      ORDER BY w.first, o.unit_id LIMIT 1`,
    [plusDays(today, 21), plusDays(today, 200), TIMES, ROOM_DAYS],
  );
  const [found] = rows;
  if (!found) return;
  const { unitId, siteId, personId, organisationId, purpose, first } = found;
  await client.query(
    `WITH series AS (
       INSERT INTO reservation_series (organisation_id, requester_id, kind, purpose, demo) VALUES ($1, $2, 'WEEKLY', $3, true) RETURNING id),
     days AS (SELECT nth, ($4::date + nth * 7) AS day FROM generate_series(0, $7::int - 1) AS nth),
     made AS (
       INSERT INTO reservation (organisation_id, requester_id, site_id, first_day, last_day, during, state, purpose, group_size, version, demo,
                                decided_by, decided_at)
       SELECT $1, $2, $5, day, day, tstzrange((day + time '08:00') AT TIME ZONE 'Europe/Brussels', (day + time '17:00') AT TIME ZONE 'Europe/Brussels'),
              'CONFIRMED', $3, 8, 2, true, (SELECT id FROM person WHERE role = 'PLANNER' AND demo ORDER BY email LIMIT 1), now()
         FROM days ORDER BY day RETURNING id, first_day, during),
     stays AS (
       INSERT INTO occupancy (unit_id, kind, during, site_id, reservation_id, stay_state)
       SELECT $6, 'STAY', during, $5, id, 'PLANNED' FROM made ORDER BY first_day)
     INSERT INTO series_occurrence (series_id, position, unit_id, site_id, first_day, last_day, reservation_id)
     SELECT series.id, row_number() OVER (ORDER BY made.first_day), $6, $5, made.first_day, made.first_day, made.id FROM made, series`,
    [organisationId, personId, purpose, first.slice(0, 10), siteId, unitId, TIMES],
  );
}
