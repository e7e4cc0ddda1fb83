/** One movement on the account: above zero came in, below zero went out. */
export interface Movement {
  /** Its number in the statement, and of a part of a batch the number of the part. */
  readonly sequence: string;
  readonly fileLine: number;
  readonly cents: bigint;
  readonly bookedOn: string;
  readonly valuedOn: string | null;
  readonly bankReference: string;
  /** Twelve digits of a structured communication. */
  readonly communication: string | null;
  readonly message: string;
  readonly counterpartyName: string;
  readonly counterpartyAccount: string;
}

export interface Statement {
  readonly account: string;
  readonly currency: string;
  readonly holder: string;
  /** The bank's number of it within the year. */
  readonly number: string;
  readonly oldBalanceCents: bigint;
  readonly oldBalanceOn: string;
  readonly newBalanceCents: bigint;
  readonly newBalanceOn: string;
  readonly movements: readonly Movement[];
}

export type CodaProblem =
  | 'NOT_CODA'
  | 'LINE_TOO_LONG'
  | 'UNEXPECTED_RECORD'
  | 'NOT_AN_AMOUNT'
  | 'NOT_A_DAY'
  | 'BALANCE_DIFFERS'
  | 'TOTAL_DIFFERS'
  | 'COUNT_DIFFERS'
  | 'CUT_OFF';

/** A file that cannot be trusted; nothing of it is taken. `found` and `expected` as the file would write them. */
export class UnreadableCoda extends Error {
  constructor(
    readonly problem: CodaProblem,
    readonly fileLine: number,
    readonly found = '',
    readonly expected = '',
  ) {
    super(`${problem} at line ${fileLine}`);
  }
}
