import type { EntityManager } from 'typeorm';

export interface Affected {
  readonly unitId: string;
  readonly reservationId: string;
  readonly firstDay: string;
  readonly code: 'UNIT_DEFECT' | 'INSPECTION_EXPIRED';
  /** The last day of that: of the defect, or of the validity. */
  readonly lastDay: string | null;
}

/** Stays to come that the unit, as it is now, may not serve: of some units, of some reservations, or all; one query. */
export function affectedStays(
  manager: EntityManager,
  of: { unitIds?: readonly string[]; reservationIds?: readonly string[] } = {},
): Promise<Affected[]> {
  return manager.query<Affected[]>(
    `SELECT unit_id AS "unitId", reservation_id AS "reservationId", first_day::text AS "firstDay",
            CASE WHEN defect THEN 'UNIT_DEFECT' ELSE 'INSPECTION_EXPIRED' END AS code,
            (CASE WHEN defect THEN defect_until ELSE inspection_valid_to END)::text AS "lastDay"
       FROM (
         SELECT o.unit_id, o.reservation_id, r.first_day, u.defect_until, u.inspection_valid_to,
                u.blocked_by_defect AND (u.defect_until IS NULL OR r.first_day <= u.defect_until) AS defect,
                COALESCE(r.last_day > u.inspection_valid_to, false)
                  AND NOT COALESCE(u.inspection_planned_on >= (now() AT TIME ZONE 'Europe/Brussels')::date
                    AND r.first_day > u.inspection_planned_on AND r.last_day <= u.inspection_planned_valid_to, false) AS expired
           FROM occupancy o JOIN equipment_unit u ON u.id = o.unit_id JOIN reservation r ON r.id = o.reservation_id
          WHERE o.active AND o.kind = 'STAY' AND upper(o.during) > now() AND r.state IN ('HELD', 'SUBMITTED', 'CONFIRMED')
            AND (o.expires_at IS NULL OR o.expires_at > now())
            AND ($1::uuid[] IS NULL OR o.unit_id = ANY($1)) AND ($2::uuid[] IS NULL OR o.reservation_id = ANY($2))) s
      WHERE defect OR expired
      ORDER BY first_day, reservation_id, unit_id`,
    [of.unitIds ? [...of.unitIds] : null, of.reservationIds ? [...of.reservationIds] : null],
  );
}
