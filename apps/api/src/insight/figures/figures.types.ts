import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { TargetGroup } from '../../reservations/usage/usage-group.entity.js';

const Whole = () => Field(() => Int);
const Part = () => Field(() => Float, { description: 'From 0 to 1.' });

@ObjectType({ description: 'What was wanted and not given, by what and where.' })
export class UnmetDemandRow {
  modelId: string | null;

  @Field({ description: 'Empty when the search named no model.' })
  modelCode: string;

  @Field(() => String, { nullable: true })
  domain: string | null;

  @Field(() => String, { nullable: true })
  nis: string | null;

  @Field(() => String, { nullable: true })
  municipality: string | null;

  @Field(() => String, { nullable: true })
  area: string | null;

  @Field(() => Int, { description: 'Searches that found nothing.' })
  searches: number;

  @Field(() => Int, { description: 'Reservations and requests that were refused.' })
  refusals: number;

  @Field(() => Int, { description: 'Requests and places in line that are open.' })
  open: number;
}

@InputType()
export class CoverageInput {
  @Field(() => DayScalar, { description: 'The first day of the month.' })
  month: string;

  @Field(() => Float, { defaultValue: 15, description: 'Over the road, estimated.' })
  km: number;

  @Field(() => String, { nullable: true })
  domain?: string | null;

  @Field(() => String, { nullable: true })
  modelCode?: string | null;
}

@ObjectType()
export class CoverageArea {
  @Field()
  area: string;

  @Whole()
  inhabitants: number;

  @Whole()
  covered: number;

  @Part()
  share: number;
}

@ObjectType()
export class CoverageMunicipality extends CoverageArea {
  @Field()
  nis: string;

  @Field()
  name: string;
}

@ObjectType({ description: 'Inhabitants with open equipment near them in a month.' })
export class Coverage {
  @Field(() => DayScalar)
  month: string;

  @Field(() => Float)
  km: number;

  @Whole()
  inhabitants: number;

  @Whole()
  covered: number;

  @Part()
  share: number;

  @Field(() => Int, { description: 'Sites with open equipment.' })
  siteCount: number;

  @Field(() => DayScalar, { nullable: true })
  inhabitantsOn: string | null;

  @Field(() => String, { nullable: true })
  source: string | null;

  @Field(() => [CoverageArea], { description: 'Arrondissements, the least covered first.' })
  areas: CoverageArea[];

  @Field(() => [CoverageMunicipality])
  municipalities: CoverageMunicipality[];
}

@ObjectType()
export class GroupFigures {
  @Field(() => TargetGroup, { nullable: true, description: 'Null: reported without groups.' })
  targetGroup: TargetGroup | null;

  @Whole()
  reservations: number;

  @Whole()
  participants: number;

  @Field(() => Float, { description: 'Its part of the hours that the equipment was used.' })
  hoursUsed: number;

  @Field(() => Float, { description: 'Participants times hours.' })
  trainingHours: number;
}

@ObjectType()
export class UnitUse {
  unitId: string;

  @Whole()
  workingDays: number;

  @Whole()
  usedDays: number;

  @Part()
  share: number;
}

@ObjectType()
export class SiteUse {
  siteId: string;

  @Whole()
  workingDays: number;

  @Whole()
  usedDays: number;

  @Field(() => Int, { description: 'Days counted for each unit.' })
  unitDays: number;

  @Part()
  share: number;
}

@ObjectType()
export class AreaFigures {
  @Field()
  area: string;

  @Whole()
  inhabitants: number;

  @Whole()
  reservations: number;

  @Whole()
  participants: number;

  @Field(() => Float)
  hoursUsed: number;

  @Part()
  share: number;

  @Part()
  inhabitantsShare: number;
}

@ObjectType({ description: 'The figures of a period, both days included.' })
export class Indicators {
  @Field(() => DayScalar)
  from: string;

  @Field(() => DayScalar)
  to: string;

  @Field(() => Int, { description: 'Confirmed or ended, with their last day in the period.' })
  reservations: number;

  @Whole()
  ended: number;

  @Whole()
  submitted: number;

  @Whole()
  rejected: number;

  @Whole()
  cancelled: number;

  @Whole()
  participants: number;

  @Field(() => Float)
  hoursUsed: number;

  @Field(() => Float)
  trainingHours: number;

  @Whole()
  companies: number;

  @Whole()
  smes: number;

  @Field(() => Int, { description: 'Groups of company staff without the name of their company.' })
  companiesUnnamed: number;

  @Field(() => [GroupFigures])
  groups: GroupFigures[];

  @Field(() => [UnitUse])
  units: UnitUse[];

  @Field(() => [SiteUse])
  sites: SiteUse[];

  @Field(() => [AreaFigures])
  areas: AreaFigures[];
}
