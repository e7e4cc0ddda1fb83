import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { RetentionFrom, Rubric, VatRule } from '../enums.js';
import { CentsField } from '../money.js';

@InputType()
export class BudgetLineInput {
  @Field()
  code: string;

  @Field()
  name: string;

  @Field(() => Rubric)
  rubric: Rubric;

  @Field(() => String, { nullable: true })
  domain?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => Int, { nullable: true })
  flatRateBasisPoints?: number | null;

  @Field(() => Rubric, { nullable: true })
  flatRateOf?: Rubric;

  @Field(() => Boolean, { nullable: true })
  takesRunningCosts?: boolean;

  @Field(() => Boolean, { nullable: true })
  active?: boolean;
}

@InputType()
export class VersionLineInput {
  @Field(() => ID)
  lineId: string;

  @CentsField()
  cents: bigint;
}

@InputType()
export class AgreementShareInput {
  @Field(() => ID)
  funderId: string;

  @Field(() => Int)
  basisPoints: number;
}

@InputType()
export class AgreementInput {
  @Field(() => ID)
  envelopeId: string;

  @Field()
  code: string;

  @Field()
  name: string;

  @Field()
  regime: string;

  @CentsField()
  amountCents: bigint;

  @Field(() => DayScalar)
  eligibleFrom: string;

  @Field(() => DayScalar)
  eligibleTo: string;

  @Field(() => VatRule)
  vatRule: VatRule;

  @Field(() => Int)
  durabilityYears: number;

  @Field(() => Int)
  retentionYears: number;

  @Field(() => RetentionFrom)
  retentionFrom: RetentionFrom;

  @Field(() => DayScalar, { nullable: true })
  finalPaymentOn?: string | null;

  @Field(() => [AgreementShareInput])
  shares: AgreementShareInput[];
}
