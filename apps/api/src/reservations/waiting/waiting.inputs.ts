import { Field, ID, InputType } from '@nestjs/graphql';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { ReservationDetailsInput } from '../reservation.inputs.js';

@InputType()
export class JoinWaitingListInput {
  @Field(() => String, { description: 'Made by the client; a second call with it gives the first one’s result.' })
  idempotencyKey: string;

  @Field(() => String)
  modelCode: string;

  @Field(() => ID, { nullable: true, description: 'Only this unit will do; without it, any of the model.' })
  unitId?: string | null;

  @Field(() => ID)
  siteId: string;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field(() => ID, { nullable: true, description: 'Another organisation than one’s own, for a planner.' })
  organisationId?: string | null;

  @Field(() => ReservationDetailsInput)
  details: ReservationDetailsInput;
}
