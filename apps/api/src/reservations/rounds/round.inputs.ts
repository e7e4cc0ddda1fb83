import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { DayScalar } from '../../platform/graphql/scalars.js';

export const RoundAction = enumOf('PIN', 'RELEASE', 'LEAVE_OUT');
export type RoundAction = keyof typeof RoundAction;
registerEnumType(RoundAction, {
  name: 'RoundAction',
  description: 'PIN keeps a slot whatever else changes, LEAVE_OUT gives none, RELEASE lets the allocation choose again.',
});

@InputType()
export class PlanRoundInput {
  @Field(() => String, { description: 'Made by the client; a second call with it gives the first one’s result.' })
  idempotencyKey: string;

  @Field(() => String)
  name: string;

  @Field(() => [String])
  modelCodes: string[];

  @Field(() => DayScalar)
  opensOn: string;

  @Field(() => DayScalar)
  closesOn: string;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field(() => Int, { nullable: true })
  capPlacements?: number | null;

  @Field(() => Int, { nullable: true })
  capDays?: number | null;

  @Field(() => Int)
  weightServed: number;

  @Field(() => Int)
  weightAccess: number;

  @Field(() => Int)
  weightGroup: number;
}

@InputType()
export class AdjustRoundInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;

  @Field(() => ID)
  requestId: string;

  @Field(() => RoundAction)
  action: RoundAction;

  @Field(() => ID, { nullable: true, description: 'For PIN: another unit than it was given.' })
  unitId?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'For PIN: another first day than it was given.' })
  firstDay?: string | null;
}
