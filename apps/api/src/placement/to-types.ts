import {
  addDays,
  type Availability,
  type CalendarDay,
  dayOf,
  type MoveSchedules,
  type PlacementRefusal,
  type PlacementWarning,
  timeOf,
} from '@karavaan/domain';
import type { LocalizedText } from '../platform/graphql/localized-text.js';
import { RefusalReason } from '../platform/graphql/refusal.js';
import type { ArrivalWindow, CalendarDayType } from './placement.types.js';

/** A van that comes says so in a window of this length. */
const WINDOW_MS = 3 * 3_600_000;

/** The last sensible time to bring the kit: shortly before it is needed. */
export function arrivalWindow(move: MoveSchedules | null): ArrivalWindow | null {
  if (!move) return null;
  const to = move.latest.arrive;
  const from = Math.max(move.earliest.arrive, to - WINDOW_MS);
  return { date: dayOf(to), from: timeOf(dayOf(from) === dayOf(to) ? from : to), to: timeOf(to) };
}

/** The first time at which the kit goes on. */
export function departureWindow(move: MoveSchedules | null): ArrivalWindow | null {
  if (!move) return null;
  const from = move.earliest.depart;
  const to = Math.min(move.latest.depart, from + WINDOW_MS);
  return { date: dayOf(from), from: timeOf(from), to: timeOf(dayOf(to) === dayOf(from) ? to : from) };
}

export function toReasons(reasons: readonly (PlacementRefusal | PlacementWarning)[]): RefusalReason[] {
  return reasons.map((reason) => Object.assign(new RefusalReason(), reason));
}

const WORDS: Record<string, LocalizedText> = {
  NO_OPENING_HOURS: { nl: 'geen openingsuren', fr: 'pas d’heures d’ouverture', en: 'no opening hours' },
  NOT_VALID: { nl: 'de locatie is dan niet in gebruik', fr: 'le site n’est pas en service', en: 'the site is not in use then' },
  PAST: { nl: 'voorbij', fr: 'passé', en: 'past' },
  NOTICE: { nl: 'te kort dag om te brengen', fr: 'trop tôt pour livrer', en: 'too short notice to deliver' },
  DEFECT: { nl: 'defect, tijdelijk niet te leen', fr: 'défaut, indisponible pour le moment', en: 'defect, not on loan for now' },
  TURNAROUND: {
    nl: 'klaarmaken tussen twee uitleningen',
    fr: 'remise en état entre deux prêts',
    en: 'made ready between two loans',
  },
  INSTRUCTOR: {
    nl: 'geen begeleider vrij',
    fr: 'aucun accompagnateur libre',
    en: 'nobody free to come along',
  },
  ROUND: { nl: 'wordt verdeeld in een ronde', fr: 'réparti dans un tour de demandes', en: 'shared out in a request round' },
  MAINTENANCE: { nl: 'onderhoud', fr: 'entretien', en: 'maintenance' },
  UNIT: {
    nl: 'niet in dienst of keuring verlopen',
    fr: 'hors service ou contrôle expiré',
    en: 'out of service or inspection expired',
  },
};

export function toCalendarDay(day: CalendarDay): CalendarDayType {
  const { closed } = day;
  const reason = !closed ? null : 'names' in closed ? closed.names : (WORDS[closed.kind] ?? null);
  return { date: day.date, status: day.status, reason };
}

/**
 * The strip under a search result: a day before, the asked days, a day after. The outer days show the move that this
 * choice needs, where there is one; the rest is the unit's calendar.
 */
export function strip(
  days: readonly CalendarDay[],
  verdict: Availability,
  ask: { firstDay: string; lastDay: string },
): CalendarDayType[] {
  const arrives = verdict.arrival ? dayOf(verdict.arrival.latest.arrive) : null;
  const leaves = verdict.departure ? dayOf(verdict.departure.earliest.depart) : null;
  return days.map((day) => {
    const plain = toCalendarDay(day);
    if (verdict.verdict === 'UNAVAILABLE') return plain;
    if (day.date >= ask.firstDay && day.date <= ask.lastDay)
      return day.status === 'CLOSED' ? plain : { ...plain, status: 'FREE', reason: null };
    if (day.date === arrives) return { ...plain, status: 'ARRIVES', reason: null };
    return day.date === leaves ? { ...plain, status: 'LEAVES', reason: null } : plain;
  });
}

/** The open day before the asked days and the one after, at most a week away. */
export function stripSpan(
  isOpen: (day: string) => boolean,
  ask: { firstDay: string; lastDay: string },
): { from: string; to: string } {
  const next = (day: string, step: number) => {
    for (let at = 1; at <= 7; at++) if (isOpen(addDays(day, step * at))) return addDays(day, step * at);
    return addDays(day, step);
  };
  return { from: next(ask.firstDay, -1), to: next(ask.lastDay, 1) };
}
