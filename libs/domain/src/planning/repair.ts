import type { UnitWithTime } from '../availability/alternatives.js';
import type { World } from '../availability/unit-availability.js';
import { addDays, type Day, daysBetween } from '../values/days.js';
import { Board, type Slot, type Wish } from './board.js';

/** A booking that can no longer be as it is; its own time is not on the units that are given with it. */
export interface Broken extends Wish {
  readonly unitId: string;
  readonly firstDay: Day;
  /** Units of the same model. */
  readonly unitIds: readonly string[];
}

export interface Mended extends Slot {
  readonly id: string;
  readonly extraKm: number;
  readonly daysOff: number;
  readonly otherUnit: boolean;
}

export interface Repair {
  readonly mended: readonly Mended[];
  readonly lost: readonly string[];
  /** Whether every combination was looked at. */
  readonly proven: boolean;
}

/** What a change weighs: another unit on the same days is hardly noticed, other days are. */
const UNIT_COST = 1;
const DAY_COST = 10;
const KM_COST = 0.01;
const LOST_COST = 10_000;
const MOST_DAYS_OFF = 14;
const MOST_OPTIONS = 24;
const MOST_STEPS = 20_000;

/**
 * The smallest change that gives broken bookings a place again: as many as can be, then the same days on another unit, then
 * the fewest days off, then the shortest way. Branch and bound over their options, up to a number of steps.
 */
export function repair(broken: readonly Broken[], units: readonly UnitWithTime[], world: World, now: number): Repair {
  const board = new Board(units, world, now);
  const options = new Map(broken.map((each) => [each.id, optionsOf(board, each)]));
  const order = [...broken].sort((a, b) => options.get(a.id)!.length - options.get(b.id)!.length || (a.id < b.id ? -1 : 1));
  const least = order.map(({ id }) => options.get(id)![0]?.cost ?? LOST_COST);
  const bound = least.map((_, at) => least.slice(at).reduce((sum, cost) => sum + cost, 0));
  let best: { cost: number; chosen: Map<string, Mended> } = { cost: Infinity, chosen: new Map() };
  let steps = 0;
  const chosen = new Map<string, Mended>();

  const descend = (at: number, cost: number): void => {
    if (steps > MOST_STEPS && best.cost < Infinity) return;
    if (at === order.length) {
      if (cost < best.cost) best = { cost, chosen: new Map(chosen) };
      return;
    }
    if (cost + bound[at]! >= best.cost) return;
    const each = order[at]!;
    for (const option of options.get(each.id)!) {
      steps++;
      if (!board.put(each, option)) continue;
      chosen.set(each.id, option);
      descend(at + 1, cost + option.cost);
      chosen.delete(each.id);
      board.lift(each.id);
    }
    descend(at + 1, cost + LOST_COST);
  };
  descend(0, 0);
  return {
    mended: [...best.chosen.values()].map(({ id, unitId, firstDay, extraKm, daysOff, otherUnit }) => ({
      id,
      unitId,
      firstDay,
      extraKm,
      daysOff,
      otherUnit,
    })),
    lost: broken.filter(({ id }) => !best.chosen.has(id)).map(({ id }) => id),
    proven: steps <= MOST_STEPS,
  };
}

interface Option extends Mended {
  readonly cost: number;
}

function optionsOf(board: Board, each: Broken): Option[] {
  const options: Option[] = [];
  for (let off = 0; off <= MOST_DAYS_OFF; off++) {
    const days = off === 0 ? [each.firstDay] : [addDays(each.firstDay, off), addDays(each.firstDay, -off)];
    for (const firstDay of days)
      for (const unitId of each.unitIds) {
        const { verdict, extraKm } = board.judge(each, { unitId, firstDay });
        if (verdict !== 'FREE_HERE' && verdict !== 'REACHABLE') continue;
        const otherUnit = unitId !== each.unitId;
        const daysOff = Math.abs(daysBetween(each.firstDay, firstDay));
        const cost = (otherUnit ? UNIT_COST : 0) + daysOff * DAY_COST + extraKm * KM_COST;
        options.push({ id: each.id, unitId, firstDay, extraKm, daysOff, otherUnit, cost });
      }
  }
  return options.sort((a, b) => a.cost - b.cost || (a.unitId < b.unitId ? -1 : 1)).slice(0, MOST_OPTIONS);
}
