import { daysBetween } from '../values/days.js';
import { seededRandom } from '../values/seeded-random.js';
import type { PlaceOption } from './place-options.js';
import { PREFERRED_POINTS, type Worth } from './weigh.js';

/** At most so many placements, and so many days, for one organisation; null is no limit. */
export interface Caps {
  readonly placements: number | null;
  readonly days: number | null;
}

export interface Contender {
  readonly id: string;
  readonly organisationId: string;
  readonly worth: Worth;
  /** In the order in which they are tried. */
  readonly options: readonly PlaceOption[];
}

export interface Contest {
  readonly contenders: readonly Contender[];
  readonly caps: Caps;
  /** What organisations were already given in this round. */
  readonly given?: readonly Given[];
  /** Whether one unit can do both, one after the other, with the way between them. Symmetric. */
  readonly fits: (a: PlaceOption, b: PlaceOption) => boolean;
  readonly seed: number;
  /** Tries to do better after the first answer; the same number gives the same result. */
  readonly tries?: number;
}

/** Which option each request gets; a request that is not in it gets none. */
export type Allocation = ReadonlyMap<string, PlaceOption>;

const TRIES = 200;
const STARTS = 4;
/** Of more requests than this it tries less, so that a large round takes seconds as well. */
const FULL_TRIES_UP_TO = 40;

/** What an allocation is worth: the points of the requests it places, and some more for preferred days. */
export function worthOf(contenders: readonly Contender[], allocation: Allocation): number {
  let total = 0;
  for (const { id, worth } of contenders) {
    const option = allocation.get(id);
    if (option) total += worth.total + (option.preferred ? PREFERRED_POINTS : 0);
  }
  return total;
}

/**
 * Divides time over requests: the weightiest first, then a seeded search that forces one request in, lets those in its way
 * look for other time, and keeps what is not worse (large neighbourhood search, after Shaw 1998). Pure and repeatable.
 */
export function allocate(contest: Contest): Allocation {
  const random = seededRandom(contest.seed);
  const order = shuffled(contest.contenders, random).sort((a, b) => b.worth.total - a.worth.total);
  const tries = contest.tries ?? Math.ceil(Math.min(TRIES, TRIES * (FULL_TRIES_UP_TO / Math.max(1, order.length)) ** 2));
  let best = climb(fill(new Map(), order, contest), order, contest, random, tries);
  // A start from nothing in a chance order finds what no step from the first answer leads to.
  const starts = tries > 0 ? STARTS : 1;
  for (let start = 1; start < starts; start++) {
    const other = climb(fill(new Map(), shuffled(order, random), contest), order, contest, random, tries);
    if (worthOf(order, other) > worthOf(order, best)) best = other;
  }
  return best;
}

/** Puts one request after the other in by force, and keeps what is not worse. */
function climb(from: Allocation, order: readonly Contender[], contest: Contest, random: () => number, tries: number): Allocation {
  let best = from;
  let bestWorth = worthOf(order, best);
  const wishing = order.filter(({ options }) => options.length > 0);
  for (let tried = 0; tried < tries; tried++) {
    const better = wishing.filter(({ id }) => !best.get(id)?.preferred);
    if (better.length === 0) break;
    const forced = better[Math.floor(random() * better.length)]!;
    const option = forced.options[Math.floor(random() * forced.options.length)]!;
    const next = makeRoom(best, forced, option, order, contest, random);
    const rest = random() < 0.5 ? order : shuffled(order, random);
    const filled = fill(next, rest, contest);
    const worth = worthOf(order, filled);
    if (worth >= bestWorth) [best, bestWorth] = [filled, worth];
  }
  return best;
}

/** The allocation with one request put in, without what stands in its way: other stays, or its own organisation's under a cap. */
function makeRoom(
  allocation: Allocation,
  forced: Contender,
  option: PlaceOption,
  order: readonly Contender[],
  contest: Contest,
  random: () => number,
): Map<string, PlaceOption> {
  const next = new Map(allocation);
  next.delete(forced.id);
  for (const [id, other] of next) if (!together(option, other, contest)) next.delete(id);
  const own = shuffled(
    order.filter(({ id, organisationId }) => next.has(id) && organisationId === forced.organisationId),
    random,
  );
  while (capReached(forced, option, next, contest) && own.length > 0) next.delete(own.pop()!.id);
  if (!capReached(forced, option, next, contest)) next.set(forced.id, option);
  return next;
}

/** Gives each request that has nothing yet its first option that still goes. */
function fill(allocation: Map<string, PlaceOption>, order: readonly Contender[], contest: Contest): Map<string, PlaceOption> {
  const byUnit = Map.groupBy(allocation.values(), ({ unitId }) => unitId);
  for (const contender of order) {
    if (allocation.has(contender.id)) continue;
    const option = contender.options.find(
      (each) =>
        (byUnit.get(each.unitId) ?? []).every((other) => contest.fits(each, other)) &&
        !capReached(contender, each, allocation, contest),
    );
    if (!option) continue;
    allocation.set(contender.id, option);
    byUnit.set(option.unitId, [...(byUnit.get(option.unitId) ?? []), option]);
  }
  return allocation;
}

export function together(a: PlaceOption, b: PlaceOption, { fits }: Pick<Contest, 'fits'>): boolean {
  return a.unitId !== b.unitId || fits(a, b);
}

export const daysOf = ({ firstDay, lastDay }: PlaceOption) => daysBetween(firstDay, lastDay) + 1;

export interface Given {
  readonly organisationId: string;
  readonly days: number;
}

/** Which cap an organisation would pass with one more placement of so many days, or null. */
export function capPassed(
  organisationId: string,
  days: number,
  given: Iterable<Given>,
  { placements: mostPlacements, days: mostDays }: Caps,
): keyof Caps | null {
  let placements = 1;
  let sum = days;
  for (const earlier of given) {
    if (earlier.organisationId !== organisationId) continue;
    placements++;
    sum += earlier.days;
  }
  if (mostPlacements !== null && placements > mostPlacements) return 'placements';
  return mostDays !== null && sum > mostDays ? 'days' : null;
}

/** Which cap a request's organisation would pass if it were given an option beside the others. */
export function capReached(
  { id, organisationId }: Pick<Contender, 'id' | 'organisationId'>,
  option: PlaceOption,
  allocation: Allocation,
  { contenders, caps, given = [] }: Pick<Contest, 'contenders' | 'caps' | 'given'>,
): keyof Caps | null {
  if (caps.placements === null && caps.days === null) return null;
  const others = contenders.flatMap((other) => {
    const placed = other.id === id ? undefined : allocation.get(other.id);
    return placed ? [{ organisationId: other.organisationId, days: daysOf(placed) }] : [];
  });
  return capPassed(organisationId, daysOf(option), [...given, ...others], caps);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
