import { dayOf, isDay, scopeOf } from '@karavaan/domain';
import { ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { requirePermission } from '../auth/require-permission.js';
import { connectionOf, decodeCursor, pageOf, toConnection } from '../platform/graphql/connection.js';
import { likeText } from '../sites/list-sites.js';
import type { ReservationOrder } from './enums.js';
import { HOSTED_SQL } from './hosted.js';
import { Reservation } from './reservation.entity.js';
import type { ReservationFilter } from './reservation.inputs.js';

const reservations = connectionOf(Reservation, 'Reservation');

@ObjectType()
export class ReservationConnection extends reservations.Connection {}

const HOSTED = HOSTED_SQL(':own');

/** When a reservation was asked for, as precisely as the program reads it back. */
const ASKED_AT = `date_trunc('milliseconds', r.created_at)`;

const OF_UNIT = (what: string) => `EXISTS (SELECT 1 FROM occupancy x JOIN equipment_unit u ON u.id = x.unit_id
  JOIN equipment_model m ON m.id = u.model_id WHERE x.reservation_id = r.id AND ${what})`;
const OF_SITE = (what: string) =>
  `EXISTS (SELECT 1 FROM site s LEFT JOIN municipality g ON g.nis = s.nis WHERE s.id = r.site_id AND ${what})`;

/** By which the figures lead to the reservations that they count. */
const FIGURES = {
  endsFrom: 'r.last_day >= :endsFrom',
  endsTo: 'r.last_day <= :endsTo',
  decidedFrom: `(r.decided_at AT TIME ZONE 'Europe/Brussels')::date >= :decidedFrom`,
  decidedTo: `(r.decided_at AT TIME ZONE 'Europe/Brussels')::date <= :decidedTo`,
  modelCode: OF_UNIT('m.code = :modelCode'),
  unitCode: OF_UNIT('x.active AND u.code = :unitCode'),
  siteCode: OF_SITE('s.code = :siteCode'),
  nis: OF_SITE('s.nis = :nis'),
  area: OF_SITE('g.area = :area'),
  targetGroup: 'EXISTS (SELECT 1 FROM usage_group ug WHERE ug.reservation_id = r.id AND ug.target_group = :targetGroup)',
} as const satisfies Partial<Record<keyof ReservationFilter, string>>;

const isPlace = ([at, number]: readonly unknown[]) =>
  typeof at === 'string' && isDay(at.slice(0, 10)) && /^(T[\d:.]{12}Z)?$/.test(at.slice(10)) && Number.isSafeInteger(number);

/**
 * Reservations that the viewer may see, by their first day; what waits for a decision, the oldest first. A page starts
 * after a reservation, not after a number of them: one that is decided meanwhile shifts none out of sight.
 */
export async function listReservations(
  manager: EntityManager,
  actor: Actor,
  filter: ReservationFilter,
  page: { first: number; after: string | null; order: ReservationOrder },
): Promise<ReservationConnection> {
  requirePermission(actor, 'reservation.read');
  const first = pageOf(page.first);
  const after = decodeCursor(page.after, 2, isPlace);
  const query = manager.createQueryBuilder(Reservation, 'r').setParameters({ own: actor.organisationId, me: actor.personId });

  const all = scopeOf(actor.role, 'reservation.read') === 'ALL';
  const scope = filter.scope ?? (all ? 'ALL' : 'ORGANISATION');
  if (scope === 'ALL' && !all) throw new GraphQLError('Your role does not allow this.', { extensions: { code: 'FORBIDDEN' } });
  if (scope === 'MINE') query.andWhere('r.requester_id = :me');
  if (scope === 'ORGANISATION') query.andWhere(`(r.organisation_id = :own OR ${HOSTED})`);

  if (filter.toDecide) {
    const decides = scopeOf(actor.role, 'reservation.confirm');
    query.andWhere(`r.state = 'SUBMITTED'`);
    if (decides !== 'ALL') query.andWhere(decides === 'HOST' ? HOSTED : 'false');
  }
  if (filter.states?.length) {
    const live = `(r.state = ANY(:states) AND NOT (r.state = 'HELD' AND r.hold_expires_at <= now()))`;
    const expired = filter.states.includes('EXPIRED') ? ` OR (r.state = 'HELD' AND r.hold_expires_at <= now())` : '';
    query.andWhere(`(${live}${expired})`, { states: filter.states });
  }
  if (filter.over) query.andWhere(`(r.last_day < :today OR r.state = 'ENDED')`, { today: dayOf(Date.now()) });
  if (filter.from) query.andWhere('r.last_day >= :from', { from: filter.from });
  if (filter.to) query.andWhere('r.first_day <= :to', { to: filter.to });
  for (const [field, sql] of Object.entries(FIGURES)) {
    const value = filter[field as keyof typeof FIGURES];
    if (value) query.andWhere(sql, { [field]: value });
  }
  if (filter.text?.trim())
    query.andWhere(
      `(concat_ws(' ', 'R-' || lpad(r.number::text, 5, '0'), r.purpose, r.contact_name,
          (SELECT concat_ws(' ', o.name) FROM organisation o WHERE o.id = r.organisation_id),
          (SELECT concat_ws(' ', s.name, s.town) FROM site s WHERE s.id = r.site_id),
          (SELECT string_agg(concat_ws(' ', u.code, m.name_nl, m.name_fr, m.name_en), ' ') FROM occupancy x
             JOIN equipment_unit u ON u.id = x.unit_id JOIN equipment_model m ON m.id = u.model_id
            WHERE x.reservation_id = r.id)) ILIKE :words)`,
      { words: `%${likeText(filter.text)}%` },
    );

  const totalCount = await query.getCount();
  const upwards = filter.toDecide || page.order === 'SOONEST_FIRST';
  const by = filter.toDecide ? ASKED_AT : 'r.first_day';
  const type = filter.toDecide ? 'timestamptz' : 'date';
  if (after)
    query.andWhere(`(${by}, r.number) ${upwards ? '>' : '<'} (:position::${type}, :number::bigint)`, {
      position: after[0],
      number: after[1],
    });
  const rows = await query
    .orderBy(by, upwards ? 'ASC' : 'DESC')
    .addOrderBy('r.number', upwards ? 'ASC' : 'DESC')
    .limit(first + 1)
    .getMany();
  return toConnection(rows, first, totalCount, ({ number, firstDay, createdAt }) => [
    filter.toDecide ? createdAt.toISOString() : firstDay,
    number,
  ]);
}
