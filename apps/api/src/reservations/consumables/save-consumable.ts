import type { EntityManager } from 'typeorm';
import { Consumable } from '../../equipment/care/consumable.entity.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { shortText } from '../care/texts.js';
import { type By, requireAllowed } from '../with-reservation.js';
import type { ConsumableInput } from './consumables.types.js';

const MOST = 1_000_000;

/** Adds what each loan of a model uses up. Gives its id. */
export function addConsumable(
  tx: EntityManager,
  by: By,
  input: ConsumableInput & { idempotencyKey: string; modelId: string },
): Promise<string> {
  return once(tx, by.actor, input.idempotencyKey, 'addConsumable', input, async () => {
    requireAllowed(by.actor, 'care.plan', {});
    const { modelId } = input;
    if (!isUuid(modelId) || !(await tx.existsBy(EquipmentModel, { id: modelId }))) refuse('NOT_FOUND', { field: 'modelId' });
    const fields = { ...check(input), modelId };
    const { identifiers } = await tx.insert(Consumable, fields);
    const id = (identifiers[0] as { id: string }).id;
    await recordAudit(tx, by.actor, { action: 'consumable.add', entity: 'consumable', entityId: id, after: fields });
    return id;
  });
}

/** Changes it, or no longer asks for it (`active` false); what was used stays known. */
export async function changeConsumable(
  tx: EntityManager,
  by: By,
  { id, active, ...input }: ConsumableInput & { id: string; active: boolean },
): Promise<Consumable> {
  requireAllowed(by.actor, 'care.plan', {});
  const before = isUuid(id) ? await tx.findOne(Consumable, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!before) refuse('NOT_FOUND', { field: 'id' });
  const fields = { ...check(input), active };
  await tx.update(Consumable, { id }, fields);
  await recordAudit(tx, by.actor, { action: 'consumable.change', entity: 'consumable', entityId: id, before, after: fields });
  return (await tx.findOneBy(Consumable, { id }))!;
}

function check(input: ConsumableInput) {
  const { per, quantity, lowBelow } = input;
  if (!(quantity > 0 && quantity <= MOST)) refuse('INVALID_INPUT', { field: 'quantity' });
  if (!(lowBelow >= 0 && lowBelow <= MOST)) refuse('INVALID_INPUT', { field: 'lowBelow' });
  const name = shortText(input.name, 'name') ?? refuse('INVALID_INPUT', { field: 'name' });
  return {
    nameNl: name,
    nameFr: shortText(input.nameFr, 'nameFr') ?? name,
    nameEn: shortText(input.nameEn, 'nameEn') ?? name,
    measure: shortText(input.measure, 'measure', 30) ?? '',
    per,
    quantity,
    lowBelow,
  };
}
