import { turnaroundOf } from '@karavaan/domain';
import type { ClientBase } from 'pg';
import { plusDays, type Day } from '../days.ts';
import type { DemoWorld } from '../demo-world.ts';
import { idOf, idsByCode, insertRows } from '../insert-rows.ts';
import { range } from '../reservation-rows.ts';
import { CONSUMABLES, DEFECTS, MAINTENANCE_PLANS, OVERDUE_UNIT, TURNAROUND } from './care-data.ts';

/** Before the year is planned: it keeps these times free. */
export async function seedTurnaround(client: ClientBase): Promise<void> {
  const models = await idsByCode(client, 'equipment_model');
  await insertRows(
    client,
    'turnaround_step',
    TURNAROUND.map(({ model, ...step }) => ({ id: crypto.randomUUID(), model_id: idOf(models, model), ...step })),
  );
}

/** The time round each stay of the year that its unit needs. */
export function turnaroundRows(occupancies: readonly Record<string, unknown>[], { units, world }: DemoWorld) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return occupancies.flatMap(({ unit_id, reservation_id, during, active }) => {
    const unit = byId.get(String(unit_id));
    if (!unit?.turnaround || active !== true) return [];
    const [start, end] = String(during).slice(1, -1).split(',').map(Date.parse) as [number, number];
    const { before, after } = turnaroundOf(unit, { start, end }, world);
    return [before, after].flatMap((period) =>
      period ? [{ unit_id, kind: 'TURNAROUND', during: range(period), active: true, reservation_id }] : [],
    );
  });
}

/** After the year: what broke, what is late, what is in stock. */
export async function seedCare(client: ClientBase, today: Day): Promise<void> {
  const models = await idsByCode(client, 'equipment_model');
  const units = await idsByCode(client, 'equipment_unit');
  await seedMaintenance(client, models, today);
  await seedDefects(client, units, today);
  await seedStock(client, models);
  await client.query(
    `WITH late AS (UPDATE equipment_unit SET inspected_on = $2::date - 365, inspection_valid_to = $2 WHERE id = $1 RETURNING id, inspection_plan_id)
     UPDATE inspection i SET done_on = $2::date - 365, valid_to = $2 FROM late WHERE i.unit_id = late.id AND i.plan_id = late.inspection_plan_id`,
    [idOf(units, OVERDUE_UNIT), plusDays(today, -6)],
  );
}

async function seedMaintenance(client: ClientBase, models: Map<string, string>, today: Day): Promise<void> {
  for (const { model, name, hours } of MAINTENANCE_PLANS)
    await client.query(
      `WITH plan AS (
         INSERT INTO inspection_plan (model_id, name_nl, name_fr, name_en, interval_hours, blocks) VALUES ($1, $2, $3, $4, $5, false) RETURNING id)
       INSERT INTO inspection (plan_id, unit_id, done_on, result)
       SELECT plan.id, u.id, $6, 'PASSED' FROM plan, equipment_unit u WHERE u.model_id = $1`,
      [idOf(models, model), name.nl, name.fr, name.en, hours, plusDays(today, -100)],
    );
}

async function seedDefects(client: ClientBase, units: Map<string, string>, today: Day): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM person WHERE demo AND role = 'COORDINATOR' ORDER BY email LIMIT 1`,
  );
  await insertRows(
    client,
    'defect',
    DEFECTS.map(({ unit, severity, status, daysAgo, text }) => ({
      id: crypto.randomUUID(),
      unit_id: idOf(units, unit),
      description: text,
      severity,
      status,
      reported_by: rows[0]!.id,
      version: 1,
      solved_at: status === 'SOLVED' ? `${plusDays(today, -daysAgo + 3)}T10:00:00Z` : null,
      created_at: `${plusDays(today, -daysAgo)}T14:20:00Z`,
    })),
  );
  await client.query(
    `UPDATE equipment_unit u SET blocked_by_defect = true
      WHERE EXISTS (SELECT 1 FROM defect d WHERE d.unit_id = u.id AND d.severity = 'BLOCKING' AND d.status <> 'SOLVED')`,
  );
}

async function seedStock(client: ClientBase, models: Map<string, string>): Promise<void> {
  for (const { model, nl, fr, en, measure, per, quantity, low, stock } of CONSUMABLES) {
    await client.query(
      `WITH item AS (
         INSERT INTO consumable (model_id, name_nl, name_fr, name_en, measure, per, quantity, low_below)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id)
       INSERT INTO consumable_stock (consumable_id, unit_id, quantity)
       SELECT item.id, u.id, s.quantity
         FROM item, unnest($9::float8[]) WITH ORDINALITY AS s(quantity, n) JOIN equipment_unit u ON u.model_id = $1 AND u.serial = s.n`,
      [idOf(models, model), nl, fr, en, measure, per, quantity, low, [...stock]],
    );
  }
}
