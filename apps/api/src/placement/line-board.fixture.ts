import type { PlanBoard, Time } from './plan-board.fixture.js';

interface Entry extends Time {
  readonly unit: number;
  readonly who: string;
  state: string;
  booking: number | null;
}

/** The waiting list and series on the plan board, by trying in the order in which people came. */
export class LineBoard {
  private readonly entries: Entry[] = [];

  constructor(private readonly board: PlanBoard) {}

  states(): string[] {
    return this.entries.map(({ state }) => state);
  }

  join(unit: number, time: Time, who: string): string[] {
    const lasting = this.board.objectionsTo(unit, time).filter((code) => code === 'SITE_CLOSED');
    if (lasting.length) return lasting;
    const same = (each: Entry) =>
      each.who === who && each.site === time.site && each.first === time.first && each.last === time.last;
    if (this.entries.some((each) => same(each) && ['WAITING', 'OFFERED'].includes(each.state))) return ['ALREADY_EXISTS'];
    this.entries.push({ ...time, unit, who, state: 'WAITING', booking: null });
    return [];
  }

  /** A look along the line: what became of offers, then an offer for each wish that fits. Gives the entries that got one. */
  look(): number[] {
    for (const entry of this.entries) {
      if (entry.state !== 'OFFERED') continue;
      const state = this.board.states()[entry.booking!]!;
      if (state !== 'HELD') entry.state = state === 'EXPIRED' ? 'LAPSED' : 'ACCEPTED';
    }
    const offered: number[] = [];
    for (const [at, entry] of this.entries.entries()) {
      if (entry.state !== 'WAITING' || this.board.create([entry.unit], entry, 'HELD').length > 0) continue;
      Object.assign(entry, { state: 'OFFERED', booking: this.board.states().length - 1 });
      offered.push(at);
    }
    return offered;
  }

  answer(at: number, yes: boolean): string[] {
    const entry = this.entries[at];
    if (!entry) return ['NOT_FOUND'];
    if (entry.state === 'LAPSED') return ['HOLD_EXPIRED'];
    if (entry.state !== 'OFFERED') return ['STATE_CHANGED'];
    const codes = this.board.decide(entry.booking!, yes ? 'submit' : 'release');
    if (codes.length === 0) entry.state = yes ? 'ACCEPTED' : 'DECLINED';
    return codes;
  }

  /** All or none, or the possible ones: the refusal, and how many were booked. */
  series(unit: number, times: readonly Time[], all: boolean): { codes: string[]; booked: number } {
    let booked = 0;
    let first: string[] = [];
    for (const time of times) {
      const codes = this.board.create([unit], time, 'SUBMITTED');
      if (codes.length === 0) booked++;
      else if (first.length === 0) first = codes;
      if (codes.length > 0 && all) {
        this.board.undo(booked);
        return { codes, booked: 0 };
      }
    }
    return { codes: booked === 0 ? first : [], booked };
  }
}
