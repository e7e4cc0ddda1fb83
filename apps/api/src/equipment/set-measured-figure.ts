import { can } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { recordAudit } from '../platform/audit.js';
import { isUuid } from '../platform/is-uuid.js';
import { refuse } from '../platform/refuse.js';
import type { FigureName } from './enums.js';
import { EquipmentModel } from './equipment-model.entity.js';

/** Column, basis and largest sensible value of each figure; times and participants are whole numbers. */
const FIGURES = {
  VOLUME_M3: { field: 'volumeM3', basis: 'volumeBasis', most: 100, whole: false },
  MASS_KG: { field: 'massKg', basis: 'massBasis', most: 20_000, whole: false },
  SETUP_MINUTES: { field: 'setupMinutes', basis: 'timeBasis', most: 2_880, whole: true },
  PACK_MINUTES: { field: 'packMinutes', basis: 'timeBasis', most: 2_880, whole: true },
  FLOOR_M2: { field: 'floorM2', basis: 'floorBasis', most: 10_000, whole: false },
  MAX_PARTICIPANTS: { field: 'maxParticipants', basis: 'participantsBasis', most: 500, whole: true },
} as const;

/** Replaces an estimate by a measured value. Refuses NOT_ALLOWED, NOT_FOUND, INVALID_INPUT. */
export async function setMeasuredFigure(
  tx: EntityManager,
  actor: Actor,
  { modelId, figure, value }: { modelId: string; figure: FigureName; value: number },
): Promise<EquipmentModel> {
  if (!can(actor, 'model.measure')) refuse('NOT_ALLOWED');
  const { field, basis, most, whole } = FIGURES[figure];
  if (!(value > 0 && value <= most) || (whole && !Number.isInteger(value)))
    refuse('INVALID_INPUT', { field: 'value', available: String(most) });
  const model = isUuid(modelId)
    ? await tx.findOne(EquipmentModel, { where: { id: modelId }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!model) refuse('NOT_FOUND', { field: 'modelId' });
  const before = { [field]: model[field], [basis]: model[basis] };
  Object.assign(model, { [field]: value, [basis]: 'MEASURED' });
  await tx.save(model);
  await recordAudit(tx, actor, {
    action: 'model.measure',
    entity: 'equipment_model',
    entityId: model.id,
    before,
    after: { [field]: value, [basis]: 'MEASURED' },
  });
  return model;
}
