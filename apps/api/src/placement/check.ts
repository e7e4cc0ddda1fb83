import { addDays, type Ask, availability, canReserve, periodOfDays } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { isUuid } from '../platform/is-uuid.js';
import { Alternative, type RefusalReason } from '../platform/graphql/refusal.js';
import { refuse } from '../platform/refuse.js';
import type { Settings } from '../platform/settings.js';
import { findCandidates, occupanciesOf } from './candidates.js';
import type { CheckResult } from './placement.types.js';
import { alternatives, sitesNear } from './search.js';
import { arrivalWindow, departureWindow, toReasons } from './to-types.js';
import { loadWorld } from './world.js';

/** The verdict on some units for dates and a site, with the alternatives, without writing. Five queries and two per refused look-around. */
export async function checkPlacement(
  manager: EntityManager,
  settings: Settings,
  unitIds: readonly string[],
  ask: Ask & { readonly siteId: string },
  excludeReservationId: string | null = null,
): Promise<CheckResult> {
  if (unitIds.length === 0 || unitIds.length > 20 || !unitIds.every(isUuid)) refuse('INVALID_INPUT', { field: 'unitIds' });
  const world = await loadWorld(manager, settings);
  if (!world.siteIds.includes(ask.siteId)) refuse('NOT_FOUND', { field: 'siteId' });
  const candidates = await findCandidates(manager, ask.period, ask.now, { unitIds, excludeReservationId });
  if (candidates.length !== new Set(unitIds).size) refuse('NOT_FOUND', { field: 'unitIds' });
  const { ok, refusals, warnings, extraKm, availabilities } = canReserve(candidates, ask, world);
  const only = availabilities.length === 1 ? availabilities[0] : undefined;
  return {
    ok,
    reasons: toReasons(refusals),
    warnings: toReasons(warnings),
    alternatives: only && !ok ? await alternativesFor(manager, settings, candidates[0]!.unit.id, ask) : [],
    extraKm,
    arrival: arrivalWindow(availabilities.find(({ arrival }) => arrival)?.arrival ?? null),
    departure: departureWindow(availabilities.find(({ departure }) => departure)?.departure ?? null),
    standsAtSiteId: only?.standsAtSiteId ?? null,
  } as CheckResult;
}

/** What would work instead for a unit: other dates, its equals, a site nearby. */
export async function alternativesFor(
  manager: EntityManager,
  settings: Settings,
  unitId: string,
  ask: Ask & { readonly siteId: string },
): Promise<Alternative[]> {
  const world = await loadWorld(manager, settings);
  const [{ code } = { code: '' }] = await manager.query<{ code: string }[]>(
    'SELECT m.code FROM equipment_unit u JOIN equipment_model m ON m.id = u.model_id WHERE u.id = $1',
    [unitId],
  );
  const equals = await findCandidates(manager, ask.period, ask.now, { modelCodes: [code] });
  const judged = equals.map((candidate) => ({
    candidate,
    verdict: availability(candidate.unit, candidate.occupancies, ask, world),
  }));
  const wanted = judged.find(({ candidate }) => candidate.unit.id === unitId);
  if (!wanted) return [];
  const span = {
    start: periodOfDays(addDays(ask.firstDay, -56), ask.firstDay).start,
    end: periodOfDays(ask.lastDay, addDays(ask.lastDay, 56)).end,
  };
  const occupancies = (await occupanciesOf(manager, [unitId], span, ask.now)).get(unitId)!;
  return alternatives(wanted, judged, occupancies, ask, world, sitesNear(ask.siteId, world));
}

/** Reasons that speak of time and place, for which alternatives help. */
export function hasAlternatives(reasons: readonly RefusalReason[]): boolean {
  return reasons.some((reason) =>
    [
      'UNIT_TAKEN',
      'TOO_FAR_BEFORE',
      'TOO_FAR_AFTER',
      'SITE_CLOSED',
      'TOO_SHORT_NOTICE',
      'INSPECTION_EXPIRED',
      'UNIT_DEFECT',
      'TURNAROUND',
      'IN_ROUND',
      'INSTRUCTOR_MISSING',
    ].includes(reason.code),
  );
}
