import type { ClientBase } from 'pg';
import { plusDays, plusMonths, weekday, type Day } from './days.ts';
import type { Random } from './random.ts';

/** Gives each unit with an inspection duty a last inspection; one in fifteen of the yearly ones expires within weeks. */
export async function seedInspections(client: ClientBase, today: Day, random: Random): Promise<void> {
  const { rows } = await client.query<{ id: string; months: number }>(
    `SELECT u.id, m.inspection_interval_months AS months
       FROM equipment_unit u JOIN equipment_model m ON m.id = u.model_id
      WHERE m.inspection_interval_months IS NOT NULL ORDER BY u.code`,
  );
  const inspections = rows.map(({ id, months }, index) => {
    const daysAgo = months < 12 ? random.whole(5, 40) : index % 15 === 7 ? random.whole(325, 345) : random.whole(10, 150);
    const inspectedOn = workingDay(plusDays(today, -daysAgo));
    return { id, inspected_on: inspectedOn, inspection_valid_to: plusMonths(inspectedOn, months) };
  });
  await client.query(
    `UPDATE equipment_unit u SET inspected_on = i.inspected_on, inspection_valid_to = i.inspection_valid_to
       FROM jsonb_to_recordset($1::jsonb) AS i(id uuid, inspected_on date, inspection_valid_to date) WHERE u.id = i.id`,
    [JSON.stringify(inspections)],
  );
  await client.query(
    `WITH planned AS (
       UPDATE equipment_unit u SET inspection_plan_id = p.id
         FROM inspection_plan p WHERE p.model_id = u.model_id AND p.blocks AND u.inspected_on IS NOT NULL
       RETURNING u.id, u.inspected_on, u.inspection_valid_to, p.id AS plan_id, p.body)
     INSERT INTO inspection (plan_id, unit_id, done_on, result, valid_to, body)
     SELECT plan_id, id, inspected_on, 'PASSED', inspection_valid_to, body FROM planned`,
  );
}

const workingDay = (day: Day) => plusDays(day, -Math.max(0, weekday(day) - 5));
