import { sumOf, type Cents } from './cents.js';
import { POSTING_KINDS, ROUTES, STAGES, type Account, type PostingKind, type Stage } from './stages.js';

/**
 * One move of money inside a budget line: zero-sum by construction. `from` and `to` name the paper that the money stands on in
 * that account: a commitment, an invoice line, an item of a claim; what is available or outside stands on none.
 */
export interface Posting {
  readonly kind: PostingKind;
  readonly lineId: string;
  readonly cents: Cents;
  readonly from: string | null;
  readonly to: string | null;
  /** The posting that this one takes back; it then goes the other way. */
  readonly reverses: string | null;
}

/** Balances of one line by account and of each paper by account, as the database keeps them. */
export interface Balances {
  of(account: Stage, lineId: string): Cents;
  on(paperId: string, account: Stage): Cents;
}

export type LedgerRefusalCode =
  | 'LINE_TOO_SMALL'
  | 'COMMITMENT_TOO_SMALL'
  | 'INVOICE_TOO_SMALL'
  | 'NOT_PAID'
  | 'CLAIM_ITEM_TOO_SMALL'
  | 'AMOUNT_NOT_POSITIVE';

export interface LedgerRefusal {
  readonly code: LedgerRefusalCode;
  readonly lineId: string;
  readonly needed: Cents;
  readonly available: Cents;
}

/** The accounts that a posting goes between. */
export function routeOf({ kind, reverses }: Pick<Posting, 'kind' | 'reverses'>): readonly [from: Account, to: Account] {
  const [from, to] = ROUTES[kind];
  return reverses === null ? [from, to] : [to, from];
}

const TOO_SMALL: Record<Stage, LedgerRefusalCode> = {
  AVAILABLE: 'LINE_TOO_SMALL',
  COMMITTED: 'COMMITMENT_TOO_SMALL',
  INVOICED: 'INVOICE_TOO_SMALL',
  PAID: 'NOT_PAID',
  CLAIMED: 'CLAIM_ITEM_TOO_SMALL',
  CERTIFIED: 'CLAIM_ITEM_TOO_SMALL',
  DEDUCTED: 'CLAIM_ITEM_TOO_SMALL',
};

/** What forbids these postings one after the other, or undefined. The database holds the same by a check on its balances. */
export function findOverdraft(postings: readonly Posting[], balances: Balances): LedgerRefusal | undefined {
  const changes = new Map<string, Cents>();
  const change = (key: string, by: Cents) => {
    const now = (changes.get(key) ?? 0n) + by;
    changes.set(key, now);
    return now;
  };
  for (const posting of postings) {
    const { lineId, cents } = posting;
    if (cents <= 0n) return { code: 'AMOUNT_NOT_POSITIVE', lineId, needed: cents, available: 0n };
    const [from, to] = routeOf(posting);
    if (from !== 'OUTSIDE') {
      // The paper first: a line has as much as all its papers together, which is not what this one has left.
      if (posting.from !== null) {
        const onPaper = balances.on(posting.from, from) + change(`${posting.from} ${from}`, -cents);
        if (onPaper < 0n) return { code: TOO_SMALL[from], lineId, needed: cents, available: onPaper + cents };
      }
      const left = balances.of(from, lineId) + change(`${lineId} ${from}`, -cents);
      if (left < 0n) return { code: TOO_SMALL[from], lineId, needed: cents, available: left + cents };
    }
    if (to !== 'OUTSIDE') {
      change(`${lineId} ${to}`, cents);
      if (posting.to !== null) change(`${posting.to} ${to}`, cents);
    }
  }
  return undefined;
}

/** Every balance made afresh from the postings, by which the kept ones are verified. */
export function rebuild(postings: Iterable<Posting>): Map<string, Cents> {
  const sums = new Map<string, Cents>();
  const add = (key: string, cents: Cents) => sums.set(key, (sums.get(key) ?? 0n) + cents);
  for (const posting of postings) {
    const [from, to] = routeOf(posting);
    for (const [account, paper, cents] of [
      [from, posting.from, -posting.cents],
      [to, posting.to, posting.cents],
    ] as const) {
      if (account === 'OUTSIDE') continue;
      add(`${posting.lineId} ${account}`, cents);
      if (paper !== null) add(`${paper} ${account}`, cents);
    }
  }
  return sums;
}

/** The amount of a line that takes room: what cannot be recovered of the VAT belongs to the cost. */
export function roomOf({ net, vat, recoverableVat }: { net: Cents; vat: Cents; recoverableVat: Cents }): Cents {
  return net + vat - recoverableVat;
}

/** The accounts after each stage, through which the money of the stage has gone: certified and deducted are two ends. */
const LATER: Record<Stage, readonly Stage[]> = {
  AVAILABLE: STAGES,
  COMMITTED: ['COMMITTED', 'INVOICED', 'PAID', 'CLAIMED', 'CERTIFIED', 'DEDUCTED'],
  INVOICED: ['INVOICED', 'PAID', 'CLAIMED', 'CERTIFIED', 'DEDUCTED'],
  PAID: ['PAID', 'CLAIMED', 'CERTIFIED', 'DEDUCTED'],
  CLAIMED: ['CLAIMED', 'CERTIFIED', 'DEDUCTED'],
  CERTIFIED: ['CERTIFIED'],
  DEDUCTED: ['DEDUCTED'],
};

/** A stage as it is shown: with all that went on from it. Through AVAILABLE is the budget itself. */
export function throughStage(balance: (stage: Stage) => Cents, stage: Stage): Cents {
  return sumOf(LATER[stage].map(balance));
}

/**
 * The kinds of posting that change a stage as it is shown, and how: 1 brings money into it from before, -1 takes it out again.
 * Added up with their signs, reversals the other way round, they are the stage to the cent.
 */
export function movesThrough(stage: Stage): ReadonlyMap<PostingKind, 1 | -1> {
  const inside = (account: Account) => account !== 'OUTSIDE' && LATER[stage].includes(account);
  const found = new Map<PostingKind, 1 | -1>();
  for (const kind of POSTING_KINDS) {
    const [from, to] = ROUTES[kind].map(inside);
    if (from !== to) found.set(kind, to ? 1 : -1);
  }
  return found;
}
