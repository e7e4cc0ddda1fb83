import type { Taken, UnitFacts } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';

/** What each model needs before and after a loan, in the shape of the domain. */
const TURNAROUND_SQL = `
SELECT model_id, json_build_object(
         'before', json_build_object('days', COALESCE(sum(amount) FILTER (WHERE phase = 'BEFORE' AND unit = 'DAY'), 0), 'hours', COALESCE(sum(amount) FILTER (WHERE phase = 'BEFORE' AND unit = 'HOUR'), 0)),
         'after', json_build_object('days', COALESCE(sum(amount) FILTER (WHERE phase = 'AFTER' AND unit = 'DAY'), 0), 'hours', COALESCE(sum(amount) FILTER (WHERE phase = 'AFTER' AND unit = 'HOUR'), 0))) AS turnaround
  FROM turnaround_step GROUP BY model_id`;

/**
 * Units with what lies around a period: per unit the stay before, the stay after, and every active occupancy between
 * those two; each found by the index on (unit_id, lower(during)), so that the years of history do not count.
 * $1 start and $2 end of the period, $3 now (an occupancy that expired by then does not count), $4 unit ids or null,
 * $5 model codes, $6 domain, $7 mobility, $8 pattern for the text, $9 reservation whose own stays do not count.
 */
/** Days of rounds that are open or not yet shared out, by model; $3 is now. */
const ROUNDS_SQL = `
SELECT rm.model_id, json_agg(json_build_object('name', r.name, 'firstDay', r.first_day::text, 'lastDay', r.last_day::text)
         ORDER BY r.first_day, r.id) AS rounds
  FROM request_round r JOIN request_round_model rm ON rm.round_id = r.id
 WHERE r.published_at IS NULL AND r.cancelled_at IS NULL AND r.opens_on <= ($3::timestamptz AT TIME ZONE 'Europe/Brussels')::date
 GROUP BY rm.model_id`;

/** Who may come along, for each model that asks somebody, with what they have promised from now on. */
const INSTRUCTORS_SQL = `
SELECT am.model_id, COALESCE(json_agg(json_build_object('id', i.person_id, 'areas', i.areas, 'weekdays', i.weekdays,
         'absences', COALESCE((SELECT json_agg(json_build_object('firstDay', a.first_day::text, 'lastDay', a.last_day::text))
                                 FROM instructor_absence a
                                WHERE a.person_id = i.person_id AND a.last_day >= ($3::timestamptz AT TIME ZONE 'Europe/Brussels')::date), '[]'),
         'taken', COALESCE((SELECT json_agg(json_build_object('reservationId', t.reservation_id,
                                     'start', date_part('epoch', lower(t.during)) * 1000, 'end', date_part('epoch', upper(t.during)) * 1000))
                              FROM instruction t JOIN reservation r ON r.id = t.reservation_id
                             WHERE t.person_id = i.person_id AND t.active AND upper(t.during) > $3
                               AND (r.state <> 'HELD' OR r.hold_expires_at > $3)
                               AND ($9::uuid IS NULL OR t.reservation_id <> $9)), '[]')) ORDER BY i.person_id)
       FILTER (WHERE i.person_id IS NOT NULL), '[]') AS instructors
  FROM accompanied_model am
  LEFT JOIN (instructor_model q JOIN instructor i ON i.person_id = q.person_id AND i.active
                                JOIN person p ON p.id = i.person_id AND p.active) ON q.model_id = am.model_id
 GROUP BY am.model_id`;

export const CANDIDATES_SQL = `
SELECT u.id, u.code, u.model_id AS "modelId", u.mobility, u.home_site_id AS "homeSiteId", u.in_service AS "inService",
       u.inspection_valid_to::text AS "inspectionValidTo", u.inspection_planned_on::text AS "inspectionPlannedOn",
       u.inspection_planned_valid_to::text AS "inspectionPlannedValidTo", u.blocked_by_defect AS "blockedByDefect", u.defect_until::text AS "defectUntil",
       json_build_object('nl', ip.name_nl, 'fr', ip.name_fr, 'en', ip.name_en) AS "inspectionName", ip.id IS NOT NULL AS "hasPlan",
       m.inspection_duty_nl IS NOT NULL AND m.inspection_interval_months IS NOT NULL AS "inspectionDuty",
       m.pack_minutes AS "packMinutes", m.setup_minutes AS "setupMinutes", m.time_basis AS "timeBasis",
       m.power_need AS "powerNeed", m.power_basis AS "powerBasis", m.floor_m2 AS "floorM2", m.floor_basis AS "floorBasis",
       m.needs_tail_lift AS "needsStepFreeAccess", m.mass_basis AS "massBasis",
       m.max_participants AS "maxParticipants", m.participants_basis AS "participantsBasis",
       p.id AS p_id, p.start AS p_start, p.until AS p_until, p.site_id AS p_site, p.reservation_id AS p_reservation,
       n.id AS n_id, n.start AS n_start, n.until AS n_until, n.site_id AS n_site, n.reservation_id AS n_reservation,
       b.rows AS between, t.turnaround, k.rounds, c.instructors
  FROM equipment_unit u
  JOIN equipment_model m ON m.id = u.model_id
  LEFT JOIN inspection_plan ip ON ip.id = u.inspection_plan_id
  LEFT JOIN (${TURNAROUND_SQL}) t ON t.model_id = m.id
  LEFT JOIN (${ROUNDS_SQL}) k ON k.model_id = m.id
  LEFT JOIN (${INSTRUCTORS_SQL}) c ON c.model_id = m.id
  LEFT JOIN LATERAL (
    SELECT o.id, date_part('epoch', lower(o.during)) * 1000 AS start, date_part('epoch', upper(o.during)) * 1000 AS until,
           o.site_id, o.reservation_id, lower(o.during) AS at
      FROM occupancy o
     WHERE o.unit_id = u.id AND o.active AND o.kind = 'STAY' AND lower(o.during) < $1 AND upper(o.during) <= $1
       AND (o.expires_at IS NULL OR o.expires_at > $3) AND ($9::uuid IS NULL OR o.reservation_id IS DISTINCT FROM $9)
     ORDER BY lower(o.during) DESC LIMIT 1) p ON true
  LEFT JOIN LATERAL (
    SELECT o.id, date_part('epoch', lower(o.during)) * 1000 AS start, date_part('epoch', upper(o.during)) * 1000 AS until,
           o.site_id, o.reservation_id, lower(o.during) AS at
      FROM occupancy o
     WHERE o.unit_id = u.id AND o.active AND o.kind = 'STAY' AND lower(o.during) >= $2
       AND (o.expires_at IS NULL OR o.expires_at > $3) AND ($9::uuid IS NULL OR o.reservation_id IS DISTINCT FROM $9)
     ORDER BY lower(o.during) LIMIT 1) n ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', o.id, 'kind', o.kind, 'siteId', o.site_id, 'reservationId', o.reservation_id,
                    'start', date_part('epoch', lower(o.during)) * 1000, 'end', date_part('epoch', upper(o.during)) * 1000)
                    ORDER BY lower(o.during)) AS rows
      FROM occupancy o
     WHERE o.unit_id = u.id AND o.active AND lower(o.during) > COALESCE(p.at, '-infinity') AND lower(o.during) < COALESCE(n.at, 'infinity')
       AND (o.expires_at IS NULL OR o.expires_at > $3) AND ($9::uuid IS NULL OR o.reservation_id IS DISTINCT FROM $9)) b ON true
 WHERE ($4::uuid[] IS NULL OR u.id = ANY($4))
   AND ($5::text[] IS NULL OR m.code = ANY($5))
   AND ($6::text IS NULL OR m.domain = $6)
   AND ($7::text IS NULL OR u.mobility = $7)
   AND ($8::text IS NULL OR concat_ws(' ', m.name_nl, m.name_fr, m.name_en, m.promise_nl, m.example_product, m.code, u.code) ILIKE $8)
 ORDER BY u.id`;

export interface CandidateFilter {
  readonly unitIds?: readonly string[] | null;
  readonly modelCodes?: readonly string[] | null;
  readonly domain?: string | null;
  readonly mobility?: string | null;
  readonly textPattern?: string | null;
  readonly excludeReservationId?: string | null;
}

export interface Candidate {
  readonly unit: UnitFacts;
  readonly code: string;
  readonly modelId: string;
  readonly occupancies: readonly Taken[];
}

type Row = Omit<UnitFacts, 'needs'> &
  UnitFacts['needs'] & { code: string; modelId: string; hasPlan: boolean; between: Taken[] | null } & Record<
    `${'p' | 'n'}_${'id' | 'site' | 'reservation'}`,
    string | null
  > &
  Record<`${'p' | 'n'}_${'start' | 'until'}`, number>;

/** One query, whatever the number of units. */
export async function findCandidates(
  manager: EntityManager,
  period: { start: number; end: number },
  now: number,
  filter: CandidateFilter,
): Promise<Candidate[]> {
  const rows = await manager.query<Row[]>(CANDIDATES_SQL, candidateParameters(period, now, filter));
  return rows.map(toCandidate);
}

export function candidateParameters(period: { start: number; end: number }, now: number, filter: CandidateFilter): unknown[] {
  return [
    new Date(period.start),
    new Date(period.end),
    new Date(now),
    filter.unitIds ?? null,
    filter.modelCodes ?? null,
    filter.domain ?? null,
    filter.mobility ?? null,
    filter.textPattern ?? null,
    filter.excludeReservationId ?? null,
  ];
}

function toCandidate(row: Row): Candidate {
  const stay = (which: 'p' | 'n'): Taken[] => {
    const id = row[`${which}_id`];
    if (id === null) return [];
    const [start, end] = [row[`${which}_start`], row[`${which}_until`]];
    return [{ id, kind: 'STAY', start, end, siteId: row[`${which}_site`], reservationId: row[`${which}_reservation`] }];
  };
  return {
    unit: { ...row, inspectionName: row.hasPlan ? row.inspectionName : null, needs: row },
    code: row.code,
    modelId: row.modelId,
    occupancies: [...stay('p'), ...(row.between ?? []), ...stay('n')],
  };
}

/** The active occupancies of some units from the last stay that began before a span to the first one after it, by unit; one query. */
export async function occupanciesOf(
  manager: EntityManager,
  unitIds: readonly string[],
  span: { start: number; end: number },
  now: number,
  excludeReservationId: string | null = null,
): Promise<Map<string, Taken[]>> {
  const rows = await manager.query<(Taken & { unitId: string })[]>(
    `SELECT o.unit_id AS "unitId", o.id, o.kind, o.site_id AS "siteId", o.reservation_id AS "reservationId",
            date_part('epoch', lower(o.during)) * 1000 AS start, date_part('epoch', upper(o.during)) * 1000 AS "end"
       FROM unnest($1::uuid[]) AS asked(unit_id)
       LEFT JOIN LATERAL (
         SELECT lower(o.during) AS at FROM occupancy o
          WHERE o.unit_id = asked.unit_id AND o.active AND o.kind = 'STAY' AND lower(o.during) < $2
            AND (o.expires_at IS NULL OR o.expires_at > $4) AND ($5::uuid IS NULL OR o.reservation_id IS DISTINCT FROM $5)
          ORDER BY lower(o.during) DESC LIMIT 1) p ON true
       LEFT JOIN LATERAL (
         SELECT lower(o.during) AS at FROM occupancy o
          WHERE o.unit_id = asked.unit_id AND o.active AND o.kind = 'STAY' AND lower(o.during) >= $3
            AND (o.expires_at IS NULL OR o.expires_at > $4) AND ($5::uuid IS NULL OR o.reservation_id IS DISTINCT FROM $5)
          ORDER BY lower(o.during) LIMIT 1) n ON true
       JOIN occupancy o ON o.unit_id = asked.unit_id AND o.active
        AND lower(o.during) >= COALESCE(p.at, '-infinity') AND lower(o.during) <= COALESCE(n.at, $3)
        AND (o.expires_at IS NULL OR o.expires_at > $4) AND ($5::uuid IS NULL OR o.reservation_id IS DISTINCT FROM $5)
      ORDER BY o.unit_id, lower(o.during)`,
    [unitIds, new Date(span.start), new Date(span.end), new Date(now), excludeReservationId],
  );
  const byUnit = new Map<string, Taken[]>(unitIds.map((id) => [id, []]));
  for (const row of rows) byUnit.get(row.unitId)!.push(row);
  return byUnit;
}
