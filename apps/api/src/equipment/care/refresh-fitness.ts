import { addMonths, blocks, dayOf } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { EquipmentUnit } from '../equipment-unit.entity.js';
import { Defect } from './defect.entity.js';
import { type UnitPlan, unitPlans } from './unit-plans.js';

/**
 * Writes on units what their inspections and defects make of them, for the booking rule to read. The caller holds the
 * lock on their rows, which every booking takes too: what comes second sees what came first.
 */
export async function refreshFitness(tx: EntityManager, unitIds: readonly string[], today = dayOf(Date.now())): Promise<void> {
  const plans = await unitPlans(tx, unitIds, today);
  const defects = await tx.findBy(Defect, { unitId: In([...unitIds]), severity: 'BLOCKING' });
  for (const unitId of unitIds) {
    const blocking = defects.filter((defect) => defect.unitId === unitId && blocks(defect));
    const days = blocking.map((defect) => defect.expectedBackOn);
    await tx.update(
      EquipmentUnit,
      { id: unitId },
      {
        blockedByDefect: blocking.length > 0,
        defectUntil: days.length && !days.includes(null) ? days.reduce((a, b) => (a! > b! ? a : b)) : null,
        ...validityOf(plans.filter((plan) => plan.unitId === unitId && plan.blocks)),
      },
    );
  }
}

/** The validity that ends first, and what it becomes by the visit that is planned for it. Nothing, where nothing was ever recorded. */
function validityOf(plans: readonly UnitPlan[]): Partial<EquipmentUnit> {
  const known = plans.filter((plan) => plan.lastDoneOn !== null);
  if (known.length === 0) return {};
  const ending = known.filter((plan) => plan.validTo !== null).sort((a, b) => (a.validTo! < b.validTo! ? -1 : 1));
  const [first, second] = ending;
  const inspectedOn = known.map((plan) => plan.lastDoneOn!).reduce((a, b) => (a > b ? a : b));
  const renewed = first?.plannedOn && first.intervalMonths !== null ? addMonths(first.plannedOn, first.intervalMonths) : null;
  return {
    inspectedOn,
    inspectionValidTo: first?.validTo ?? null,
    inspectionPlanId: first?.planId ?? null,
    inspectionPlannedOn: renewed ? first!.plannedOn : null,
    inspectionPlannedValidTo: renewed && second && second.validTo! < renewed ? second.validTo : renewed,
  };
}
