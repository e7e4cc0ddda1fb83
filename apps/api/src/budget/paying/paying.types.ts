import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { ClaimState } from '../enums.js';
import { Funder } from '../funding/funding.entities.js';
import { CentsField } from '../money.js';
import { Claim, ClaimItem, Expenditure, Payment } from './paying.entities.js';

const payments = connectionOf(Payment, 'Payment');
@ObjectType()
export class PaymentConnection extends payments.Connection {}

const expenditures = connectionOf(Expenditure, 'Expenditure');
@ObjectType()
export class ExpenditureConnection extends expenditures.Connection {}

const claims = connectionOf(Claim, 'Claim');
@ObjectType()
export class ClaimConnection extends claims.Connection {}

const items = connectionOf(ClaimItem, 'ClaimItem');
@ObjectType()
export class ClaimItemConnection extends items.Connection {}

@InputType()
export class PaymentFilter {
  @Field(() => ID, { nullable: true })
  envelopeId?: string | null;

  @Field(() => ID, { nullable: true })
  invoiceId?: string | null;

  @Field(() => DayScalar, { nullable: true })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true })
  to?: string | null;
}

@InputType()
export class ExpenditureFilter {
  @Field(() => ID, { nullable: true })
  agreementId?: string | null;

  @Field(() => ID, { nullable: true })
  lineId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it can be declared now: paid inside the window of its agreement, and not declared yet or parked.',
  })
  claimable?: boolean | null;

  @Field(() => DayScalar, { nullable: true })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true })
  to?: string | null;
}

@InputType()
export class ClaimFilter {
  @Field(() => ID, { nullable: true })
  agreementId?: string | null;

  @Field(() => [ClaimState], { nullable: true })
  states?: ClaimState[] | null;
}

@ObjectType({ description: 'What a funder bears of a claim; frozen with it.' })
export class ClaimFunderPart {
  @Field()
  funder: Funder;

  @Field(() => Int)
  basisPoints: number;

  @CentsField()
  declaredCents: bigint;

  @CentsField({ nullable: true })
  certifiedCents: bigint | null;
}

@ObjectType({ description: 'What became of the items of a claim; together what was declared.' })
export class ClaimSums {
  @Field(() => Int)
  items: number;

  @CentsField()
  declared: bigint;

  @CentsField()
  certified: bigint;

  @CentsField()
  deducted: bigint;

  @CentsField()
  parked: bigint;
}
