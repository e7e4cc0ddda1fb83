import { scopeOf } from '@karavaan/domain';
import { ObjectType } from '@nestjs/graphql';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { requirePermission } from '../../auth/require-permission.js';
import { connectionOf, decodeCursor, pageOf, toConnection } from '../../platform/graphql/connection.js';
import { likeText } from '../../sites/list-sites.js';
import { Request } from './request.entity.js';
import type { RequestFilter } from './request.inputs.js';

const requests = connectionOf(Request, 'Request');

@ObjectType()
export class RequestConnection extends requests.Connection {}

/** Requests that the viewer may see: what is open in the order of coming, all else the latest first. */
export async function listRequests(
  manager: EntityManager,
  actor: Actor,
  filter: RequestFilter,
  page: { first: number; after: string | null },
): Promise<RequestConnection> {
  requirePermission(actor, 'request.read');
  const first = pageOf(page.first);
  const after = decodeCursor(page.after, 1, ([number]) => Number.isSafeInteger(number));
  const query = manager.createQueryBuilder(Request, 'q');
  if (!filter.everybody || scopeOf(actor.role, 'request.read') !== 'ALL')
    query.andWhere('q.organisation_id = :own', { own: actor.organisationId });
  if (filter.states?.length) query.andWhere('q.state = ANY(:states)', { states: filter.states });
  if (filter.text?.trim())
    query.andWhere(
      `concat_ws(' ', 'A-' || lpad(q.number::text, 5, '0'), q.course, q.remark,
         (SELECT o.name FROM organisation o WHERE o.id = q.organisation_id),
         (SELECT concat_ws(' ', s.name, s.town) FROM site s WHERE s.id = q.site_id),
         (SELECT concat_ws(' ', m.name_nl, m.name_fr, m.name_en) FROM equipment_model m WHERE m.id = q.model_id)) ILIKE :words`,
      { words: `%${likeText(filter.text)}%` },
    );
  const totalCount = await query.getCount();
  const upwards = filter.states?.length === 1 && filter.states[0] === 'OPEN';
  if (after) query.andWhere(`q.number ${upwards ? '>' : '<'} :number`, { number: after[0] });
  const rows = await query
    .orderBy('q.number', upwards ? 'ASC' : 'DESC')
    .limit(first + 1)
    .getMany();
  return toConnection(rows, first, totalCount, ({ number }) => [number]);
}
