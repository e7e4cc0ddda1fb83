import { can } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { requireUuid } from '../placement/ask.js';
import { refuse } from '../platform/refuse.js';
import { Site } from '../sites/site.entity.js';
import { checkDetails } from './details.js';
import { mailAbout } from './mail-about.js';
import { replaceStays } from './replace-stays.js';
import type { Reservation } from './reservation.entity.js';
import type { ChangeReservationInput } from './reservation.inputs.js';
import { type By, lockReservation, requireAllowed, requireNext, requireVersion, saveReservation } from './with-reservation.js';

/**
 * Changes dates, site, group or details through the same guard as a new reservation. Who may not decide and changes what
 * was decided on (dates, site, group) asks for a decision again.
 * @param tell false when the caller tells it with more
 */
export async function changeReservation(
  tx: EntityManager,
  by: By,
  input: ChangeReservationInput,
  { tell = true } = {},
): Promise<Reservation> {
  const details = checkDetails(input.details);
  const { reservation, unitIds, hostOrganisationId, hostOfAll } = await lockReservation(tx, by.actor, input.id);
  requireAllowed(by.actor, 'reservation.change', reservation);
  const adjusts = can(by.actor, 'reservation.adjust', {
    organisationId: reservation.organisationId,
    hostOrganisationId,
    hostOfAll,
  });
  const where = {
    firstDay: input.firstDay ?? reservation.firstDay,
    lastDay: input.lastDay ?? reservation.lastDay,
    siteId: input.siteId ? requireUuid(input.siteId, 'siteId') : reservation.siteId,
    groupSize: details.groupSize === undefined ? reservation.groupSize : details.groupSize,
  };
  const moves = (['firstDay', 'lastDay', 'siteId', 'groupSize'] as const).some((field) => where[field] !== reservation[field]);
  const next = requireNext(reservation, adjusts || !moves ? 'ADJUST' : 'CHANGE');
  requireVersion(reservation, input.version);
  if (where.siteId !== reservation.siteId && !(await tx.existsBy(Site, { id: where.siteId })))
    refuse('NOT_FOUND', { field: 'siteId' });
  const sameDays = where.firstDay === reservation.firstDay && where.lastDay === reservation.lastDay;
  const placed = moves
    ? await replaceStays(tx, by, reservation, unitIds, where, { overrideReason: input.overrideReason, ignoreNotice: sameDays })
    : {};
  if (moves && reservation.holdExpiresAt)
    await tx.query('UPDATE occupancy SET expires_at = $2 WHERE reservation_id = $1 AND active', [
      reservation.id,
      reservation.holdExpiresAt,
    ]);
  const saved = await saveReservation(tx, by.actor, 'reservation.change', reservation, { ...details, ...placed, state: next });
  if (tell && moves && saved.state !== 'HELD') await mailAbout(tx, by, 'changed', saved, input.overrideReason ?? null);
  return saved;
}
