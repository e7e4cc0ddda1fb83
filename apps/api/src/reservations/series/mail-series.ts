import type { EntityManager } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import { localized } from '../../platform/graphql/localized-text.js';
import { queueMail } from '../../platform/mail/queue-mail.js';
import type { Settings } from '../../platform/settings.js';
import { ReservationSeries } from './series.entities.js';

/** As people say it: S-00042. */
export const seriesNumber = ({ number }: Pick<ReservationSeries, 'number'>) => `S-${String(number).padStart(5, '0')}`;

/** One mail about the whole series as it stands now, rather than one for each of its reservations. */
export async function mailSeries(
  tx: EntityManager,
  settings: Settings,
  template: 'seriesSubmitted' | 'seriesChanged' | 'seriesCancelled',
  seriesId: string,
): Promise<void> {
  const series = (await tx.findOneBy(ReservationSeries, { id: seriesId }))!;
  const to = (await tx.findOneBy(Person, { id: series.requesterId }))!;
  const times = await tx.query<{ firstDay: string; lastDay: string; siteName: string }[]>(
    `SELECT r.first_day::text AS "firstDay", r.last_day::text AS "lastDay", s.name AS "siteName"
       FROM series_occurrence o JOIN reservation r ON r.id = o.reservation_id JOIN site s ON s.id = r.site_id
      WHERE o.series_id = $1 AND r.state IN ('SUBMITTED', 'CONFIRMED', 'ENDED') ORDER BY r.first_day`,
    [seriesId],
  );
  const kits = await tx.query<Record<'nameNl' | 'nameFr' | 'nameEn', string>[]>(
    `SELECT DISTINCT m.name_nl AS "nameNl", m.name_fr AS "nameFr", m.name_en AS "nameEn"
       FROM series_occurrence o JOIN equipment_unit u ON u.id = o.unit_id JOIN equipment_model m ON m.id = u.model_id
      WHERE o.series_id = $1`,
    [seriesId],
  );
  await queueMail(tx, settings.publicUrl, {
    to,
    template,
    data: { seriesId, seriesNumber: seriesNumber(series), kits: kits.map((row) => localized(row, 'name')!), times },
  });
}
