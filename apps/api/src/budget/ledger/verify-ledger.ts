import { STAGES } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { requireOfficer } from '../officer.js';
import { LedgerCheck, type Difference } from './ledger.entities.js';

/** More than anybody reads; the first ones show where it went wrong. */
const MOST_SHOWN = 200;

const PAPER_STAGES = STAGES.filter((stage) => stage !== 'AVAILABLE');
const unpivot = (table: string, id: string, stages: readonly string[]) =>
  `SELECT ${id} AS id, v.account, v.cents FROM ${table}, LATERAL (VALUES ${stages
    .map((stage) => `('${stage}', ${table}.${stage.toLowerCase()})`)
    .join(', ')}) AS v(account, cents)`;

/** Every balance as it is kept beside what the postings make it, in one reading of the journal. */
const DIFFERENCES = `
WITH moves AS (
  SELECT line_id, from_account AS account, from_paper AS paper, -cents AS cents, booked_on FROM posting
  UNION ALL SELECT line_id, to_account, to_paper, cents, booked_on FROM posting),
rebuilt AS (
  SELECT 'LINE' AS what, line_id AS id, account, sum(cents) AS cents FROM moves WHERE account <> 'OUTSIDE' GROUP BY 2, 3
  UNION ALL SELECT 'MONTH', line_id, to_char(booked_on, 'YYYY-MM ') || account, sum(cents) FROM moves WHERE account <> 'OUTSIDE' GROUP BY 2, 3
  UNION ALL SELECT 'PAPER', paper, account, sum(cents) FROM moves WHERE paper IS NOT NULL GROUP BY 2, 3
  UNION ALL SELECT 'AGREEMENT', l.agreement_id, 'ALLOTTED', -sum(m.cents) FROM moves m JOIN budget_line l ON l.id = m.line_id
             WHERE m.account = 'OUTSIDE' GROUP BY 2
  UNION ALL SELECT 'INVOICE', invoice_id, 'PAID', sum(cents) FROM payment GROUP BY 2
  UNION ALL SELECT 'INVOICE', credits_id, 'CREDITED', sum(payable_cents) FROM invoice WHERE credits_id IS NOT NULL GROUP BY 2),
kept AS (
  SELECT 'LINE' AS what, each.* FROM (${unpivot('line_balance', 'line_id', STAGES)}) each
  UNION ALL SELECT 'MONTH', m.line_id, to_char(m.month, 'YYYY-MM ') || v.account, v.cents FROM line_month m,
             LATERAL (VALUES ${STAGES.map((stage) => `('${stage}', m.${stage.toLowerCase()})`).join(', ')}) AS v(account, cents)
  UNION ALL SELECT 'PAPER', each.* FROM (${unpivot('paper_balance', 'paper_id', PAPER_STAGES)}) each
  UNION ALL SELECT 'AGREEMENT', id, 'ALLOTTED', allotted_cents FROM funding_agreement
  UNION ALL SELECT 'INVOICE', id, 'PAID', paid_cents FROM invoice
  UNION ALL SELECT 'INVOICE', id, 'CREDITED', credited_cents FROM invoice)
SELECT COALESCE(k.what, r.what) AS what, COALESCE(k.id, r.id)::text AS id, COALESCE(k.account, r.account) AS account,
       COALESCE(k.cents, 0)::text AS kept, COALESCE(r.cents, 0)::text AS rebuilt
  FROM kept k FULL JOIN rebuilt r ON r.what = k.what AND r.id = k.id AND r.account = k.account
 WHERE COALESCE(k.cents, 0) <> COALESCE(r.cents, 0)
 ORDER BY 1, 2, 3 LIMIT ${MOST_SHOWN}`;

/** Makes all balances afresh from the postings and compares, at one moment, without keeping anybody waiting. */
export async function findDifferences(manager: EntityManager): Promise<Difference[]> {
  return manager.query<Difference[]>(DIFFERENCES);
}

/** The same, with its outcome on record: what is not clean is an alarm on the screens until a later check is clean. */
export async function verifyLedger(tx: EntityManager, actor: Actor | null): Promise<LedgerCheck> {
  if (actor) requireOfficer(actor);
  const differences = await findDifferences(tx);
  const [{ n }] = await tx.query<[{ n: string }]>('SELECT count(*)::text AS n FROM posting');
  const fields = { checkedBy: actor?.personId ?? null, postings: BigInt(n), clean: differences.length === 0, differences };
  const { identifiers } = await tx.insert(LedgerCheck, fields);
  return (await tx.findOneBy(LedgerCheck, { id: (identifiers[0] as { id: string }).id }))!;
}
