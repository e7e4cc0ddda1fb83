import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import { Mobility } from '../equipment/enums.js';
import { connectionOf } from '../platform/graphql/connection.js';
import { LocalizedText } from '../platform/graphql/localized-text.js';
import { Alternative, RefusalReason } from '../platform/graphql/refusal.js';
import { DayScalar } from '../platform/graphql/scalars.js';
import { Site } from '../sites/site.entity.js';
import { DayStatus, Verdict } from './enums.js';

@InputType()
export class AvailabilityInput {
  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar, { description: 'Included.' })
  lastDay: string;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => String, { nullable: true, description: 'A place instead of a site.' })
  postcode?: string | null;

  @Field(() => String, { nullable: true })
  modelCode?: string | null;

  @Field(() => String, { nullable: true })
  domain?: string | null;

  @Field(() => String, { nullable: true })
  text?: string | null;

  @Field(() => Int, { nullable: true })
  groupSize?: number | null;

  @Field(() => Mobility, { nullable: true })
  mobility?: Mobility | null;

  @Field(() => Boolean, { nullable: true })
  onlyFree?: boolean | null;
}

@ObjectType({ description: 'One way.' })
export class Travel {
  @Field(() => Float)
  km: number;

  @Field(() => Int)
  minutes: number;

  @Field()
  source: string;
}

@ObjectType({ description: 'A day and the time between which the kit comes or goes, estimated.' })
export class ArrivalWindow {
  @Field(() => DayScalar)
  date: string;

  @Field()
  from: string;

  @Field()
  to: string;
}

@ObjectType('CalendarDay')
export class CalendarDayType {
  @Field(() => DayScalar)
  date: string;

  @Field(() => DayStatus)
  status: DayStatus;

  @Field(() => LocalizedText, { nullable: true })
  reason: LocalizedText | null;
}

@ObjectType('Availability')
export class AvailabilityType {
  unitId: string;
  standsAtSiteId: string;

  @Field()
  unit: EquipmentUnit;

  @Field(() => Verdict)
  verdict: Verdict;

  @Field({ description: 'Where it stands just before.' })
  standsAt: Site;

  @Field(() => Travel, { nullable: true, description: 'The kit to the asked place, or a group of guests to the host.' })
  travel: Travel | null;

  @Field(() => Float, { nullable: true, description: 'What the choice adds to the journey of the kit.' })
  extraKm: number | null;

  @Field(() => ArrivalWindow, { nullable: true })
  arrival: ArrivalWindow | null;

  @Field(() => ArrivalWindow, { nullable: true, description: 'When it goes on to its next stay.' })
  departure: ArrivalWindow | null;

  @Field(() => [RefusalReason], { description: 'Why not.' })
  reasons: RefusalReason[];

  @Field(() => [RefusalReason], { description: 'What nobody knows.' })
  warnings: RefusalReason[];

  @Field(() => [Alternative])
  alternatives: Alternative[];

  @Field(() => [CalendarDayType], { description: 'The asked days and an open day on each side.' })
  days: CalendarDayType[];
}

const availabilities = connectionOf(AvailabilityType, 'Availability');

@ObjectType()
export class SearchPlace {
  @Field()
  name: string;

  @Field(() => Float)
  latitude: number;

  @Field(() => Float)
  longitude: number;

  @Field(() => Site, { nullable: true })
  site: Site | null;

  @Field()
  municipality: string;

  @Field(() => String, { nullable: true })
  nis: string | null;
}

@ObjectType()
export class AvailabilityConnection extends availabilities.Connection {
  @Field(() => Int)
  freeCount: number;

  @Field(() => SearchPlace, { nullable: true })
  place: SearchPlace | null;
}

@ObjectType()
export class JourneyStop {
  siteId: string;

  @Field()
  site: Site;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field({ description: 'Of the organisation of who asks.' })
  mine: boolean;

  @Field(() => ID, { nullable: true, description: 'Only for who may see it.' })
  reservationId: string | null;
}

@ObjectType()
export class KitPlace {
  unitId: string;
  siteId: string;

  @Field()
  unit: EquipmentUnit;

  @Field()
  site: Site;
}

@InputType()
export class CheckInput {
  @Field(() => [ID])
  unitIds: string[];

  @Field(() => ID)
  siteId: string;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;

  @Field(() => Int, { nullable: true })
  groupSize?: number | null;

  @Field(() => ID, { nullable: true })
  excludeReservationId?: string | null;
}

@ObjectType({ description: 'The verdict without writing.' })
export class CheckResult {
  standsAtSiteId: string | null;

  @Field()
  ok: boolean;

  @Field(() => [RefusalReason])
  reasons: RefusalReason[];

  @Field(() => [RefusalReason])
  warnings: RefusalReason[];

  @Field(() => [Alternative])
  alternatives: Alternative[];

  @Field(() => Float, { nullable: true })
  extraKm: number | null;

  @Field(() => ArrivalWindow, { nullable: true })
  arrival: ArrivalWindow | null;

  @Field(() => ArrivalWindow, { nullable: true })
  departure: ArrivalWindow | null;

  @Field(() => Site, { nullable: true })
  standsAt: Site | null;
}
