import type { UnitWithTime } from '../availability/alternatives.js';
import { availability, type Taken, turnaroundOf, type World } from '../availability/unit-availability.js';
import type { Day } from '../values/days.js';
import { periodOfDays } from '../values/period.js';
import type { PlaceOption } from './place-options.js';

export type RoundState = 'PLANNED' | 'OPEN' | 'CLOSED' | 'PUBLISHED' | 'CANCELLED';

export interface RoundTimes {
  readonly opensOn: Day;
  /** The last day on which requests count. */
  readonly closesOn: Day;
  readonly publishedAt: unknown;
  readonly cancelledAt: unknown;
  /** A planner closed it before its day. */
  readonly closedAt: unknown;
}

/** Where a round stands on a day. */
export function roundState({ opensOn, closesOn, publishedAt, cancelledAt, closedAt }: RoundTimes, today: Day): RoundState {
  if (cancelledAt) return 'CANCELLED';
  if (publishedAt) return 'PUBLISHED';
  if (today < opensOn) return 'PLANNED';
  return closedAt || today > closesOn ? 'CLOSED' : 'OPEN';
}

/** Its time is not for who comes first: from its opening until what is left over is known. */
export function keepsTime(state: RoundState): boolean {
  return state === 'OPEN' || state === 'CLOSED';
}

/**
 * Whether a unit can do two stays beside what it already has: neither overlaps, and the way from the one to the other fits,
 * by the one availability function. Answers are remembered.
 */
export function fitsWith(units: readonly UnitWithTime[], world: World, now: number): (a: PlaceOption, b: PlaceOption) => boolean {
  const byId = new Map(units.map((each) => [each.unit.id, each]));
  const known = new Map<string, boolean>();
  return (a, b) => {
    const [first, second] = a.firstDay <= b.firstDay ? [a, b] : [b, a];
    if (second.firstDay <= first.lastDay) return false;
    const key = `${a.unitId} ${first.firstDay} ${first.lastDay} ${first.siteId} ${second.firstDay} ${second.lastDay} ${second.siteId}`;
    const told = known.get(key);
    if (told !== undefined) return told;
    const { unit, occupancies } = byId.get(a.unitId)!;
    const ask = {
      firstDay: second.firstDay,
      lastDay: second.lastDay,
      period: periodOfDays(second.firstDay, second.lastDay),
      siteId: second.siteId,
      groupSize: null,
      now,
      beyondRounds: true,
    };
    const answer = availability(unit, withStay(unit, occupancies, first, world), ask, world).verdict !== 'UNAVAILABLE';
    known.set(key, answer);
    return answer;
  };
}

function withStay(unit: UnitWithTime['unit'], occupancies: readonly Taken[], option: PlaceOption, world: World): Taken[] {
  const stay = periodOfDays(option.firstDay, option.lastDay);
  const { before, after } = turnaroundOf(unit, stay, world);
  const id = `${option.unitId} ${option.firstDay}`;
  const added: Taken[] = [{ ...stay, id, kind: 'STAY', siteId: option.siteId, reservationId: null }];
  for (const period of [before, after])
    if (period) added.push({ ...period, id: `${id} turn-around`, kind: 'TURNAROUND', siteId: null, reservationId: null });
  return [...occupancies, ...added].sort((a, b) => a.start - b.start);
}
