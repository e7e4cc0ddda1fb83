import { addDays, type Day } from '@karavaan/domain';
import type { ReservationFilter, ReservationScope } from '../../graphql/generated/graphql.js';

/** The tabs, as they stand in the address. */
export const TABS = ['komend', 'wacht', 'voorbij', 'geannuleerd'] as const;
export type Tab = (typeof TABS)[number];

export const SCOPES: Record<string, ReservationScope> = { alle: 'ALL', organisatie: 'ORGANISATION', mij: 'MINE' };

export function tabOf(params: URLSearchParams): Tab {
  const asked = params.get('toon');
  return TABS.find((tab) => tab === asked) ?? 'komend';
}

/** Weeks that `komend` looks ahead before somebody asks for more. */
export const WEEKS = 8;

export function weeksOf(params: URLSearchParams): number {
  const weeks = Number(params.get('weken'));
  return Number.isInteger(weeks) && weeks > WEEKS && weeks <= 104 ? weeks : WEEKS;
}

/** What the API is asked for a tab on a day. `komend` ends after some weeks, so that all of it can be shown soonest first. */
export function filterOf(params: URLSearchParams, today: Day, anyScope: boolean): ReservationFilter {
  const scope = SCOPES[params.get('wie') ?? ''];
  const text = params.get('zoek')?.trim();
  return {
    ...statesOf(tabOf(params), today, weeksOf(params)),
    ...(scope && (anyScope || scope !== 'ALL') ? { scope } : {}),
    ...(text ? { text } : {}),
  };
}

function statesOf(tab: Tab, today: Day, weeks: number): ReservationFilter {
  if (tab === 'komend') return { states: ['HELD', 'SUBMITTED', 'CONFIRMED'], from: today, to: addDays(today, 7 * weeks) };
  if (tab === 'wacht') return { states: ['HELD', 'SUBMITTED'], from: today };
  if (tab === 'voorbij') return { states: ['SUBMITTED', 'CONFIRMED', 'ENDED'], to: addDays(today, -1) };
  return { states: ['CANCELLED', 'REJECTED'] };
}

type Dated = { firstDay: Day; lastDay: Day; number: string; state: string };

/** The rows of a tab in its order: what comes, soonest first; else the latest first. What still runs is not over. */
export function rowsOf<Row extends Dated>(tab: Tab, rows: readonly Row[], today: Day): Row[] {
  if (tab === 'voorbij') return rows.filter(({ lastDay, state }) => lastDay < today || state === 'ENDED');
  if (tab === 'geannuleerd') return [...rows];
  return rows.toSorted((a, b) => (a.firstDay + a.number < b.firstDay + b.number ? -1 : 1));
}
