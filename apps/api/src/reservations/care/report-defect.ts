import { can } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { refusalOf } from '../../auth/require-permission.js';
import { Defect } from '../../equipment/care/defect.entity.js';
import { refreshFitness } from '../../equipment/care/refresh-fitness.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { lockUnits } from '../../placement/write-stays.js';
import { recordAudit } from '../../platform/audit.js';
import { attachDocuments } from '../../platform/documents/attach-documents.js';
import { once } from '../../platform/idempotency.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { checkReason } from '../details.js';
import type { By } from '../with-reservation.js';
import type { ReportDefectInput } from './care.inputs.js';
import { mailAboutDefect } from './mail-about-defect.js';
import { holdersOf } from './holders.js';

/**
 * Whoever has a unit tells what is wrong with it. A blocking defect keeps it from being booked from that moment; the
 * planners are told, and decide what becomes of the bookings that there are. Gives the defect's id.
 */
export function reportDefect(tx: EntityManager, by: By, input: ReportDefectInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'reportDefect', input, async () => {
    const { unitId, severity } = input;
    const refusal = refusalOf(by.actor, 'defect.report');
    if (refusal) refuse(refusal);
    const description = checkReason(input.description, 'description');
    if (!isUuid(unitId)) refuse('NOT_FOUND', { field: 'unitId' });
    await lockUnits(tx, [unitId]);
    const unit = await tx.findOneBy(EquipmentUnit, { id: unitId });
    if (!unit) refuse('NOT_FOUND', { field: 'unitId' });
    const holders = await holdersOf(tx, [unitId]);
    const mine = holders.find((holder) => can(by.actor, 'defect.report', holder));
    if (!mine && !can(by.actor, 'defect.report', { organisationId: null })) refuse('NOT_ALLOWED', { field: 'unitId' });
    const reservationId =
      holders.find((each) => each.reservationId && each.current)?.reservationId ?? mine?.reservationId ?? null;
    const id = await keepDefect(tx, by, { unitId, description, severity, reservationId }, unit);
    await attachDocuments(tx, by.actor, input.documentIds ?? [], 'defect', id);
    return id;
  });
}

/** Writes a defect of a unit whose row is locked, keeps the unit from being booked where it blocks, and tells the planners. */
export async function keepDefect(
  tx: EntityManager,
  by: By,
  found: Pick<Defect, 'unitId' | 'description' | 'severity' | 'reservationId'>,
  unit: EquipmentUnit,
): Promise<string> {
  const row = { ...found, reportedBy: by.actor.personId! };
  const { identifiers } = await tx.insert(Defect, row);
  const id = (identifiers[0] as { id: string }).id;
  await recordAudit(tx, by.actor, { action: 'defect.report', entity: 'defect', entityId: id, after: row });
  await refreshFitness(tx, [row.unitId]);
  await mailAboutDefect(tx, by, (await tx.findOneBy(Defect, { id }))!, unit);
  return id;
}
