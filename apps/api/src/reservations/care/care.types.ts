import { createUnionType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Defect } from '../../equipment/care/defect.entity.js';
import { DueState, InspectionResult } from '../../equipment/care/enums.js';
import type { UnitPlan } from '../../equipment/care/unit-plans.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { ModelType } from '../../equipment/equipment.types.js';
import { LocalizedText } from '../../platform/graphql/localized-text.js';
import { Alternative, Refusal, RefusalReason } from '../../platform/graphql/refusal.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Reservation } from '../reservation.entity.js';

@ObjectType({ description: 'A plan of inspection or maintenance as it stands for one unit.' })
export class UnitInspection {
  unitId: string;

  @Field(() => ID)
  planId: string;

  @Field()
  name: LocalizedText;

  @Field({ description: 'Overdue, the unit cannot be booked.' })
  blocks: boolean;

  @Field()
  external: boolean;

  @Field(() => String, { nullable: true })
  body: string | null;

  @Field({ description: 'It holds for all units of the model.' })
  ofModel: boolean;

  @Field(() => Int, { nullable: true })
  intervalMonths: number | null;

  @Field(() => Int, { nullable: true })
  intervalHours: number | null;

  @Field(() => DayScalar, { nullable: true })
  lastDoneOn: string | null;

  @Field(() => InspectionResult, { nullable: true })
  lastResult: InspectionResult | null;

  @Field(() => Float, { description: 'Hours of use since then.' })
  hoursSince: number;

  @Field(() => DayScalar, { nullable: true, description: 'When the inspector comes.' })
  plannedOn: string | null;

  @Field(() => DayScalar, { nullable: true })
  validTo: string | null;

  @Field(() => DueState)
  state: DueState;

  static of(plan: UnitPlan): UnitInspection {
    return Object.assign(new UnitInspection(), plan);
  }
}

@ObjectType('InspectionPlan')
export class InspectionPlanType {
  @Field(() => ID)
  id: string;

  @Field()
  name: LocalizedText;

  @Field(() => Int, { nullable: true })
  intervalMonths: number | null;

  @Field(() => Int, { nullable: true })
  intervalHours: number | null;

  @Field()
  blocks: boolean;

  @Field()
  external: boolean;

  @Field(() => String, { nullable: true })
  body: string | null;

  @Field()
  active: boolean;

  @Field(() => Int)
  version: number;
}

@ObjectType({ description: 'A reservation that a unit may not serve as things are, with what can be done.' })
export class ReplanProposal {
  @Field()
  reservation: Reservation;

  @Field()
  reason: RefusalReason;

  @Field({ description: 'It has begun: somebody has to call.' })
  underway: boolean;

  @Field(() => [Alternative], { description: 'An equal unit on the same dates first, then other dates.' })
  options: Alternative[];
}

@ObjectType()
export class TurnaroundSet {
  @Field(() => ModelType)
  model: ModelType;

  @Field(() => [Reservation], { description: 'Booked too tight for it; they keep what they had.' })
  tooTight: Reservation[];
}

const orRefusalOf =
  <T extends object>(type: new () => T) =>
  (value: object) =>
    value instanceof Refusal ? Refusal : type;

export const UnitResult = createUnionType({
  name: 'UnitResult',
  types: () => [EquipmentUnit, Refusal] as const,
  resolveType: orRefusalOf(EquipmentUnit),
});

export const DefectResult = createUnionType({
  name: 'DefectResult',
  types: () => [Defect, Refusal] as const,
  resolveType: orRefusalOf(Defect),
});

export const PlanResult = createUnionType({
  name: 'InspectionPlanResult',
  types: () => [InspectionPlanType, Refusal] as const,
  resolveType: orRefusalOf(InspectionPlanType),
});

export const TurnaroundResult = createUnionType({
  name: 'TurnaroundResult',
  types: () => [TurnaroundSet, Refusal] as const,
  resolveType: orRefusalOf(TurnaroundSet),
});
