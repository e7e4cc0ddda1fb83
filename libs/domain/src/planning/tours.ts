import type { UnitWithTime } from '../availability/alternatives.js';
import type { World } from '../availability/unit-availability.js';
import type { DayRange } from '../requests/request.js';
import { addDays, type Day, daysBetween } from '../values/days.js';
import type { PlacementRefusal } from '../values/refusal.js';
import { type Effort, improveTours } from './improve.js';
import { Board, type Slot, type Wish } from './board.js';

/** A wish that waits for a unit and days, with what it is worth. */
export interface TourWish extends Wish {
  readonly worth: number;
  /** First days that may be, in order. */
  readonly firstDays: readonly Day[];
  /** Units that may do it. */
  readonly unitIds: readonly string[];
  /** No unit could on any of these days, whatever else is placed: only the reason is looked for. */
  readonly hopeless?: boolean;
}

export interface TourStay extends Slot {
  readonly wishId: string;
  readonly siteId: string;
  readonly extraKm: number;
  readonly extraMinutes: number;
}

/** Why a wish got nothing, and the least that would help. */
export interface LeftOut {
  readonly wishId: string;
  /** What stands in the way of most slots; null when it would fit if others gave way. */
  readonly refusal: PlacementRefusal | null;
  readonly rivals: readonly string[];
  readonly nearest: (Slot & { readonly daysOff: number }) | null;
}

export interface Tours {
  readonly stays: readonly TourStay[];
  readonly leftOut: readonly LeftOut[];
}

/** How far outside its window a wish is tried, for the least change that would help. */
const LOOK_AROUND_DAYS = 28;
const MOST_RIVALS = 12;

/**
 * Makes true what a search proposed: stays are put down in order of time under the one availability function, with the days
 * beside the proposed one when that does not go; what is left gets the place that drives least, the worthiest first; with an
 * effort, stays also change places where that serves more.
 */
export function settleTours(
  wishes: readonly TourWish[],
  units: readonly UnitWithTime[],
  world: World,
  now: number,
  proposed: readonly (Slot & { readonly wishId: string })[],
  effort?: Effort,
): Tours {
  const board = new Board(units, world, now);
  const byId = new Map(wishes.map((wish) => [wish.id, wish]));
  const inOrder = [...proposed].sort((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : 0));
  for (const { wishId, unitId, firstDay } of inOrder) {
    const wish = byId.get(wishId)!;
    const days = [...wish.firstDays].sort((a, b) => away(a, firstDay) - away(b, firstDay));
    days.some((day) => board.put(wish, { unitId, firstDay: day }));
  }
  const rest = wishes
    .filter(({ id, hopeless }) => !hopeless && !board.placed.has(id))
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1));
  for (const wish of rest) {
    const best = cheapest(board, wish);
    if (best) board.put(wish, best);
  }
  if (effort) {
    improveTours(board, wishes, effort);
    shorten(board, wishes);
  }
  return {
    stays: [...board.placed.values()].map(({ wish, slot }) => {
      board.lift(wish.id);
      const { extraKm, extraMinutes } = costOf(board, wish, slot, world);
      board.put(wish, slot);
      return { wishId: wish.id, siteId: wish.siteId, ...slot, extraKm, extraMinutes };
    }),
    leftOut: wishes.filter(({ id }) => !board.placed.has(id)).map((wish) => explain(board, wish, units, world, now)),
  };
}

/** Each stay once more where it drives least; fewer kilometres only. */
function shorten(board: Board, wishes: readonly TourWish[]): void {
  for (const wish of wishes) {
    const held = board.placed.get(wish.id);
    if (!held) continue;
    board.lift(wish.id);
    board.put(wish, cheapest(board, wish) ?? held.slot);
  }
}

function cheapest(board: Board, wish: TourWish): Slot | null {
  let best: { slot: Slot; km: number } | null = null;
  for (const unitId of wish.unitIds)
    for (const firstDay of wish.firstDays) {
      const slot = { unitId, firstDay };
      const { verdict, extraKm } = board.judge(wish, slot);
      if (verdict !== 'UNAVAILABLE' && verdict !== 'GUEST' && (!best || extraKm < best.km)) best = { slot, km: extraKm };
    }
  return best?.slot ?? null;
}

function costOf(board: Board, wish: Wish, slot: Slot, world: World): { extraKm: number; extraMinutes: number } {
  const { extraKm, standsAtSiteId, siteId } = board.judge(wish, slot);
  if (extraKm === 0 || standsAtSiteId === siteId) return { extraKm, extraMinutes: 0 };
  const way = world.travel(standsAtSiteId, siteId);
  return { extraKm, extraMinutes: Math.round((way.minutes * extraKm) / Math.max(way.km, 0.1)) };
}

function explain(board: Board, wish: TourWish, units: readonly UnitWithTime[], world: World, now: number): LeftOut {
  const empty = new Board(units, world, now);
  const alone = wish.unitIds.flatMap((unitId) => wish.firstDays.map((firstDay) => ({ unitId, firstDay })));
  const possible = alone.find((slot) => empty.fits(wish, slot));
  const refusal = possible ? null : whatStandsInTheWay(alone.map((slot) => empty.judge(wish, slot).refusals));
  const rivals = possible ? rivalsOf(board, wish) : [];
  return { wishId: wish.id, refusal, rivals, nearest: nearestOutside(board, wish) };
}

/** Each of those whose place it could have had. */
function rivalsOf(board: Board, wish: TourWish): string[] {
  const from = wish.firstDays[0]!;
  const to = addDays(wish.firstDays.at(-1)!, wish.days);
  const around = [...board.placed.values()].filter(
    ({ slot, wish: other }) =>
      wish.unitIds.includes(slot.unitId) && slot.firstDay <= to && addDays(slot.firstDay, other.days) >= from,
  );
  return around.slice(0, MOST_RIVALS).flatMap(({ wish: other, slot }) => {
    board.lift(other.id);
    const would = wish.firstDays.some((firstDay) => board.fits(wish, { unitId: slot.unitId, firstDay }));
    board.put(other, slot);
    return would ? [other.id] : [];
  });
}

/** The slot closest to the window that would go as things stand. */
function nearestOutside(board: Board, wish: TourWish): LeftOut['nearest'] {
  const first = wish.firstDays[0];
  const last = wish.firstDays.at(-1);
  if (!first || !last) return null;
  for (let off = 1; off <= LOOK_AROUND_DAYS; off++)
    for (const firstDay of [addDays(last, off), addDays(first, -off)])
      for (const unitId of wish.unitIds) if (board.fits(wish, { unitId, firstDay })) return { unitId, firstDay, daysOff: off };
  return null;
}

/** The most frequent reason on days on which the site is open: that it is closed on Sunday explains nothing. */
function whatStandsInTheWay(all: readonly (readonly PlacementRefusal[])[]): PlacementRefusal | null {
  const open = all.filter((refusals) => !refusals.some(({ code }) => code === 'SITE_CLOSED'));
  const first = (open.length ? open : all).flatMap((refusals) => refusals.slice(0, 1));
  const groups = [...Map.groupBy(first, ({ code }) => code).values()].sort((a, b) => b.length - a.length);
  return groups[0]?.[0] ?? null;
}

const away = (a: Day, b: Day) => Math.abs(daysBetween(a, b));
/** First days on which a stay of so many days lies inside a window and, when given, inside a period. */
export function firstDaysIn(
  { earliestDay, latestDay, days }: { earliestDay: Day; latestDay: Day; days: number },
  within: DayRange,
): Day[] {
  const from = within.firstDay > earliestDay ? within.firstDay : earliestDay;
  const to = within.lastDay < latestDay ? within.lastDay : latestDay;
  const found: Day[] = [];
  for (let day = from; addDays(day, days - 1) <= to; day = addDays(day, 1)) found.push(day);
  return found;
}
