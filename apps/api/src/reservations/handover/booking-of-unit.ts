import type { EntityManager } from 'typeorm';

export interface UnitBooking {
  readonly reservationId: string;
  readonly number: number;
  readonly organisationId: string;
}

/**
 * The booking that a unit belongs to at a moment: the one that has it or has not brought it back, or else the next one.
 * @param besides a booking that does not count
 */
export async function bookingOfUnit(
  manager: EntityManager,
  unitId: string,
  besides: string | null = null,
): Promise<UnitBooking | undefined> {
  const [found] = await manager.query<UnitBooking[]>(
    `SELECT r.id AS "reservationId", r.number, r.organisation_id AS "organisationId"
       FROM occupancy o JOIN reservation r ON r.id = o.reservation_id
      WHERE o.unit_id = $1 AND o.active AND o.kind = 'STAY' AND o.stay_state <> 'RELEASED' AND r.state = 'CONFIRMED'
        AND r.id IS DISTINCT FROM $2::uuid
      ORDER BY o.stay_state = 'PLANNED', lower(o.during) LIMIT 1`,
    [unitId, besides],
  );
  return found;
}
