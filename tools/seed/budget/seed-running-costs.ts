import type { ClientBase } from 'pg';
import type { Day } from './spread.ts';

/**
 * What was maintained in the past half year, at two and a half hours each, as cost proposals; most of them taken to the line
 * for maintenance.
 */
export async function seedRunningCosts(client: ClientBase, officer: string, today: Day): Promise<void> {
  await client.query(
    `INSERT INTO cost_proposal (kind, source_id, unit_id, on_day, description, minutes, cents)
     SELECT 'MAINTENANCE', o.id, o.unit_id, (upper(o.during) AT TIME ZONE 'Europe/Brussels')::date, COALESCE(o.reason, 'Onderhoud'), 150,
            (SELECT round(150 * t.cents / 60.0) FROM tariff t WHERE t.kind = 'CARE_HOUR' ORDER BY t.valid_from DESC LIMIT 1)
       FROM occupancy o WHERE o.kind = 'MAINTENANCE' AND o.active AND upper(o.during) < $1::date`,
    [today],
  );
  await client.query(
    `UPDATE cost_proposal p SET state = 'ACCEPTED', line_id = l.id
       FROM budget_line l WHERE l.code = 'W-OND' AND p.kind = 'MAINTENANCE' AND p.on_day < $1::date - 30`,
    [today],
  );
  await client.query(
    `INSERT INTO expenditure (line_id, cost_id, paid_on, cents, eligible_cents)
     SELECT line_id, id, on_day, cents, cents FROM cost_proposal WHERE state = 'ACCEPTED' AND cents > 0`,
  );
  await client.query(
    `INSERT INTO posting (act, act_key, position, kind, line_id, from_account, to_account, cents, to_paper, booked_on, created_by)
     SELECT 'cost.accept', 'cost.accept:' || cost_id, 0, 'COST', line_id, 'AVAILABLE', 'PAID', cents, id, paid_on, $1
       FROM expenditure WHERE cost_id IS NOT NULL ORDER BY paid_on, id`,
    [officer],
  );
}
