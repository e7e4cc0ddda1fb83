import { dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { lockUnits } from '../../placement/write-stays.js';
import { recordAudit } from '../../platform/audit.js';
import { refuse } from '../../platform/refuse.js';
import type { LeftHow } from '../enums.js';
import { said } from '../ledger/post.js';
import { requireId, requireOfficer, requireText } from '../officer.js';
import { assetFacts, durableUntilOf, repaymentOf } from './asset-facts.js';
import { Asset } from './assets.entities.js';

/**
 * A unit leaves for good. A sale or a lasting move out of the region is refused as long as an agreement wants it to stay, with
 * what would be asked back; what is worn out may be scrapped, with its reason. Coming bookings are moved first.
 */
export async function retireUnit(
  tx: EntityManager,
  actor: Actor,
  input: { unitId: string; how: LeftHow; reason: string },
): Promise<Asset> {
  requireOfficer(actor);
  const unitId = requireId(input.unitId, 'unitId');
  await lockUnits(tx, [unitId]);
  const unit = await tx.findOneBy(EquipmentUnit, { id: unitId });
  if (!unit) refuse('NOT_FOUND', { field: 'unitId' });
  const leftReason = requireText(input.reason, 'reason');
  const today = dayOf(Date.now());
  const facts = (await assetFacts(tx, [unitId])).get(unitId);
  if (facts?.asset.leftOn) refuse('STATE_CHANGED', { unitId, available: facts.asset.leftHow });
  const until = facts ? durableUntilOf(facts) : null;
  if (facts && until && today <= until && input.how !== 'SCRAPPED')
    refuse('STILL_DURABLE', { unitId, lastDay: until, needed: said(repaymentOf(facts, today)) });
  await requireFree(tx, unitId);
  const left = { leftOn: today, leftHow: input.how, leftReason };
  await tx.upsert(Asset, { unitId, ...left, version: (facts?.asset.version ?? 0) + 1 }, ['unitId']);
  await tx.update(EquipmentUnit, { id: unitId }, { inService: false });
  await recordAudit(tx, actor, {
    action: 'unit.retire',
    entity: 'equipment_unit',
    entityId: unitId,
    before: { inService: unit.inService },
    after: { inService: false, ...left },
  });
  return (await tx.findOneBy(Asset, { unitId }))!;
}

async function requireFree(tx: EntityManager, unitId: string): Promise<void> {
  const [next] = await tx.query<{ reservationId: string | null; siteId: string | null; firstDay: Date; until: Date }[]>(
    `SELECT reservation_id AS "reservationId", site_id AS "siteId", lower(during) AS "firstDay", upper(during) AS until
       FROM occupancy WHERE unit_id = $1 AND active AND kind = 'STAY' AND upper(during) > now() ORDER BY lower(during) LIMIT 1`,
    [unitId],
  );
  if (!next) return;
  const { reservationId, siteId } = next;
  const days = { firstDay: dayOf(next.firstDay.getTime()), lastDay: dayOf(next.until.getTime() - 1) };
  refuse('UNIT_TAKEN', { unitId, siteId, reservationId, ...days });
}
