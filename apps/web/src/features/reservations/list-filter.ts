import { isDay, type Day } from '@karavaan/domain';
import type {
  ReservationFilter,
  ReservationOrder,
  ReservationScope,
  ReservationState,
  TargetGroup,
} from '../../graphql/generated/graphql.js';

/** The tabs, as they stand in the address. */
export const TABS = ['komend', 'wacht', 'voorbij', 'geannuleerd'] as const;
/** Where a figure leads: a tab that is there only then. */
export const FIGURE = 'cijfer';
export type Tab = (typeof TABS)[number] | typeof FIGURE;

export const SCOPES: Record<string, ReservationScope> = { alle: 'ALL', organisatie: 'ORGANISATION', mij: 'MINE' };

export function tabOf(params: URLSearchParams): Tab {
  const asked = params.get('toon');
  if (asked === FIGURE) return FIGURE;
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
    ...(tabOf(params) === FIGURE ? figureOf(params) : statesOf(tabOf(params), today)),
    ...(scope && (anyScope || scope !== 'ALL') ? { scope } : {}),
    ...(text ? { text } : {}),
  };
}

export const FIGURE_PARAMS = ['van', 'tot', 'staat', 'beslist', 'gebied', 'nis', 'model', 'toestel', 'locatie', 'groep'];
const STATES: readonly ReservationState[] = ['HELD', 'SUBMITTED', 'CONFIRMED', 'ENDED', 'REJECTED', 'CANCELLED', 'EXPIRED'];
const GROUPS: readonly TargetGroup[] = ['EMPLOYEES', 'JOB_SEEKERS', 'COMPANY_STAFF', 'PUPILS_STUDENTS', 'LOW_DIGITAL_SKILLS'];

/** What a figure counts, from its address: a period by last day (or by the day of the decision), states, and of what. */
function figureOf(params: URLSearchParams): ReservationFilter {
  const day = (name: string) => (isDay(params.get(name) ?? '') ? params.get(name) : null);
  const [from, to] = [day('van'), day('tot')];
  const state = STATES.find((each) => each === params.get('staat'));
  return {
    states: state ? [state] : ['CONFIRMED', 'ENDED'],
    ...(params.has('beslist') ? { decidedFrom: from, decidedTo: to } : { endsFrom: from, endsTo: to }),
    area: params.get('gebied'),
    nis: params.get('nis'),
    modelCode: params.get('model'),
    unitCode: params.get('toestel'),
    siteCode: params.get('locatie'),
    targetGroup: GROUPS.find((each) => each === params.get('groep')) ?? null,
  };
}

function statesOf(tab: Tab, today: Day): ReservationFilter {
  if (tab === 'komend') return { states: ['HELD', 'SUBMITTED', 'CONFIRMED'], from: today };
  if (tab === 'wacht') return { states: ['HELD', 'SUBMITTED'], from: today };
  if (tab === 'voorbij') return { states: ['SUBMITTED', 'CONFIRMED', 'ENDED'], over: true };
  return { states: ['CANCELLED', 'REJECTED'] };
}
