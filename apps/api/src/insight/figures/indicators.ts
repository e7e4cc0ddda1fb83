import type { EntityManager } from 'typeorm';
import type { Indicators } from './figures.types.js';

/** A reservation belongs to the period in which its last day lies, so that periods side by side count it once. */
const COUNTED = `r.last_day BETWEEN $1 AND $2 AND r.state IN ('CONFIRMED', 'ENDED')`;

/**
 * Per target group; its hours of use are the part of the loan's hours that its participants are of all, so that the
 * groups add up to the whole. What was reported without groups stands under no group.
 */
const GROUPS_SQL = `
WITH loans AS (SELECT r.id, COALESCE(r.participants, 0) AS participants, COALESCE(r.hours_used, 0) AS hours
                 FROM reservation r WHERE ${COUNTED} AND r.state = 'ENDED'),
parts AS (
  SELECT l.id, g.target_group, g.participants, l.hours * g.participants / NULLIF(sum(g.participants) OVER (PARTITION BY l.id), 0) AS hours,
         l.hours * g.participants AS trained
    FROM loans l JOIN usage_group g ON g.reservation_id = l.id
  UNION ALL
  SELECT l.id, NULL, l.participants, l.hours, l.hours * l.participants
    FROM loans l WHERE NOT EXISTS (SELECT 1 FROM usage_group g WHERE g.reservation_id = l.id))
SELECT target_group AS "targetGroup", count(DISTINCT id)::int AS reservations, sum(participants)::int AS participants,
       round(sum(hours)::numeric, 2)::float8 AS "hoursUsed", round(sum(trained)::numeric, 2)::float8 AS "trainingHours"
  FROM parts GROUP BY target_group ORDER BY array_position(
    ARRAY['EMPLOYEES', 'JOB_SEEKERS', 'COMPANY_STAFF', 'PUPILS_STUDENTS', 'LOW_DIGITAL_SKILLS'], target_group)`;

/** Companies by name, however it was written; those that booked themselves too. Groups without a name cannot be told apart. */
const COMPANIES_SQL = `
WITH groups AS (
  SELECT lower(regexp_replace(btrim(g.company_name), '\\s+', ' ', 'g')) AS name, g.sme
    FROM usage_group g JOIN reservation r ON r.id = g.reservation_id WHERE ${COUNTED} AND g.target_group = 'COMPANY_STAFF'
  UNION ALL
  SELECT lower(o.name), NULL FROM reservation r JOIN organisation o ON o.id = r.organisation_id WHERE ${COUNTED} AND o.kind = 'COMPANY'),
named AS (SELECT name, bool_or(COALESCE(sme, false)) AS sme FROM groups WHERE name IS NOT NULL GROUP BY name)
SELECT (SELECT count(*) FROM named)::int AS companies, (SELECT count(*) FROM named WHERE sme)::int AS smes,
       (SELECT count(*) FROM groups WHERE name IS NULL)::int AS unnamed`;

const COUNTS_SQL = `
SELECT r.state, count(*)::int AS count FROM reservation r
 WHERE r.last_day BETWEEN $1 AND $2 AND r.state IN ('SUBMITTED', 'CONFIRMED', 'ENDED', 'REJECTED', 'CANCELLED')
 GROUP BY r.state ORDER BY r.state`;

const AREAS_SQL = `
WITH loans AS (
  SELECT COALESCE(g.area, '') AS area, count(*)::int AS reservations, COALESCE(sum(r.participants), 0)::int AS participants,
         COALESCE(sum(r.hours_used), 0)::float8 AS hours
    FROM reservation r JOIN site s ON s.id = r.site_id LEFT JOIN municipality g ON g.nis = s.nis WHERE ${COUNTED} GROUP BY 1),
people AS (SELECT area, sum(inhabitants)::int AS inhabitants FROM municipality GROUP BY area)
SELECT COALESCE(people.area, loans.area) AS area, COALESCE(people.inhabitants, 0) AS inhabitants,
       COALESCE(reservations, 0) AS reservations, COALESCE(participants, 0) AS participants, COALESCE(hours, 0) AS "hoursUsed"
  FROM people FULL JOIN loans ON loans.area = people.area ORDER BY reservations DESC NULLS LAST, 1`;

/** Working days: Monday to Friday without public holidays. */
const DAYS = `working AS (
  SELECT d::date AS day FROM generate_series($1::date, $2::date, interval '1 day') d
   WHERE extract(isodow FROM d) < 6
     AND NOT EXISTS (SELECT 1 FROM holiday h WHERE h.kind = 'PUBLIC' AND d::date BETWEEN h.first_day AND h.last_day)),
used AS (
  SELECT DISTINCT o.unit_id, o.site_id, w.day FROM occupancy o JOIN reservation r ON r.id = o.reservation_id
    JOIN working w ON w.day BETWEEN r.first_day AND r.last_day
   WHERE o.active AND o.kind = 'STAY' AND r.state IN ('CONFIRMED', 'ENDED') AND r.first_day <= $2 AND r.last_day >= $1)`;

/** Days in use of each unit in service. $1 and $2: the first and the last day. */
export const UNITS_SQL = `
WITH ${DAYS}
SELECT u.id AS "unitId", (SELECT count(*) FROM working)::int AS "workingDays", count(DISTINCT used.day)::int AS "usedDays"
  FROM equipment_unit u LEFT JOIN used ON used.unit_id = u.id WHERE u.in_service
 GROUP BY u.id ORDER BY count(DISTINCT used.day) DESC, u.code`;

const SITES_SQL = `
WITH ${DAYS}
SELECT s.id AS "siteId", (SELECT count(*) FROM working)::int AS "workingDays", count(DISTINCT used.day)::int AS "usedDays",
       count(*)::int AS "unitDays"
  FROM used JOIN site s ON s.id = used.site_id GROUP BY s.id ORDER BY count(DISTINCT used.day) DESC, s.name`;

/** The figures of a period, both days included; a fixed number of queries, however long it is. */
export async function indicators(manager: EntityManager, from: string, to: string): Promise<Indicators> {
  const ask = <T>(sql: string) => manager.query<T[]>(sql, [from, to]);
  const [company] = await ask<Pick<Indicators, 'companies' | 'smes'> & { unnamed: number }>(COMPANIES_SQL);
  const counts = await ask<{ state: string; count: number }>(COUNTS_SQL);
  const groups = await ask<Indicators['groups'][number]>(GROUPS_SQL);
  const sum = (field: 'participants' | 'hoursUsed' | 'trainingHours') => groups.reduce((all, each) => all + each[field], 0);
  const of = (state: string) => counts.find((each) => each.state === state)?.count ?? 0;
  return {
    from,
    to,
    reservations: of('CONFIRMED') + of('ENDED'),
    ended: of('ENDED'),
    submitted: of('SUBMITTED'),
    rejected: of('REJECTED'),
    cancelled: of('CANCELLED'),
    participants: sum('participants'),
    hoursUsed: sum('hoursUsed'),
    trainingHours: sum('trainingHours'),
    companies: company!.companies,
    smes: company!.smes,
    companiesUnnamed: company!.unnamed,
    groups,
    units: (await ask<Omit<Indicators['units'][number], 'share'>>(UNITS_SQL)).map(withShare),
    sites: (await ask<Omit<Indicators['sites'][number], 'share'>>(SITES_SQL)).map(withShare),
    areas: shares(await ask<Omit<Indicators['areas'][number], 'share' | 'inhabitantsShare'>>(AREAS_SQL)),
  };
}

const withShare = <T extends { usedDays: number; workingDays: number }>(row: T) => ({
  ...row,
  share: row.workingDays === 0 ? 0 : row.usedDays / row.workingDays,
});

function shares<T extends { reservations: number; inhabitants: number }>(rows: readonly T[]) {
  const reservations = rows.reduce((sum, row) => sum + row.reservations, 0);
  const inhabitants = rows.reduce((sum, row) => sum + row.inhabitants, 0);
  return rows.map((row) => ({
    ...row,
    share: reservations === 0 ? 0 : row.reservations / reservations,
    inhabitantsShare: inhabitants === 0 ? 0 : row.inhabitants / inhabitants,
  }));
}
