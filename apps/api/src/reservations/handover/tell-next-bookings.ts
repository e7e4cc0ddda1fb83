import { dayOf } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Person } from '../../people/person.entity.js';
import type { Locale } from '../../platform/graphql/enums.js';
import { localized } from '../../platform/graphql/localized-text.js';
import { queueMail } from '../../platform/mail/queue-mail.js';
import { reservationNumber } from '../reservation-number.js';
import type { By } from '../with-reservation.js';
import type { FoundBox } from './check-handover.js';
import type { AffectedBooking } from './handover.types.js';

/** How far ahead somebody should know: later ones hear of it when it is still so. */
const AHEAD_DAYS = 60;

interface NextRow {
  reservationId: string;
  number: number;
  unitId: string;
  requesterId: string;
  siteName: string;
  firstDay: string;
  lastDay: string;
}

/** Tells who booked the same unit next that something of it is missing or broken, in the transaction that notes it. */
export async function tellNextBookings(
  tx: EntityManager,
  { settings }: By,
  { id, reservationId }: { id: string; reservationId: string },
  wrong: readonly FoundBox[],
): Promise<AffectedBooking[]> {
  if (wrong.length === 0) return [];
  const next = await tx.query<NextRow[]>(
    `SELECT r.id AS "reservationId", r.number, o.unit_id AS "unitId", r.requester_id AS "requesterId", s.name AS "siteName",
            r.first_day::text AS "firstDay", r.last_day::text AS "lastDay"
       FROM occupancy o JOIN reservation r ON r.id = o.reservation_id JOIN site s ON s.id = r.site_id
      WHERE o.unit_id = ANY($1::uuid[]) AND o.active AND o.kind = 'STAY' AND o.stay_state = 'PLANNED' AND r.id <> $2
        AND r.state IN ('SUBMITTED', 'CONFIRMED')
        AND r.last_day >= $3::date AND r.first_day <= $3::date + $4::int
      ORDER BY r.first_day, r.number`,
    [[...new Set(wrong.map((box) => box.unitId))], reservationId, dayOf(Date.now()), AHEAD_DAYS],
  );
  const units = await tx.findBy(EquipmentUnit, { id: In(wrong.map((box) => box.unitId)) });
  const models = await tx.findBy(EquipmentModel, { id: In(units.map((unit) => unit.modelId)) });
  const people = await tx.findBy(Person, { id: In(next.map((row) => row.requesterId)), active: true });
  for (const row of next) {
    const to = people.find((person) => person.id === row.requesterId);
    const unit = units.find((each) => each.id === row.unitId)!;
    if (!to) continue;
    await queueMail(tx, settings.publicUrl, {
      to,
      template: 'kitIncomplete',
      once: `${id}:${row.reservationId}:${row.unitId}`,
      data: {
        reservationId: row.reservationId,
        number: reservationNumber(row),
        kits: [
          localized(
            models.find((model) => model.id === unit.modelId)!,
            'name',
          )!,
        ],
        siteName: row.siteName,
        firstDay: row.firstDay,
        lastDay: row.lastDay,
        reason: wrong
          .filter((box) => box.unitId === unit.id)
          .map((box) => inWords(box, to.locale))
          .join('; '),
      },
    });
  }
  return next.map(({ number, unitId, firstDay, siteName }) => ({
    number: reservationNumber({ number }),
    unitCode: units.find((unit) => unit.id === unitId)!.code,
    firstDay,
    siteName,
  }));
}

const WORDS: Readonly<Record<Locale, { box: string; whole: string; missing: string; broken: string }>> = {
  nl: { box: 'Doos', whole: 'ontbreekt', missing: 'ontbreekt', broken: 'stuk' },
  fr: { box: 'Caisse', whole: 'manquante', missing: 'manquant', broken: 'cassé' },
  en: { box: 'Box', whole: 'missing', missing: 'missing', broken: 'broken' },
};

/** Doos 2: 1 × meetkabel ontbreekt, 2 × klem stuk. */
export function inWords({ box, state, parts }: FoundBox, locale: Locale): string {
  const words = WORDS[locale];
  if (state === 'MISSING') return `${words.box} ${box}: ${words.whole}`;
  const findings = parts.flatMap(({ name, missing, broken }) => [
    ...(missing > 0 ? [`${missing} × ${name[locale]} ${words.missing}`] : []),
    ...(broken > 0 ? [`${broken} × ${name[locale]} ${words.broken}`] : []),
  ]);
  return `${words.box} ${box}: ${findings.join(', ')}`;
}
