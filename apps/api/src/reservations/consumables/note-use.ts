import { In, type EntityManager } from 'typeorm';
import { Consumable } from '../../equipment/care/consumable.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { ConsumableUse } from './consumable-use.entity.js';
import type { ConsumableUseInput } from './consumables.types.js';

/**
 * Notes what a loan used up, and takes it from the stock: first what lies with the unit, or where that has none of it,
 * from the warehouse at its home. A stock does not fall under nothing: it was counted wrong then.
 */
export async function noteUse(
  tx: EntityManager,
  actor: Actor,
  reservationId: string,
  unitIds: readonly string[],
  uses: readonly ConsumableUseInput[],
): Promise<void> {
  if (uses.length === 0) return;
  if (uses.length > 200) refuse('INVALID_INPUT', { field: 'consumables' });
  for (const { consumableId, unitId, quantity } of uses) {
    if (!unitIds.includes(unitId) || !isUuid(consumableId)) refuse('NOT_FOUND', { field: 'unitId' });
    if (!(quantity >= 0 && quantity <= 1_000_000)) refuse('INVALID_INPUT', { field: 'quantity' });
  }
  const units = new Map((await tx.findBy(EquipmentUnit, { id: In([...unitIds]) })).map((unit) => [unit.id, unit]));
  const known = new Map(
    (await tx.findBy(Consumable, { id: In(uses.map((use) => use.consumableId)) })).map((row) => [row.id, row]),
  );
  for (const { consumableId, unitId } of uses)
    if (known.get(consumableId)?.modelId !== units.get(unitId)!.modelId) refuse('NOT_FOUND', { field: 'consumableId' });
  await tx.insert(
    ConsumableUse,
    uses.map((use) => ({ ...use, reservationId })),
  );
  await recordAudit(tx, actor, {
    action: 'consumable.use',
    entity: 'consumable_use',
    entityId: reservationId,
    after: { uses: uses.map(({ consumableId, quantity }) => `${known.get(consumableId)!.nameNl} ${quantity}`).join(', ') },
  });
  for (const { consumableId, unitId, quantity } of [...uses].sort((a, b) => (a.consumableId < b.consumableId ? -1 : 1)))
    await tx.query(
      `UPDATE consumable_stock SET quantity = greatest(0, quantity - $4)
        WHERE id = (SELECT id FROM consumable_stock
                     WHERE consumable_id = $1 AND (unit_id = $2 OR site_id = $3) ORDER BY unit_id NULLS LAST LIMIT 1)`,
      [consumableId, unitId, units.get(unitId)!.homeSiteId, quantity],
    );
}
