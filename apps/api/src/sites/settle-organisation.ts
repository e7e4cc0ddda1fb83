import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import type { AccessRequest } from '../people/access-request.entity.js';
import { freeCode } from '../people/free-code.js';
import type { Organisation } from '../people/organisation.entity.js';
import { recordAudit } from '../platform/audit.js';
import { Place } from './calendar.entities.js';
import { estimateTravelOf } from './estimate-travel-of.js';
import { Site } from './site.entity.js';

/** Monday to Friday 08:00-17:00, until somebody tells the real hours. */
const ASSUMED_HOURS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '17:00' }));

/**
 * Makes the first site of a new organisation from the address in its request, at the position of its town, with the
 * travel to every other site. Without a postcode that we know there is no site yet; facilities stay unknown.
 */
export async function settleOrganisation(
  tx: EntityManager,
  actor: Actor,
  organisation: Organisation,
  request: Pick<AccessRequest, 'street' | 'postcode' | 'town'>,
): Promise<Site | null> {
  const place = request.postcode ? await placeOf(tx, request.postcode, request.town) : null;
  if (!place) return null;
  const fields = {
    code: await freeCode(tx, 'site', organisation.name),
    organisationId: organisation.id,
    name: organisation.name,
    kind: organisation.kind === 'SCHOOL' ? 'school' : 'centre',
    street: request.street,
    postcode: place.postcode,
    town: request.town ?? place.name,
    municipality: place.municipality,
    nis: place.nis,
    latitude: place.latitude,
    longitude: place.longitude,
    positionQuality: 'TOWN' as const,
    openingHours: ASSUMED_HOURS,
    closedInSchoolHolidays: organisation.kind === 'SCHOOL',
  };
  const site = await tx.save(tx.create(Site, fields));
  await estimateTravelOf(tx, site);
  await recordAudit(tx, actor, { action: 'site.create', entity: 'site', entityId: site.id, after: fields });
  return site;
}

/** The place with this postcode; of several, the one with the town's name, or else the municipality's own. */
async function placeOf(tx: EntityManager, postcode: string, town: string | null): Promise<Place | null> {
  const places = await tx.find(Place, { where: { postcode }, order: { name: 'ASC' } });
  const same = (a: string, b: string | null) => a.localeCompare(b ?? '', 'nl', { sensitivity: 'base' }) === 0;
  return (
    places.find(({ name }) => same(name, town)) ??
    places.find(({ name, municipality }) => same(name, municipality)) ??
    places[0] ??
    null
  );
}
