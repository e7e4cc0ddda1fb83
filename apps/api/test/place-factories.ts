import { randomBytes } from 'node:crypto';
import { addDays, dayOf, periodOfDays, weekday } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { EquipmentModel } from '../src/equipment/equipment-model.entity.js';
import { EquipmentUnit } from '../src/equipment/equipment-unit.entity.js';
import { Occupancy } from '../src/placement/occupancy.entity.js';
import { Reservation } from '../src/reservations/reservation.entity.js';
import { SiteTravel } from '../src/sites/calendar.entities.js';
import { Site } from '../src/sites/site.entity.js';
import { makeOrganisation, makePerson } from './factories.js';

type Manager = Pick<EntityManager, 'getRepository'>;
const word = () => randomBytes(4).toString('hex');

/** Monday to Friday, 08:00 to 17:00 unless told otherwise. */
export const hours = (from = '08:00', to = '17:00', weekdays = [1, 2, 3, 4, 5]) =>
  weekdays.map((each) => ({ weekday: each, from, to }));

/** The day `offset` days after the first Monday that is at least three weeks ahead: never in the past, never short notice. */
export function dayAhead(offset: number): string {
  const soon = addDays(dayOf(Date.now()), 21);
  return addDays(soon, ((8 - weekday(soon)) % 7) + offset);
}

/** The period of whole days, as PostgreSQL reads it. */
export function during(firstDay: string, lastDay = firstDay): string {
  const { start, end } = periodOfDays(firstDay, lastDay);
  return `[${new Date(start).toISOString()},${new Date(end).toISOString()})`;
}

/** A site whose facilities nobody knows, in an organisation of its own unless one is given. */
export async function makeSite(manager: Manager, fields: Partial<Site> = {}): Promise<Site> {
  const code = `site-${word()}`;
  return manager.getRepository(Site).save({
    code,
    name: `Site ${code}`,
    kind: 'centre',
    postcode: '8800',
    town: 'Roeselare',
    municipality: 'Roeselare',
    latitude: 50.95,
    longitude: 3.12,
    positionQuality: 'EXACT',
    openingHours: hours(),
    ...fields,
    organisationId: fields.organisationId ?? (await makeOrganisation(manager)).id,
  });
}

/** The way between two sites, the same in both directions. */
export async function makeTravel(manager: Manager, from: Site, to: Site, minutes: number): Promise<void> {
  const way = { km: minutes, minutes, source: 'test' };
  await manager.getRepository(SiteTravel).insert([
    { ...way, fromSiteId: from.id, toSiteId: to.id },
    { ...way, fromSiteId: to.id, toSiteId: from.id },
  ]);
}

/** A light model that needs nothing of a site: 30 minutes to pack, 60 to set up. */
export function makeModel(manager: Manager, fields: Partial<EquipmentModel> = {}): Promise<EquipmentModel> {
  const code = `model-${word()}`;
  return manager.getRepository(EquipmentModel).save({
    code,
    nameNl: `Lascabine ${code}`,
    nameFr: `Cabine ${code}`,
    nameEn: `Welding booth ${code}`,
    promiseNl: 'x',
    promiseFr: 'x',
    promiseEn: 'x',
    domain: 'welding',
    drawing: 'welding',
    mobility: 'MOBILE',
    cases: 2,
    volumeM3: 1,
    volumeBasis: 'ESTIMATED',
    massKg: 50,
    massBasis: 'ESTIMATED',
    setupMinutes: 60,
    packMinutes: 30,
    timeBasis: 'ESTIMATED',
    powerNeed: 'NONE',
    powerBasis: 'ESTIMATED',
    floorM2: 1,
    floorBasis: 'ESTIMATED',
    needsTailLift: false,
    needsTwoPersons: false,
    maxParticipants: 12,
    participantsBasis: 'ESTIMATED',
    ...fields,
  });
}

let serial = 0;

/** A unit of the model at home at a site, owned by the site's organisation. */
export function makeUnit(
  manager: Manager,
  model: EquipmentModel,
  home: Site,
  fields: Partial<EquipmentUnit> = {},
): Promise<EquipmentUnit> {
  return manager.getRepository(EquipmentUnit).save({
    code: `KIT-${word()}`,
    modelId: model.id,
    serial: ++serial,
    mobility: model.mobility,
    homeSiteId: home.id,
    ownerOrganisationId: home.organisationId,
    ...fields,
  });
}

/** A reservation with an active stay per unit, written straight into the tables: no verdict is asked. */
export async function makeReservation(
  manager: Manager,
  { units, site, firstDay, lastDay = firstDay }: { units: EquipmentUnit[]; site: Site; firstDay: string; lastDay?: string },
  fields: Partial<Reservation> = {},
): Promise<Reservation> {
  const organisationId = fields.organisationId ?? site.organisationId;
  const requesterId = fields.requesterId ?? (await makePerson(manager, { organisationId })).id;
  const reservation = await manager.getRepository(Reservation).save({
    siteId: site.id,
    firstDay,
    lastDay,
    during: during(firstDay, lastDay),
    state: 'SUBMITTED' as const,
    ...fields,
    organisationId,
    requesterId,
  });
  const stay = {
    kind: 'STAY' as const,
    during: during(firstDay, lastDay),
    siteId: site.id,
    reservationId: reservation.id,
    stayState: 'PLANNED' as const,
    expiresAt: fields.holdExpiresAt ?? null,
  };
  await manager.getRepository(Occupancy).insert(units.map((unit) => ({ ...stay, unitId: unit.id })));
  return reservation;
}
