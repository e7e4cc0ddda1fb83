import type { UnitWithTime } from '../availability/alternatives.js';
import { availability, type World } from '../availability/unit-availability.js';
import { addDays, type Day } from '../values/days.js';
import { periodOfDays } from '../values/period.js';
import type { PlacementRefusal, PlacementRefusalCode } from '../values/refusal.js';
import { type DayRange, isPreferred, type Window } from './request.js';

/** A wish for equipment at a site. */
export interface Wanted extends Window {
  readonly siteId: string;
  readonly groupSize: number | null;
}

/** A unit and days that would do. `siteId` is the host's for fixed equipment: the group then goes there. */
export interface PlaceOption extends DayRange {
  readonly unitId: string;
  readonly siteId: string;
  readonly extraKm: number;
  readonly preferred: boolean;
}

export interface PlaceOptions {
  /** The preferred first, then what drives least, then the soonest. */
  readonly options: readonly PlaceOption[];
  /** Why the other beginnings do not work: how often, and one of them in full; the most frequent first. */
  readonly obstacles: readonly {
    readonly code: PlacementRefusalCode;
    readonly times: number;
    readonly example: PlacementRefusal;
  }[];
}

export interface OptionRules {
  readonly now: number;
  /** Nothing outside these days. */
  readonly within?: DayRange | undefined;
}

/**
 * Every unit and first day that the one availability function lets pass.
 * @param units with their occupancies over the whole window and to the neighbouring stays around it
 */
export function placeOptions(
  wanted: Wanted,
  units: readonly UnitWithTime[],
  world: World,
  { now, within }: OptionRules,
): PlaceOptions {
  const options: PlaceOption[] = [];
  const obstacles = new Map<PlacementRefusalCode, { times: number; example: PlacementRefusal }>();
  for (const { unit, occupancies } of units) {
    for (const firstDay of beginnings(wanted, within)) {
      const days = { firstDay, lastDay: addDays(firstDay, wanted.days - 1) };
      const ask = {
        ...days,
        period: periodOfDays(days.firstDay, days.lastDay),
        siteId: wanted.siteId,
        groupSize: wanted.groupSize,
        now,
        beyondRounds: true,
      };
      const { verdict, siteId, extraKm, travel, refusals } = availability(unit, occupancies, ask, world);
      if (verdict !== 'UNAVAILABLE') {
        const km = verdict === 'GUEST' ? (travel?.km ?? 0) : extraKm;
        options.push({ unitId: unit.id, siteId, ...days, extraKm: km, preferred: isPreferred(days, wanted.preferred) });
        continue;
      }
      const [first] = refusals;
      const known = obstacles.get(first!.code);
      if (known) known.times++;
      else obstacles.set(first!.code, { times: 1, example: first! });
    }
  }
  return {
    options: options.sort(
      (a, b) =>
        Number(b.preferred) - Number(a.preferred) ||
        a.extraKm - b.extraKm ||
        compare(a.firstDay, b.firstDay) ||
        compare(a.unitId, b.unitId),
    ),
    obstacles: [...obstacles].map(([code, seen]) => ({ code, ...seen })).sort((a, b) => b.times - a.times),
  };
}

function beginnings({ earliestDay, latestDay, days }: Window, within: DayRange | undefined): Day[] {
  const from = within && within.firstDay > earliestDay ? within.firstDay : earliestDay;
  const to = within && within.lastDay < latestDay ? within.lastDay : latestDay;
  const found: Day[] = [];
  for (let day = from; addDays(day, days - 1) <= to; day = addDays(day, 1)) found.push(day);
  return found;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
