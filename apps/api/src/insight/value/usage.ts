import { centiHours, type CentiHours } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';

/** The uses of a unit at one site, or by one target group, together. */
export interface Use {
  readonly unitId: string;
  readonly key: string | null;
  readonly hours: CentiHours;
  readonly trainingHours: CentiHours;
  readonly reservationIds: readonly string[];
}

/** Ended reservations with reported hours, once for each unit that was there. $1 and $2: first and last day, or null. */
const USES = `uses AS (
  SELECT DISTINCT r.id, o.unit_id, r.site_id, r.hours_used AS hours, COALESCE(r.participants, 0) AS participants
    FROM reservation r JOIN occupancy o ON o.reservation_id = r.id AND o.active AND o.kind = 'STAY'
   WHERE r.state = 'ENDED' AND r.hours_used > 0 AND ($1::date IS NULL OR r.last_day >= $1::date) AND ($2::date IS NULL OR r.last_day <= $2::date))`;

const BY_SITE = `WITH ${USES}
SELECT unit_id AS "unitId", site_id AS key, sum(hours)::float8 AS hours, sum(hours * participants)::float8 AS "trainingHours",
       array_agg(id) AS "reservationIds" FROM uses GROUP BY 1, 2 ORDER BY 1, 2`;

/** The hours of a reservation go to its groups by their participants; without groups to none of them. */
const BY_GROUP = `WITH ${USES}, parts AS (
  SELECT u.unit_id, u.id, g.target_group, u.hours * g.participants / NULLIF(sum(g.participants) OVER (PARTITION BY u.unit_id, u.id), 0) AS hours,
         u.hours * g.participants AS trained
    FROM uses u JOIN usage_group g ON g.reservation_id = u.id
  UNION ALL
  SELECT u.unit_id, u.id, NULL, u.hours, u.hours * u.participants
    FROM uses u WHERE NOT EXISTS (SELECT 1 FROM usage_group g WHERE g.reservation_id = u.id))
SELECT unit_id AS "unitId", target_group AS key, sum(hours)::float8 AS hours, sum(trained)::float8 AS "trainingHours",
       array_agg(id) AS "reservationIds" FROM parts GROUP BY 1, 2 ORDER BY 1, 2`;

const UNITS = `WITH ${USES}
SELECT unit_id AS "unitId", NULL AS key, sum(hours)::float8 AS hours, sum(hours * participants)::float8 AS "trainingHours",
       array_agg(id) AS "reservationIds" FROM uses WHERE unit_id = ANY($3::uuid[]) GROUP BY 1`;

type Row = Omit<Use, 'hours' | 'trainingHours'> & { hours: number | null; trainingHours: number | null };
type Period = { readonly from: string | null; readonly to: string | null };

async function read(manager: EntityManager, sql: string, values: unknown[]): Promise<Use[]> {
  const rows = await manager.query<Row[]>(sql, values);
  return rows.map((row) => ({
    ...row,
    hours: centiHours(row.hours ?? 0),
    trainingHours: centiHours(row.trainingHours ?? 0),
  }));
}

export const usesBySite = (manager: EntityManager, { from, to }: Period) => read(manager, BY_SITE, [from, to]);
export const usesByGroup = (manager: EntityManager, { from, to }: Period) => read(manager, BY_GROUP, [from, to]);
/** All uses so far of these units. */
export const usesOfUnits = (manager: EntityManager, unitIds: readonly string[]) => read(manager, UNITS, [null, null, unitIds]);
