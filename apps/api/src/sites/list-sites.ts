import type { EntityManager } from 'typeorm';
import { isUuid } from '../platform/is-uuid.js';
import { decodeCursor, pageOf, toConnection } from '../platform/graphql/connection.js';
import { Site } from './site.entity.js';
import type { SiteConnection } from './site.type.js';

/** Sites by name; `text` matches name, town, municipality or postcode. */
export async function listSites(
  manager: EntityManager,
  asked: { text?: string | null; organisationId?: string | null; first: number; after: string | null },
): Promise<SiteConnection> {
  const first = pageOf(asked.first);
  const after = decodeCursor(asked.after, 2);
  const query = manager.createQueryBuilder(Site, 'site').orderBy('site.name').addOrderBy('site.id');
  if (asked.text?.trim())
    query.andWhere(
      '(site.name ILIKE :text OR site.town ILIKE :text OR site.municipality ILIKE :text OR site.postcode LIKE :start)',
      { text: `%${likeText(asked.text)}%`, start: `${likeText(asked.text)}%` },
    );
  if (asked.organisationId) {
    if (!isUuid(asked.organisationId)) return toConnection<Site>([], first, 0, () => []);
    query.andWhere('site.organisationId = :organisationId', { organisationId: asked.organisationId });
  }
  const totalCount = await query.getCount();
  if (after) query.andWhere('(site.name, site.id) > (:afterName, :afterId)', { afterName: after[0], afterId: after[1] });
  const rows = await query.limit(first + 1).getMany();
  return toConnection(rows, first, totalCount, (site) => [site.name, site.id]);
}

/** What people type, as a literal part of a LIKE pattern. */
export function likeText(text: string): string {
  return text
    .trim()
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&');
}
