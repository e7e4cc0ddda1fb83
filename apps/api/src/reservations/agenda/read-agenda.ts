import { can } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { hashToken } from '../../auth/session.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Person } from '../../people/person.entity.js';
import type { Locale } from '../../platform/graphql/enums.js';
import { isUuid } from '../../platform/is-uuid.js';
import { Site } from '../../sites/site.entity.js';
import { reservationNumber } from '../reservation-number.js';
import { Reservation } from '../reservation.entity.js';
import { hostOfUnits, UNITS_SQL, type UnitRow } from '../with-reservation.js';
import { agendaEvent, agendaEvents } from './agenda-events.js';
import { AgendaLink } from './agenda-link.entity.js';
import { writeCalendar } from './write-calendar.js';

const MINE: Record<Locale, string> = { nl: 'Mijn reservaties', fr: 'Mes réservations', en: 'My reservations' };
/** "Last used" is for people who clean up; writing it at every request would make each read a write. */
const TOUCH_EVERY_MS = 3_600_000;

/** The calendar behind a secret link; undefined when the link is unknown, ended, or its maker is no longer active. */
export async function readFeed(manager: EntityManager, publicUrl: string, token: string): Promise<string | undefined> {
  const link = await manager.findOneBy(AgendaLink, { tokenHash: hashToken(token) });
  const maker = link && (await manager.findOneBy(Person, { id: link.personId, active: true }));
  if (!maker) return undefined;
  const actor: Actor = { role: maker.role, personId: maker.id, organisationId: maker.organisationId };
  const events = await agendaEvents(manager, actor, maker.locale, link);
  if (!link.lastUsedAt || Date.now() - link.lastUsedAt.getTime() > TOUCH_EVERY_MS)
    await manager.update(AgendaLink, { id: link.id }, { lastUsedAt: new Date() });
  return writeCalendar(events, { name: `Karavaan: ${await nameOf(manager, link, maker)}`, locale: maker.locale, publicUrl });
}

async function nameOf(manager: EntityManager, { kind, subjectId }: AgendaLink, maker: Person): Promise<string> {
  if (kind === 'SITE') return (await manager.findOneBy(Site, { id: subjectId }))?.name ?? '';
  if (kind === 'UNIT') return (await manager.findOneBy(EquipmentUnit, { id: subjectId }))?.code ?? '';
  return MINE[maker.locale];
}

/** One reservation for whoever may see it; undefined else. */
export async function readOne(
  manager: EntityManager,
  publicUrl: string,
  actor: Actor,
  id: string,
): Promise<{ text: string; number: string } | undefined> {
  const reservation = isUuid(id) ? await manager.findOneBy(Reservation, { id }) : null;
  if (!reservation) return undefined;
  const host = hostOfUnits(await manager.query<UnitRow[]>(UNITS_SQL, [[id]]));
  if (!can(actor, 'reservation.read', { organisationId: reservation.organisationId, ...host })) return undefined;
  const locale = (actor.personId && (await manager.findOneBy(Person, { id: actor.personId }))?.locale) || 'nl';
  const event = await agendaEvent(manager, locale, id);
  if (!event) return undefined;
  const number = reservationNumber(reservation);
  return { number, text: writeCalendar([event], { name: number, locale, publicUrl }) };
}
