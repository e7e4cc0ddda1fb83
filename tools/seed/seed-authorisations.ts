import type { ClientBase } from 'pg';
import { plusDays, type Day } from './days.ts';

/**
 * What lifts is lent only to who has a certificate; the demo's coordinators all have one.
 */
export async function seedAuthorisations(client: ClientBase, today: Day): Promise<void> {
  await client.query(`
    INSERT INTO authorisation_rule (model_id, kind, valid_months)
    SELECT id, 'CERTIFICATE', NULL FROM equipment_model WHERE inspection_interval_months BETWEEN 1 AND 11`);
  await client.query(
    `INSERT INTO authorisation (person_id, model_id, granted_on, valid_until, note, granted_by)
     SELECT p.id, r.model_id, $1::date, NULL, NULL, (SELECT id FROM person WHERE role = 'PLANNER' ORDER BY email LIMIT 1)
       FROM person p CROSS JOIN authorisation_rule r
      WHERE p.role = 'COORDINATOR' ORDER BY p.email, r.model_id`,
    [plusDays(today, -200)],
  );
  await client.query(`
    INSERT INTO loan_terms (version, text_nl, text_fr, text_en) VALUES (1,
      E'Voorbeeldtekst (demo).\\n\\n1. Breng alles volledig en proper terug, op de afgesproken dag.\\n2. Meld schade of wat ontbreekt meteen.\\n3. Leen niet door aan anderen.\\n4. Kun je niet? Annuleer zo vroeg mogelijk.',
      E'Texte d’exemple (démo).\\n\\n1. Rapportez tout, complet et propre, le jour convenu.\\n2. Signalez tout de suite un dégât ou ce qui manque.\\n3. Ne prêtez pas à d’autres.\\n4. Vous ne pouvez pas ? Annulez le plus tôt possible.',
      E'Sample text (demo).\\n\\n1. Bring everything back complete and clean, on the agreed day.\\n2. Report damage or what is missing at once.\\n3. Do not lend to others.\\n4. You cannot come? Cancel as early as you can.');
    INSERT INTO terms_acceptance (person_id, version) SELECT id, 1 FROM person`);
  await client.query(
    `INSERT INTO authorisation_session (model_id, site_id, day, from_time, to_time, trainer, places, taken)
     SELECT r.model_id, (SELECT id FROM site ORDER BY code LIMIT 1), d.day, '09:00', '12:00', 'Jan Peeters (demo)', 8, 0
       FROM (SELECT model_id FROM authorisation_rule ORDER BY model_id LIMIT 2) r
       CROSS JOIN (VALUES ($1::date), ($2::date)) d (day)`,
    [plusDays(today, 9), plusDays(today, 23)],
  );
}
