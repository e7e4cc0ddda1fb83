import type { EntityManager } from 'typeorm';
import { BookingDefaults } from './viewer.type.js';

/**
 * What a person booked last: four clicks stay four. Read by SQL from the table of a feature to the right, which people
 * may not import. Without a reservation, the organisation's oldest site and the person's own name and phone.
 */
export async function bookingDefaultsOf(manager: EntityManager, personId: string): Promise<BookingDefaults> {
  const [row] = await manager.query<BookingDefaults[]>(
    `SELECT COALESCE(r.site_id, (SELECT s.id FROM site s WHERE s.organisation_id = p.organisation_id
                                  ORDER BY s.created_at, s.code LIMIT 1)) AS "siteId",
            COALESCE(r.contact_name, p.name) AS "contactName", COALESCE(r.contact_phone, p.phone) AS "contactPhone",
            r.group_size AS "groupSize", r.purpose
       FROM person p
       LEFT JOIN LATERAL (SELECT * FROM reservation WHERE requester_id = p.id AND state NOT IN ('HELD', 'EXPIRED')
                           ORDER BY created_at DESC LIMIT 1) r ON true
      WHERE p.id = $1`,
    [personId],
  );
  return Object.assign(new BookingDefaults(), row);
}
