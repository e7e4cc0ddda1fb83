import { Args, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { Defect } from '../../equipment/care/defect.entity.js';
import { InspectionPlan } from '../../equipment/care/inspection-plan.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { ModelType } from '../../equipment/equipment.types.js';
import { localized } from '../../platform/graphql/localized-text.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import type { Refusal } from '../../platform/graphql/refusal.js';
import { Settings } from '../../platform/settings.js';
import { ReservationResult } from '../reservation.types.js';
import { Reservation } from '../reservation.entity.js';
import { runVerb } from '../run-verb.js';
import type { By } from '../with-reservation.js';
import {
  HandleDefectInput,
  InspectionPlanInput,
  PlanInspectionInput,
  RecordInspectionInput,
  ReplanInput,
  ReportDefectInput,
  TurnaroundStepInput,
} from './care.inputs.js';
import { DefectResult, InspectionPlanType, PlanResult, TurnaroundResult, TurnaroundSet, UnitResult } from './care.types.js';
import { handleDefect } from './handle-defect.js';
import { planInspection } from './plan-inspection.js';
import { recordInspection } from './record-inspection.js';
import { replanReservation } from './replan-reservation.js';
import { reportDefect } from './report-defect.js';
import { changePlan, makePlan } from './save-plan.js';
import { setTurnaround } from './set-turnaround.js';

const MOST_TOGETHER = 50;

/** Of one model, or of one unit. */
@InputType()
export class NewInspectionPlanInput extends InspectionPlanInput {
  @Field()
  idempotencyKey: string;

  @Field(() => ID, { nullable: true })
  modelId?: string | null;

  @Field(() => ID, { nullable: true })
  unitId?: string | null;
}

@Resolver()
export class CareResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  @Mutation(() => TurnaroundResult, { description: 'What each loan of a model needs before and after it.' })
  setTurnaround(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('modelId', { type: () => ID }) modelId: string,
    @Args('steps', { type: () => [TurnaroundStepInput] }) steps: TurnaroundStepInput[],
  ) {
    return this.run(actor, loaders, async (tx, by) => {
      const { model, tooTight } = await setTurnaround(tx, by, { modelId, steps });
      const reservations = tooTight.length
        ? await tx.find(Reservation, { where: { id: In(tooTight) }, order: { firstDay: 'ASC' } })
        : [];
      return Object.assign(new TurnaroundSet(), { model: ModelType.of(model), tooTight: reservations });
    });
  }

  @Mutation(() => PlanResult)
  makeInspectionPlan(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('input') input: NewInspectionPlanInput,
  ) {
    return this.run(actor, loaders, async (tx, by) =>
      toPlan((await tx.findOneBy(InspectionPlan, { id: await makePlan(tx, by, input) }))!),
    );
  }

  @Mutation(() => PlanResult, { description: 'An ended plan (`active` false) is no longer asked; what was found stays.' })
  changeInspectionPlan(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('active') active: boolean,
    @Args('input') input: InspectionPlanInput,
  ) {
    return this.run(actor, loaders, async (tx, by) => toPlan(await changePlan(tx, by, { ...input, id, version, active })));
  }

  @Mutation(() => UnitResult, { description: 'Notes what an inspection or maintenance found.' })
  recordInspection(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('input') input: RecordInspectionInput,
  ) {
    return this.run(actor, loaders, async (tx, by) => {
      await recordInspection(tx, by, input);
      return (await tx.findOneBy(EquipmentUnit, { id: input.unitId }))!;
    });
  }

  @Mutation(() => UnitResult, { description: 'Keeps a day free for the inspector.' })
  planInspection(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: PlanInspectionInput) {
    return this.run(actor, loaders, async (tx, by) => {
      await planInspection(tx, by, input);
      return (await tx.findOneBy(EquipmentUnit, { id: input.unitId }))!;
    });
  }

  @Mutation(() => DefectResult, { description: 'By whoever has the unit. A blocking defect keeps it from being booked.' })
  reportDefect(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: ReportDefectInput) {
    return this.run(actor, loaders, async (tx, by) => (await tx.findOneBy(Defect, { id: await reportDefect(tx, by, input) }))!);
  }

  @Mutation(() => DefectResult)
  handleDefect(@CurrentActor() actor: Actor, @RequestLoaders() loaders: Loaders, @Args('input') input: HandleDefectInput) {
    return this.run(actor, loaders, (tx, by) => handleDefect(tx, by, input));
  }

  @Mutation(() => [ReservationResult], {
    description: 'One after the other, each by itself: what cannot be done is refused, and the others are done.',
  })
  async replanReservations(
    @CurrentActor() actor: Actor,
    @RequestLoaders() loaders: Loaders,
    @Args('inputs', { type: () => [ReplanInput] }) inputs: ReplanInput[],
  ): Promise<(Reservation | Refusal)[]> {
    const results: (Reservation | Refusal)[] = [];
    for (const input of inputs.slice(0, MOST_TOGETHER))
      results.push(
        await this.run(
          actor,
          loaders,
          async (tx, by) => (await tx.findOneBy(Reservation, { id: await replanReservation(tx, by, input) }))!,
        ),
      );
    return results;
  }

  private async run<T extends object>(
    actor: Actor,
    loaders: Loaders,
    verb: (tx: EntityManager, by: By) => Promise<T>,
  ): Promise<T | Refusal> {
    const by = { actor, settings: this.settings };
    const result = await runVerb(this.dataSource, this.settings, (tx) => verb(tx, by));
    loaders.clear();
    return result;
  }
}

export function toPlan(row: InspectionPlan): InspectionPlanType {
  return Object.assign(new InspectionPlanType(), { ...row, name: localized(row, 'name') });
}
