import type { Day } from '@karavaan/domain';
import type { ReservationFilter, ReservationOrder, ReservationScope } from '../../graphql/generated/graphql.js';

/** The tabs, as they stand in the address. */
export const TABS = ['komend', 'wacht', 'voorbij', 'geannuleerd'] as const;
export type Tab = (typeof TABS)[number];

export const SCOPES: Record<string, ReservationScope> = { alle: 'ALL', organisatie: 'ORGANISATION', mij: 'MINE' };

export function tabOf(params: URLSearchParams): Tab {
  const asked = params.get('toon');
  return TABS.find((tab) => tab === asked) ?? 'komend';
}

/** What comes, soonest first; else the latest first. */
export function orderOf(tab: Tab): ReservationOrder {
  return tab === 'komend' || tab === 'wacht' ? 'SOONEST_FIRST' : 'LATEST_FIRST';
}

/** What the API is asked for a tab on a day. */
export function filterOf(params: URLSearchParams, today: Day, anyScope: boolean): ReservationFilter {
  const scope = SCOPES[params.get('wie') ?? ''];
  const text = params.get('zoek')?.trim();
  return {
    ...statesOf(tabOf(params), today),
    ...(scope && (anyScope || scope !== 'ALL') ? { scope } : {}),
    ...(text ? { text } : {}),
  };
}

function statesOf(tab: Tab, today: Day): ReservationFilter {
  if (tab === 'komend') return { states: ['HELD', 'SUBMITTED', 'CONFIRMED'], from: today };
  if (tab === 'wacht') return { states: ['HELD', 'SUBMITTED'], from: today };
  if (tab === 'voorbij') return { states: ['SUBMITTED', 'CONFIRMED', 'ENDED'], over: true };
  return { states: ['CANCELLED', 'REJECTED'] };
}
