import { ALERT_KINDS, type AlertKind as Kind, type AlertTone as Tone } from '@karavaan/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { CentsField } from '../money.js';

export const AlertKind = enumOf(...ALERT_KINDS);
registerEnumType(AlertKind, { name: 'BudgetAlertKind' });
export const AlertTone = enumOf('RED', 'YELLOW', 'GREEN');
registerEnumType(AlertTone, { name: 'BudgetAlertTone' });

@ObjectType({ description: 'How far money came by a day: seen, or forecast as what 10, 50 and 90 of 100 runs stay under.' })
export class AbsorptionPoint {
  @Field(() => DayScalar, { description: 'The last day of a month; of the last one today, or the end of the window.' })
  day: string;

  @CentsField({ description: 'The budget by equal parts per day over the window.' })
  planned: bigint;

  @CentsField({ nullable: true })
  committed: bigint | null;

  @CentsField({ nullable: true })
  invoiced: bigint | null;

  @CentsField({ nullable: true })
  paid: bigint | null;

  @CentsField({ nullable: true })
  claimed: bigint | null;

  @CentsField({ nullable: true })
  certified: bigint | null;

  @CentsField({ nullable: true })
  p10: bigint | null;

  @CentsField({ nullable: true })
  p50: bigint | null;

  @CentsField({ nullable: true })
  p90: bigint | null;
}

@ObjectType({ description: 'Something that a budget officer should know, with what it is about.' })
export class BudgetAlert {
  @Field(() => AlertKind)
  kind: Kind;

  @Field(() => AlertTone)
  tone: Tone;

  @Field(() => ID, { nullable: true, description: 'The line, commitment or agreement; none where it is about several.' })
  aboutId: string | null;

  @Field({ description: 'Its code, number or name.' })
  label: string;

  @Field(() => Int, { description: 'How many; of a line that is nearly full its use in hundredths of a percent.' })
  count: number;

  @CentsField({ nullable: true })
  cents: bigint | null;

  @Field(() => DayScalar, { nullable: true })
  day: string | null;
}

@ObjectType({ description: 'A month of the journal: what moved in it, and whether it is closed.' })
export class BudgetMonth {
  @Field(() => DayScalar, { description: 'Its first day.' })
  month: string;

  @CentsField({ description: 'Newly taken from lines, less what was released.' })
  committed: bigint;

  @CentsField()
  invoiced: bigint;

  @CentsField()
  paid: bigint;

  @CentsField()
  claimed: bigint;

  @CentsField()
  certified: bigint;

  @Field()
  closed: boolean;

  @Field(() => Date, { nullable: true })
  closedAt: Date | null;

  closedById: string | null;

  @Field({ description: 'It is over and still open.' })
  closable: boolean;
}

@ObjectType({ description: 'The middle of the last lead times, in days; none before there was any.' })
export class LeadDays {
  @Field(() => Int, { nullable: true })
  orderToInvoice: number | null;

  @Field(() => Int, { nullable: true })
  invoiceToPayment: number | null;

  @Field(() => Int, { description: 'How many were looked at.' })
  seen: number;
}
