import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { refuse } from '../../platform/refuse.js';
import { Site } from '../../sites/site.entity.js';
import { Follow, type FollowKind } from './follow.entities.js';

export const USUAL_KM = 15;
const MOST_KM = 100;
const MOST = 50;

export interface FollowWish {
  readonly kind: FollowKind;
  readonly subjectId: string;
  readonly siteId: string;
  readonly km: number;
}

/** Follows a kit or a model near a site. Safe to repeat: what was followed already takes the new site and distance. */
export async function followEquipment(tx: EntityManager, actor: Actor, wish: FollowWish): Promise<Follow> {
  const refusal = refusalOf(actor, 'equipment.follow');
  if (refusal) refuse(refusal);
  const { kind, subjectId, siteId, km } = wish;
  if (!Number.isInteger(km) || km < 1 || km > MOST_KM) refuse('INVALID_INPUT', { field: 'km', available: String(MOST_KM) });
  const known =
    isUuid(subjectId) &&
    (await tx.existsBy<EquipmentUnit | EquipmentModel>(kind === 'UNIT' ? EquipmentUnit : EquipmentModel, { id: subjectId }));
  if (!known) refuse('NOT_FOUND', { field: 'subjectId' });
  if (!isUuid(siteId) || !(await tx.existsBy(Site, { id: siteId }))) refuse('NOT_FOUND', { field: 'siteId' });
  const personId = actor.personId!;
  const before = await tx.findOneBy(Follow, { personId, kind, subjectId });
  if (!before && (await tx.countBy(Follow, { personId })) >= MOST)
    refuse('INVALID_INPUT', { field: 'follows', available: String(MOST) });
  await tx.upsert(Follow, { personId, kind, subjectId, siteId, km }, { conflictPaths: ['personId', 'kind', 'subjectId'] });
  const follow = await tx.findOneByOrFail(Follow, { personId, kind, subjectId });
  await recordAudit(tx, actor, {
    action: 'follow.start',
    entity: 'follow',
    entityId: follow.id,
    before: before ? { siteId: before.siteId, km: before.km } : {},
    after: { siteId, km },
  });
  // What is coming near already is told too.
  await enqueue(tx, 'follows.tell', {});
  return follow;
}

/** Ends what the actor follows: no more mails. */
export async function endFollow(tx: EntityManager, actor: Actor, id: string): Promise<void> {
  if (actor.personId === null) refuse('NOT_SIGNED_IN');
  const follow = isUuid(id) ? await tx.findOneBy(Follow, { id, personId: actor.personId }) : null;
  if (!follow) refuse('NOT_FOUND', { field: 'id' });
  await tx.delete(Follow, { id });
  const { kind, subjectId } = follow;
  await recordAudit(tx, actor, { action: 'follow.end', entity: 'follow', entityId: id, before: { kind, subjectId }, after: {} });
}
