import { Args, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor } from '../../auth/context.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { certifyClaim } from '../claims/certify-claim.js';
import { addClaimItems, changeClaimItem, removeClaimItem } from '../claims/claim-items.js';
import { startControl, takeBackClaim } from '../claims/control-claim.js';
import { openClaim } from '../claims/open-claim.js';
import { submitClaim } from '../claims/submit-claim.js';
import { CentsField, CentsScalar } from '../money.js';
import { ClaimResult, madeRow, PaymentResult, runBudgetVerb } from '../results.js';
import { Claim, Payment } from './paying.entities.js';
import { recordPayment } from './record-payment.js';
import { takeBackPayment } from './take-back-payment.js';

@InputType()
export class PaymentInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID)
  invoiceId: string;

  @Field(() => DayScalar)
  paidOn: string;

  @CentsField({ description: 'Below zero: what came back from the supplier.' })
  cents: bigint;

  @Field(() => String, { nullable: true })
  reference?: string | null;

  @Field(() => [ID], { defaultValue: [] })
  documentIds: string[];
}

@InputType({ description: 'Together what was declared of the item.' })
export class ItemVerdictInput {
  @Field(() => ID)
  itemId: string;

  @CentsField()
  certifiedCents: bigint;

  @CentsField()
  deductedCents: bigint;

  @CentsField()
  parkedCents: bigint;

  @Field(() => String, { nullable: true })
  verdict?: string | null;
}

const Id = (name = 'id') => Args(name, { type: () => ID });
const Version = () => Args('version', { type: () => Int });

@Resolver()
export class PayingMutations {
  constructor(private readonly dataSource: DataSource) {}

  @Mutation(() => PaymentResult)
  recordPayment(@CurrentActor() actor: Actor, @Args('input') input: PaymentInput) {
    return runBudgetVerb(this.dataSource, (tx) => madeRow(tx, Payment, recordPayment(tx, actor, input)));
  }

  @Mutation(() => PaymentResult, { description: 'Entered wrongly: its postings are reversed. Gives the payment that does so.' })
  takeBackPayment(@CurrentActor() actor: Actor, @Id() id: string) {
    return runBudgetVerb(this.dataSource, (tx) => takeBackPayment(tx, actor, id));
  }

  @Mutation(() => ClaimResult)
  openClaim(
    @CurrentActor() actor: Actor,
    @Args('idempotencyKey') idempotencyKey: string,
    @Id('agreementId') agreementId: string,
    @Args('title', { defaultValue: '' }) title: string,
  ) {
    return runBudgetVerb(this.dataSource, (tx) =>
      madeRow(tx, Claim, openClaim(tx, actor, { idempotencyKey, agreementId, title })),
    );
  }

  @Mutation(() => ClaimResult, { description: 'Without ids all that may be declared, paid until a day.' })
  addClaimItems(
    @CurrentActor() actor: Actor,
    @Id('claimId') claimId: string,
    @Version() version: number,
    @Args('expenditureIds', { type: () => [ID], nullable: true }) expenditureIds: string[] | null,
    @Args('paidTo', { type: () => DayScalar, nullable: true }) paidTo: string | null,
  ) {
    return runBudgetVerb(this.dataSource, (tx) => addClaimItems(tx, actor, { claimId, version, expenditureIds, paidTo }));
  }

  @Mutation(() => ClaimResult)
  changeClaimItem(
    @CurrentActor() actor: Actor,
    @Id('claimId') claimId: string,
    @Version() version: number,
    @Id('itemId') itemId: string,
    @Args('cents', { type: () => CentsScalar }) cents: bigint,
  ) {
    return runBudgetVerb(this.dataSource, (tx) => changeClaimItem(tx, actor, { claimId, version, itemId, cents }));
  }

  @Mutation(() => ClaimResult)
  removeClaimItem(
    @CurrentActor() actor: Actor,
    @Id('claimId') claimId: string,
    @Version() version: number,
    @Id('itemId') itemId: string,
  ) {
    return runBudgetVerb(this.dataSource, (tx) => removeClaimItem(tx, actor, { claimId, version, itemId }));
  }

  @Mutation(() => ClaimResult, { description: 'Freezes its items, their amounts and the shares of the funders.' })
  submitClaim(@CurrentActor() actor: Actor, @Id() id: string, @Version() version: number) {
    return runBudgetVerb(this.dataSource, (tx) => submitClaim(tx, actor, id, version));
  }

  @Mutation(() => ClaimResult, { description: 'Until control begins, and only the last one.' })
  takeBackClaim(@CurrentActor() actor: Actor, @Id() id: string, @Version() version: number) {
    return runBudgetVerb(this.dataSource, (tx) => takeBackClaim(tx, actor, id, version));
  }

  @Mutation(() => ClaimResult)
  startClaimControl(@CurrentActor() actor: Actor, @Id() id: string, @Version() version: number) {
    return runBudgetVerb(this.dataSource, (tx) => startControl(tx, actor, id, version));
  }

  @Mutation(() => ClaimResult, {
    description: 'Items without a verdict are certified whole; what is parked may be declared again.',
  })
  certifyClaim(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Version() version: number,
    @Args('certifiedOn', { type: () => DayScalar, nullable: true }) certifiedOn: string | null,
    @Args('verdicts', { type: () => [ItemVerdictInput], defaultValue: [] }) verdicts: ItemVerdictInput[],
  ) {
    return runBudgetVerb(this.dataSource, (tx) => certifyClaim(tx, actor, { id, version, certifiedOn, verdicts }));
  }
}
