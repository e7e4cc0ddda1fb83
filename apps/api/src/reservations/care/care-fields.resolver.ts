import { can, dayOf } from '@karavaan/domain';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { CurrentActor, RequestLoaders } from '../../auth/context.js';
import { Defect } from '../../equipment/care/defect.entity.js';
import { InspectionPlan } from '../../equipment/care/inspection-plan.entity.js';
import { Inspection } from '../../equipment/care/inspection.entity.js';
import { TurnaroundStep } from '../../equipment/care/turnaround-step.entity.js';
import { unitPlans } from '../../equipment/care/unit-plans.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { ModelType } from '../../equipment/equipment.types.js';
import { Person } from '../../people/person.entity.js';
import { documentsOf, ownsDocuments } from '../../platform/documents/document-owners.js';
import { Document } from '../../platform/documents/document.entity.js';
import { type Batch, grouped, type Loaders } from '../../platform/graphql/loaders.js';
import { RefusalReason } from '../../platform/graphql/refusal.js';
import { Reservation } from '../reservation.entity.js';
import { type Affected, affectedStays } from './affected.js';
import { InspectionPlanType, UnitInspection } from './care.types.js';
import { toPlan } from './care.resolver.js';
import { type Holder, holdersOf } from './holders.js';

const stepsOf: Batch<string, TurnaroundStep[]> = async (ids, { manager }) => {
  const rows = await manager.find(TurnaroundStep, { where: { modelId: In([...ids]) }, order: { phase: 'DESC', kind: 'ASC' } });
  return grouped(ids, rows, (row) => row.modelId);
};
const plansOfModels: Batch<string, InspectionPlan[]> = async (ids, { manager }) => {
  const rows = await manager.find(InspectionPlan, {
    where: { modelId: In([...ids]), active: true },
    order: { createdAt: 'ASC' },
  });
  return grouped(ids, rows, (row) => row.modelId!);
};
const plansOfUnits: Batch<string, UnitInspection[]> = async (ids, { manager }) => {
  const plans = (await unitPlans(manager, ids, dayOf(Date.now()))).map((plan) => UnitInspection.of(plan));
  return grouped(ids, plans, (plan) => plan.unitId);
};
const inspectionsOf: Batch<string, Inspection[]> = async (ids, { manager }) => {
  const order = { doneOn: 'DESC', createdAt: 'DESC' } as const;
  const rows = await manager.find(Inspection, { where: { unitId: In([...ids]) }, order, relations: { plan: true } });
  return grouped(ids, rows, (row) => row.unitId);
};
const defectsOf: Batch<string, Defect[]> = async (ids, { manager }) => {
  const rows = await manager.find(Defect, { where: { unitId: In([...ids]) }, order: { createdAt: 'DESC' } });
  return grouped(ids, rows, (row) => row.unitId);
};
const holdersOfUnits: Batch<string, Holder[]> = async (ids, { manager }) =>
  grouped(ids, await holdersOf(manager, ids), (row) => row.unitId);
const affectedOfUnits: Batch<string, Affected[]> = async (ids, { manager }) =>
  grouped(ids, await affectedStays(manager, { unitIds: ids }), (row) => row.unitId);
const affectedOfReservations: Batch<string, Affected[]> = async (ids, { manager }) =>
  grouped(ids, await affectedStays(manager, { reservationIds: ids }), (row) => row.reservationId);

/** Who looks after units, and whoever has this one, may see what is wrong with it. */
async function maySee(actor: Actor, unit: EquipmentUnit, loaders: Loaders): Promise<boolean> {
  if (can(actor, 'unit.maintain')) return true;
  if (!can(actor, 'defect.report')) return false;
  return (await loaders.of(holdersOfUnits).load(unit.id)).some((holder) => can(actor, 'defect.report', holder));
}

// Photos of a defect are for who has the unit or looks after it; reports of inspections for who looks after it.
ownsDocuments('defect', async (manager, actor, id) => {
  if (can(actor, 'unit.maintain')) return true;
  const defect = await manager.findOneBy(Defect, { id });
  if (!defect || !can(actor, 'defect.report')) return false;
  return (
    defect.reportedBy === actor.personId ||
    (await holdersOf(manager, [defect.unitId])).some((each) => can(actor, 'defect.report', each))
  );
});
ownsDocuments('inspection', async (_manager, actor) => can(actor, 'unit.maintain'));

@Resolver(() => ModelType)
export class ModelCareResolver {
  @ResolveField(() => [TurnaroundStep], { description: 'What each loan needs before and after it.' })
  turnaround(@Parent() model: ModelType, @RequestLoaders() loaders: Loaders): Promise<TurnaroundStep[]> {
    return loaders.of(stepsOf).load(model.id);
  }

  @ResolveField(() => [InspectionPlanType])
  async inspectionPlans(@Parent() model: ModelType, @RequestLoaders() loaders: Loaders): Promise<InspectionPlanType[]> {
    return (await loaders.of(plansOfModels).load(model.id)).map(toPlan);
  }
}

@Resolver(() => EquipmentUnit)
export class UnitCareResolver {
  @ResolveField(() => Boolean, { description: 'Whether this viewer may report a defect of it.' })
  async mayReportDefect(
    @CurrentActor() actor: Actor,
    @Parent() unit: EquipmentUnit,
    @RequestLoaders() loaders: Loaders,
  ): Promise<boolean> {
    return can(actor, 'defect.report') && maySee(actor, unit, loaders);
  }

  @ResolveField(() => [Defect], { description: 'The last first, for who has it or looks after it; for others none.' })
  async defects(
    @CurrentActor() actor: Actor,
    @Parent() unit: EquipmentUnit,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Defect[]> {
    return (await maySee(actor, unit, loaders)) ? loaders.of(defectsOf).load(unit.id) : [];
  }

  @ResolveField(() => [UnitInspection], { description: 'Its plans, for who looks after it; for others none.' })
  async inspections(
    @CurrentActor() actor: Actor,
    @Parent() unit: EquipmentUnit,
    @RequestLoaders() loaders: Loaders,
  ): Promise<UnitInspection[]> {
    return can(actor, 'unit.maintain') ? loaders.of(plansOfUnits).load(unit.id) : [];
  }

  @ResolveField(() => [Inspection], { description: 'What was found, the last first, for who looks after it.' })
  async inspectionHistory(
    @CurrentActor() actor: Actor,
    @Parent() unit: EquipmentUnit,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Inspection[]> {
    return can(actor, 'unit.maintain') ? loaders.of(inspectionsOf).load(unit.id) : [];
  }

  @ResolveField(() => Int, { description: 'Stays to come that it may not serve as things are, for who may re-plan them.' })
  async staysToReplan(
    @CurrentActor() actor: Actor,
    @Parent() unit: EquipmentUnit,
    @RequestLoaders() loaders: Loaders,
  ): Promise<number> {
    return can(actor, 'unit.maintain') ? (await loaders.of(affectedOfUnits).load(unit.id)).length : 0;
  }
}

@Resolver(() => UnitInspection)
export class UnitInspectionResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() plan: UnitInspection, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(plan.unitId);
  }
}

@Resolver(() => Inspection)
export class InspectionResolver {
  @ResolveField(() => InspectionPlanType)
  plan(@Parent() inspection: Inspection): InspectionPlanType {
    return toPlan(inspection.plan!);
  }

  @ResolveField(() => [Document])
  reports(@Parent() inspection: Inspection, @RequestLoaders() loaders: Loaders): Promise<Document[]> {
    return loaders.of(documentsOf('inspection')).load(inspection.id);
  }
}

@Resolver(() => Defect)
export class DefectResolver {
  @ResolveField(() => EquipmentUnit)
  unit(@Parent() defect: Defect, @RequestLoaders() loaders: Loaders): Promise<EquipmentUnit | null> {
    return loaders.byId(EquipmentUnit).load(defect.unitId);
  }

  @ResolveField(() => [Document])
  photos(@Parent() defect: Defect, @RequestLoaders() loaders: Loaders): Promise<Document[]> {
    return loaders.of(documentsOf('defect')).load(defect.id);
  }

  @ResolveField(() => String, { description: 'Who reported it.' })
  async reporterName(@Parent() defect: Defect, @RequestLoaders() loaders: Loaders): Promise<string> {
    return (await loaders.byId(Person).load(defect.reportedBy))!.name;
  }
}

@Resolver(() => Reservation)
export class ReservationCareResolver {
  @ResolveField(() => [RefusalReason], {
    description: 'What its units may not do as things are: a defect, an overdue inspection.',
  })
  async careWarnings(@Parent() reservation: Reservation, @RequestLoaders() loaders: Loaders): Promise<RefusalReason[]> {
    const rows = await loaders.of(affectedOfReservations).load(reservation.id);
    return rows.map(({ code, lastDay, unitId }) =>
      Object.assign(new RefusalReason(), { code, lastDay, unitId, estimated: false, overridable: false }),
    );
  }
}
