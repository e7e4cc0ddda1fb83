import { dueState, type DueState, type InspectionResult, validUntil } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { localized, type LocalizedText } from '../../platform/graphql/localized-text.js';

/** A plan as it stands for one unit: what was found last, and until when that holds. */
export interface UnitPlan {
  readonly planId: string;
  readonly unitId: string;
  readonly name: LocalizedText;
  readonly blocks: boolean;
  readonly external: boolean;
  readonly body: string | null;
  readonly ofModel: boolean;
  readonly intervalMonths: number | null;
  readonly intervalHours: number | null;
  readonly lastDoneOn: string | null;
  readonly lastResult: InspectionResult | null;
  readonly hoursSince: number;
  readonly plannedOn: string | null;
  readonly validTo: string | null;
  readonly state: DueState;
}

type Row = Omit<UnitPlan, 'name' | 'validTo' | 'state'> &
  Record<'nameNl' | 'nameFr' | 'nameEn', string> & { lastValidTo: string | null };

/** Every active plan of units in service, with its last inspection, the hours of use since, and the visit that is planned; one query. */
export async function unitPlans(manager: EntityManager, unitIds: readonly string[] | null, today: string): Promise<UnitPlan[]> {
  const rows = await manager.query<Row[]>(
    `SELECT p.id AS "planId", u.id AS "unitId", p.name_nl AS "nameNl", p.name_fr AS "nameFr", p.name_en AS "nameEn", p.blocks, p.external,
            p.body, p.model_id IS NOT NULL AS "ofModel", p.interval_months AS "intervalMonths", p.interval_hours AS "intervalHours",
            i.done_on::text AS "lastDoneOn", i.result AS "lastResult", i.valid_to::text AS "lastValidTo",
            COALESCE(h.hours, 0) AS "hoursSince", v.day AS "plannedOn"
       FROM equipment_unit u
       JOIN inspection_plan p ON p.active AND (p.unit_id = u.id OR p.model_id = u.model_id)
       LEFT JOIN LATERAL (
         SELECT done_on, result, valid_to FROM inspection x
          WHERE x.unit_id = u.id AND x.plan_id = p.id ORDER BY x.done_on DESC, x.created_at DESC LIMIT 1) i ON true
       LEFT JOIN LATERAL (
         SELECT sum(r.hours_used) AS hours FROM occupancy o JOIN reservation r ON r.id = o.reservation_id
          WHERE p.interval_hours IS NOT NULL AND o.unit_id = u.id AND o.kind = 'STAY' AND o.active AND r.state = 'ENDED'
            AND r.last_day >= i.done_on) h ON true
       LEFT JOIN LATERAL (
         SELECT (lower(o.during) AT TIME ZONE 'Europe/Brussels')::date::text AS day FROM occupancy o
          WHERE o.unit_id = u.id AND o.inspection_plan_id = p.id AND o.active AND upper(o.during) > now()
          ORDER BY lower(o.during) LIMIT 1) v ON true
      WHERE u.in_service AND ($1::uuid[] IS NULL OR u.id = ANY($1))
      ORDER BY u.code, p.blocks DESC, p.created_at, p.id`,
    [unitIds === null ? null : [...unitIds]],
  );
  return rows.map(({ lastValidTo, nameNl, nameFr, nameEn, ...row }) => {
    const last =
      row.lastDoneOn && row.lastResult ? { doneOn: row.lastDoneOn, result: row.lastResult, validTo: lastValidTo } : null;
    return {
      ...row,
      name: localized({ nameNl, nameFr, nameEn }, 'name')!,
      validTo: validUntil(row, last, row.hoursSince, today),
      state: dueState(row, last, row.hoursSince, today),
    };
  });
}
