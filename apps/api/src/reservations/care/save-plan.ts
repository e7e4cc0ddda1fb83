import type { EntityManager } from 'typeorm';
import { InspectionPlan } from '../../equipment/care/inspection-plan.entity.js';
import { refreshFitness } from '../../equipment/care/refresh-fitness.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { lockUnits } from '../../placement/write-stays.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { type By, requireAllowed } from '../with-reservation.js';
import type { InspectionPlanInput } from './care.inputs.js';
import { shortText } from './texts.js';

const MOST_MONTHS = 120;
const MOST_HOURS = 20_000;

/** Makes a plan for a model or a unit. Gives its id. */
export function makePlan(
  tx: EntityManager,
  by: By,
  input: InspectionPlanInput & { idempotencyKey: string; modelId?: string | null; unitId?: string | null },
): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'makeInspectionPlan', input, async () => {
    requireAllowed(by.actor, 'care.plan', {});
    const { modelId = null, unitId = null } = input;
    if ((modelId === null) === (unitId === null)) refuse('INVALID_INPUT', { field: 'modelId' });
    const id = modelId ?? unitId!;
    const known = isUuid(id) && (await (modelId ? tx.existsBy(EquipmentModel, { id }) : tx.existsBy(EquipmentUnit, { id })));
    if (!known) refuse('NOT_FOUND', { field: modelId ? 'modelId' : 'unitId' });
    const fields = { ...checkPlan(input), modelId, unitId };
    const { identifiers } = await tx.insert(InspectionPlan, fields);
    const planId = (identifiers[0] as { id: string }).id;
    await recordAudit(tx, by.actor, { action: 'plan.make', entity: 'inspection_plan', entityId: planId, after: fields });
    return planId;
  });
}

/** Changes a plan, or ends it (`active` false); what was found stays. The validity of its units is reckoned anew. */
export async function changePlan(
  tx: EntityManager,
  by: By,
  { id, version, active, ...input }: InspectionPlanInput & { id: string; version: number; active: boolean },
): Promise<InspectionPlan> {
  requireAllowed(by.actor, 'care.plan', {});
  const before = isUuid(id) ? await tx.findOneBy(InspectionPlan, { id }) : null;
  if (!before) refuse('NOT_FOUND', { field: 'id' });
  const units = before.unitId ? [{ id: before.unitId }] : await tx.findBy(EquipmentUnit, { modelId: before.modelId! });
  const unitIds = await lockUnits(
    tx,
    units.map((unit) => unit.id),
  );
  const fields = { ...checkPlan(input), active };
  const { affected } = await tx.update(InspectionPlan, { id, version }, { ...fields, version: version + 1 });
  if (affected !== 1) refuse('STATE_CHANGED');
  await recordAudit(tx, by.actor, { action: 'plan.change', entity: 'inspection_plan', entityId: id, before, after: fields });
  await refreshFitness(tx, unitIds);
  return (await tx.findOneBy(InspectionPlan, { id }))!;
}

function checkPlan(input: InspectionPlanInput) {
  const { intervalMonths = null, intervalHours = null, blocks, external } = input;
  const within = (value: number | null, most: number) =>
    value === null || (Number.isInteger(value) && value > 0 && value <= most);
  if (!within(intervalMonths, MOST_MONTHS) || (intervalMonths === null && intervalHours === null))
    refuse('INVALID_INPUT', { field: 'intervalMonths', available: String(MOST_MONTHS) });
  if (!within(intervalHours, MOST_HOURS)) refuse('INVALID_INPUT', { field: 'intervalHours', available: String(MOST_HOURS) });
  const name = shortText(input.name, 'name') ?? refuse('INVALID_INPUT', { field: 'name' });
  return {
    nameNl: name,
    nameFr: shortText(input.nameFr, 'nameFr') ?? name,
    nameEn: shortText(input.nameEn, 'nameEn') ?? name,
    intervalMonths,
    intervalHours,
    blocks,
    external,
    body: shortText(input.body, 'body'),
  };
}
