import { UnreadableCoda } from './statement.js';

const LENGTH = 128;

/** A record of 128 characters, with its fields by their position as the standard counts: from 1, both ends included. */
export class CodaLine {
  readonly kind: string;

  constructor(
    private readonly text: string,
    readonly fileLine: number,
  ) {
    // Some programs take away the spaces at the end.
    if (text.trimEnd().length > LENGTH) throw new UnreadableCoda('LINE_TOO_LONG', fileLine, String(text.length), String(LENGTH));
    this.text = text.padEnd(LENGTH);
    this.kind = ['2', '3'].includes(this.text[0]!) ? this.text.slice(0, 2) : this.text[0]!;
  }

  raw(from: number, to: number): string {
    return this.text.slice(from - 1, to);
  }

  at(from: number, to = from): string {
    return this.raw(from, to).trim();
  }

  /** Fifteen digits, the last three behind the point. A third decimal that says something is no euro amount. */
  cents(from: number): bigint {
    const found = this.raw(from, from + 14);
    if (!/^\d{14}0$/.test(found)) throw new UnreadableCoda('NOT_AN_AMOUNT', this.fileLine, found);
    return BigInt(found.slice(0, 14));
  }

  /** An amount behind its sign: 0 for credit, 1 for debit. */
  signed(signAt: number, from: number): bigint {
    const sign = this.raw(signAt, signAt);
    if (sign !== '0' && sign !== '1') throw new UnreadableCoda('NOT_AN_AMOUNT', this.fileLine, this.raw(signAt, from + 14));
    const cents = this.cents(from);
    return sign === '1' ? -cents : cents;
  }

  /** DDMMYY. */
  day(from: number): string {
    const found = this.raw(from, from + 5);
    const day = `20${found.slice(4)}-${found.slice(2, 4)}-${found.slice(0, 2)}`;
    const at = new Date(`${day}T00:00:00Z`);
    if (!/^\d{6}$/.test(found) || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day))
      throw new UnreadableCoda('NOT_A_DAY', this.fileLine, found);
    return day;
  }

  dayOrNone(from: number): string | null {
    return /^[0 ]{6}$/.test(this.raw(from, from + 5)) ? null : this.day(from);
  }
}
