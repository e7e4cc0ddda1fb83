import type { EntityManager } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { localized } from '../platform/graphql/localized-text.js';
import { queueMail } from '../platform/mail/queue-mail.js';
import { Site } from '../sites/site.entity.js';
import type { Reservation } from './reservation.entity.js';
import { reservationNumber } from './reservation-number.js';
import { type By, UNITS_SQL } from './with-reservation.js';

/** Tells the requester, in their language, in the transaction of the decision. */
export async function mailAbout(
  tx: EntityManager,
  { settings }: By,
  template: 'submitted' | 'confirmed' | 'rejected' | 'changed' | 'cancelled',
  reservation: Reservation,
  reason: string | null = null,
): Promise<void> {
  const to = (await tx.findOneBy(Person, { id: reservation.requesterId }))!;
  const site = (await tx.findOneBy(Site, { id: reservation.siteId }))!;
  const kits = await tx.query<Record<'nameNl' | 'nameFr' | 'nameEn', string>[]>(
    `SELECT m.name_nl AS "nameNl", m.name_fr AS "nameFr", m.name_en AS "nameEn"
       FROM (${UNITS_SQL}) o JOIN equipment_unit u ON u.id = o."unitId" JOIN equipment_model m ON m.id = u.model_id ORDER BY u.code`,
    [[reservation.id]],
  );
  await queueMail(tx, settings.publicUrl, {
    to,
    template,
    once: `${reservation.id}:${reservation.version}`,
    data: {
      reservationId: reservation.id,
      number: reservationNumber(reservation),
      kits: kits.map((row) => localized(row, 'name')!),
      siteName: site.name,
      firstDay: reservation.firstDay,
      lastDay: reservation.lastDay,
      reason,
    },
  });
}
