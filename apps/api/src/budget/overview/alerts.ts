import {
  dayOf,
  durableUntil,
  isTooLight,
  judgeAlerts,
  OLD_DAYS,
  procedureNeeded,
  retainUntil,
  type Alert,
  type ProcedureName,
} from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { amountsOf } from '../amounts.js';
import type { FundingAgreement } from '../funding/funding.entities.js';
import { lastPaymentOf } from '../funding/funding.resolver.js';
import { linesOfAgreements, standingOfLines } from '../funding/loads.js';
import { LedgerCheck } from '../ledger/ledger.entities.js';
import { thresholds } from '../papers/loads.js';
import { CLAIMABLE } from '../paying/list-paying.js';
import { absorptionOf } from './absorption.js';

interface Heap {
  readonly count: number;
  readonly cents: bigint;
}

/** What an officer should know of these agreements; a fixed number of queries, none of which reads the journal. */
export async function readAlerts(
  manager: EntityManager,
  agreements: readonly FundingAgreement[],
  loaders: Loaders,
): Promise<Alert[]> {
  const today = dayOf(Date.now());
  const ids = agreements.map(({ id }) => id);
  const [check] = await manager.find(LedgerCheck, { order: { at: 'DESC' }, take: 1 });
  const claimable = await claimableOf(manager, ids);
  return judgeAlerts({
    today,
    check: check ? { on: dayOf(check.at.getTime()), clean: check.clean, differences: check.differences.length } : null,
    agreements: await Promise.all(agreements.map((each) => agreementFacts(each, claimable.get(each.id) ?? 0n, loaders, today))),
    lines: await lineFacts(ids, loaders),
    oldInvoices: await oldInvoices(manager, ids),
    crossed: await crossedOrders(manager, ids, loaders),
    transfers: await waitingTransfers(manager, ids),
  });
}

async function agreementFacts(agreement: FundingAgreement, claimable: bigint, loaders: Loaders, today: string) {
  const { id, name, eligibleFrom, eligibleTo } = agreement;
  const from = agreement.finalPaymentOn ?? (await loaders.of(lastPaymentOf).load(id));
  const lines = await loaders.of(linesOfAgreements).load(id);
  const standings = await Promise.all(lines.map((line) => loaders.of(standingOfLines).load(line.id)));
  const budget = standings.reduce((sum, standing) => sum + amountsOf(standing).budget, 0n);
  const paid = standings.reduce((sum, standing) => sum + amountsOf(standing).paid, 0n);
  const points = today >= eligibleFrom && today <= eligibleTo ? await absorptionOf(agreement, loaders, today) : [];
  const expected = points.at(-1)?.p50 ?? null;
  // The room of a flat rate is never paid: it follows what is declared.
  const flat = lines.reduce((sum, line, at) => sum + (line.flatRateBasisPoints === null ? 0n : standings[at]!.AVAILABLE), 0n);
  return {
    id,
    name,
    eligibleFrom,
    eligibleTo,
    durableUntil: from && agreement.durabilityYears > 0 ? durableUntil(agreement, from) : null,
    retainUntil: from && retainUntil(agreement, from),
    unpaid: budget - paid,
    notUsed: expected === null ? null : budget - flat - expected,
    claimable,
  };
}

async function lineFacts(ids: readonly string[], loaders: Loaders) {
  const lines = (await Promise.all(ids.map((id) => loaders.of(linesOfAgreements).load(id)))).flat();
  const standings = await Promise.all(lines.map(({ id }) => loaders.of(standingOfLines).load(id)));
  return lines.map(({ id, agreementId, code, flatRateBasisPoints }, at) => {
    const { budget, left } = amountsOf(standings[at]!);
    return { id, agreementId, code, budget, left, flatRate: flatRateBasisPoints !== null };
  });
}

async function oldInvoices(manager: EntityManager, ids: readonly string[]): Promise<Heap> {
  const [found] = await manager.query<[{ count: number; cents: string }]>(
    `SELECT count(*)::int AS count, COALESCE(sum(i.payable_cents - i.credited_cents - i.paid_cents), 0)::text AS cents FROM invoice i
      WHERE i.kind = 'INVOICE' AND NOT i.taken_back AND i.payable_cents > i.credited_cents + i.paid_cents
        AND i.issued_on <= (now() AT TIME ZONE 'Europe/Brussels')::date - ${OLD_DAYS}
        AND EXISTS (SELECT 1 FROM invoice_part p JOIN budget_line l ON l.id = p.line_id
                     WHERE p.invoice_id = i.id AND l.agreement_id = ANY($1::uuid[]))`,
    [ids],
  );
  return { count: found.count, cents: BigInt(found.cents) };
}

async function crossedOrders(manager: EntityManager, ids: readonly string[], loaders: Loaders) {
  const rows = await manager.query<
    { id: string; number: number; cents: string; procedure: ProcedureName; estimate: string; day: string }[]
  >(
    `SELECT c.id, c.number, c.cents::text AS cents, c.procedure, c.estimate_cents::text AS estimate,
            COALESCE(c.awarded_on, c.ordered_on)::text AS day
       FROM commitment c JOIN budget_line l ON l.id = c.line_id
      WHERE l.agreement_id = ANY($1::uuid[]) AND c.procedure IS NOT NULL AND c.estimate_cents IS NOT NULL ORDER BY c.number DESC`,
    [ids],
  );
  const table = await loaders.of(thresholds).load('');
  return rows
    .filter(({ procedure, estimate, day }) => {
      const needed = procedureNeeded(BigInt(estimate), day, table);
      return needed && isTooLight(procedure, needed);
    })
    .map(({ id, number, cents }) => ({ id, number, cents: BigInt(cents) }));
}

async function waitingTransfers(manager: EntityManager, ids: readonly string[]): Promise<Heap> {
  const [found] = await manager.query<[{ count: number; cents: string }]>(
    `SELECT count(*)::int AS count, COALESCE(sum(t.cents), 0)::text AS cents FROM transfer t JOIN budget_line l ON l.id = t.from_line_id
      WHERE t.state = 'REQUESTED' AND l.agreement_id = ANY($1::uuid[])`,
    [ids],
  );
  return { count: found.count, cents: BigInt(found.cents) };
}

/** What was paid inside the window of each agreement and can be declared now. */
async function claimableOf(manager: EntityManager, ids: readonly string[]): Promise<Map<string, bigint>> {
  const rows = await manager.query<{ id: string; cents: string }[]>(
    `SELECT a.id, sum(LEAST(b.paid, t.eligible_cents))::text AS cents
       FROM paper_balance b JOIN expenditure t ON t.id = b.paper_id JOIN budget_line l ON l.id = b.line_id
       JOIN funding_agreement a ON a.id = l.agreement_id
      WHERE b.paid > 0 AND a.id = ANY($1::uuid[]) AND ${CLAIMABLE} GROUP BY a.id`,
    [ids],
  );
  return new Map(rows.map(({ id, cents }) => [id, BigInt(cents)]));
}
