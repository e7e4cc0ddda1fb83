import { createUnionType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { ArrivalWindow } from '../../placement/placement.types.js';
import { Alternative, Refusal, RefusalReason } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Site } from '../../sites/site.entity.js';
import { ReservationSeries } from './series.entities.js';

@ObjectType({ description: 'One occurrence with its verdict, as if the possible ones before it were booked.' })
export class PreviewedOccurrence {
  unitId: string;
  siteId: string;

  @Field()
  unit: EquipmentUnit;

  @Field()
  site: Site;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field()
  ok: boolean;

  @Field(() => [RefusalReason])
  reasons: RefusalReason[];

  @Field(() => [RefusalReason])
  warnings: RefusalReason[];

  @Field(() => [Alternative])
  alternatives: Alternative[];

  @Field(() => ArrivalWindow, { nullable: true })
  arrival: ArrivalWindow | null;

  @Field(() => Float)
  extraKm: number;
}

@ObjectType({ description: 'A week that was left out because the site is closed.' })
export class LeftOutWeek {
  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;
}

@ObjectType()
export class SeriesPreview {
  @Field(() => [PreviewedOccurrence])
  occurrences: PreviewedOccurrence[];

  @Field(() => [LeftOutWeek])
  leftOut: LeftOutWeek[];

  @Field(() => Int)
  possible: number;
}

export const SeriesResult = createUnionType({
  name: 'SeriesResult',
  types: () => [ReservationSeries, Refusal] as const,
  resolveType: (value: object) => (value instanceof Refusal ? Refusal : ReservationSeries),
});
