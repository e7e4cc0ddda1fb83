import type { Day } from '@karavaan/domain';
import type { LocalizedText } from '../i18n/useText.js';

export type DayStatus = 'FREE' | 'ARRIVES' | 'LEAVES' | 'TAKEN' | 'CLOSED';
export type CalendarDay = { date: Day; status: DayStatus; reason?: LocalizedText | null };
export type DayRange = { first: Day; last: Day };

/** What a day looks like: its status, or `MINE` when it is the reader's own. UNKNOWN until its status arrives. */
export type DayLook = DayStatus | 'MINE' | 'UNKNOWN';

export function lookOf(day: Day, known: CalendarDay | undefined, mine: DayRange | null): DayLook {
  // A closed day in the middle of a stay stays closed: the kit is there, the doors are not open.
  const own = mine !== null && mine.first <= day && day <= mine.last;
  if (own && known?.status !== 'CLOSED' && known?.status !== 'TAKEN') return 'MINE';
  return known?.status ?? 'UNKNOWN';
}
