import { scopeOf } from '@karavaan/domain';
import { ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { requirePermission } from '../auth/require-permission.js';
import { connectionOf, decodeCursor, encodeCursor, pageOf } from '../platform/graphql/connection.js';
import { likeText } from '../sites/list-sites.js';
import { HOSTED_SQL } from './hosted.js';
import { Reservation } from './reservation.entity.js';
import type { ReservationFilter } from './reservation.inputs.js';

const reservations = connectionOf(Reservation, 'Reservation');

@ObjectType()
export class ReservationConnection extends reservations.Connection {}

const HOSTED = HOSTED_SQL(':own');

/** Reservations that the viewer may see, the latest days first; what waits for a decision, the oldest first. */
export async function listReservations(
  manager: EntityManager,
  actor: Actor,
  filter: ReservationFilter,
  page: { first: number; after: string | null },
): Promise<ReservationConnection> {
  requirePermission(actor, 'reservation.read');
  const first = pageOf(page.first);
  const start = Number(decodeCursor(page.after, 1)?.[0] ?? 0);
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
  if (filter.from) query.andWhere('r.last_day >= :from', { from: filter.from });
  if (filter.to) query.andWhere('r.first_day <= :to', { to: filter.to });
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
  if (filter.toDecide) query.orderBy('r.createdAt', 'ASC').addOrderBy('r.number', 'ASC');
  else query.orderBy('r.firstDay', 'DESC').addOrderBy('r.number', 'DESC');
  const rows = await query.offset(start).limit(first).getMany();
  return {
    edges: rows.map((node, at) => ({ node, cursor: encodeCursor([start + at + 1]) })),
    pageInfo: {
      hasNextPage: start + rows.length < totalCount,
      endCursor: rows.length ? encodeCursor([start + rows.length]) : null,
    },
    totalCount,
  };
}
