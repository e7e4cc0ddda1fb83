import type { ClientBase } from 'pg';
import { plusDays, type Day } from '../days.ts';

/**
 * A few wishes in line, each for a kit on days on which somebody else has it: of the first coordinator who is shown, and
 * of others behind. They name their kit, so that nothing is offered before a demonstration gives something back.
 */
export async function seedWaiting(client: ClientBase, today: Day): Promise<void> {
  await client.query(
    `WITH taken AS (
       SELECT DISTINCT ON (u.model_id) u.model_id, u.id AS unit_id, r.organisation_id, r.first_day, r.last_day, r.purpose, r.number
         FROM reservation r JOIN occupancy o ON o.reservation_id = r.id AND o.active
         JOIN equipment_unit u ON u.id = o.unit_id AND u.mobility = 'MOBILE'
        WHERE r.state = 'CONFIRMED' AND r.first_day > $1 AND r.last_day < $2
        ORDER BY u.model_id, r.first_day, r.number),
     chosen AS (SELECT * FROM taken ORDER BY first_day, number LIMIT 4),
     who AS (
       SELECT p.id, p.organisation_id, s.id AS site_id, row_number() OVER (ORDER BY p.email <> 'lien.vandamme@cvo-creo.example', p.email) AS place
         FROM person p JOIN LATERAL (
           SELECT id FROM site WHERE organisation_id = p.organisation_id ORDER BY code LIMIT 1) s ON true
        WHERE p.demo AND p.active AND p.role = 'COORDINATOR')
     INSERT INTO waiting_entry (organisation_id, person_id, model_id, unit_id, site_id, first_day, last_day, purpose, group_size, demo)
     SELECT w.organisation_id, w.id, t.model_id, t.unit_id, w.site_id, t.first_day, t.last_day, t.purpose, 8, true
       FROM chosen t JOIN LATERAL (
         SELECT * FROM who WHERE who.organisation_id <> t.organisation_id ORDER BY place LIMIT 2) w ON true
      ORDER BY t.first_day, t.number, w.place`,
    [plusDays(today, 14), plusDays(today, 90)],
  );
}
