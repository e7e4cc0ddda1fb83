import {
  Args,
  Field,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Reservation } from '../../reservations/reservation.entity.js';
import { CostKind, CostState, TariffKind } from '../enums.js';
import { BudgetLine } from '../funding/funding.entities.js';
import { BudgetSort, listRows, when } from '../lists.js';
import { CentsScalar } from '../money.js';
import { CostProposalResult, madeRow, runBudgetVerb, TariffResult } from '../results.js';
import { acceptCost, dismissCost } from './decide-cost.js';
import { CostProposal, Tariff } from './running.entities.js';
import { addTariff } from './save-tariff.js';

const costs = connectionOf(CostProposal, 'CostProposal');
@ObjectType()
export class CostProposalConnection extends costs.Connection {}

@InputType()
export class CostProposalFilter {
  @Field(() => [CostState], { nullable: true })
  states?: CostState[] | null;

  @Field(() => CostKind, { nullable: true })
  kind?: CostKind | null;

  @Field(() => ID, { nullable: true })
  unitId?: string | null;

  @Field(() => ID, { nullable: true })
  reservationId?: string | null;

  @Field(() => DayScalar, { nullable: true })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true })
  to?: string | null;
}

const COSTS = {
  entity: CostProposal,
  from: 'cost_proposal t JOIN equipment_unit u ON u.id = t.unit_id',
  sorts: {
    onDay: { sql: 't.on_day', type: 'date' },
    cents: { sql: 't.cents', type: 'bigint' },
    unit: { sql: 'u.code', type: 'text' },
  },
  order: { by: 'onDay', descending: true },
  search: ['u.code', 't.description'],
} as const;

const Id = (name = 'id') => Args(name, { type: () => ID });
const Version = () => Args('version', { type: () => Int });

@Resolver(() => CostProposal)
export class RunningResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => CostProposalConnection, { description: 'What running the equipment cost. Ordered by onDay, cents or unit.' })
  costProposals(
    @CurrentActor() actor: Actor,
    @Args('filter', { nullable: true }) filter: CostProposalFilter = {},
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @Args('sort', { type: () => BudgetSort, nullable: true }) sort: BudgetSort | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<CostProposalConnection> {
    requirePermission(actor, 'budget.read');
    return listRows(this.dataSource.manager, COSTS, { first, after, text, sort }, [
      when('t.state = ANY(?)', filter.states),
      when('t.kind = ?', filter.kind),
      when('t.unit_id::text = ?', filter.unitId),
      when('t.reservation_id::text = ?', filter.reservationId),
      when('t.on_day >= ?', filter.from),
      when('t.on_day <= ?', filter.to),
    ]);
  }

  @Query(() => [Tariff], { description: 'The newest of each kind first.' })
  tariffs(@CurrentActor() actor: Actor): Promise<Tariff[]> {
    requirePermission(actor, 'budget.read');
    return this.dataSource.manager.find(Tariff, { order: { kind: 'ASC', validFrom: 'DESC' }, take: 500 });
  }

  @Mutation(() => CostProposalResult, { description: 'On a line of the running budget, or one that takes running costs.' })
  acceptCost(@CurrentActor() actor: Actor, @Id() id: string, @Version() version: number, @Id('lineId') lineId: string) {
    return runBudgetVerb(this.dataSource, (tx) => acceptCost(tx, actor, { id, version, lineId }));
  }

  @Mutation(() => CostProposalResult)
  dismissCost(@CurrentActor() actor: Actor, @Id() id: string, @Version() version: number) {
    return runBudgetVerb(this.dataSource, (tx) => dismissCost(tx, actor, id, version));
  }

  @Mutation(() => TariffResult)
  addTariff(
    @CurrentActor() actor: Actor,
    @Args('idempotencyKey') idempotencyKey: string,
    @Args('kind', { type: () => TariffKind }) kind: TariffKind,
    @Args('validFrom', { type: () => DayScalar }) validFrom: string,
    @Args('cents', { type: () => CentsScalar }) cents: bigint,
    @Args('source', { defaultValue: '' }) source: string,
  ) {
    return runBudgetVerb(this.dataSource, (tx) =>
      madeRow(tx, Tariff, addTariff(tx, actor, { idempotencyKey, kind, validFrom, cents, source })),
    );
  }

  @ResolveField(() => EquipmentUnit)
  unit(@Parent() { unitId }: CostProposal, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(unitId);
  }

  @ResolveField(() => Reservation, { nullable: true })
  async reservation(@Parent() { reservationId }: CostProposal, @RequestLoaders() loaders: Loaders): Promise<Reservation | null> {
    return reservationId ? loaders.byId(Reservation).load(reservationId) : null;
  }

  @ResolveField(() => BudgetLine, { nullable: true, description: 'Where it is charged.' })
  async line(@Parent() { lineId }: CostProposal, @RequestLoaders() loaders: Loaders): Promise<BudgetLine | null> {
    return lineId ? loaders.byId(BudgetLine).load(lineId) : null;
  }

  @ResolveField(() => Float)
  km(@Parent() { metres }: CostProposal): number {
    return Number(metres) / 1000;
  }

  @ResolveField(() => Float)
  hours(@Parent() { minutes }: CostProposal): number {
    return Number(minutes) / 60;
  }
}
