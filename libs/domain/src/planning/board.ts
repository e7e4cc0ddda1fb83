import type { UnitWithTime } from '../availability/alternatives.js';
import {
  type Ask,
  type Availability,
  availability,
  type Taken,
  turnaroundOf,
  type World,
} from '../availability/unit-availability.js';
import { addDays, type Day } from '../values/days.js';
import { periodOfDays } from '../values/period.js';

/** A stay that is thought of: who gets what, where, for how many days in a row. */
export interface Wish {
  readonly id: string;
  readonly siteId: string;
  readonly days: number;
  readonly groupSize: number | null;
}

export interface Slot {
  readonly unitId: string;
  readonly firstDay: Day;
}

/** Units with the time they are taken, on which stays can be tried: the one availability function judges each. */
export class Board {
  private readonly units: Map<string, { unit: UnitWithTime['unit']; occupancies: readonly Taken[] }>;
  private readonly slots = new Map<string, { wish: Wish; slot: Slot }>();

  constructor(
    units: readonly UnitWithTime[],
    private readonly world: World,
    private readonly now: number,
  ) {
    this.units = new Map(units.map(({ unit, occupancies }) => [unit.id, { unit, occupancies }]));
  }

  get placed(): ReadonlyMap<string, { readonly wish: Wish; readonly slot: Slot }> {
    return this.slots;
  }

  judge(wish: Wish, { unitId, firstDay }: Slot): Availability {
    const { unit, occupancies } = this.units.get(unitId)!;
    return availability(unit, occupancies, this.ask(wish, firstDay), this.world);
  }

  fits(wish: Wish, slot: Slot): boolean {
    const { verdict } = this.judge(wish, slot);
    return verdict === 'FREE_HERE' || verdict === 'REACHABLE';
  }

  /** Puts a stay down that fits; false when it does not. */
  put(wish: Wish, slot: Slot): boolean {
    if (!this.fits(wish, slot)) return false;
    const own = this.units.get(slot.unitId)!;
    const { period } = this.ask(wish, slot.firstDay);
    const { before, after } = turnaroundOf(own.unit, period, this.world);
    const stay: Taken = { id: wish.id, kind: 'STAY', siteId: wish.siteId, reservationId: wish.id, ...period };
    const rows = [before, after].flatMap((each) => (each ? [turnaround(wish.id, each)] : []));
    own.occupancies = [...own.occupancies, stay, ...rows].sort((a, b) => a.start - b.start);
    this.slots.set(wish.id, { wish, slot });
    return true;
  }

  /** Takes it off again. */
  lift(wishId: string): void {
    const held = this.slots.get(wishId);
    if (!held) return;
    const own = this.units.get(held.slot.unitId)!;
    own.occupancies = own.occupancies.filter(({ reservationId }) => reservationId !== wishId);
    this.slots.delete(wishId);
  }

  private ask(wish: Wish, firstDay: Day): Ask {
    const lastDay = addDays(firstDay, wish.days - 1);
    const { siteId, groupSize } = wish;
    return { firstDay, lastDay, period: periodOfDays(firstDay, lastDay), siteId, groupSize, now: this.now, beyondRounds: true };
  }
}

const turnaround = (id: string, { start, end }: { start: number; end: number }): Taken => ({
  id: `${id}:${start}`,
  kind: 'TURNAROUND',
  siteId: null,
  reservationId: id,
  start,
  end,
});
