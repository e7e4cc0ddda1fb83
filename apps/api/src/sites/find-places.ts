import type { EntityManager } from 'typeorm';
import { pageOf } from '../platform/graphql/connection.js';
import { Place } from './calendar.entities.js';
import { likeText } from './list-sites.js';

/** Places whose postcode or name begins with `text`, "8800 Roeselare" too; the municipality's own name first. */
export async function findPlaces(manager: EntityManager, text: string, first: number): Promise<Place[]> {
  const [, postcode = '', name = ''] = /^\s*(\d{0,4})\s*(.*)$/.exec(text) ?? [];
  if (!postcode && !name.trim()) return [];
  return manager
    .createQueryBuilder(Place, 'place')
    .where('place.postcode LIKE :postcode AND place.name ILIKE :name', {
      postcode: `${postcode}%`,
      name: `${likeText(name)}%`,
    })
    .orderBy('place.name = place.municipality', 'DESC')
    .addOrderBy('place.postcode')
    .addOrderBy('place.name')
    .limit(pageOf(first, 50))
    .getMany();
}

/** The place of a postcode: its main town. */
export async function placeOfPostcode(manager: EntityManager, postcode: string): Promise<Place | null> {
  const [place] = await findPlaces(manager, postcode.trim().slice(0, 4), 1);
  return place?.postcode === postcode.trim() ? place : null;
}
