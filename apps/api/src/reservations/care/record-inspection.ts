import { dayOf, isDay } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { InspectionPlan } from '../../equipment/care/inspection-plan.entity.js';
import { Inspection } from '../../equipment/care/inspection.entity.js';
import { refreshFitness } from '../../equipment/care/refresh-fitness.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { lockUnits } from '../../placement/write-stays.js';
import { recordAudit } from '../../platform/audit.js';
import { attachDocuments } from '../../platform/documents/attach-documents.js';
import { once } from '../../platform/idempotency.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { type By, requireAllowed } from '../with-reservation.js';
import type { RecordInspectionInput } from './care.inputs.js';
import { shortText } from './texts.js';

/** Notes what an inspection or maintenance found. From that moment its validity decides what can be booked. Gives its id. */
export function recordInspection(tx: EntityManager, by: By, input: RecordInspectionInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'recordInspection', input, async () => {
    requireAllowed(by.actor, 'unit.maintain', {});
    const { planId, unitId, doneOn, validTo = null, result } = input;
    if (!isDay(doneOn) || doneOn > dayOf(Date.now())) refuse('INVALID_INPUT', { field: 'doneOn' });
    if (validTo !== null && (!isDay(validTo) || validTo < doneOn)) refuse('INVALID_INPUT', { field: 'validTo' });
    const { plan } = await lockPlanned(tx, planId, unitId);
    const row = {
      planId,
      unitId,
      doneOn,
      result,
      validTo,
      body: shortText(input.body, 'body') ?? plan.body,
      note: shortText(input.note, 'note', 2_000),
      recordedBy: by.actor.personId,
    };
    const { identifiers } = await tx.insert(Inspection, row);
    // The visit that was planned for it has taken place.
    await tx.query(
      `UPDATE occupancy SET active = false WHERE unit_id = $1 AND inspection_plan_id = $2 AND active
          AND (lower(during) AT TIME ZONE 'Europe/Brussels')::date > $3::date AND $4 <> 'FAILED'`,
      [unitId, planId, doneOn, result],
    );
    await refreshFitness(tx, [unitId]);
    const id = (identifiers[0] as { id: string }).id;
    await attachDocuments(tx, by.actor, input.documentIds ?? [], 'inspection', id);
    await recordAudit(tx, by.actor, { action: 'inspection.record', entity: 'equipment_unit', entityId: unitId, after: row });
    return id;
  });
}

/** The plan and the unit that it holds for, the unit's row locked. */
export async function lockPlanned(
  tx: EntityManager,
  planId: string,
  unitId: string,
): Promise<{ plan: InspectionPlan; unit: EquipmentUnit }> {
  if (!isUuid(unitId)) refuse('NOT_FOUND', { field: 'unitId' });
  await lockUnits(tx, [unitId]);
  const unit = await tx.findOneBy(EquipmentUnit, { id: unitId });
  if (!unit) refuse('NOT_FOUND', { field: 'unitId' });
  const plan = isUuid(planId) ? await tx.findOneBy(InspectionPlan, { id: planId, active: true }) : null;
  if (!plan || (plan.unitId !== unit.id && plan.modelId !== unit.modelId)) refuse('NOT_FOUND', { field: 'planId' });
  return { plan, unit };
}
