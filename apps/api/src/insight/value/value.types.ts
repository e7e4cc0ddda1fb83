import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { CentsField } from '../../budget/money.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { TargetGroup } from '../../reservations/usage/usage-group.entity.js';

@ObjectType({ description: 'What something cost over the hours that it was used.' })
export class ValueFigures {
  @CentsField({ description: 'What was paid for it; of a period what it lost of its value.' })
  acquisition: bigint;

  @CentsField({ description: 'Trips at their tariffs.' })
  transport: bigint;

  @CentsField()
  maintenance: bigint;

  @CentsField()
  cents: bigint;

  @Field(() => Float, { description: 'Hours that it was used, as reported at the return.' })
  hours: number;

  @Field(() => Float, { description: 'Participants times hours.' })
  trainingHours: number;

  @Field(() => Int)
  reservations: number;

  @CentsField({ nullable: true, description: 'None without hours.' })
  perHour: bigint | null;

  @CentsField({ nullable: true, description: 'An hour of one participant; none without participants.' })
  perTrainingHour: bigint | null;
}

@ObjectType()
export class UnitValue extends ValueFigures {
  unitId: string;

  @Field(() => Int, { description: 'Working days in use, in the period or else the last year.' })
  usedDays: number;

  @Field(() => Int)
  workingDays: number;

  @CentsField({ description: 'What of its invoices is paid.' })
  paidCents: bigint;

  @CentsField({ description: 'What of it was declared to the funders.' })
  claimedCents: bigint;

  @Field({ description: 'Paid for, in service, and used on fewer than one in ten working days.' })
  idle: boolean;
}

@ObjectType({ description: 'The costs of units by the hours that they were used at a site.' })
export class SiteValue {
  siteId: string;

  @CentsField()
  cents: bigint;

  @Field(() => Float)
  hours: number;

  @Field(() => Float)
  trainingHours: number;

  @Field(() => Int)
  reservations: number;

  @CentsField({ nullable: true })
  perHour: bigint | null;

  @CentsField({ nullable: true })
  perTrainingHour: bigint | null;
}

@ObjectType({ description: 'The costs of units by the hours of a target group.' })
export class GroupValue {
  @Field(() => TargetGroup, { nullable: true, description: 'Null: reported without groups.' })
  targetGroup: TargetGroup | null;

  @CentsField()
  cents: bigint;

  @Field(() => Float)
  hours: number;

  @Field(() => Float)
  trainingHours: number;

  @Field(() => Int)
  reservations: number;

  @CentsField({ nullable: true })
  perHour: bigint | null;

  @CentsField({ nullable: true })
  perTrainingHour: bigint | null;
}

@ObjectType({
  description: 'What the equipment costs over what it gave; the sites, the groups and what was unused add up to all.',
})
export class EquipmentValue {
  @Field(() => DayScalar, { nullable: true, description: 'None: since the beginning.' })
  from: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Included.' })
  to: string | null;

  @Field()
  total: ValueFigures;

  @CentsField({ description: 'Of units that nobody used.' })
  unusedCents: bigint;

  @Field(() => [UnitValue], { description: 'The dearest hour first, then what was not used.' })
  units: UnitValue[];

  @Field(() => [SiteValue])
  sites: SiteValue[];

  @Field(() => [GroupValue])
  groups: GroupValue[];
}

@ObjectType({ description: 'A unit that an invoice line paid for, and what it gave so far.' })
export class BoughtUnit {
  unitId: string;

  @Field(() => Int, { description: 'Which part of the line, in hundredths of a percent.' })
  basisPoints: number;

  @Field(() => Float)
  hours: number;

  @Field(() => Float)
  trainingHours: number;

  @Field(() => Int)
  reservations: number;
}
