import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../graphql/enum-of.js';

/** What can change under somebody's eyes. A new kind: a word here and a rule in `reservations/live/audience.ts`. */
export const LiveKind = enumOf('RESERVATION', 'REQUEST', 'ROUND', 'UNIT', 'WAITING_ENTRY', 'PLAN', 'TRIP');
export type LiveKind = keyof typeof LiveKind;
registerEnumType(LiveKind, {
  name: 'LiveKind',
  description: 'UNIT: the unit itself, or when and where it is taken.',
});

/** That something changed, and nothing about it: who may see it asks again. */
@ObjectType()
export class LiveChange {
  @Field(() => LiveKind)
  kind: LiveKind;

  @Field(() => ID)
  id: string;
}

@ObjectType()
export class LiveChanges {
  @Field({ description: 'Changes may have gone by unseen: ask everything on screen again. Also the first message.' })
  missed: boolean;

  @Field(() => [LiveChange])
  changes: LiveChange[];
}
