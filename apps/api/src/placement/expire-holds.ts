import type { EntityManager } from 'typeorm';
import { recordAudit } from '../platform/audit.js';
import { announceFreed } from './announce-freed.js';

/**
 * Ends the holds whose time has passed, of some units or of all: the reservation is EXPIRED and its stays are no longer
 * active. The exclusion constraint cannot ask the clock, so this runs in the same transaction before a stay is written.
 * @param exceptReservationId one that the caller has locked and judged: its time is asked once, not twice
 * @returns how many ended
 */
export async function expireHolds(
  tx: EntityManager,
  unitIds: readonly string[] | null = null,
  exceptReservationId: string | null = null,
): Promise<number> {
  const due = await tx.query<{ id: string }[]>(
    `SELECT r.id FROM reservation r
      WHERE r.state = 'HELD' AND r.hold_expires_at <= clock_timestamp() AND r.id IS DISTINCT FROM $2::uuid
        AND ($1::uuid[] IS NULL OR EXISTS (
          SELECT 1 FROM occupancy o WHERE o.reservation_id = r.id AND o.active AND o.unit_id = ANY($1)))
      ORDER BY r.id FOR UPDATE`,
    [unitIds === null ? null : [...unitIds], exceptReservationId],
  );
  const ids = due.map((row) => row.id);
  if (ids.length === 0) return 0;
  await tx.query('UPDATE occupancy SET active = false WHERE reservation_id = ANY($1::uuid[]) AND active', [ids]);
  await tx.query('UPDATE instruction SET active = false WHERE reservation_id = ANY($1::uuid[]) AND active', [ids]);
  await tx.query(
    `UPDATE reservation SET state = 'EXPIRED', hold_expires_at = NULL, version = version + 1, updated_at = now() WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  for (const id of ids)
    await recordAudit(tx, null, {
      action: 'reservation.expire',
      entity: 'reservation',
      entityId: id,
      before: { state: 'HELD' },
      after: { state: 'EXPIRED' },
    });
  await announceFreed(tx);
  return ids.length;
}
