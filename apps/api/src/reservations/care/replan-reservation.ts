import type { EntityManager } from 'typeorm';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Person } from '../../people/person.entity.js';
import { lockUnits } from '../../placement/write-stays.js';
import type { Locale } from '../../platform/graphql/enums.js';
import { once } from '../../platform/idempotency.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { mailAbout } from '../mail-about.js';
import { replaceStays } from '../replace-stays.js';
import {
  type By,
  lockReservation,
  requireAllowed,
  requireNext,
  requireVersion,
  saveReservation,
  UNITS_SQL,
  type UnitRow,
} from '../with-reservation.js';
import type { ReplanInput } from './care.inputs.js';

const WHY: Record<Locale, Record<'unit' | 'days', string>> = {
  nl: {
    unit: 'Toestel {from} is niet bruikbaar. Je krijgt op dezelfde dagen een gelijk toestel: {to}.',
    days: 'Toestel {from} is niet bruikbaar op de dagen die je vroeg. We stellen andere dagen voor, met toestel {to}.',
  },
  fr: {
    unit: 'L’appareil {from} est inutilisable. Vous recevez aux mêmes dates un appareil identique : {to}.',
    days: 'L’appareil {from} est inutilisable aux dates demandées. Nous proposons d’autres dates, avec l’appareil {to}.',
  },
  en: {
    unit: 'Unit {from} cannot be used. On the same days you get an equal unit: {to}.',
    days: 'Unit {from} cannot be used on the days you asked. We propose other days, with unit {to}.',
  },
};

/**
 * Puts a reservation on an equal unit, or on other days, through the same guard as a new one; who booked is told. Of two
 * planners who do so at the same moment one decides. Gives the reservation's id.
 */
export function replanReservation(tx: EntityManager, by: By, input: ReplanInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'replanReservation', input, async () => {
    requireAllowed(by.actor, 'reservation.adjust', {});
    const { reservationId, fromUnitId, toUnitId, firstDay, lastDay, version } = input;
    for (const [field, id] of Object.entries({ reservationId, fromUnitId, toUnitId }))
      if (!isUuid(id)) refuse('NOT_FOUND', { field });
    const unitsNow = async () => (await tx.query<UnitRow[]>(UNITS_SQL, [[reservationId]])).map((row) => row.unitId);
    const seen = await unitsNow();
    await lockUnits(tx, [...seen, toUnitId]);
    // Who was before us may have given it other units: to lock those as well would break the order of the locks.
    if ((await unitsNow()).join() !== seen.join()) refuse('STATE_CHANGED', { reservationId });
    const { reservation, unitIds } = await lockReservation(tx, by.actor, reservationId);
    const state = requireNext(reservation, 'ADJUST');
    requireVersion(reservation, version);
    if (!unitIds.includes(fromUnitId)) refuse('STATE_CHANGED', { reservationId, available: reservation.state });
    const [from, to] = await Promise.all([fromUnitId, toUnitId].map((id) => tx.findOneByOrFail(EquipmentUnit, { id })));
    const twice = toUnitId !== fromUnitId && unitIds.includes(toUnitId);
    if (from!.modelId !== to!.modelId || twice) refuse('INVALID_INPUT', { field: 'toUnitId' });
    const [gone] = await tx.query<{ state: string }[]>(
      `SELECT stay_state AS state FROM occupancy WHERE reservation_id = $1 AND active AND kind = 'STAY' AND stay_state <> 'PLANNED'`,
      [reservationId],
    );
    if (gone) refuse('STATE_CHANGED', { reservationId, available: gone.state });

    const sameDays = firstDay === reservation.firstDay && lastDay === reservation.lastDay;
    const placed = await replaceStays(
      tx,
      by,
      reservation,
      unitIds.map((id) => (id === fromUnitId ? toUnitId : id)),
      { firstDay, lastDay, siteId: reservation.siteId, groupSize: reservation.groupSize },
      { ignoreNotice: true },
    );
    if (reservation.holdExpiresAt)
      await tx.query('UPDATE occupancy SET expires_at = $2 WHERE reservation_id = $1 AND active', [
        reservationId,
        reservation.holdExpiresAt,
      ]);
    const saved = await saveReservation(tx, by.actor, 'reservation.replan', reservation, { ...placed, state });
    const { locale } = (await tx.findOneBy(Person, { id: saved.requesterId }))!;
    const why = WHY[locale][sameDays ? 'unit' : 'days'].replace('{from}', from!.code).replace('{to}', to!.code);
    if (saved.state !== 'HELD') await mailAbout(tx, by, 'changed', saved, why);
    return reservationId;
  });
}
