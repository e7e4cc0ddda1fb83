import {
  bookingDay,
  findOverdraft,
  monthOf,
  routeOf,
  writeAmount,
  type Cents,
  type LedgerRefusal,
  type Posting as Draft,
  type Stage,
} from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import type { RefusalCode } from '../../platform/graphql/enums.js';
import { refuse } from '../../platform/refuse.js';
import { Posting } from './ledger.entities.js';

/** What is done, under a key that makes it happen once, and the day it belongs to. */
export interface Act {
  readonly act: string;
  readonly key: string;
  readonly day: string;
}

const CODES: Record<LedgerRefusal['code'], RefusalCode> = {
  LINE_TOO_SMALL: 'BUDGET_LINE_TOO_SMALL',
  COMMITMENT_TOO_SMALL: 'COMMITMENT_TOO_SMALL',
  INVOICE_TOO_SMALL: 'INVOICE_TOO_SMALL',
  NOT_PAID: 'NOT_PAID',
  CLAIM_ITEM_TOO_SMALL: 'CLAIM_ITEM_TOO_SMALL',
  AMOUNT_NOT_POSITIVE: 'AMOUNT_NOT_POSITIVE',
};

/** An amount as it is said in a refusal. */
export const said = (cents: Cents) => `€ ${writeAmount(cents)}`;

/** What a posting says; what it leaves out is none. */
export type Move = Pick<Draft, 'kind' | 'lineId' | 'cents'> & Partial<Draft>;

/**
 * Adds postings, all or none, in the transaction of what they record. The lines are locked in the order of their ids, the domain
 * says what is too little, and the checks on the balances hold it whatever was read.
 * @returns the day on which they are booked: that of the act, or the first of the open month
 */
export async function post(tx: EntityManager, actor: Actor | null, act: Act, moves: readonly Move[]): Promise<string> {
  const drafts = moves.map((move): Draft => ({ from: null, to: null, reverses: null, ...move }));
  const bookedOn = await openDay(tx, act.day);
  if (drafts.length === 0) return bookedOn;
  const lineIds = [...new Set(drafts.map(({ lineId }) => lineId))].toSorted();
  await lockLines(tx, lineIds);
  const refusal = findOverdraft(drafts, await readBalances(tx, lineIds, drafts));
  if (refusal) {
    const { code, lineId, needed, available } = refusal;
    refuse(CODES[code], { budgetLineId: lineId, needed: said(needed), available: said(available) });
  }
  await tx
    .createQueryBuilder()
    .insert()
    .into(Posting)
    .values(
      drafts.map((draft, position) => {
        const [fromAccount, toAccount] = routeOf(draft);
        const { kind, lineId, cents, from, to, reverses } = draft;
        return {
          act: act.act,
          actKey: act.key,
          position,
          kind,
          lineId,
          cents,
          fromAccount,
          toAccount,
          fromPaper: from,
          toPaper: to,
          reverses,
          bookedOn,
          createdBy: actor?.personId ?? null,
        };
      }),
    )
    .updateEntity(false)
    .execute();
  return bookedOn;
}

/** One order for all: what takes several lines waits for nobody who waits for it. */
export async function lockLines(tx: EntityManager, lineIds: readonly string[]): Promise<void> {
  await tx.query('SELECT 1 FROM budget_line WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [lineIds]);
}

async function readBalances(tx: EntityManager, lineIds: readonly string[], drafts: readonly Draft[]) {
  const lines = await tx.query<Record<string, string>[]>(`SELECT * FROM line_balance WHERE line_id = ANY($1::uuid[])`, [lineIds]);
  const paperIds = [...new Set(drafts.flatMap(({ from }) => from ?? []))];
  const papers = paperIds.length
    ? await tx.query<Record<string, string>[]>(`SELECT * FROM paper_balance WHERE paper_id = ANY($1::uuid[])`, [paperIds])
    : [];
  const byLine = new Map(lines.map((row) => [row['line_id'], row]));
  const byPaper = new Map(papers.map((row) => [row['paper_id'], row]));
  const cents = (row: Record<string, string> | undefined, stage: Stage) => BigInt(row?.[stage.toLowerCase()] ?? 0);
  return {
    of: (stage: Stage, lineId: string) => cents(byLine.get(lineId), stage),
    on: (paperId: string, stage: Stage) => cents(byPaper.get(paperId), stage),
  };
}

/** Waits for a closing of months that is under way, and holds the next one up until this transaction ends. */
async function openDay(tx: EntityManager, day: string): Promise<string> {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(hashtextextended('ledger.months', 0))`);
  const rows = await tx.query<{ month: string }[]>(`SELECT month::text FROM closed_month WHERE month >= $1`, [monthOf(day)]);
  return bookingDay(day, new Set(rows.map(({ month }) => month)));
}
