import { can } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { recordAudit } from '../platform/audit.js';
import { isUuid } from '../platform/is-uuid.js';
import { refuse } from '../platform/refuse.js';
import { estimateTravelOf } from './estimate-travel-of.js';
import { Site } from './site.entity.js';

/** West Flanders and some room around it, degrees. */
const BOX = { south: 50.5, north: 51.6, west: 2.3, east: 3.8 };

/**
 * Puts a site at its measured position and computes the travel to and from every other site anew.
 * Refuses NOT_ALLOWED, NOT_FOUND, INVALID_INPUT (outside the region).
 */
export async function moveSite(
  tx: EntityManager,
  actor: Actor,
  { id, latitude, longitude }: { id: string; latitude: number; longitude: number },
): Promise<Site> {
  if (!can(actor, 'site.move')) refuse('NOT_ALLOWED');
  if (!(latitude >= BOX.south && latitude <= BOX.north)) refuse('INVALID_INPUT', { field: 'latitude' });
  if (!(longitude >= BOX.west && longitude <= BOX.east)) refuse('INVALID_INPUT', { field: 'longitude' });
  const site = isUuid(id) ? await tx.findOne(Site, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!site) refuse('NOT_FOUND', { field: 'id' });
  const before = { latitude: site.latitude, longitude: site.longitude, positionQuality: site.positionQuality };
  Object.assign(site, { latitude, longitude, positionQuality: 'EXACT' });
  await tx.save(site);
  await estimateTravelOf(tx, site);
  await recordAudit(tx, actor, {
    action: 'site.move',
    entity: 'site',
    entityId: id,
    before,
    after: { latitude, longitude, positionQuality: 'EXACT' },
  });
  return site;
}
