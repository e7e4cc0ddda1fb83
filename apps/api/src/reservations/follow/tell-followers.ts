import { estimateTravel, type Point } from '@karavaan/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../../database/transaction.js';
import type { Locale } from '../../platform/graphql/enums.js';
import { queueMail } from '../../platform/mail/queue-mail.js';
import type { Settings } from '../../platform/settings.js';

/** How far ahead a coming stay is told. */
const AHEAD_DAYS = 60;

interface Event {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly within: number;
  readonly unitId: string;
  readonly unitCode: string;
  readonly reservationId: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly siteName: string;
  readonly km: number | null;
  readonly here: Point;
  readonly there: Point;
  readonly kit: { readonly nl: string; readonly fr: string; readonly en: string };
}

/**
 * Mails who follows a kit that has a confirmed stay near their site, once for each person and stay. The note that
 * somebody was told and the mail are one transaction, and the note's key lets only one of several workers write it.
 * @returns how many mails were written
 */
export async function tellFollowers(dataSource: DataSource, settings: Settings): Promise<number> {
  const events = await comingNear(dataSource.manager);
  let told = 0;
  for (const event of events) told += await inTransaction(dataSource, (tx) => tellOnce(tx, settings, event));
  return told;
}

/** Stays that nobody told of yet, of others than the follower's own organisation, within the distance. One query. */
async function comingNear(manager: EntityManager): Promise<Event[]> {
  const rows = await manager.query<Event[]>(
    `SELECT p.id AS "personId", p.name, p.email, p.locale, f.km AS within, u.id AS "unitId", u.code AS "unitCode",
            r.id AS "reservationId", r.first_day::text AS "firstDay", r.last_day::text AS "lastDay", there.name AS "siteName",
            CASE WHEN f.site_id = o.site_id THEN 0 ELSE t.km END AS km,
            json_build_object('latitude', here.latitude, 'longitude', here.longitude) AS here,
            json_build_object('latitude', there.latitude, 'longitude', there.longitude) AS there,
            json_build_object('nl', m.name_nl, 'fr', m.name_fr, 'en', m.name_en) AS kit
       FROM follow f
       JOIN person p ON p.id = f.person_id AND p.active
       JOIN equipment_unit u ON (f.kind = 'UNIT' AND u.id = f.subject_id) OR (f.kind = 'MODEL' AND u.model_id = f.subject_id)
       JOIN equipment_model m ON m.id = u.model_id
       JOIN occupancy o ON o.unit_id = u.id AND o.active AND o.kind = 'STAY'
        AND upper(o.during) > now() AND lower(o.during) < now() + make_interval(days => $1)
       JOIN reservation r ON r.id = o.reservation_id AND r.state = 'CONFIRMED' AND r.organisation_id <> p.organisation_id
       JOIN site here ON here.id = f.site_id
       JOIN site there ON there.id = o.site_id
       LEFT JOIN site_travel t ON t.from_site_id = f.site_id AND t.to_site_id = o.site_id
      WHERE u.mobility = 'MOBILE' AND NOT EXISTS (
        SELECT 1 FROM follow_notice n WHERE n.person_id = p.id AND n.unit_id = u.id AND n.reservation_id = r.id)
      ORDER BY r.first_day, u.code, p.id`,
    [AHEAD_DAYS],
  );
  return rows
    .map((row) => ({ ...row, km: row.km ?? estimateTravel(row.here, row.there).km }))
    .filter(({ km, within }) => km <= within);
}

async function tellOnce(tx: EntityManager, settings: Settings, event: Event): Promise<number> {
  const { personId, unitId, reservationId, firstDay, lastDay, siteName, unitCode, kit, email, name, locale } = event;
  const noted = await tx.query<unknown[]>(
    `INSERT INTO follow_notice (person_id, unit_id, reservation_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING unit_id`,
    [personId, unitId, reservationId],
  );
  if (noted.length === 0) return 0;
  await queueMail(tx, settings.publicUrl, {
    to: { id: personId, email, name, locale },
    template: 'kitComesNear',
    data: { kitCode: unitCode, kits: [kit], siteName, firstDay, lastDay, km: String(Math.round(event.km ?? 0)) },
  });
  return 1;
}
