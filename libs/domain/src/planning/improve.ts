import { addDays } from '../values/days.js';
import { seededRandom } from '../values/seeded-random.js';
import type { Board, Slot } from './board.js';
import type { TourWish } from './tours.js';

export interface Effort {
  readonly seed: number;
  readonly rounds: number;
  /** Ends it before the rounds are over. */
  readonly over?: () => boolean;
}

/** How far round a slot that is forced the other stays of its unit are taken up. */
const AROUND_DAYS = 4;
/** How many that have no place look again in a round. */
const MOST_OTHERS = 8;

/**
 * Forces a wish that has no place into one of its slots, takes up what stands there, lets everything without a place look
 * again, and keeps what is worth more (large neighbourhood search, after Shaw 1998), under the one availability function.
 */
export function improveTours(board: Board, wishes: readonly TourWish[], { seed, rounds, over = () => false }: Effort): void {
  const random = seededRandom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const waiting = () =>
    wishes.filter(
      ({ id, firstDays, unitIds, hopeless }) => !hopeless && !board.placed.has(id) && firstDays.length > 0 && unitIds.length > 0,
    );
  const byId = new Map(wishes.map((wish) => [wish.id, wish]));
  for (let round = 0; round < rounds && !over(); round++) {
    const without = waiting();
    if (without.length === 0) return;
    const forced = pick(without);
    const slot = { unitId: pick(forced.unitIds), firstDay: pick(forced.firstDays) };
    const from = addDays(slot.firstDay, -AROUND_DAYS);
    const to = addDays(slot.firstDay, forced.days + AROUND_DAYS);
    const lifted = [...board.placed.values()].filter(
      (held) =>
        held.slot.unitId === slot.unitId && held.slot.firstDay <= to && addDays(held.slot.firstDay, held.wish.days) >= from,
    );
    for (const { wish } of lifted) board.lift(wish.id);
    if (!board.put(forced, slot)) {
      restore(board, [], lifted);
      continue;
    }
    const added = [forced];
    const others = shuffled(without, random)
      .filter(({ id, unitIds }) => id !== forced.id && unitIds.includes(slot.unitId))
      .slice(0, MOST_OTHERS);
    const again = [...lifted.map(({ wish }) => byId.get(wish.id)!), ...others];
    for (const wish of random() < 0.5 ? again.toSorted((a, b) => b.worth - a.worth) : shuffled(again, random)) {
      const goes = shuffled(slotsOf(wish), random).find((each) => board.put(wish, each));
      if (goes) added.push(wish);
    }
    const before = lifted.reduce((sum, { wish }) => sum + byId.get(wish.id)!.worth, 0);
    const after = added.reduce((sum, { worth }) => sum + worth, 0);
    // What is worth as much is kept as well: it may lead on.
    if (after < before) restore(board, added, lifted);
  }
}

function restore(
  board: Board,
  added: readonly TourWish[],
  lifted: readonly { wish: Parameters<Board['put']>[0]; slot: Slot }[],
): void {
  for (const { id } of added) board.lift(id);
  for (const { wish, slot } of lifted) board.put(wish, slot);
}

const slotsOf = ({ unitIds, firstDays }: TourWish): Slot[] =>
  unitIds.flatMap((unitId) => firstDays.map((firstDay) => ({ unitId, firstDay })));

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
