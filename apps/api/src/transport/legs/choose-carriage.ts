import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { Leg, type Carriage } from './leg.entity.js';

/**
 * Says who moves a unit: a van, or one of the two sites itself. Refuses NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, STATE_CHANGED
 * (the leg is another one by now, or owed no more).
 */
export async function chooseCarriage(
  tx: EntityManager,
  actor: Actor,
  { id, version, carriage }: { id: string; version: number; carriage: Carriage },
): Promise<Leg> {
  const refusal = refusalOf(actor, 'plan.make');
  if (refusal) refuse(refusal);
  const leg = isUuid(id) ? await tx.findOneBy(Leg, { id }) : null;
  if (!leg) refuse('NOT_FOUND', { field: 'id' });
  const { affected } = await tx.update(
    Leg,
    { id, version, active: true },
    { carriage, version: version + 1, changedAt: new Date() },
  );
  if (affected !== 1) refuse('STATE_CHANGED');
  await recordAudit(tx, actor, {
    action: 'leg.carriage',
    entity: 'leg',
    entityId: id,
    before: { carriage: leg.carriage },
    after: { carriage },
  });
  return tx.findOneByOrFail(Leg, { id });
}
