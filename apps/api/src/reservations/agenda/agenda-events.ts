import { can, scopeOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import type { Locale } from '../../platform/graphql/enums.js';
import { HOSTED_SQL } from '../hosted.js';
import type { AgendaKind } from './agenda-link.entity.js';

/** One reservation as a calendar shows it. Calendars are copied to many devices: nothing about a person is in it. */
export interface AgendaEvent {
  readonly id: string;
  readonly number: number;
  readonly state: 'SUBMITTED' | 'CONFIRMED' | 'ENDED' | 'REJECTED' | 'CANCELLED';
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly start: Date;
  readonly end: Date;
  readonly kits: string;
  readonly codes: string;
  readonly purpose: string | null;
  readonly organisation: string;
  readonly siteName: string;
  readonly siteAddress: string;
}

/** What has ended leaves a calendar after so many days; a cancellation stays as long, for programs that ask seldom. */
const KEPT_DAYS = 90;

const FOLLOWED: Record<AgendaKind, string> = {
  PERSON: 'r.requester_id = $1',
  SITE: 'r.site_id = $1',
  UNIT: 'EXISTS (SELECT 1 FROM occupancy x WHERE x.reservation_id = r.id AND x.unit_id = $1)',
};

const EVENTS_SQL = (which: string) => `
SELECT r.id, r.number, r.state, r.version, r.created_at AS "createdAt", r.updated_at AS "updatedAt",
       lower(r.during) AS start, upper(r.during) AS "end", kit.names AS kits, kit.codes, r.purpose,
       o.name AS organisation, s.name AS "siteName",
       concat_ws(', ', s.street, concat_ws(' ', s.postcode, s.town)) AS "siteAddress"
  FROM reservation r
  JOIN organisation o ON o.id = r.organisation_id
  JOIN site s ON s.id = r.site_id
  JOIN LATERAL (
    SELECT string_agg(CASE $2 WHEN 'fr' THEN m.name_fr WHEN 'en' THEN m.name_en ELSE m.name_nl END, ', ' ORDER BY u.code) AS names,
           string_agg(u.code, ', ' ORDER BY u.code) AS codes
      FROM occupancy x JOIN equipment_unit u ON u.id = x.unit_id JOIN equipment_model m ON m.id = u.model_id
     WHERE x.reservation_id = r.id AND x.kind = 'STAY'
       AND x.created_at = (SELECT max(latest.created_at) FROM occupancy latest WHERE latest.reservation_id = r.id)
  ) kit ON true
 WHERE (r.state IN ('SUBMITTED', 'CONFIRMED', 'ENDED', 'REJECTED')
        OR r.state = 'CANCELLED' AND r.state_before_cancel IN ('SUBMITTED', 'CONFIRMED'))
   AND r.last_day >= (now() AT TIME ZONE 'Europe/Brussels')::date - ${KEPT_DAYS}
   AND ${which}
 ORDER BY lower(r.during), r.number`;

/** The reservations that a link follows, as far as its maker may see them now, from 90 days ago on. */
export function agendaEvents(
  manager: EntityManager,
  actor: Actor,
  locale: Locale,
  { kind, subjectId }: { kind: AgendaKind; subjectId: string },
): Promise<AgendaEvent[]> {
  const along = 'EXISTS (SELECT 1 FROM instruction x WHERE x.reservation_id = r.id AND x.person_id = $1 AND x.active)';
  if (!can(actor, 'reservation.read'))
    return kind === 'PERSON' ? manager.query(EVENTS_SQL(along), [subjectId, locale]) : Promise.resolve([]);
  const followed = kind === 'PERSON' ? `(${FOLLOWED.PERSON} OR ${along})` : FOLLOWED[kind];
  if (scopeOf(actor.role, 'reservation.read') === 'ALL') return manager.query(EVENTS_SQL(followed), [subjectId, locale]);
  const ours = `(r.organisation_id = $3 OR ${HOSTED_SQL('$3')})`;
  const own = kind === 'PERSON' ? `(${FOLLOWED.PERSON} AND ${ours} OR ${along})` : `${followed} AND ${ours}`;
  return manager.query(EVENTS_SQL(own), [subjectId, locale, actor.organisationId]);
}

/** One reservation, whatever its days; undefined when it is a hold or does not exist. The caller asks the policy. */
export async function agendaEvent(manager: EntityManager, locale: Locale, id: string): Promise<AgendaEvent | undefined> {
  const [event] = await manager.query<AgendaEvent[]>(
    EVENTS_SQL('r.id = $1').replace(`AND r.last_day >= (now() AT TIME ZONE 'Europe/Brussels')::date - ${KEPT_DAYS}`, ''),
    [id, locale],
  );
  return event;
}
