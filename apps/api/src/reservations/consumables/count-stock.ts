import type { EntityManager } from 'typeorm';
import { Consumable, ConsumableStock } from '../../equipment/care/consumable.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { Site } from '../../sites/site.entity.js';
import { type By, requireAllowed } from '../with-reservation.js';

/** Says how much there is of something, with a unit or in a warehouse: as it was counted. */
export async function countStock(
  tx: EntityManager,
  by: By,
  { consumableId, unitId = null, siteId = null, quantity }: CountStock,
): Promise<ConsumableStock> {
  requireAllowed(by.actor, 'unit.maintain', {});
  if (!(quantity >= 0 && quantity <= 1_000_000)) refuse('INVALID_INPUT', { field: 'quantity' });
  if ((unitId === null) === (siteId === null)) refuse('INVALID_INPUT', { field: 'unitId' });
  const consumable = isUuid(consumableId) ? await tx.findOneBy(Consumable, { id: consumableId }) : null;
  if (!consumable) refuse('NOT_FOUND', { field: 'consumableId' });
  const place = unitId ?? siteId!;
  const known =
    isUuid(place) &&
    (unitId
      ? await tx.existsBy(EquipmentUnit, { id: unitId, modelId: consumable.modelId })
      : await tx.existsBy(Site, { id: place }));
  if (!known) refuse('NOT_FOUND', { field: unitId ? 'unitId' : 'siteId' });
  const where = unitId ? { consumableId, unitId } : { consumableId, siteId: siteId! };
  const before = await tx.findOneBy(ConsumableStock, where);
  await tx.upsert(
    ConsumableStock,
    { consumableId, unitId, siteId, quantity, countedAt: new Date() },
    unitId ? ['consumableId', 'unitId'] : ['consumableId', 'siteId'],
  );
  const row = (await tx.findOneBy(ConsumableStock, where))!;
  await recordAudit(tx, by.actor, {
    action: 'consumable.count',
    entity: 'consumable_stock',
    entityId: row.id,
    before: before && { quantity: before.quantity },
    after: { quantity },
  });
  return row;
}

interface CountStock {
  readonly consumableId: string;
  readonly unitId?: string | null;
  readonly siteId?: string | null;
  readonly quantity: number;
}
