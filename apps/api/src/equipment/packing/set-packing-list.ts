import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { EquipmentUnit } from '../equipment-unit.entity.js';
import { readPacking } from './packing-of.js';
import type { PackedPartInput, PackingListInput, UnitPackingList } from './packing.types.js';
import { UnitPacking, UnitPart } from './unit-packing.entity.js';

const MOST_PARTS = 300;
const MOST_BOXES = 40;

/** Replaces what is in the boxes of a unit. An empty list gives it back to its model. */
export async function setPackingList(tx: EntityManager, actor: Actor, input: PackingListInput): Promise<UnitPackingList> {
  const code = refusalOf(actor, 'unit.pack');
  if (code) refuse(code);
  const { unitId, version } = input;
  // The unit's row keeps two editors apart, also for the first list.
  const unit = isUuid(unitId)
    ? await tx.findOne(EquipmentUnit, { where: { id: unitId }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!unit) refuse('NOT_FOUND', { field: 'unitId' });
  const before = (await readPacking(tx, [unitId])).get(unitId)!;
  if (before.version !== version) refuse('STATE_CHANGED', { unitId });
  const parts = checked(input.parts);
  await tx.delete(UnitPart, { unitId });
  await tx.upsert(UnitPacking, { unitId, version: version + 1, updatedAt: new Date() }, ['unitId']);
  const positions = new Map<number, number>();
  if (parts.length > 0)
    await tx.insert(
      UnitPart,
      parts.map(({ box, name, quantity }) => {
        const position = (positions.get(box) ?? 0) + 1;
        positions.set(box, position);
        return { unitId, box, position, quantity, nameNl: name.nl, nameFr: name.fr, nameEn: name.en };
      }),
    );
  const after = (await readPacking(tx, [unitId])).get(unitId)!;
  await recordAudit(tx, actor, {
    action: 'unit.pack',
    entity: 'equipment_unit',
    entityId: unitId,
    before: { packing: inWords(before) },
    after: { packing: inWords(after) },
  });
  return after;
}

function checked(parts: readonly PackedPartInput[]) {
  if (parts.length > MOST_PARTS) refuse('INVALID_INPUT', { field: 'parts' });
  const boxes = new Set(parts.map((part) => part.box));
  // Boxes are counted "n of m": none may be skipped.
  const last = Math.max(0, ...boxes);
  if (last > MOST_BOXES || boxes.size !== last) refuse('INVALID_INPUT', { field: 'box' });
  return parts.map(({ box, name, quantity }) => {
    const nl = name.nl.trim();
    if (nl === '' || nl.length > 120) refuse('INVALID_INPUT', { field: 'name' });
    if (!(quantity >= 1 && quantity <= 1000)) refuse('INVALID_INPUT', { field: 'quantity' });
    return { box, quantity, name: { nl, fr: name.fr?.trim().slice(0, 120) || nl, en: name.en?.trim().slice(0, 120) || nl } };
  });
}

const inWords = ({ boxes }: UnitPackingList) =>
  boxes.map(({ box, parts }) => `${box}: ${parts.map((part) => `${part.quantity} × ${part.name.nl}`).join(', ')}`).join('; ');
