import type { EntityManager } from 'typeorm';
import type { UnmetDemandRow } from './figures.types.js';

/**
 * What was wanted and not given, by what and where: searches that found nothing (counted on their day), reservations
 * and requests that were refused (on the day of the decision), and requests and places in line that are open still
 * (made in the period).
 * $1 and $2: the first and last day, in Brussels.
 */
const SQL = `
WITH wanted AS (
  SELECT m.model_code, m.domain, m.nis, m.times AS searches, 0 AS refusals, 0 AS open
    FROM search_miss m WHERE m.on_day BETWEEN $1 AND $2
  UNION ALL
  SELECT DISTINCT ON (r.id, em.code) em.code, '', COALESCE(s.nis, ''), 0, 1, 0
    FROM reservation r JOIN site s ON s.id = r.site_id
    JOIN occupancy o ON o.reservation_id = r.id JOIN equipment_unit u ON u.id = o.unit_id JOIN equipment_model em ON em.id = u.model_id
   WHERE r.state = 'REJECTED' AND (r.decided_at AT TIME ZONE 'Europe/Brussels')::date BETWEEN $1 AND $2
  UNION ALL
  SELECT em.code, '', COALESCE(s.nis, ''), 0, 0, 1
    FROM waiting_entry w JOIN site s ON s.id = w.site_id JOIN equipment_model em ON em.id = w.model_id
   WHERE w.state IN ('WAITING', 'OFFERED') AND (w.created_at AT TIME ZONE 'Europe/Brussels')::date BETWEEN $1 AND $2
  UNION ALL
  SELECT COALESCE(em.code, ''), COALESCE(q.domain, ''), COALESCE(s.nis, ''), 0, (q.state = 'REFUSED')::int, (q.state = 'OPEN')::int
    FROM request q JOIN site s ON s.id = q.site_id LEFT JOIN equipment_model em ON em.id = q.model_id
   WHERE q.state = 'REFUSED' AND (q.decided_at AT TIME ZONE 'Europe/Brussels')::date BETWEEN $1 AND $2
      OR q.state = 'OPEN' AND (q.created_at AT TIME ZONE 'Europe/Brussels')::date BETWEEN $1 AND $2)
SELECT wanted.model_code AS "modelCode", COALESCE(em.domain, NULLIF(wanted.domain, '')) AS domain, NULLIF(wanted.nis, '') AS nis,
       g.name AS municipality, g.area, em.id AS "modelId",
       sum(searches)::int AS searches, sum(refusals)::int AS refusals, sum(open)::int AS open
  FROM wanted LEFT JOIN equipment_model em ON em.code = wanted.model_code LEFT JOIN municipality g ON g.nis = wanted.nis
 GROUP BY wanted.model_code, em.id, COALESCE(em.domain, NULLIF(wanted.domain, '')), wanted.nis, g.name, g.area
 ORDER BY sum(searches) + sum(refusals) + sum(open) DESC, wanted.model_code, wanted.nis
 LIMIT 3000`;

export function unmetDemand(manager: EntityManager, from: string, to: string): Promise<UnmetDemandRow[]> {
  return manager.query<UnmetDemandRow[]>(SQL, [from, to]);
}
