import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource, In } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../../auth/context.js';
import { requirePermission } from '../../../auth/require-permission.js';
import type { Batch, Loaders } from '../../../platform/graphql/loaders.js';
import type { Refusal } from '../../../platform/graphql/refusal.js';
import { runBudgetVerb } from '../../results.js';
import { BudgetSort } from '../../lists.js';
import { Payment } from '../../paying/paying.entities.js';
import { BankMatch, BankMovement, BankStatement } from './bank.entities.js';
import {
  BankMovementConnection,
  BankMovementFilter,
  BankStatementConnection,
  MatchMovementInput,
  MovementResult,
  MovementSuggestion,
} from './bank.types.js';
import { listMovements, listStatements } from './list-bank.js';
import { matchMovement } from './match-movement.js';
import { reopenMovement, setMovementAside } from './set-movement-aside.js';
import { suggestionsOf } from './suggest.js';

const Text = () => Args('text', { type: () => String, nullable: true });
const Sort = () => Args('sort', { type: () => BudgetSort, nullable: true });
const First = () => Args('first', { type: () => Int, defaultValue: 50 });
const After = () => Args('after', { type: () => String, nullable: true });
const Id = () => Args('id', { type: () => ID });
const Version = () => Args('version', { type: () => Int });

const paymentsOfMovements: Batch<string, Payment[]> = async (ids, { manager }) => {
  const matches = await manager.findBy(BankMatch, { movementId: In([...ids]) });
  const payments = matches.length ? await manager.findBy(Payment, { id: In(matches.map(({ paymentId }) => paymentId)) }) : [];
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  return ids.map((id) => matches.filter(({ movementId }) => movementId === id).map(({ paymentId }) => byId.get(paymentId)!));
};

@Resolver(() => BankMovement)
export class BankResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => BankStatementConnection, { description: 'Ordered by newBalanceOn or account.' })
  bankStatements(
    @CurrentActor() actor: Actor,
    @Text() text: string | null,
    @Sort() sort: BudgetSort | null,
    @First() first: number,
    @After() after: string | null,
  ): Promise<BankStatementConnection> {
    requirePermission(actor, 'budget.read');
    return listStatements(this.dataSource.manager, { text, sort, first, after });
  }

  @Query(() => BankMovementConnection, { description: 'Ordered by bookedOn, cents or counterparty.' })
  bankMovements(
    @CurrentActor() actor: Actor,
    @Args('filter', { nullable: true }) filter: BankMovementFilter = {},
    @Text() text: string | null,
    @Sort() sort: BudgetSort | null,
    @First() first: number,
    @After() after: string | null,
  ): Promise<BankMovementConnection> {
    requirePermission(actor, 'budget.read');
    return listMovements(this.dataSource.manager, filter, { text, sort, first, after });
  }

  @Mutation(() => MovementResult, { description: 'Says which invoices a movement paid; each becomes a payment of its day.' })
  matchMovement(@CurrentActor() actor: Actor, @Args('input') input: MatchMovementInput): Promise<BankMovement | Refusal> {
    return this.write((tx) => matchMovement(tx, actor, input));
  }

  @Mutation(() => MovementResult, { description: 'Says that a movement pays no invoice of ours, and why.' })
  setMovementAside(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Version() version: number,
    @Args('reason') reason: string,
  ): Promise<BankMovement | Refusal> {
    return this.write((tx) => setMovementAside(tx, actor, { id, version, reason }));
  }

  @Mutation(() => MovementResult, { description: 'Takes a movement back that was set aside.' })
  reopenMovement(@CurrentActor() actor: Actor, @Id() id: string, @Version() version: number): Promise<BankMovement | Refusal> {
    return this.write((tx) => reopenMovement(tx, actor, { id, version }));
  }

  @ResolveField(() => BankStatement)
  statement(@Parent() { statementId }: BankMovement, @RequestLoaders() loaders: Loaders): Promise<BankStatement | null> {
    return loaders.byId(BankStatement).load(statementId);
  }

  @ResolveField(() => [Payment])
  payments(@Parent() { id }: BankMovement, @RequestLoaders() loaders: Loaders): Promise<Payment[]> {
    return loaders.of(paymentsOfMovements).load(id);
  }

  @ResolveField(() => [MovementSuggestion], { description: 'Of an open one; the best first.' })
  async suggestions(@Parent() { id, state }: BankMovement, @RequestLoaders() loaders: Loaders): Promise<MovementSuggestion[]> {
    return state === 'OPEN' ? loaders.of(suggestionsOf).load(id) : [];
  }

  private write(verb: Parameters<typeof runBudgetVerb<BankMovement>>[1]): Promise<BankMovement | Refusal> {
    return runBudgetVerb(this.dataSource, verb);
  }
}
