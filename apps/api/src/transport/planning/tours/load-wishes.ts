import {
  areaOf,
  availability,
  firstDaysIn,
  periodOfDays,
  addDays,
  type TourWish,
  type UnitWithTime,
  weigh,
  type World,
} from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { loadField } from '../../../reservations/requests/find-options.js';
import { Request } from '../../../reservations/requests/request.entity.js';
import type { Settings } from '../../../platform/settings.js';
import type { PlanJob } from '../jobs/plan-job.entity.js';
import type { PlanWeight } from '../jobs/plan-weights.js';

const FAIRNESS: Record<PlanWeight, number> = { NONE: 0, SOME: 40, MUCH: 100 };
const ACCESS: Record<PlanWeight, number> = { NONE: 0, SOME: 20, MUCH: 60 };
const GROUPS: Record<PlanWeight, number> = { NONE: 0, SOME: 20, MUCH: 60 };
const MOST_REQUESTS = 1_000;

export interface Wishes {
  readonly requests: ReadonlyMap<string, Request>;
  readonly wishes: readonly TourWish[];
  readonly units: readonly UnitWithTime[];
  readonly world: World;
  readonly now: number;
}

/** Open requests with room in the days of a plan, what each is worth, and the kits that could serve them. Five queries beside the world's. */
export async function loadWishes(manager: EntityManager, settings: Settings, job: PlanJob): Promise<Wishes> {
  const requests = await manager
    .createQueryBuilder(Request, 'q')
    .where(`q.state = 'OPEN'`)
    .andWhere('LEAST(q.latest_day, :last::date) - GREATEST(q.earliest_day, :first::date) + 1 >= q.days', {
      first: job.firstDay,
      last: job.lastDay,
    })
    .orderBy('q.number')
    .limit(MOST_REQUESTS)
    .getMany();
  const modelIds = [...new Set(requests.flatMap(({ modelId }) => modelId ?? []))];
  const domains = [...new Set(requests.flatMap(({ domain }) => domain ?? []))];
  const field = await loadField(manager, settings, job, { modelIds, domains });
  const worth = await worthOf(manager, requests, job);
  const wishes = requests.map((request): TourWish => {
    const { id, siteId, days, groupSize } = request;
    const kits = field.unitsFor(request).filter(({ unit }) => unit.mobility === 'MOBILE');
    const firstDays = firstDaysIn(request, job);
    const fits = kits.map(({ unit, occupancies }) =>
      firstDays.filter((firstDay) => {
        const lastDay = addDays(firstDay, days - 1);
        const period = periodOfDays(firstDay, lastDay);
        const ask = { firstDay, lastDay, period, siteId, groupSize, now: field.now, beyondRounds: true };
        return availability(unit, occupancies, ask, field.world).verdict !== 'UNAVAILABLE';
      }),
    );
    const possible = new Set(fits.flat());
    const able = kits.filter((_, at) => fits[at]!.length > 0);
    return {
      id,
      siteId,
      days,
      groupSize,
      worth: worth(request),
      hopeless: possible.size === 0,
      // Nothing goes: then all of them, so that the reason can be told.
      firstDays: possible.size ? firstDays.filter((day) => possible.has(day)) : firstDays,
      unitIds: (able.length ? able : kits).map(({ unit }) => unit.id),
    };
  });
  return { requests: new Map(requests.map((request) => [request.id, request])), wishes, ...field };
}

async function worthOf(
  manager: EntityManager,
  requests: readonly Request[],
  { weights }: PlanJob,
): Promise<(of: Request) => number> {
  const sites = await manager.query<{ id: string; nis: string | null }[]>('SELECT id, nis FROM site WHERE id = ANY($1::uuid[])', [
    [...new Set(requests.map(({ siteId }) => siteId))],
  ]);
  const nis = new Map(sites.map((site) => [site.id, site.nis]));
  const rows = await manager.query<{ organisationId: string; times: number }[]>(
    `SELECT organisation_id AS "organisationId", count(*)::int AS times FROM reservation
      WHERE state IN ('CONFIRMED', 'ENDED') AND first_day >= (now() AT TIME ZONE 'Europe/Brussels')::date - 365
        AND organisation_id = ANY($1::uuid[]) GROUP BY 1`,
    [[...new Set(requests.map(({ organisationId }) => organisationId))]],
  );
  const times = new Map(rows.map((row) => [row.organisationId, row.times]));
  const points = { served: FAIRNESS[weights.fairness], access: ACCESS[weights.access], group: GROUPS[weights.groups] };
  return ({ organisationId, siteId, groupSize }) =>
    weigh(
      { organisationId, area: areaOf(nis.get(siteId) ?? null), groupSize, servedBefore: times.get(organisationId) ?? 0 },
      points,
    ).total;
}
