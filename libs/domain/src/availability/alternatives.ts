import { dayOf } from '../values/brussels-time.js';
import { addDays, type Day, daysBetween } from '../values/days.js';
import { periodOfDays } from '../values/period.js';
import type { PlacementRefusalCode } from '../values/refusal.js';
import { type Ask, type Availability, availability, type Taken, type UnitFacts, type World } from './unit-availability.js';

/** What would work instead of a refused ask. */
export interface Alternative {
  readonly kind: 'OTHER_DATES' | 'EQUAL_UNIT' | 'NEARER_SITE';
  readonly unitId: string;
  readonly siteId: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly extraKm: number;
}

export interface UnitWithTime {
  readonly unit: UnitFacts;
  /** In order of time, over the whole horizon that alternatives may lie in. */
  readonly occupancies: readonly Taken[];
}

/** Refusals that no other date takes away, as long as the site stays the same. */
const TIMELESS: ReadonlySet<PlacementRefusalCode> = new Set<PlacementRefusalCode>([
  'UNIT_OUT_OF_SERVICE',
  'POWER_MISSING',
  'FLOOR_TOO_SMALL',
  'NO_STEP_FREE_ACCESS',
  'GROUP_TOO_LARGE',
]);

/** The same unit on other dates of the same length: the nearest before and the nearest after, the nearer one first. */
export function otherDates({ unit, occupancies }: UnitWithTime, ask: Ask, world: World, horizonDays = 42): Alternative[] {
  const length = daysBetween(ask.firstDay, ask.lastDay);
  const today = dayOf(ask.now);
  const found: Alternative[] = [];
  const wanted = new Set([1, -1]);
  for (let distance = 1; distance <= horizonDays && wanted.size > 0; distance++) {
    for (const direction of wanted) {
      const firstDay = addDays(ask.firstDay, direction * distance);
      if (firstDay < today) {
        wanted.delete(direction);
        continue;
      }
      const lastDay = addDays(firstDay, length);
      const verdict = availability(
        unit,
        occupancies,
        { ...ask, firstDay, lastDay, period: periodOfDays(firstDay, lastDay) },
        world,
      );
      if (ask.siteId !== null && verdict.refusals.some(({ code }) => TIMELESS.has(code))) return [];
      if (verdict.verdict === 'UNAVAILABLE') continue;
      wanted.delete(direction);
      found.push({ kind: 'OTHER_DATES', unitId: unit.id, siteId: verdict.siteId, firstDay, lastDay, extraKm: verdict.extraKm });
    }
  }
  return found;
}

/** Other units of the same model that are available as asked, the fewest extra km first. */
export function equalUnits(
  candidates: readonly { readonly unitId: string; readonly availability: Availability }[],
  unitId: string,
  ask: Ask,
  most = 2,
): Alternative[] {
  return candidates
    .filter((each) => each.unitId !== unitId && each.availability.verdict !== 'UNAVAILABLE')
    .sort((a, b) => a.availability.extraKm - b.availability.extraKm || (a.unitId < b.unitId ? -1 : 1))
    .slice(0, most)
    .map((each) => ({
      kind: 'EQUAL_UNIT',
      unitId: each.unitId,
      siteId: each.availability.siteId,
      firstDay: ask.firstDay,
      lastDay: ask.lastDay,
      extraKm: each.availability.extraKm,
    }));
}

/** The first of `siteIds` (nearest to the asked place first) where the unit is available on the asked dates. */
export function nearerSite(
  { unit, occupancies }: UnitWithTime,
  ask: Ask,
  world: World,
  siteIds: readonly string[],
): Alternative[] {
  if (unit.mobility === 'FIXED') return [];
  for (const siteId of siteIds) {
    if (siteId === ask.siteId) continue;
    const verdict = availability(unit, occupancies, { ...ask, siteId }, world);
    if (verdict.verdict !== 'UNAVAILABLE')
      return [
        { kind: 'NEARER_SITE', unitId: unit.id, siteId, firstDay: ask.firstDay, lastDay: ask.lastDay, extraKm: verdict.extraKm },
      ];
  }
  return [];
}
