import { planFault, type SeriesPlan } from '@karavaan/domain';
import type { SeriesPlanInput } from '../../graphql/generated/graphql.js';

/** A plan as it is typed. */
export interface Plan {
  readonly kind: 'WEEKLY' | 'SITES';
  readonly firstDay: string | null;
  readonly days: string;
  readonly everyWeeks: string;
  readonly times: string;
  readonly makeUp: boolean;
  readonly travelDays: string;
  /** Codes of the chosen sites, for a weekly series the first. */
  readonly sites: readonly string[];
}

export const NEW_PLAN: Plan = {
  kind: 'WEEKLY',
  firstDay: null,
  days: '1',
  everyWeeks: '1',
  times: '6',
  makeUp: true,
  travelDays: '1',
  sites: [],
};

/** What the API takes, or the field that is not right yet. */
export function toPlanInput(plan: Plan, idOf: (code: string) => string | undefined): SeriesPlanInput | { fault: string } {
  const { kind, firstDay, makeUp } = plan;
  const [days, everyWeeks, times, travelDays] = [plan.days, plan.everyWeeks, plan.times, plan.travelDays].map(whole);
  const siteIds = plan.sites.slice(0, kind === 'WEEKLY' ? 1 : undefined).flatMap((code) => idOf(code) ?? []);
  if (!firstDay) return { fault: 'firstDay' };
  if (siteIds.length === 0) return { fault: 'siteIds' };
  const asRule: SeriesPlan =
    kind === 'WEEKLY'
      ? { kind, siteId: siteIds[0]!, firstDay, days: days!, everyWeeks: everyWeeks!, times: times!, closedWeeks: 'KEEP' }
      : { kind, siteIds, firstDay, days: days!, travelDays: travelDays! };
  const fault = planFault(asRule);
  if (fault) return { fault };
  const shared = { kind, firstDay, days: days!, siteIds };
  return kind === 'WEEKLY'
    ? { ...shared, everyWeeks: everyWeeks!, times: times!, makeUp }
    : { ...shared, travelDays: travelDays! };
}

const whole = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);
