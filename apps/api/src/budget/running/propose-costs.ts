import type { EntityManager } from 'typeorm';

/** The tariff of a kind on the day of the cost, in cents. */
const tariff = (kind: string, day: string) =>
  `COALESCE((SELECT t.cents FROM tariff t WHERE t.kind = '${kind}' AND t.valid_from <= ${day} ORDER BY t.valid_from DESC LIMIT 1), 0)`;

/** Nobody writes down how long maintenance takes: a quarter of the time that it blocks the unit, at most a working day. */
const MINUTES = `LEAST(480, GREATEST(30, round(extract(epoch FROM upper(o.during) - lower(o.during)) / 60 / 4)))::bigint`;

/**
 * Maintenance that is over becomes a proposal, once, at the tariff of its day; what was proposed keeps its amount. Nothing is
 * proposed before there is a tariff.
 * @returns how many are new
 */
export async function proposeCosts(tx: EntityManager): Promise<number> {
  const day = `(upper(o.during) AT TIME ZONE 'Europe/Brussels')::date`;
  const rows = await tx.query<unknown[]>(
    `INSERT INTO cost_proposal (kind, source_id, unit_id, on_day, description, minutes, cents)
     SELECT 'MAINTENANCE', o.id, o.unit_id, ${day}, COALESCE(o.reason, ''), ${MINUTES}, round(${MINUTES} * ${tariff('CARE_HOUR', day)} / 60.0)
       FROM occupancy o
      WHERE o.kind = 'MAINTENANCE' AND o.active AND upper(o.during) < now() AND ${tariff('CARE_HOUR', day)} > 0
     ON CONFLICT ON CONSTRAINT cost_proposal_once DO NOTHING RETURNING id`,
  );
  return rows.length;
}
