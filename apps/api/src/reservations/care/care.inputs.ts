import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import {
  DefectSeverity,
  DefectStatus,
  InspectionResult,
  TurnaroundKind,
  TurnaroundPhase,
  WorkUnit,
} from '../../equipment/care/enums.js';
import { DayScalar } from '../../platform/graphql/scalars.js';

@InputType({ description: 'Every so many months, every so many hours of use, or whichever comes first.' })
export class InspectionPlanInput {
  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  nameFr?: string | null;

  @Field(() => String, { nullable: true })
  nameEn?: string | null;

  @Field(() => Int, { nullable: true })
  intervalMonths?: number | null;

  @Field(() => Int, { nullable: true })
  intervalHours?: number | null;

  @Field({ description: 'Overdue, the unit cannot be booked. Without it is maintenance that is only listed.' })
  blocks: boolean;

  @Field({ description: 'Done by an external body.' })
  external: boolean;

  @Field(() => String, { nullable: true })
  body?: string | null;
}

@InputType()
export class RecordInspectionInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID)
  planId: string;

  @Field(() => ID)
  unitId: string;

  @Field(() => DayScalar)
  doneOn: string;

  @Field(() => InspectionResult)
  result: InspectionResult;

  @Field(() => DayScalar, { nullable: true, description: 'As the report says; else it follows from the plan.' })
  validTo?: string | null;

  @Field(() => String, { nullable: true })
  body?: string | null;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'The report, uploaded before.' })
  documentIds?: string[];
}

@InputType()
export class PlanInspectionInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID)
  planId: string;

  @Field(() => ID)
  unitId: string;

  @Field(() => DayScalar)
  day: string;
}

@InputType()
export class TurnaroundStepInput {
  @Field(() => TurnaroundPhase)
  phase: TurnaroundPhase;

  @Field(() => TurnaroundKind)
  kind: TurnaroundKind;

  @Field(() => WorkUnit)
  unit: WorkUnit;

  @Field(() => Float)
  amount: number;
}

@InputType()
export class ReportDefectInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID)
  unitId: string;

  @Field()
  description: string;

  @Field(() => DefectSeverity)
  severity: DefectSeverity;

  @Field(() => [ID], { defaultValue: [], description: 'Photos, uploaded before.' })
  documentIds?: string[];
}

@InputType()
export class HandleDefectInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;

  @Field(() => DefectStatus)
  status: DefectStatus;

  @Field(() => DefectSeverity)
  severity: DefectSeverity;

  @Field(() => DayScalar, { nullable: true, description: 'The last day on which it is not usable.' })
  expectedBackOn?: string | null;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType({ description: 'Puts one unit of a reservation on another unit of its model, or the whole on other days.' })
export class ReplanInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID)
  reservationId: string;

  @Field(() => Int)
  version: number;

  @Field(() => ID)
  fromUnitId: string;

  @Field(() => ID)
  toUnitId: string;

  @Field(() => DayScalar)
  firstDay: string;

  @Field(() => DayScalar)
  lastDay: string;
}
