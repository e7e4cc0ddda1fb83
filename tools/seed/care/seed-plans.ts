import type { ClientBase } from 'pg';

/**
 * A plan of inspection for each model that has a duty of it: what lifts every few months by an external body, other
 * equipment yearly.
 */
export async function seedPlans(client: ClientBase): Promise<void> {
  await client.query(`
    INSERT INTO inspection_plan (model_id, name_nl, name_fr, name_en, interval_months, external, body)
    SELECT id, CASE WHEN lifts THEN 'Keuring hefwerktuig' ELSE 'Jaarlijkse controle' END,
           CASE WHEN lifts THEN 'Contrôle de l’appareil de levage' ELSE 'Contrôle annuel' END,
           CASE WHEN lifts THEN 'Inspection of lifting equipment' ELSE 'Yearly inspection' END,
           inspection_interval_months, lifts, CASE WHEN lifts THEN 'Externe dienst voor technische controles' END
      FROM (SELECT *, inspection_interval_months < 12 AS lifts FROM equipment_model WHERE inspection_interval_months > 0) m
     ORDER BY code`);
}
