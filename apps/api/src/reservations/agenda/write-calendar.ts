import { TZDate } from '@date-fns/tz';
import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from 'ical-generator';
import type { Locale } from '../../platform/graphql/enums.js';
import { reservationNumber } from '../reservation-number.js';
import type { AgendaEvent } from './agenda-events.js';
import { BRUSSELS_TIMEZONE } from './brussels-timezone.js';

const ZONE = 'Europe/Brussels';

const WORDS: Record<Locale, { asked: string; cancelled: string; rejected: string }> = {
  nl: { asked: 'nog niet bevestigd', cancelled: 'geannuleerd', rejected: 'geweigerd' },
  fr: { asked: 'pas encore confirmée', cancelled: 'annulée', rejected: 'refusée' },
  en: { asked: 'not confirmed yet', cancelled: 'cancelled', rejected: 'refused' },
};

const STATUS = {
  SUBMITTED: ICalEventStatus.TENTATIVE,
  CONFIRMED: ICalEventStatus.CONFIRMED,
  ENDED: ICalEventStatus.CONFIRMED,
  REJECTED: ICalEventStatus.CANCELLED,
  CANCELLED: ICalEventStatus.CANCELLED,
} as const;

/**
 * Writes reservations as an iCalendar object (RFC 5545): local times of Europe/Brussels, a UID that stays, a SEQUENCE
 * that grows with every change, STATUS:CANCELLED for what is called off. The same input gives the same text.
 */
export function writeCalendar(
  events: readonly AgendaEvent[],
  { name, locale, publicUrl }: { name: string; locale: Locale; publicUrl: string },
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Karavaan', product: 'Agenda', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    // Without a zone of the calendar's own the stamps are written in UTC, as RFC 5545 demands.
    timezone: { name: null, generator: () => BRUSSELS_TIMEZONE },
    // Programs that listen ask again after an hour.
    ttl: 3600,
  });
  for (const event of events) {
    const status = STATUS[event.state];
    calendar.createEvent({
      id: `${event.id}@karavaan`,
      sequence: event.version - 1,
      stamp: event.updatedAt,
      created: event.createdAt,
      lastModified: event.updatedAt,
      timezone: ZONE,
      start: inBrussels(event.start),
      end: inBrussels(event.end),
      summary: [`${event.kits} – ${event.organisation}`, noteOf(event, locale)].filter(Boolean).join(' '),
      location: `${event.siteName}, ${event.siteAddress}`,
      description: [`${reservationNumber(event)} · ${event.codes}`, event.purpose].filter(Boolean).join('\n'),
      url: `${publicUrl}/reservaties/${event.id}`,
      status,
      busystatus:
        status === ICalEventStatus.CANCELLED
          ? ICalEventBusyStatus.FREE
          : status === ICalEventStatus.TENTATIVE
            ? ICalEventBusyStatus.TENTATIVE
            : ICalEventBusyStatus.BUSY,
    });
  }
  return calendar.toString();
}

const inBrussels = (at: Date) => new TZDate(at, ZONE);

function noteOf({ state }: AgendaEvent, locale: Locale): string {
  const words = WORDS[locale];
  if (state === 'SUBMITTED') return `(${words.asked})`;
  if (state === 'CANCELLED') return `(${words.cancelled})`;
  return state === 'REJECTED' ? `(${words.rejected})` : '';
}
