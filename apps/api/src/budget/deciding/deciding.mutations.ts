import { Args, Field, ID, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { can } from '@karavaan/domain';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { requirePermission } from '../../auth/require-permission.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { verifyLedger } from '../ledger/verify-ledger.js';
import { CentsField } from '../money.js';
import { absentOfficers } from '../officer.js';
import { ClosedMonthResult, LedgerCheckResult, madeRow, runBudgetVerb, StandInResult, TransferResult } from '../results.js';
import { closeMonth } from './close-month.js';
import { approveTransfer, rejectTransfer, withdrawTransfer } from './decide-transfer.js';
import { StandIn, Transfer } from './deciding.entities.js';
import { endStandIn, nameStandIn } from './name-stand-in.js';
import { requestTransfer } from './request-transfer.js';

@InputType()
export class TransferInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID)
  fromLineId: string;

  @Field(() => ID)
  toLineId: string;

  @CentsField()
  cents: bigint;

  @Field()
  reason: string;
}

const Id = (name = 'id') => Args(name, { type: () => ID });
const Version = () => Args('version', { type: () => Int });

@Resolver()
export class DecidingMutations {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => Boolean, { description: 'Whether this viewer may decide on requests of others: by role, or today as a stand-in.' })
  async mayApproveBudget(@CurrentActor() actor: Actor): Promise<boolean> {
    requirePermission(actor, 'budget.read');
    return can(actor, 'budget.approve') || (await absentOfficers(this.dataSource.manager, actor.personId!)).length > 0;
  }

  @Mutation(() => TransferResult, { description: 'Nothing moves before a second person agrees.' })
  requestTransfer(@CurrentActor() actor: Actor, @Args('input') input: TransferInput) {
    return runBudgetVerb(this.dataSource, (tx) => madeRow(tx, Transfer, requestTransfer(tx, actor, input)));
  }

  @Mutation(() => TransferResult)
  approveTransfer(@CurrentActor() actor: Actor, @Id() id: string, @Version() version: number) {
    return runBudgetVerb(this.dataSource, (tx) => approveTransfer(tx, actor, id, version));
  }

  @Mutation(() => TransferResult)
  rejectTransfer(@CurrentActor() actor: Actor, @Id() id: string, @Version() version: number, @Args('answer') answer: string) {
    return runBudgetVerb(this.dataSource, (tx) => rejectTransfer(tx, actor, id, version, answer));
  }

  @Mutation(() => TransferResult)
  withdrawTransfer(@CurrentActor() actor: Actor, @Id() id: string, @Version() version: number) {
    return runBudgetVerb(this.dataSource, (tx) => withdrawTransfer(tx, actor, id, version));
  }

  @Mutation(() => StandInResult, { description: 'Who approves in one’s own place during an absence.' })
  nameStandIn(
    @CurrentActor() actor: Actor,
    @Args('idempotencyKey') idempotencyKey: string,
    @Id('standInId') standInId: string,
    @Args('firstDay', { type: () => DayScalar }) firstDay: string,
    @Args('lastDay', { type: () => DayScalar }) lastDay: string,
  ) {
    return runBudgetVerb(this.dataSource, (tx) =>
      madeRow(tx, StandIn, nameStandIn(tx, actor, { idempotencyKey, standInId, firstDay, lastDay })),
    );
  }

  @Mutation(() => StandInResult)
  endStandIn(@CurrentActor() actor: Actor, @Id() id: string) {
    return runBudgetVerb(this.dataSource, (tx) => endStandIn(tx, actor, id));
  }

  @Mutation(() => ClosedMonthResult, { description: 'And the months before it; what comes later lands in the open month.' })
  closeMonth(@CurrentActor() actor: Actor, @Args('month', { type: () => DayScalar }) month: string) {
    return runBudgetVerb(this.dataSource, (tx) => closeMonth(tx, actor, month));
  }

  @Mutation(() => LedgerCheckResult, { description: 'Makes all balances afresh from the postings and compares.' })
  verifyLedger(@CurrentActor() actor: Actor) {
    return runBudgetVerb(this.dataSource, (tx) => verifyLedger(tx, actor));
  }
}
