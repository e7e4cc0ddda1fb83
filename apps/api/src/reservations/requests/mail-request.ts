import type { EntityManager } from 'typeorm';
import { DOMAINS } from '../../equipment/domains.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { Person } from '../../people/person.entity.js';
import { localized, type LocalizedText } from '../../platform/graphql/localized-text.js';
import { queueMail } from '../../platform/mail/queue-mail.js';
import type { Settings } from '../../platform/settings.js';
import { Site } from '../../sites/site.entity.js';
import { Reservation } from '../reservation.entity.js';
import { Request, requestNumber } from './request.entity.js';

/** Tells the requester, in their language, in the transaction of the answer. When it is placed: where and when. */
export async function mailRequest(
  tx: EntityManager,
  settings: Settings,
  template: 'requestSubmitted' | 'requestPlaced' | 'requestRefused' | 'requestNotPlaced',
  id: string,
  { reason = null }: { reason?: string | LocalizedText | null } = {},
): Promise<void> {
  const request = (await tx.findOneBy(Request, { id }))!;
  const to = (await tx.findOneBy(Person, { id: request.requesterId }))!;
  const model = request.modelId ? (await tx.findOneBy(EquipmentModel, { id: request.modelId }))! : null;
  const reservation = request.reservationId ? await tx.findOneBy(Reservation, { id: request.reservationId }) : null;
  const site = (await tx.findOneBy(Site, { id: reservation?.siteId ?? request.siteId }))!;
  await queueMail(tx, settings.publicUrl, {
    to,
    template,
    data: {
      requestId: id,
      requestNumber: requestNumber(request),
      reservationId: reservation?.id ?? null,
      kits: [model ? localized(model, 'name')! : DOMAINS[request.domain!]!],
      siteName: site.name,
      firstDay: reservation?.firstDay ?? request.earliestDay,
      lastDay: reservation?.lastDay ?? request.latestDay,
      reason: typeof reason === 'object' && reason ? reason[to.locale] : reason,
    },
  });
}
