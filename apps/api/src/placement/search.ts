import {
  addDays,
  airKm,
  type Alternative as AlternativeValue,
  type Ask,
  type Availability,
  availability,
  dayStatuses,
  equalUnits,
  nearerSite,
  otherDates,
  periodOfDays,
  type Taken,
} from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { decodeCursor, encodeCursor, pageOf } from '../platform/graphql/connection.js';
import { Alternative } from '../platform/graphql/refusal.js';
import { isUuid } from '../platform/is-uuid.js';
import { refuse } from '../platform/refuse.js';
import type { Settings } from '../platform/settings.js';
import { placeOfPostcode } from '../sites/find-places.js';
import { likeText } from '../sites/list-sites.js';
import { Site } from '../sites/site.entity.js';
import { toAsk } from './ask.js';
import { type Candidate, findCandidates, occupanciesOf } from './candidates.js';
import type { AvailabilityConnection, AvailabilityInput, AvailabilityType, SearchPlace } from './placement.types.js';
import { arrivalWindow, departureWindow, strip, stripSpan, toReasons } from './to-types.js';
import { type LoadedWorld, withPlace, worldForReading } from './world.js';

/** How far other dates are looked for, and how many near sites are tried. */
const HORIZON_DAYS = 42;
const NEAR_SITES = 8;
const RANK = { FREE_HERE: 0, REACHABLE: 0, GUEST: 1, UNAVAILABLE: 2 } as const;

interface Judged {
  readonly candidate: Candidate;
  readonly verdict: Availability;
}

/**
 * All equipment for dates and a place, the available first, the fewest extra kilometres first. The number of queries
 * does not depend on how many units there are: one for the place, one for all units with their neighbours, one for the
 * occupancies around the page (and, when not remembered, the four of the calendars and the travel table).
 */
export async function searchAvailability(
  manager: EntityManager,
  settings: Settings,
  input: AvailabilityInput,
  page: { first: number; after: string | null },
): Promise<AvailabilityConnection> {
  const first = pageOf(page.first);
  const start = Number(decodeCursor(page.after, 1)?.[0] ?? 0);
  const { place, world, siteId } = await resolvePlace(manager, settings, input);
  const ask = toAsk({ firstDay: input.firstDay, lastDay: input.lastDay, siteId, groupSize: input.groupSize });
  const candidates = await findCandidates(manager, ask.period, ask.now, {
    modelCodes: input.modelCode ? [input.modelCode] : null,
    domain: input.domain ?? null,
    mobility: input.mobility ?? null,
    textPattern: input.text?.trim() ? `%${likeText(input.text)}%` : null,
  });
  const judged = candidates.map((candidate) => ({
    candidate,
    verdict: availability(candidate.unit, candidate.occupancies, ask, world),
  }));
  const free = judged.filter(({ verdict }) => verdict.verdict !== 'UNAVAILABLE');
  const listed = (input.onlyFree ? free : judged).sort(byUse);
  const shown = listed.slice(start, start + first);
  const nodes = await describe(manager, shown, judged, ask, world, place !== null);
  return {
    edges: nodes.map((node, at) => ({ node, cursor: encodeCursor([start + at + 1]) })),
    pageInfo: {
      hasNextPage: start + first < listed.length,
      endCursor: nodes.length ? encodeCursor([start + nodes.length]) : null,
    },
    totalCount: listed.length,
    freeCount: free.length,
    place,
  };
}

/** Available before not; then what drives least (a guest group drives itself); then what stands near; then by code. */
function byUse(a: Judged, b: Judged): number {
  return (
    RANK[a.verdict.verdict] - RANK[b.verdict.verdict] ||
    effort(a.verdict) - effort(b.verdict) ||
    (a.candidate.code < b.candidate.code ? -1 : 1)
  );
}

const effort = (verdict: Availability) =>
  verdict.verdict === 'REACHABLE' || verdict.verdict === 'FREE_HERE' ? verdict.extraKm : (verdict.travel?.km ?? 0);

async function resolvePlace(
  manager: EntityManager,
  settings: Settings,
  input: AvailabilityInput,
): Promise<{ place: SearchPlace | null; world: LoadedWorld; siteId: string | null }> {
  const world = await worldForReading(manager, settings);
  if (input.siteId) {
    const site = isUuid(input.siteId) ? await manager.findOneBy(Site, { id: input.siteId }) : null;
    if (!site) refuse('NOT_FOUND', { field: 'siteId' });
    const known = world.siteIds.includes(site.id) ? world : withPlace(world, site.id, site);
    return { place: { ...site, site, name: site.name }, world: known, siteId: site.id };
  }
  if (input.postcode?.trim()) {
    const found = await placeOfPostcode(manager, input.postcode);
    if (!found) refuse('NOT_FOUND', { field: 'postcode' });
    const id = `place:${found.postcode}`;
    return { place: { ...found, site: null }, world: withPlace(world, id, found), siteId: id };
  }
  return { place: null, world, siteId: null };
}

/** The rows of a page: their strips, and for what is not available what would work instead. */
async function describe(
  manager: EntityManager,
  shown: readonly Judged[],
  all: readonly Judged[],
  ask: Ask,
  world: LoadedWorld,
  hasPlace: boolean,
): Promise<AvailabilityType[]> {
  const span = {
    start: periodOfDays(addDays(ask.firstDay, -HORIZON_DAYS - 14), ask.firstDay).start,
    end: periodOfDays(ask.lastDay, addDays(ask.lastDay, HORIZON_DAYS + 14)).end,
  };
  const around = await occupanciesOf(
    manager,
    shown.map(({ candidate }) => candidate.unit.id),
    span,
    ask.now,
  );
  const near = hasPlace ? sitesNear(ask.siteId!, world) : [];
  return shown.map((judged) => {
    const { candidate, verdict } = judged;
    const occupancies = around.get(candidate.unit.id)!;
    const site = world.site(verdict.siteId);
    const days = dayStatuses(
      candidate.unit,
      occupancies,
      { ...stripSpan((day) => site.calendar.isOpen(day), ask), siteId: ask.siteId, now: ask.now },
      world,
    );
    return {
      unitId: candidate.unit.id,
      standsAtSiteId: verdict.standsAtSiteId,
      verdict: verdict.verdict,
      travel: hasPlace ? verdict.travel : null,
      extraKm: hasPlace ? verdict.extraKm : null,
      arrival: hasPlace ? arrivalWindow(verdict.arrival) : null,
      departure: hasPlace ? departureWindow(verdict.departure) : null,
      reasons: toReasons(verdict.refusals),
      warnings: toReasons(verdict.warnings),
      alternatives: verdict.verdict === 'UNAVAILABLE' ? alternatives(judged, all, occupancies, ask, world, near) : [],
      days: strip(days, verdict, ask),
    } as AvailabilityType;
  });
}

/** Other dates of this unit, an equal unit now, a site nearby now: each one click. */
export function alternatives(
  { candidate, verdict }: Judged,
  all: readonly Judged[],
  occupancies: readonly Taken[],
  ask: Ask,
  world: LoadedWorld,
  near: readonly string[],
): Alternative[] {
  const withTime = { unit: candidate.unit, occupancies };
  const sameModel = all
    .filter((each) => each.candidate.modelId === candidate.modelId)
    .map((each) => ({ unitId: each.candidate.unit.id, availability: each.verdict }));
  const travels = verdict.refusals.some((refusal) => refusal.code === 'TOO_FAR_BEFORE' || refusal.code === 'TOO_FAR_AFTER');
  const found: AlternativeValue[] = [
    ...otherDates(withTime, ask, world, HORIZON_DAYS),
    ...equalUnits(sameModel, candidate.unit.id, ask),
    ...(travels ? nearerSite(withTime, ask, world, near) : []),
  ];
  return found.map((each) =>
    Object.assign(new Alternative(), { ...each, siteId: each.siteId.startsWith('place:') ? null : each.siteId }),
  );
}

/** The sites nearest to one, by air. */
export function sitesNear(siteId: string, world: LoadedWorld): string[] {
  const here = world.point(siteId);
  return world.siteIds
    .filter((id) => id !== siteId)
    .map((id) => ({ id, km: airKm(here, world.point(id)) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, NEAR_SITES)
    .map(({ id }) => id);
}
