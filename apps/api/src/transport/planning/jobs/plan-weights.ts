import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../../platform/graphql/enum-of.js';

/** How much a ground counts, in words that a planner uses. */
export const PlanWeight = enumOf('NONE', 'SOME', 'MUCH');
export type PlanWeight = keyof typeof PlanWeight;
registerEnumType(PlanWeight, { name: 'PlanWeight' });

/** What a plan is judged by beside serving as much as can be. */
@ObjectType('PlanWeights')
@InputType('PlanWeightsInput')
export class PlanWeights {
  @Field(() => PlanWeight, { description: 'Who was served little goes first.' })
  fairness: PlanWeight;

  @Field(() => PlanWeight, { description: 'Areas from which equipment is far away go first.' })
  access: PlanWeight;

  @Field(() => PlanWeight, { description: 'Large groups go first.' })
  groups: PlanWeight;

  @Field(() => PlanWeight, { description: 'Driving little.' })
  distance: PlanWeight;

  @Field(() => PlanWeight, { description: 'Standing idle little; of trips, the usual region on the usual weekday.' })
  idle: PlanWeight;
}

export const USUAL_WEIGHTS: PlanWeights = { fairness: 'SOME', access: 'SOME', groups: 'SOME', distance: 'SOME', idle: 'SOME' };
