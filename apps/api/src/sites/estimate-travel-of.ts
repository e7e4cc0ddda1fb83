import { estimateTravel } from '@karavaan/domain';
import { Not, type EntityManager } from 'typeorm';
import { SiteTravel } from './calendar.entities.js';
import { enqueue } from '../platform/jobs/enqueue.js';
import { Site } from './site.entity.js';

/**
 * Estimates the travel from a site where it stands now to every other site, and back; what was known before is replaced. A
 * booking never waits for a routing server: a job asks it afterwards.
 */
export async function estimateTravelOf(tx: EntityManager, site: Site): Promise<void> {
  const others = await tx.findBy(Site, { id: Not(site.id) });
  const computedAt = new Date();
  const rows = others.flatMap((other) => [
    { fromSiteId: site.id, toSiteId: other.id, ...estimateTravel(site, other), computedAt },
    { fromSiteId: other.id, toSiteId: site.id, ...estimateTravel(other, site), computedAt },
  ]);
  if (rows.length > 0) await tx.upsert(SiteTravel, rows, ['fromSiteId', 'toSiteId']);
  await enqueue(tx, 'travel.refresh', {});
}
