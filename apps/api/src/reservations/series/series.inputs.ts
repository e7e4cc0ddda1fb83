import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { ReservationDetailsInput } from '../reservation.inputs.js';
import { SeriesKind } from './series.entities.js';

export const SeriesMode = enumOf('ALL', 'POSSIBLE');
export type SeriesMode = keyof typeof SeriesMode;
registerEnumType(SeriesMode, { name: 'SeriesMode', description: 'ALL: every occurrence or none. POSSIBLE: those that can be.' });

@InputType()
export class SeriesPlanInput {
  @Field(() => SeriesKind)
  kind: SeriesKind;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => Int, { description: 'How many days each time; at sites in a row, open days.' })
  days: number;

  @Field(() => [ID], { description: 'One for a weekly series; in their order for sites in a row.' })
  siteIds: string[];

  @Field(() => Int, { nullable: true })
  everyWeeks?: number | null;

  @Field(() => Int, { nullable: true })
  times?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Leaves out weeks in which the site is closed and makes up for them.' })
  makeUp?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Working days between two sites.' })
  travelDays?: number | null;
}

@InputType()
export class OccurrenceInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => ID)
  siteId: string;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;
}

@InputType()
export class SeriesPreviewInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => SeriesPlanInput)
  plan: SeriesPlanInput;

  @Field(() => [OccurrenceInput], {
    nullable: true,
    description: 'Judged instead of what the plan makes: with alternatives taken.',
  })
  occurrences?: OccurrenceInput[] | null;

  @Field(() => Int, { nullable: true })
  groupSize?: number | null;
}

@InputType()
export class BookSeriesInput {
  @Field(() => String, { description: 'Made by the client; a second call with it gives the first one’s result.' })
  idempotencyKey: string;

  @Field(() => SeriesKind)
  kind: SeriesKind;

  @Field(() => SeriesMode)
  mode: SeriesMode;

  @Field(() => [OccurrenceInput])
  occurrences: OccurrenceInput[];

  @Field(() => ReservationDetailsInput)
  details: ReservationDetailsInput;

  @Field(() => ID, { nullable: true, description: 'Another organisation than one’s own, for a planner.' })
  organisationId?: string | null;
}

@InputType({ description: 'A reservation of the series as it was seen.' })
export class SeriesTargetInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;
}

@InputType({ description: 'One, or one and all that follow: all of it or nothing.' })
export class ChangeSeriesInput {
  @Field(() => ID)
  id: string;

  @Field(() => [SeriesTargetInput])
  targets: SeriesTargetInput[];

  @Field(() => Int, { nullable: true, description: 'Later by so many days; earlier when negative.' })
  shiftDays?: number | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => ReservationDetailsInput, { nullable: true })
  details?: ReservationDetailsInput | null;
}

@InputType()
export class CancelSeriesInput {
  @Field(() => ID)
  id: string;

  @Field(() => [SeriesTargetInput])
  targets: SeriesTargetInput[];

  @Field(() => String, { nullable: true })
  reason?: string | null;
}
