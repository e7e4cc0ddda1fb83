import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { BudgetAmounts } from '../amounts.js';
import { Rubric } from '../enums.js';
import { CentsField } from '../money.js';
import { BudgetLine, Funder } from './funding.entities.js';

@ObjectType({ description: 'What a funder bears, in hundredths of a percent.' })
export class FunderPart {
  @Field()
  funder: Funder;

  @Field(() => Int)
  basisPoints: number;
}

@ObjectType({
  description: 'What one funder bears of everything so far: its share by cumulative rounding, so the funders add up.',
})
export class FunderState {
  @Field()
  funder: Funder;

  @Field()
  amounts: BudgetAmounts;
}

@ObjectType()
export class RubricState {
  @Field(() => Rubric)
  rubric: Rubric;

  @Field()
  amounts: BudgetAmounts;
}

@ObjectType({ description: 'What a version gives a line.' })
export class VersionLine {
  @Field()
  line: BudgetLine;

  @CentsField()
  cents: bigint;
}

@InputType()
export class BudgetLineFilter {
  @Field(() => ID, { nullable: true })
  envelopeId?: string | null;

  @Field(() => ID, { nullable: true })
  agreementId?: string | null;

  @Field(() => Rubric, { nullable: true })
  rubric?: Rubric | null;

  @Field(() => Int, { nullable: true, description: 'Used for at least so many hundredths of a percent.' })
  usedFrom?: number | null;
}

const lines = connectionOf(BudgetLine, 'BudgetLine');
@ObjectType()
export class BudgetLineConnection extends lines.Connection {}
