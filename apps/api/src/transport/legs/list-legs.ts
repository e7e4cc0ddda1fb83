import { addDays, instantAt, isDay } from '@karavaan/domain';
import { ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { requirePermission } from '../../auth/require-permission.js';
import { connectionOf, decodeCursor, pageOf, toConnection } from '../../platform/graphql/connection.js';
import { Leg, type Carriage } from './leg.entity.js';

const legs = connectionOf(Leg, 'Leg');

@ObjectType()
export class LegConnection extends legs.Connection {}

export interface LegFilter {
  readonly from: string;
  readonly to: string;
  readonly carriage: Carriage | null;
}

/** Legs that are owed and have to be delivered in these days, both included, the most urgent first. */
export async function listLegs(
  manager: EntityManager,
  actor: Actor,
  { from, to, carriage }: LegFilter,
  page: { first: number; after: string | null },
): Promise<LegConnection> {
  requirePermission(actor, 'plan.make');
  if (!isDay(from) || !isDay(to) || to < from)
    throw new GraphQLError('to must not lie before from.', { extensions: { code: 'BAD_USER_INPUT', field: 'to' } });
  const first = pageOf(page.first);
  const after = decodeCursor(page.after, 2);
  const query = manager.createQueryBuilder(Leg, 'l').where('l.active AND l.deliver_before >= :from AND l.deliver_before < :to', {
    from: new Date(instantAt(from, '00:00')),
    to: new Date(instantAt(addDays(to, 1), '00:00')),
  });
  if (carriage) query.andWhere('l.carriage = :carriage', { carriage });
  const totalCount = await query.getCount();
  if (after) query.andWhere('(l.deliver_before, l.id) > (:moment::timestamptz, :id::uuid)', { moment: after[0], id: after[1] });
  const rows = await query
    .orderBy('l.deliver_before')
    .addOrderBy('l.id')
    .limit(first + 1)
    .getMany();
  return toConnection(rows, first, totalCount, ({ deliverBefore, id }) => [deliverBefore.toISOString(), id]);
}
