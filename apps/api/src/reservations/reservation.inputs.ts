import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DayScalar } from '../platform/graphql/scalars.js';
import { TargetGroup } from './usage/usage-group.entity.js';
import { ReservationScope, ReservationState } from './enums.js';

@InputType()
export class ReservationFilter {
  @Field(() => [ReservationState], { nullable: true })
  states?: ReservationState[] | null;

  @Field(() => ReservationScope, { nullable: true })
  scope?: ReservationScope | null;

  @Field(() => String, { nullable: true })
  text?: string | null;

  @Field(() => DayScalar, { nullable: true })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true })
  to?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is over: its last day has passed, or its use was reported.' })
  over?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Submitted ones that this viewer can decide, the oldest first.' })
  toDecide?: boolean | null;

  @Field(() => DayScalar, { nullable: true, description: 'Its last day, from.' })
  endsFrom?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Its last day, to.' })
  endsTo?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Decided, from.' })
  decidedFrom?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Decided, to.' })
  decidedTo?: string | null;

  @Field(() => String, { nullable: true })
  modelCode?: string | null;

  @Field(() => String, { nullable: true })
  unitCode?: string | null;

  @Field(() => String, { nullable: true })
  siteCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Of the site’s municipality.' })
  nis?: string | null;

  @Field(() => String, { nullable: true, description: 'The arrondissement of the site.' })
  area?: string | null;

  @Field(() => TargetGroup, { nullable: true, description: 'Reported for this group.' })
  targetGroup?: TargetGroup | null;
}

@InputType()
export class ReservationDetailsInput {
  @Field(() => String, { nullable: true })
  purpose?: string | null;

  @Field(() => Int, { nullable: true })
  groupSize?: number | null;

  @Field(() => String, { nullable: true })
  contactName?: string | null;

  @Field(() => String, { nullable: true })
  contactPhone?: string | null;

  @Field(() => String, { nullable: true })
  remark?: string | null;
}

@InputType({ isAbstract: true })
abstract class WhatWhenWhere {
  @Field(() => String, { description: 'Made by the client; a second call with it gives the first one’s result.' })
  idempotencyKey: string;

  @Field(() => [ID], { nullable: true })
  unitIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of each model the unit with the least extra travel.' })
  modelCodes?: string[] | null;

  @Field(() => ID)
  siteId: string;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field(() => ID, { nullable: true, description: 'Another organisation than one’s own, for a planner.' })
  organisationId?: string | null;
}

@InputType({ description: 'All units or none.' })
export class HoldInput extends WhatWhenWhere {
  @Field(() => Int, { nullable: true })
  groupSize?: number | null;
}

@InputType({ description: 'Holds and submits in one step.' })
export class ReserveInput extends WhatWhenWhere {
  @Field(() => ReservationDetailsInput)
  details: ReservationDetailsInput;

  @Field(() => String, { nullable: true })
  overrideReason?: string | null;
}

@InputType()
export class ChangeReservationInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;

  @Field(() => DayScalar, { nullable: true })
  firstDay?: string | null;

  @Field(() => DayScalar, { nullable: true })
  lastDay?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => ReservationDetailsInput, { nullable: true })
  details?: ReservationDetailsInput | null;

  @Field(() => String, { nullable: true })
  overrideReason?: string | null;
}

@InputType({ description: 'Own use by the host of a fixed unit, or maintenance.' })
export class BlockInput {
  @Field(() => String)
  idempotencyKey: string;

  @Field(() => ID)
  unitId: string;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field(() => String)
  reason: string;
}
