import type { EntityManager } from 'typeorm';
import { refreshFitness } from '../../equipment/care/refresh-fitness.js';
import { Occupancy } from '../../placement/occupancy.entity.js';
import { blockUnit } from '../block-unit.js';
import { once } from '../../platform/idempotency.js';
import { type By, requireAllowed } from '../with-reservation.js';
import type { PlanInspectionInput } from './care.inputs.js';
import { lockPlanned } from './record-inspection.js';

/**
 * Keeps a day free for the visit of the inspector, by the same guard as any maintenance. Stays after that day may then
 * be booked although the validity ends before them. Gives the occupancy's id.
 */
export function planInspection(tx: EntityManager, by: By, input: PlanInspectionInput): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'planInspection', input, async () => {
    requireAllowed(by.actor, 'unit.block', {});
    const { plan } = await lockPlanned(tx, input.planId, input.unitId);
    const id = await blockUnit(tx, by, {
      idempotencyKey: `${input.idempotencyKey}-block`,
      unitId: input.unitId,
      firstDay: input.day,
      lastDay: input.day,
      reason: plan.nameNl,
    });
    await tx.update(Occupancy, { id }, { inspectionPlanId: plan.id });
    await refreshFitness(tx, [input.unitId]);
    return id;
  });
}
