import { addDays, dayOf, dayStatuses, daysBetween, periodOfDays } from '@karavaan/domain';
import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { can } from '@karavaan/domain';
import { isUuid } from '../platform/is-uuid.js';
import type { Settings } from '../platform/settings.js';
import { findCandidates, occupanciesOf } from './candidates.js';
import type { CalendarDayType, JourneyStop } from './placement.types.js';
import { toCalendarDay } from './to-types.js';
import { worldForReading } from './world.js';

const MOST_DAYS = 400;

/** A unit's days as seen from a site, both ends included, at most 400. */
export async function unitCalendar(
  manager: EntityManager,
  settings: Settings,
  unitId: string,
  asked: { from: string; to: string; siteId: string | null; excludeReservationId: string | null },
): Promise<CalendarDayType[]> {
  requireSpan(asked.from, asked.to);
  const now = Date.now();
  const world = await worldForReading(manager, settings);
  const siteId = asked.siteId && world.siteIds.includes(asked.siteId) ? asked.siteId : null;
  const exclude = isUuid(asked.excludeReservationId) ? asked.excludeReservationId : null;
  const span = {
    start: periodOfDays(addDays(asked.from, -1), asked.from).start,
    end: periodOfDays(asked.to, addDays(asked.to, 1)).end,
  };
  const [candidate] = await findCandidates(manager, span, now, { unitIds: [unitId], excludeReservationId: exclude });
  const occupancies = (await occupanciesOf(manager, [unitId], span, now, exclude)).get(unitId)!;
  return dayStatuses(candidate!.unit, occupancies, { from: asked.from, to: asked.to, siteId, now }, world).map(toCalendarDay);
}

/** The stays of a unit that touch the days, in order: its journey. Whose they are only for who may see it. */
export async function unitJourney(
  manager: EntityManager,
  actor: Actor,
  unitId: string,
  { from, to }: { from: string; to: string },
): Promise<JourneyStop[]> {
  requireSpan(from, to);
  const { start, end } = periodOfDays(from, to);
  const rows = await manager.query<
    {
      siteId: string;
      start: Date;
      until: Date;
      reservationId: string;
      organisationId: string;
      hostOrganisationId: string | null;
    }[]
  >(
    `SELECT o.site_id AS "siteId", lower(o.during) AS start, upper(o.during) AS until, o.reservation_id AS "reservationId",
            r.organisation_id AS "organisationId",
            CASE WHEN u.mobility = 'FIXED' THEN s.organisation_id END AS "hostOrganisationId"
       FROM occupancy o JOIN equipment_unit u ON u.id = o.unit_id JOIN site s ON s.id = o.site_id
       LEFT JOIN reservation r ON r.id = o.reservation_id
      WHERE o.unit_id = $1 AND o.active AND o.kind = 'STAY' AND o.during && tstzrange($2, $3)
        AND (o.expires_at IS NULL OR o.expires_at > now())
      ORDER BY lower(o.during)`,
    [unitId, new Date(start), new Date(end)],
  );
  return rows.map((row) => ({
    siteId: row.siteId,
    firstDay: dayOf(row.start.getTime()),
    lastDay: dayOf(row.until.getTime() - 1),
    mine: actor.organisationId !== null && row.organisationId === actor.organisationId,
    reservationId: can(actor, 'reservation.read', row) ? row.reservationId : null,
  })) as JourneyStop[];
}

/** Where mobile units stand at noon of a day: their last stay that began, or home. One query. */
export function placesOn(
  manager: EntityManager,
  date: string,
  unitIds: readonly string[] | null,
): Promise<{ unitId: string; siteId: string }[]> {
  return manager.query(
    `SELECT u.id AS "unitId", COALESCE(o.site_id, u.home_site_id) AS "siteId"
       FROM equipment_unit u
       LEFT JOIN LATERAL (
         SELECT o.site_id FROM occupancy o
          WHERE o.unit_id = u.id AND o.active AND o.kind = 'STAY' AND lower(o.during) <= $1
            AND (o.expires_at IS NULL OR o.expires_at > now())
          ORDER BY lower(o.during) DESC LIMIT 1) o ON true
      WHERE u.in_service AND CASE WHEN $2::uuid[] IS NULL THEN u.mobility = 'MOBILE' ELSE u.id = ANY($2) END
      ORDER BY u.code`,
    [new Date(periodOfDays(date, date).start + 4 * 3_600_000), unitIds],
  );
}

function requireSpan(from: string, to: string): void {
  const days = daysBetween(from, to) + 1;
  if (days >= 1 && days <= MOST_DAYS) return;
  throw new GraphQLError(`from and to must be in order and at most ${MOST_DAYS} days apart.`, {
    extensions: { code: 'BAD_USER_INPUT', field: 'to' },
  });
}
