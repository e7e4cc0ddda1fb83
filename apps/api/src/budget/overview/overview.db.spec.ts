import { addDays, dayOf, monthOf } from '@karavaan/domain';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { makePerson } from '../../../test/factories.js';
import { type Budget, euro, openBudget } from '../budget.fixture.js';
import { closeMonth } from '../deciding/close-month.js';
import { requestTransfer } from '../deciding/request-transfer.js';
import type { BudgetLine, FundingAgreement } from '../funding/funding.entities.js';
import { findDifferences, verifyLedger } from '../ledger/verify-ledger.js';
import { ProcurementThreshold } from '../papers/papers.entities.js';

const SLOW_MS = 60_000;
const today = dayOf(Date.now());
let app: TestApp;
let budget: Budget;
let officer: string;
let running: FundingAgreement;
let closed: FundingAgreement;
let line: BudgetLine;
let other: BudgetLine;

beforeAll(async () => {
  app = await startTestApp();
  budget = await openBudget(app.database);
  officer = await app.signInAs(await makePerson(budget.manager, { role: 'BUDGET_OFFICER' }));
  running = await budget.agreement({ eligibleFrom: addDays(today, -400), eligibleTo: addDays(today, 120) });
  closed = await budget.agreement({
    eligibleFrom: '2024-01-01',
    eligibleTo: '2024-12-31',
    finalPaymentOn: addDays(today, -1_600),
  });
  [line, other] = (await budget.lines([1_000, 500], running)) as [BudgetLine, BudgetLine];
  const old = await budget.line(700, closed);
  // 600 ordered 200 days ago, 400 of it invoiced 100 days ago, of which 150 is paid 60 days ago.
  const commitmentId = await budget.done(budget.order(line.id, 600, { orderedOn: addDays(today, -200) }));
  const part = budget.charged(line.id, 400, { commitmentId });
  const invoiceId = await budget.done(budget.invoice([part], { issuedOn: addDays(today, -100) }));
  await budget.done(budget.pay(invoiceId, 150, { paidOn: addDays(today, -60) }));
  const late = await budget.done(budget.invoice([budget.charged(old.id, 300)], { issuedOn: '2024-11-02' }));
  await budget.done(budget.pay(late, 300, { paidOn: '2024-12-03' }));
}, SLOW_MS);
afterAll(() => app.close());

const ask = async <T>(query: string, variables: object = {}): Promise<T> => {
  const { data, errors } = await app.graphql(query, variables, officer);
  expect(errors).toBeUndefined();
  return data as unknown as T;
};

interface Point {
  day: string;
  planned: string;
  committed: string | null;
  paid: string | null;
  p10: string | null;
  p50: string | null;
  p90: string | null;
}

async function curveOf(agreement: FundingAgreement): Promise<Point[]> {
  const { envelope } = await ask<{ envelope: { agreements: { id: string; absorption: Point[] }[] } }>(
    `{ envelope(code: "ENV") { agreements { id absorption { day planned committed paid p10 p50 p90 } } } }`,
  );
  return envelope.agreements.find(({ id }) => id === agreement.id)!.absorption;
}

test('the curve of a window that is open ends today in what is paid, and goes on as a forecast to its last day', async () => {
  const curve = await curveOf(running);
  const seen = curve.filter(({ paid }) => paid !== null);
  expect(seen.at(-1)).toMatchObject({ day: today, committed: '60000', paid: '15000', p50: null });
  const before = seen.findLast(({ day }) => day < addDays(today, -60));
  expect(before).toMatchObject({ paid: '0' });
  const last = curve.at(-1)!;
  expect(last).toMatchObject({ day: running.eligibleTo, paid: null, planned: '150000' });
  expect(BigInt(last.p10!) <= BigInt(last.p50!) && BigInt(last.p50!) <= BigInt(last.p90!)).toBe(true);
  // What is invoiced is paid in every run: it took 40 days before, and 120 are left.
  expect(BigInt(last.p10!)).toBeGreaterThanOrEqual(40_000n);
  expect(await curveOf(running)).toEqual(curve);
});

test('the curve of a window that closed has no forecast', async () => {
  const curve = await curveOf(closed);
  expect(curve.every(({ p50 }) => p50 === null)).toBe(true);
  expect(curve.findLast(({ day }) => day <= '2024-12-31')).toMatchObject({ paid: '30000', planned: '70000' });
});

test('months are what the postings move, are verified with the balances, and can be written by the trigger alone', async () => {
  const { budgetMonths } = await ask<{ budgetMonths: { month: string; paid: string; committed: string }[] }>(
    '{ budgetMonths { month committed paid } }',
  );
  const sum = (of: 'paid' | 'committed') => budgetMonths.reduce((all, month) => all + BigInt(month[of]), 0n);
  expect([sum('paid'), sum('committed')]).toEqual([45_000n, 90_000n]);
  expect(budgetMonths.find(({ month }) => month === '2024-12-01')).toMatchObject({ paid: '30000', committed: '0' });
  await expect(budget.database.app.query('UPDATE line_month SET paid = 0')).rejects.toMatchObject({
    driverError: { code: '42501' },
  });
  await budget.rows(`UPDATE line_month SET paid = paid + 1 WHERE month = '2024-12-01' AND paid > 0`);
  expect(await findDifferences(budget.manager)).toMatchObject([{ what: 'MONTH', account: '2024-12 PAID', kept: '30001' }]);
  await budget.rows(`UPDATE line_month SET paid = paid - 1 WHERE month = '2024-12-01' AND paid > 0`);
  await budget.requireClean();
});

test('the postings of a figure add up to it', async () => {
  const sums = await ask<Record<string, string>>(
    `query ($filter: PostingFilter) { budget: postingSum(through: AVAILABLE, filter: $filter) committed: postingSum(through: COMMITTED, filter: $filter)
       invoiced: postingSum(through: INVOICED, filter: $filter) paid: postingSum(through: PAID, filter: $filter) }`,
    { filter: { lineId: line.id } },
  );
  expect(sums).toEqual({ budget: '100000', committed: '60000', invoiced: '40000', paid: '15000' });
  const { postings } = await ask<{ postings: { edges: { node: { kind: string } }[] } }>(
    `query ($filter: PostingFilter) { postings(filter: $filter, sort: { by: "id" }) { edges { node { kind } } } }`,
    { filter: { lineId: line.id, through: 'INVOICED' } },
  );
  expect(postings.edges.map(({ node }) => node.kind)).toEqual(['INVOICE']);
});

test('tells what needs attention, and stops when it is settled', async () => {
  const alerts = async () =>
    (
      await ask<{ budgetAlerts: { kind: string; aboutId: string | null; cents: string | null }[] }>(
        '{ budgetAlerts { kind aboutId cents } }',
      )
    ).budgetAlerts;
  const kinds = async () => (await alerts()).map(({ kind }) => kind);
  expect(await kinds()).toEqual(
    expect.arrayContaining(['LEDGER_UNCHECKED', 'INVOICES_OLD', 'WINDOW_CLOSING', 'CLAIMABLE', 'DURABILITY_SOON']),
  );
  await budget.done((tx) => verifyLedger(tx, budget.officer));
  expect(await kinds()).not.toContain('LEDGER_UNCHECKED');

  await budget.manager.save(ProcurementThreshold, [
    { procedure: 'LOW_VALUE' as const, validFrom: '2020-01-01', belowCents: euro(20), source: 'test' },
    { procedure: 'OPEN' as const, validFrom: '2020-01-01', belowCents: null, source: 'test' },
  ]);
  const light = { procedure: 'LOW_VALUE', estimateCents: euro(20), orderedOn: today };
  const crossed = await budget.done(budget.order(line.id, 350, light));
  const asked = { fromLineId: other.id, toLineId: line.id, cents: euro(7), reason: 'Nodig' };
  await budget.done((tx) => requestTransfer(tx, budget.officer, { ...asked, idempotencyKey: budget.nextKey() }));
  const found = await alerts();
  // 950 of 1,000 is taken.
  expect(found.find(({ kind }) => kind === 'LINE_NEARLY_FULL')).toMatchObject({ aboutId: line.id, cents: '5000' });
  expect(found.find(({ kind }) => kind === 'THRESHOLD_CROSSED')).toMatchObject({ aboutId: crossed });
  expect(found.find(({ kind }) => kind === 'TRANSFERS_WAIT')).toMatchObject({ cents: '700' });
  expect(found.find(({ kind }) => kind === 'INVOICES_OLD')).toMatchObject({ cents: '25000' });

  await budget.rows(`UPDATE line_balance SET paid = paid + 1 WHERE line_id = '${line.id}'`);
  await budget.done((tx) => verifyLedger(tx, budget.officer));
  expect((await kinds())[0]).toBe('LEDGER_DIFFERS');
  await budget.rows(`UPDATE line_balance SET paid = paid - 1 WHERE line_id = '${line.id}'`);
});

test('a month that is closed is shown so, and later corrections land in the open one', async () => {
  const month = monthOf(addDays(monthOf(today), -1));
  await budget.done((tx) => closeMonth(tx, budget.officer, month));
  const { budgetMonths } = await ask<{ budgetMonths: { month: string; closed: boolean; closable: boolean }[] }>(
    '{ budgetMonths { month closed closable } }',
  );
  expect(budgetMonths[0]).toMatchObject({ month: monthOf(today), closed: false, closable: false });
  expect(budgetMonths[1]).toMatchObject({ month, closed: true, closable: false });
  await budget.done(budget.order(other.id, 10, { orderedOn: addDays(month, 2) }));
  const { now } = await ask<{ now: { committed: string }[] }>('{ now: budgetMonths { month committed } }');
  expect(BigInt(now[0]!.committed)).toBeGreaterThanOrEqual(1_000n);
});

test('the trail of the budget is for who reads it, and holds nothing else', async () => {
  const { budgetTrail } = await ask<{
    budgetTrail: { totalCount: number; edges: { node: { entity: string; action: string } }[] };
  }>('{ budgetTrail(first: 100) { totalCount edges { node { entity action } } } }');
  expect(budgetTrail.edges.map(({ node }) => node.action)).toEqual(expect.arrayContaining(['commitment.add', 'month.close']));
  const { only } = await ask<{ only: { totalCount: number } }>('{ only: budgetTrail(entity: "person") { totalCount } }');
  expect(only.totalCount).toBe(0);
  const { later } = await ask<{ later: { totalCount: number } }>(
    `query ($from: Date) { later: budgetTrail(from: $from) { totalCount } }`,
    { from: addDays(today, 2) },
  );
  expect(later.totalCount).toBe(0);
  const coordinator = await app.signInAs(await makePerson(budget.manager));
  for (const query of [
    '{ budgetTrail { totalCount } }',
    '{ budgetAlerts { kind } }',
    '{ budgetMonths { month } }',
    '{ leadDays { seen } }',
  ]) {
    const { errors } = await app.graphql(query, {}, coordinator);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  }
});
