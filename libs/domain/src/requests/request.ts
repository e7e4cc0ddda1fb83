import { type Day, daysBetween } from '../values/days.js';

export const REQUEST_STATES = ['OPEN', 'PLACED', 'REFUSED', 'WITHDRAWN'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export type RequestAction = 'PLACE' | 'REFUSE' | 'WITHDRAW';

const NEXT: Readonly<Record<RequestAction, RequestState>> = { PLACE: 'PLACED', REFUSE: 'REFUSED', WITHDRAW: 'WITHDRAWN' };

/** A request is answered once; null when it was already. */
export function nextRequestState(action: RequestAction, state: RequestState): RequestState | null {
  return state === 'OPEN' ? NEXT[action] : null;
}

/** Days, both included. */
export interface DayRange {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** When a request could be: some days in a row, inside its window. */
export interface Window {
  readonly earliestDay: Day;
  readonly latestDay: Day;
  readonly days: number;
  readonly preferred: readonly DayRange[];
}

export const MOST_REQUEST_DAYS = 60;
export const MOST_WINDOW_DAYS = 366;
export const MOST_PREFERRED = 5;

/** The first field of a window that cannot be, or null. */
export function wrongInWindow({ earliestDay, latestDay, days, preferred }: Window, today: Day): keyof Window | null {
  if (earliestDay <= today) return 'earliestDay';
  const room = daysBetween(earliestDay, latestDay) + 1;
  if (room < 1 || room > MOST_WINDOW_DAYS) return 'latestDay';
  if (!Number.isInteger(days) || days < 1 || days > MOST_REQUEST_DAYS || days > room) return 'days';
  const outside = ({ firstDay, lastDay }: DayRange) => lastDay < firstDay || lastDay < earliestDay || firstDay > latestDay;
  return preferred.length > MOST_PREFERRED || preferred.some(outside) ? 'preferred' : null;
}

/** Whether days lie wholly in one of the preferred periods. */
export function isPreferred(days: DayRange, preferred: readonly DayRange[]): boolean {
  return preferred.some(({ firstDay, lastDay }) => firstDay <= days.firstDay && days.lastDay <= lastDay);
}
