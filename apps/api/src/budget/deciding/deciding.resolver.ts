import { Args, Field, ID, InputType, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { TransferState } from '../enums.js';
import { BudgetLine } from '../funding/funding.entities.js';
import { nameOf } from '../funding/funding.resolver.js';
import { BudgetSort, listRows, when } from '../lists.js';
import { ClosedMonth, StandIn, Transfer } from './deciding.entities.js';

const transfers = connectionOf(Transfer, 'Transfer');
@ObjectType()
export class TransferConnection extends transfers.Connection {}

@InputType()
export class TransferFilter {
  @Field(() => [TransferState], { nullable: true })
  states?: TransferState[] | null;

  @Field(() => ID, { nullable: true, description: 'From it or to it.' })
  lineId?: string | null;
}

const TRANSFERS = {
  entity: Transfer,
  from: 'transfer t JOIN budget_line f ON f.id = t.from_line_id JOIN budget_line g ON g.id = t.to_line_id',
  sorts: {
    createdAt: { sql: `date_trunc('milliseconds', t.created_at)`, type: 'timestamptz' },
    cents: { sql: 't.cents', type: 'bigint' },
    state: { sql: `array_position(ARRAY['REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN'], t.state)`, type: 'bigint' },
  },
  order: { by: 'createdAt', descending: true },
  search: ['t.reason', 'f.code', 'g.code', 'f.name', 'g.name'],
} as const;

@Resolver()
export class DecidingResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => TransferConnection, { description: 'Ordered by createdAt, cents or state.' })
  transfers(
    @CurrentActor() actor: Actor,
    @Args('filter', { nullable: true }) filter: TransferFilter = {},
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @Args('sort', { type: () => BudgetSort, nullable: true }) sort: BudgetSort | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<TransferConnection> {
    requirePermission(actor, 'budget.read');
    return listRows(this.dataSource.manager, TRANSFERS, { first, after, text, sort }, [
      when('t.state = ANY(?)', filter.states),
      when('?::text IN (t.from_line_id::text, t.to_line_id::text)', filter.lineId),
    ]);
  }

  @Query(() => [StandIn], { description: 'The last ones first.' })
  standIns(@CurrentActor() actor: Actor): Promise<StandIn[]> {
    requirePermission(actor, 'budget.read');
    return this.dataSource.manager.find(StandIn, { order: { firstDay: 'DESC' }, take: 200 });
  }

  @Query(() => [ClosedMonth], { description: 'The last ones first.' })
  closedMonths(@CurrentActor() actor: Actor): Promise<ClosedMonth[]> {
    requirePermission(actor, 'budget.read');
    return this.dataSource.manager.find(ClosedMonth, { order: { month: 'DESC' }, take: 600 });
  }
}

@Resolver(() => Transfer)
export class TransferResolver {
  @ResolveField(() => BudgetLine)
  fromLine(@Parent() { fromLineId }: Transfer, @RequestLoaders() loaders: Loaders): Promise<BudgetLine | null> {
    return loaders.byId(BudgetLine).load(fromLineId);
  }

  @ResolveField(() => BudgetLine)
  toLine(@Parent() { toLineId }: Transfer, @RequestLoaders() loaders: Loaders): Promise<BudgetLine | null> {
    return loaders.byId(BudgetLine).load(toLineId);
  }

  @ResolveField(() => String, { nullable: true })
  requestedBy(@Parent() { requestedBy }: Transfer, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return nameOf(requestedBy, loaders);
  }

  @ResolveField(() => String, { nullable: true })
  decidedBy(@Parent() { decidedBy }: Transfer, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return nameOf(decidedBy, loaders);
  }

  @ResolveField(() => Boolean, { description: 'Whether this viewer asked for it: then another decides.' })
  mine(@CurrentActor() actor: Actor, @Parent() { requestedBy }: Transfer): boolean {
    return requestedBy !== null && requestedBy === actor.personId;
  }
}

@Resolver(() => StandIn)
export class StandInResolver {
  @ResolveField(() => String, { nullable: true })
  absent(@Parent() { absentId }: StandIn, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return nameOf(absentId, loaders);
  }

  @ResolveField(() => String, { nullable: true })
  standIn(@Parent() { standInId }: StandIn, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return nameOf(standInId, loaders);
  }
}

@Resolver(() => ClosedMonth)
export class ClosedMonthResolver {
  @ResolveField(() => String, { nullable: true })
  closedBy(@Parent() { closedBy }: ClosedMonth, @RequestLoaders() loaders: Loaders): Promise<string | null> {
    return nameOf(closedBy, loaders);
  }
}
