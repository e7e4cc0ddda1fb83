import { dayOf } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import type { LocalizedText } from '../../platform/graphql/localized-text.js';
import type { ReservationFacts } from '../../platform/mail/mail-template.js';
import type { Settings } from '../../platform/settings.js';
import type { OpeningHours } from '../../sites/site.entity.js';
import { reservationNumber } from '../reservation-number.js';

interface Row {
  id: string;
  number: number;
  requesterId: string;
  siteName: string;
  openingHours: OpeningHours[] | null;
  firstDay: string;
  lastDay: string;
  kits: LocalizedText[];
}

export interface Due extends Row {
  readonly to: Person;
  readonly facts: ReservationFacts;
}

/**
 * Confirmed reservations with a stay that `condition` (SQL on reservation `r`, stay `o` and parameters from $1) holds for,
 * with whom to tell: three queries however many.
 */
export async function dueReservations(tx: EntityManager, condition: string, parameters: unknown[]): Promise<Due[]> {
  const rows = await tx.query<Row[]>(
    `SELECT r.id, r.number, r.requester_id AS "requesterId", s.name AS "siteName", s.opening_hours AS "openingHours",
            r.first_day::text AS "firstDay", r.last_day::text AS "lastDay",
            jsonb_agg(DISTINCT jsonb_build_object('nl', m.name_nl, 'fr', m.name_fr, 'en', m.name_en)) AS kits
       FROM reservation r JOIN site s ON s.id = r.site_id
       JOIN occupancy o ON o.reservation_id = r.id AND o.active AND o.kind = 'STAY'
       JOIN equipment_unit u ON u.id = o.unit_id JOIN equipment_model m ON m.id = u.model_id
      WHERE r.state = 'CONFIRMED' AND ${condition}
      GROUP BY r.id, s.id ORDER BY r.number`,
    parameters,
  );
  if (rows.length === 0) return [];
  const people = await tx.findBy(Person, { id: In([...new Set(rows.map((row) => row.requesterId))]), active: true });
  return rows.flatMap((row) => {
    const to = people.find((person) => person.id === row.requesterId);
    if (!to) return [];
    const { id: reservationId, siteName, firstDay, lastDay, kits } = row;
    return [{ ...row, to, facts: { reservationId, number: reservationNumber(row), siteName, firstDay, lastDay, kits } }];
  });
}

/** Whom to ask, as one line. */
export function contactLine({ contactEmail, contactPhone }: Pick<Settings, 'contactEmail' | 'contactPhone'>): string {
  return [contactPhone, contactEmail].filter(Boolean).join(', ');
}

export const today = (): string => dayOf(Date.now());
