import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { RequestLoaders } from '../../auth/context.js';
import { type Batch, grouped, type Loaders } from '../../platform/graphql/loaders.js';
import { Reservation } from '../reservation.entity.js';
import { UsageGroup } from './usage-group.entity.js';

const groupsOf: Batch<string, UsageGroup[]> = async (ids, { manager }) => {
  const rows = await manager.find(UsageGroup, { where: { reservationId: In([...ids]) }, order: { createdAt: 'ASC', id: 'ASC' } });
  return grouped(ids, rows, (row) => row.reservationId);
};

@Resolver(() => Reservation)
export class UsageResolver {
  @ResolveField(() => [UsageGroup], { description: 'Who took part, as reported at the return.' })
  usageGroups(@Parent() reservation: Reservation, @RequestLoaders() loaders: Loaders): Promise<UsageGroup[]> {
    return loaders.of(groupsOf).load(reservation.id);
  }
}
