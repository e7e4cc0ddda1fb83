import { canBecome, dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { Defect } from '../../equipment/care/defect.entity.js';
import { refreshFitness } from '../../equipment/care/refresh-fitness.js';
import { lockUnits } from '../../placement/write-stays.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { type By, requireAllowed } from '../with-reservation.js';
import type { HandleDefectInput } from './care.inputs.js';
import { shortText } from './texts.js';

/** Confirms a defect, has it repaired or solves it; with how severe it is and when the unit is back. Compare and swap. */
export async function handleDefect(tx: EntityManager, by: By, input: HandleDefectInput): Promise<Defect> {
  requireAllowed(by.actor, 'unit.maintain', {});
  const found = isUuid(input.id) ? await tx.findOneBy(Defect, { id: input.id }) : null;
  if (!found) refuse('NOT_FOUND', { field: 'id' });
  await lockUnits(tx, [found.unitId]);
  const before = (await tx.findOneBy(Defect, { id: input.id }))!;
  const { status, severity, version } = input;
  if (before.version !== version || !canBecome(before.status, status)) refuse('STATE_CHANGED', { available: before.status });
  const expectedBackOn = input.expectedBackOn ?? null;
  if (expectedBackOn !== null && expectedBackOn < dayOf(Date.now())) refuse('INVALID_INPUT', { field: 'expectedBackOn' });
  const changes = {
    status,
    severity,
    expectedBackOn: status === 'SOLVED' ? before.expectedBackOn : expectedBackOn,
    note: shortText(input.note, 'note', 2_000),
    solvedAt: status === 'SOLVED' ? (before.solvedAt ?? new Date()) : null,
  };
  await tx.update(Defect, { id: input.id, version }, { ...changes, version: version + 1 });
  await recordAudit(tx, by.actor, { action: 'defect.handle', entity: 'defect', entityId: input.id, before, after: changes });
  await refreshFitness(tx, [found.unitId]);
  return (await tx.findOneBy(Defect, { id: input.id }))!;
}
