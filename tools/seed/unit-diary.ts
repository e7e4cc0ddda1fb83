import { availability, instantAt, periodOfDays, type Period, type Taken, turnaroundOf } from '@karavaan/domain';
import { plusDays, type Day } from './days.ts';
import type { DemoUnit, DemoWorld } from './demo-world.ts';

export type Stay = { siteId: string; firstDay: Day; lastDay: Day; groupSize: number | null };

/** What a unit has taken on so far; whatever goes in is allowed by the one availability rule. */
export class UnitDiary {
  readonly unit: DemoUnit;
  readonly #world: DemoWorld['world'];
  readonly #now: number;
  readonly #taken: Taken[] = [];

  /** @param from the first day of the diary, which sees all that follows as the future */
  constructor(unit: DemoUnit, world: DemoWorld['world'], from: Day) {
    this.unit = unit;
    this.#world = world;
    this.#now = instantAt(plusDays(from, -7), '00:00');
  }

  /** Where the unit stands after all that it has taken on. */
  get lastSiteId(): string {
    return this.#taken.findLast(({ kind }) => kind === 'STAY')?.siteId ?? this.unit.homeSiteId;
  }

  /** Takes the stay on if it is available. */
  tryStay({ siteId, firstDay, lastDay, groupSize }: Stay, reservationId: string): boolean {
    const period = periodOfDays(firstDay, lastDay);
    const ask = { firstDay, lastDay, period, siteId, groupSize, now: this.#now };
    const { verdict } = availability(this.unit, this.#taken, ask, this.#world);
    if (verdict === 'UNAVAILABLE') return false;
    this.#add({ ...period, id: reservationId, kind: 'STAY', siteId, reservationId });
    const { before, after } = turnaroundOf(this.unit, period, this.#world);
    for (const work of [before, after])
      if (work) this.#add({ ...work, id: `${reservationId} ${work.start}`, kind: 'TURNAROUND', siteId: null, reservationId });
    return true;
  }

  /** Takes working days for maintenance where it stands, after all that it has taken on. */
  tryMaintenance(firstDay: Day, lastDay: Day): Period | undefined {
    const period = periodOfDays(firstDay, lastDay);
    const working = this.#world.transport.isOpen(firstDay) && this.#world.transport.isOpen(lastDay);
    if (!working || this.#taken.some(({ end }) => end > period.start)) return undefined;
    this.#add({ ...period, id: crypto.randomUUID(), kind: 'MAINTENANCE', siteId: null, reservationId: null });
    return period;
  }

  #add(taken: Taken): void {
    const later = this.#taken.findIndex(({ start }) => start > taken.start);
    this.#taken.splice(later < 0 ? this.#taken.length : later, 0, taken);
  }
}
