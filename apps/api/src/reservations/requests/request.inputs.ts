import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { TargetGroup } from '../usage/usage-group.entity.js';
import { RequestState } from './request.entity.js';

@InputType()
export class DaysInput {
  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;
}

@InputType({ description: 'A model or a domain, not both.' })
export class SubmitRequestInput {
  @Field(() => String, { description: 'Made by the client; a second call with it gives the first one’s result.' })
  idempotencyKey: string;

  @Field(() => String, { nullable: true })
  modelCode?: string | null;

  @Field(() => String, { nullable: true })
  domain?: string | null;

  @Field(() => ID)
  siteId: string;

  @Field(() => DayScalar)
  earliestDay: string;

  @Field(() => DayScalar)
  latestDay: string;

  @Field(() => Int, { description: 'In a row.' })
  days: number;

  @Field(() => Int)
  groupSize: number;

  @Field(() => TargetGroup)
  targetGroup: TargetGroup;

  @Field(() => Boolean, { nullable: true, description: 'Of a company’s staff only.' })
  sme?: boolean | null;

  @Field(() => String)
  course: string;

  @Field(() => [DaysInput], { nullable: true })
  preferred?: DaysInput[] | null;

  @Field(() => String, { nullable: true })
  remark?: string | null;

  @Field(() => ID, { nullable: true, description: 'Another organisation than one’s own, for a planner.' })
  organisationId?: string | null;
}

@InputType()
export class RequestFilter {
  @Field(() => [RequestState], { nullable: true })
  states?: RequestState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Everybody’s, for who plans; else one’s own organisation’s.' })
  everybody?: boolean | null;

  @Field(() => String, { nullable: true })
  text?: string | null;
}

@InputType()
export class PlaceRequestInput {
  @Field(() => String, { description: 'Made by the client; a second call with it gives the first one’s result.' })
  idempotencyKey: string;

  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;

  @Field(() => ID)
  unitId: string;

  @Field(() => DayScalar)
  firstDay: string;
}
