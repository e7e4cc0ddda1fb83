import type { ClientBase } from 'pg';
import { plusDays, type Day } from './days.ts';

/** Two who come along: one in the whole province, one in the west; and the model that asks for them from now on. */
export async function seedInstructors(client: ClientBase, today: Day): Promise<void> {
  await client.query(`
    INSERT INTO instructor (person_id, areas, weekdays)
    SELECT id, CASE email WHEN 'wim.desmet@pom.example' THEN '{WESTHOEK,OOSTENDE}'::text[] ELSE '{}' END, '{1,2,3,4,5}'
      FROM person WHERE email IN ('jan.maes@pom.example', 'wim.desmet@pom.example')`);
  await client.query(`
    INSERT INTO accompanied_model (model_id)
    SELECT m.id FROM equipment_model m LEFT JOIN authorisation_rule r ON r.model_id = m.id
     WHERE r.model_id IS NULL AND m.mobility = 'MOBILE' ORDER BY m.mass_kg DESC NULLS LAST, m.code LIMIT 1`);
  await client.query(
    `INSERT INTO instructor_model (person_id, model_id) SELECT i.person_id, a.model_id FROM instructor i CROSS JOIN accompanied_model a`,
  );
  await client.query(
    `INSERT INTO instructor_absence (person_id, first_day, last_day)
     SELECT person_id, $1::date, $2::date FROM instructor ORDER BY cardinality(areas) DESC LIMIT 1`,
    [plusDays(today, 40), plusDays(today, 46)],
  );
  // Each loan of that model that lies ahead gets the first who is not out with another; some find nobody.
  const loans = await client.query<{ id: string }>(
    `SELECT DISTINCT r.id, r.first_day FROM reservation r JOIN occupancy o ON o.reservation_id = r.id AND o.active AND o.kind = 'STAY'
       JOIN equipment_unit u ON u.id = o.unit_id JOIN accompanied_model a ON a.model_id = u.model_id
      WHERE r.state IN ('SUBMITTED', 'CONFIRMED') AND r.last_day >= $1::date ORDER BY r.first_day, r.id`,
    [today],
  );
  for (const { id } of loans.rows)
    await client.query(
      `INSERT INTO instruction (person_id, reservation_id, during, told)
       SELECT i.person_id, r.id, r.during, CASE r.state WHEN 'CONFIRMED' THEN 'COMES' END FROM reservation r CROSS JOIN instructor i
        WHERE r.id = $1 AND NOT EXISTS (SELECT 1 FROM instruction x WHERE x.person_id = i.person_id AND x.active AND x.during && r.during)
          AND NOT EXISTS (SELECT 1 FROM instructor_absence a WHERE a.person_id = i.person_id
                             AND a.first_day <= r.last_day AND a.last_day >= r.first_day)
        ORDER BY cardinality(i.areas), i.person_id LIMIT 1`,
      [id],
    );
}
