import { scopeOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { requirePermission } from '../../auth/require-permission.js';

const AHEAD_DAYS = 7;
const MOST = 40;

/** The reservations with something to hand over now: out, or coming within a week; what is late comes first. */
export async function listHandovers(manager: EntityManager, actor: Actor): Promise<string[]> {
  requirePermission(actor, 'reservation.handOver');
  const everything = scopeOf(actor.role, 'reservation.handOver') === 'ALL';
  const rows = await manager.query<{ id: string }[]>(
    `SELECT r.id FROM reservation r
      WHERE r.state = 'CONFIRMED' AND r.first_day <= (now() AT TIME ZONE 'Europe/Brussels')::date + $1::int
        AND EXISTS (SELECT 1 FROM occupancy o JOIN equipment_unit u ON u.id = o.unit_id JOIN site s ON s.id = o.site_id
                     WHERE o.reservation_id = r.id AND o.active AND o.kind = 'STAY' AND o.stay_state <> 'RELEASED'
                       AND ($2 OR r.organisation_id = $3 OR (u.mobility = 'FIXED' AND s.organisation_id = $3)))
      ORDER BY CASE WHEN r.last_day <= (now() AT TIME ZONE 'Europe/Brussels')::date THEN r.last_day ELSE r.first_day END, r.number
      LIMIT $4`,
    [AHEAD_DAYS, everything, actor.organisationId, MOST],
  );
  return rows.map((row) => row.id);
}
