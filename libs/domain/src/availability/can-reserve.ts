import { hard, type PlacementRefusal, type PlacementWarning } from '../values/refusal.js';
import type { UnitWithTime } from './alternatives.js';
import { type Ask, type Availability, availability, type World } from './unit-availability.js';

export interface Leave {
  /** The reason a planner gives for passing by soft refusals; without one they refuse. */
  readonly overrideReason?: string | null;
  /** A decision does not ask again for the notice that the booking kept. */
  readonly ignoreNotice?: boolean;
}

/** The answer for several units at once: all or none. */
export interface ReserveVerdict {
  readonly ok: boolean;
  /** Where all of them would be; null when they cannot be in one place. */
  readonly siteId: string | null;
  /** What stands in the way, of any unit. */
  readonly refusals: readonly PlacementRefusal[];
  /** What the planner's reason passes by. */
  readonly overridden: readonly PlacementRefusal[];
  readonly warnings: readonly PlacementWarning[];
  /** What the stays add to the journeys, km. */
  readonly extraKm: number;
  /** Of each unit, in the order of asking. */
  readonly availabilities: readonly Availability[];
}

/**
 * Whether units can be reserved together for these days at one site: each must be available, and all in the same place
 * (fixed equipment is used where it stands). Soft refusals give way to a planner's reason; hard ones never do.
 */
export function canReserve(units: readonly UnitWithTime[], ask: Ask, world: World, leave: Leave = {}): ReserveVerdict {
  const availabilities = units.map(({ unit, occupancies }) => availability(unit, occupancies, ask, world));
  const all = availabilities
    .flatMap((each) => each.refusals)
    .filter((refusal) => !(leave.ignoreNotice && refusal.code === 'TOO_SHORT_NOTICE'));
  const passes = (refusal: PlacementRefusal) => Boolean(leave.overrideReason) && refusal.overridable;
  const sites = [...new Set(availabilities.map((each) => each.siteId))];
  const apart = sites.length > 1 ? [hard('FIXED_ELSEWHERE', { siteId: sites.find((id) => id !== ask.siteId) })] : [];
  const refusals = [...all.filter((refusal) => !passes(refusal)), ...apart];
  return {
    ok: refusals.length === 0,
    siteId: sites.length === 1 ? sites[0]! : null,
    refusals,
    overridden: all.filter(passes),
    warnings: availabilities.flatMap((each) => each.warnings),
    extraKm: Math.round(availabilities.reduce((sum, each) => sum + each.extraKm, 0) * 10) / 10,
    availabilities,
  };
}
