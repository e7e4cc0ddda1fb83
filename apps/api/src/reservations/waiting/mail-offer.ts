import type { EntityManager } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import { localized } from '../../platform/graphql/localized-text.js';
import { queueMail } from '../../platform/mail/queue-mail.js';
import type { Settings } from '../../platform/settings.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { Site } from '../../sites/site.entity.js';
import { Reservation } from '../reservation.entity.js';
import { reservationNumber } from '../reservation-number.js';
import { WaitingEntry } from './waiting-entry.entity.js';

/** Tells who waited, in their language, that their time is held for them, or that they let it pass. */
export async function mailOffer(
  tx: EntityManager,
  settings: Settings,
  template: 'waitingOffer' | 'waitingLapsed',
  id: string,
): Promise<void> {
  const entry = (await tx.findOneBy(WaitingEntry, { id }))!;
  const to = (await tx.findOneBy(Person, { id: entry.personId }))!;
  const model = (await tx.findOneBy(EquipmentModel, { id: entry.modelId }))!;
  const reservation = (await tx.findOneBy(Reservation, { id: entry.reservationId! }))!;
  const site = (await tx.findOneBy(Site, { id: reservation.siteId }))!;
  const facts = {
    waitingId: id,
    number: reservationNumber(reservation),
    kits: [localized(model, 'name')!],
    siteName: site.name,
    firstDay: reservation.firstDay,
    lastDay: reservation.lastDay,
  };
  const once = `${id}:${reservation.id}`;
  await queueMail(
    tx,
    settings.publicUrl,
    template === 'waitingOffer'
      ? { to, template, once, data: { ...facts, answerBefore: reservation.holdExpiresAt!.toISOString() } }
      : { to, template, once, data: facts },
  );
}
