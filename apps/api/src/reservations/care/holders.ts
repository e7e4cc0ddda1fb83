import type { PolicySubject } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';

export interface Holder extends PolicySubject {
  readonly unitId: string;
  readonly reservationId: string | null;
  /** It has the unit now, rather than until lately or soon. */
  readonly current: boolean;
}

/** Who has some units: with a stay from a day ahead to two weeks after its end, or as the host of fixed equipment; one query. */
export function holdersOf(manager: EntityManager, unitIds: readonly string[]): Promise<Holder[]> {
  return manager.query<Holder[]>(
    `SELECT u.id AS "unitId", r.id AS "reservationId", r.organisation_id AS "organisationId",
            CASE WHEN u.mobility = 'FIXED' THEN s.organisation_id END AS "hostOrganisationId", COALESCE(o.during @> now(), false) AS current
       FROM equipment_unit u JOIN site s ON s.id = u.home_site_id
       LEFT JOIN occupancy o ON o.unit_id = u.id AND o.active AND o.kind = 'STAY'
         AND o.during && tstzrange(now() - interval '14 days', now() + interval '1 day')
       LEFT JOIN reservation r ON r.id = o.reservation_id AND r.state IN ('CONFIRMED', 'ENDED')
      WHERE u.id = ANY($1::uuid[])
      ORDER BY u.id, lower(o.during) DESC`,
    [[...unitIds]],
  );
}
