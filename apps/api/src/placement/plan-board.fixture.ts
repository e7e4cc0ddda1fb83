/**
 * An independent picture of what the program should do: a board of half hours per unit, small enough to try every
 * moment. It shares no code with the domain and knows neither SQL nor calendars beyond weekdays.
 */
export type Verb = 'submit' | 'confirm' | 'reject' | 'release' | 'cancel' | 'reinstate';

export const PACK = 30;
export const SETUP = 60;
/** Minutes between the sites; all multiples of half an hour, and never shorter by a detour. */
export const WAY: Record<number, Record<number, number>> = {
  0: { 1: 60, 2: 90 },
  1: { 0: 60, 2: 120 },
  2: { 0: 90, 1: 120 },
};
export const MODEL_SITES = [
  { from: '08:00', to: '17:00', weekdays: [1, 2, 3, 4, 5] },
  { from: '08:00', to: '12:00', weekdays: [1, 2, 3, 4, 5] },
  { from: '07:00', to: '20:00', weekdays: [1, 2, 3, 4, 5, 6] },
] as const as readonly { from: string; to: string; weekdays: number[] }[];
const SHIFT = { from: '07:00', to: '17:30', weekdays: [1, 2, 3, 4, 5] };
const HOME = 0;
/** What a careful model needs: an hour of the van's hours before each loan, and two after it. */
const HALF_HOURS_BEFORE = 2;
const HALF_HOURS_AFTER = 4;

/** Half hours since midnight of the Monday a week before the first day. */
const PER_DAY = 48;
const LEAD_DAYS = 7;
const slotAt = (day: number, time: string) =>
  (day + LEAD_DAYS) * PER_DAY + Number(time.slice(0, 2)) * 2 + (time.slice(3) === '30' ? 1 : 0);
const isOpenDay = (rule: { weekdays: number[] }, day: number) => rule.weekdays.includes((((day % 7) + 7) % 7) + 1);

/** Whether a half hour lies within opening hours. */
function openIn(rule: { from: string; to: string; weekdays: number[] }, slot: number): boolean {
  const day = Math.floor(slot / PER_DAY) - LEAD_DAYS;
  return isOpenDay(rule, day) && slot >= slotAt(day, rule.from) && slot < slotAt(day, rule.to);
}
/** Whether a moment lies within opening hours, the closing time included. */
const openAt = (rule: (typeof MODEL_SITES)[number], slot: number) => openIn(rule, slot) || openIn(rule, slot - 1);
/** Whether all half hours of a stretch that stays within one day are open. */
function openThrough(rule: (typeof MODEL_SITES)[number], start: number, slots: number): boolean {
  for (let slot = start; slot < start + slots; slot++) if (!openIn(rule, slot)) return false;
  return true;
}

export interface Time {
  readonly site: number;
  readonly first: number;
  readonly last: number;
}
interface Booking extends Time {
  units: readonly number[];
  state: string;
  before: string | null;
}
interface Block extends Time {
  unit: number;
  active: boolean;
}
interface Piece {
  readonly start: number;
  readonly end: number;
}
const LIVE = ['HELD', 'SUBMITTED', 'CONFIRMED'];
/** A stay with the working half hours that a careful model needs round it, counted one by one. */
function withWork(time: Time): Piece {
  let { start, end } = span(time);
  for (let left = HALF_HOURS_BEFORE; left > 0;) if (openIn(SHIFT, --start)) left--;
  for (let left = HALF_HOURS_AFTER; left > 0; end++) if (openIn(SHIFT, end)) left--;
  return { start, end };
}
const meet = (a: Piece, b: Piece) => a.start < b.end && b.start < a.end;
const span = (time: Time): Piece => ({ start: slotAt(time.first, '08:00'), end: slotAt(time.last, '17:00') });

export class PlanBoard {
  /** @param careful the model needs time before and after each loan */
  constructor(private readonly careful = false) {}

  private readonly bookings: Booking[] = [];
  private readonly blocks: Block[] = [];
  private readonly ended = new Set<number>();
  /** Of each broken unit the last day on which it is, or null where nobody knows. */
  private readonly broken = new Map<number, number | null>();
  /** Of each inspected unit the last day of its validity. */
  private readonly valid = new Map<number, number>();

  states(): string[] {
    return this.bookings.map((booking) => booking.state);
  }

  create(units: readonly number[], time: Time, state: 'HELD' | 'SUBMITTED' | 'CONFIRMED'): string[] {
    const codes = this.objections(units, time);
    if (codes.length === 0) this.bookings.push({ ...time, units, state, before: null });
    return codes;
  }

  change(index: number, time: Time, planner: boolean): string[] {
    const booking = this.bookings[index]!;
    const same = booking.site === time.site && booking.first === time.first && booking.last === time.last;
    if (booking.state === 'EXPIRED') return [this.ended.has(index) ? 'STATE_CHANGED' : 'HOLD_EXPIRED'];
    if (!LIVE.includes(booking.state)) return ['STATE_CHANGED'];
    if (same) return [];
    const codes = this.objections(booking.units, time, booking);
    if (codes.length) return codes;
    const state = booking.state === 'CONFIRMED' && !planner ? 'SUBMITTED' : booking.state;
    Object.assign(booking, time, { state });
    return [];
  }

  /** Another unit of the model in the place of one, on the same or on other days. */
  replan(index: number, from: number, to: number, time: Pick<Time, 'first' | 'last'>): string[] {
    const booking = this.bookings[index]!;
    if (booking.state === 'EXPIRED') return [this.ended.has(index) ? 'STATE_CHANGED' : 'HOLD_EXPIRED'];
    if (!LIVE.includes(booking.state)) return ['STATE_CHANGED'];
    if (!booking.units.includes(from)) return ['STATE_CHANGED'];
    if (from !== to && booking.units.includes(to)) return ['INVALID_INPUT'];
    const units = booking.units.map((unit) => (unit === from ? to : unit));
    const codes = this.objections(units, { ...time, site: booking.site }, booking);
    if (codes.length === 0) Object.assign(booking, { units, first: time.first, last: time.last });
    return codes;
  }

  breaks(unit: number, until: number | null = null): void {
    this.broken.set(unit, until);
  }

  repaired(unit: number): void {
    this.broken.delete(unit);
  }

  inspected(unit: number, until: number): void {
    this.valid.set(unit, until);
  }

  decide(index: number, verb: Verb): string[] {
    const booking = this.bookings[index]!;
    const { state } = booking;
    if (state === 'EXPIRED') {
      const aboutHolds = verb === 'submit' || verb === 'release';
      return [aboutHolds || !this.ended.has(index) ? 'HOLD_EXPIRED' : 'STATE_CHANGED'];
    }
    const from: Record<Verb, string[]> = {
      submit: ['HELD'],
      release: ['HELD'],
      confirm: ['SUBMITTED'],
      reject: ['SUBMITTED'],
      cancel: ['SUBMITTED', 'CONFIRMED'],
      reinstate: ['CANCELLED'],
    };
    if (!from[verb].includes(state)) return ['STATE_CHANGED'];
    if (verb === 'submit' || verb === 'confirm' || verb === 'reinstate') {
      const codes = this.objections(booking.units, booking, booking);
      if (codes.length) return codes;
    }
    const to: Record<Verb, string> = {
      submit: 'SUBMITTED',
      release: 'EXPIRED',
      confirm: 'CONFIRMED',
      reject: 'REJECTED',
      cancel: 'CANCELLED',
      reinstate: booking.before ?? '',
    };
    booking.before = verb === 'cancel' ? state : null;
    booking.state = to[verb];
    return [];
  }

  /** Takes back the bookings that were written last. */
  undo(count: number): void {
    this.bookings.splice(this.bookings.length - count, count);
  }

  /** Why a unit cannot be there then, without writing. */
  objectionsTo(unit: number, time: Time): string[] {
    return this.objections([unit], time);
  }

  passHold(index: number): void {
    if (this.bookings[index]!.state === 'HELD') this.bookings[index]!.state = 'EXPIRED';
  }

  /** Some other write has ended this hold, whose time was over: what is asked of it now is told its state. */
  sawEnded(index: number): void {
    this.ended.add(index);
  }

  block(unit: number, time: Time): string[] {
    const period = span(time);
    const codes = this.inTheWay(unit, period, period);
    if (codes.length) return codes;
    const next = this.stays(unit).find((stay) => span(stay).start >= period.end);
    const added: Block = { ...time, unit, active: true };
    this.blocks.push(added);
    if (next && this.objections([unit], next, next).includes('TOO_FAR_BEFORE')) {
      this.blocks.pop();
      return ['TOO_FAR_AFTER'];
    }
    return [];
  }

  unblock(index: number): string[] {
    const block = this.blocks[index];
    if (!block?.active) return ['NOT_FOUND'];
    block.active = false;
    return [];
  }

  private stays(unit: number, except?: Booking): Booking[] {
    return this.bookings
      .filter((booking) => booking !== except && booking.units.includes(unit) && LIVE.includes(booking.state))
      .sort((a, b) => a.first - b.first);
  }

  private whole(time: Time): Piece {
    return this.careful ? withWork(time) : span(time);
  }

  private taken(unit: number, except?: Booking): Piece[] {
    const blocks = this.blocks.filter((block) => block.active && block.unit === unit);
    return [...this.stays(unit, except).map((stay) => this.whole(stay)), ...blocks.map(span)];
  }

  /** What of others meets a stay, and what meets the time round it; what is only made ready then is no stay. */
  private inTheWay(unit: number, period: Piece, around: Piece, except?: Booking): string[] {
    const blocks = this.blocks.filter((block) => block.active && block.unit === unit).map(span);
    const used = [...this.stays(unit, except).map(span), ...blocks];
    const work = this.stays(unit, except).flatMap((stay) => {
      const [{ start, end }, inner] = [this.whole(stay), span(stay)];
      return [
        { start, end: inner.start },
        { start: inner.end, end },
      ].filter((piece) => piece.start < piece.end);
    });
    const codes = new Set<string>();
    if (used.some((piece) => meet(piece, period))) codes.add('UNIT_TAKEN');
    if (used.some((piece) => meet(piece, around) && !meet(piece, period)) || work.some((piece) => meet(piece, around)))
      codes.add('TURNAROUND');
    return [...codes].sort();
  }

  /** Why some units cannot be at a site on some days, by trying. */
  private objections(units: readonly number[], time: Time, except?: Booking): string[] {
    const codes = new Set<string>();
    const period = span(time);
    for (const day of [time.first, time.last]) if (!isOpenDay(MODEL_SITES[time.site]!, day)) codes.add('SITE_CLOSED');
    for (const unit of units) {
      if (this.broken.has(unit) && time.first <= (this.broken.get(unit) ?? Number.POSITIVE_INFINITY)) codes.add('UNIT_DEFECT');
      if (time.last > (this.valid.get(unit) ?? Number.POSITIVE_INFINITY)) codes.add('INSPECTION_EXPIRED');
      const around = this.whole(time);
      const inTheWay = this.inTheWay(unit, period, around, except);
      for (const code of inTheWay) codes.add(code);
      if (inTheWay.length) continue;
      const taken = this.taken(unit, except);
      const before = this.stays(unit, except).findLast((stay) => span(stay).end <= period.start);
      const after = this.stays(unit, except).find((stay) => span(stay).start >= period.end);
      const gapIn = { start: before ? span(before).end : 0, end: around.start };
      if (!canMove(before?.site ?? HOME, time.site, gapIn, taken)) codes.add('TOO_FAR_BEFORE');
      if (after && !canMove(time.site, after.site, { start: around.end, end: span(after).start }, taken))
        codes.add('TOO_FAR_AFTER');
    }
    return [...codes].sort();
  }
}

/** Tries every half hour of each uninterrupted free stretch of the gap: pack, then drive, then set up. */
function canMove(from: number, to: number, gap: Piece, taken: readonly Piece[]): boolean {
  if (from === to) return true;
  const isFree = (slot: number) => !taken.some((piece) => piece.start <= slot && slot < piece.end);
  for (let start = gap.start; start < gap.end; start++) {
    if (!isFree(start)) continue;
    let end = start;
    while (end < gap.end && isFree(end)) end++;
    if (fits(from, to, start, end)) return true;
    start = end;
  }
  return false;
}

function fits(from: number, to: number, start: number, end: number): boolean {
  const [pack, drive, setup] = [PACK / 30, WAY[from]![to]! / 30, SETUP / 30];
  const [leaving, reached] = [MODEL_SITES[from]!, MODEL_SITES[to]!];
  const first = (after: number, test: (slot: number) => boolean) => {
    for (let slot = after; slot < end; slot++) if (test(slot)) return slot;
    return Number.POSITIVE_INFINITY;
  };
  const packs = first(start, (slot) => openThrough(leaving, slot, pack));
  const drives = first(
    packs + pack,
    (slot) => openAt(leaving, slot) && openThrough(SHIFT, slot, drive) && openAt(reached, slot + drive),
  );
  const setsUp = first(drives + drive, (slot) => openThrough(reached, slot, setup));
  return setsUp + setup <= end;
}
