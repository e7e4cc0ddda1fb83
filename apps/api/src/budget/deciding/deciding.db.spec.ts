import { addDays, dayOf, monthOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { actorOf, makePerson } from '../../../test/factories.js';
import type { Actor } from '../../auth/actor.js';
import { type Budget, euro, openBudget } from '../budget.fixture.js';
import { activateVersion } from '../funding/activate-version.js';
import { addBudgetVersion, changeBudgetVersion } from '../funding/save-version.js';
import { Posting } from '../ledger/ledger.entities.js';
import { verifyLedger } from '../ledger/verify-ledger.js';
import { closeMonth } from './close-month.js';
import { approveTransfer, rejectTransfer, withdrawTransfer } from './decide-transfer.js';
import { endStandIn, nameStandIn } from './name-stand-in.js';
import { requestTransfer } from './request-transfer.js';

let budget: Budget;
beforeAll(async () => (budget = await openBudget()));
afterAll(() => budget.database.drop());

const today = dayOf(Date.now());
const ask =
  (fromLineId: string, toLineId: string, amount: number, by: Actor = budget.officer) =>
  (tx: EntityManager) =>
    requestTransfer(tx, by, {
      idempotencyKey: budget.nextKey(),
      fromLineId,
      toLineId,
      cents: euro(amount),
      reason: 'Meer nodig',
    });

test('a transfer moves room once a second person agrees, within one agreement and never more than there is', async () => {
  const [a, b] = await budget.lines([100, 0]);
  const elsewhere = await budget.line(5);
  expect(await budget.codes(ask(a!.id, b!.id, 100.01))).toEqual(['BUDGET_LINE_TOO_SMALL']);
  expect(await budget.codes(ask(a!.id, elsewhere.id, 1))).toEqual(['OTHER_AGREEMENT']);
  expect(await budget.codes(ask(a!.id, b!.id, 0))).toEqual(['AMOUNT_NOT_POSITIVE']);
  const id = await budget.done(ask(a!.id, b!.id, 60));
  expect(await budget.standing(a!.id)).toEqual({ available: 100 });
  expect(await budget.codes((tx) => approveTransfer(tx, budget.officer, id, 1))).toEqual(['OWN_REQUEST']);
  expect(await budget.codes((tx) => approveTransfer(tx, budget.planner, id, 1))).toEqual(['NOT_ALLOWED']);
  const late = await budget.done(ask(a!.id, b!.id, 60));
  await budget.done((tx) => approveTransfer(tx, budget.second, id, 1));
  expect([await budget.standing(a!.id), await budget.standing(b!.id)]).toEqual([{ available: 40 }, { available: 60 }]);
  expect(await budget.codes((tx) => approveTransfer(tx, budget.second, id, 2))).toEqual(['STATE_CHANGED']);
  expect(await budget.codes((tx) => approveTransfer(tx, budget.second, late, 1))).toEqual(['BUDGET_LINE_TOO_SMALL']);
  expect(await budget.codes((tx) => rejectTransfer(tx, budget.second, late, 1, ''))).toEqual(['INVALID_INPUT']);
  await budget.done((tx) => rejectTransfer(tx, budget.second, late, 1, 'Te laat'));
  const third = await budget.done(ask(a!.id, b!.id, 1));
  expect(await budget.codes((tx) => withdrawTransfer(tx, budget.second, third, 1))).toEqual(['NOT_ALLOWED']);
  await budget.done((tx) => withdrawTransfer(tx, budget.officer, third, 1));
});

test('a named stand-in approves during an absence, and never what the absent one asked', async () => {
  const [a, b] = await budget.lines([100, 0]);
  const absent = actorOf(await makePerson(budget.manager, { role: 'BUDGET_OFFICER' }));
  const standIn = actorOf(await makePerson(budget.manager, { role: 'PLANNER' }));
  const days = { firstDay: today, lastDay: addDays(today, 3) };
  const name = (by: Actor, standInId: string | null) =>
    budget.codes((tx) => nameStandIn(tx, by, { idempotencyKey: budget.nextKey(), standInId: standInId!, ...days }));
  const coordinator = await makePerson(budget.manager);
  expect(await name(standIn, absent.personId)).toEqual(['NOT_ALLOWED']);
  expect(await name(absent, coordinator.id)).toEqual(['INVALID_INPUT']);
  const mine = await budget.done(ask(a!.id, b!.id, 10, absent));
  const others = await budget.done(ask(a!.id, b!.id, 20));
  expect(await budget.codes((tx) => approveTransfer(tx, standIn, others, 1))).toEqual(['NOT_ALLOWED']);
  const standInId = standIn.personId!;
  const id = await budget.done((tx) => nameStandIn(tx, absent, { idempotencyKey: budget.nextKey(), standInId, ...days }));
  expect(await budget.codes((tx) => approveTransfer(tx, standIn, mine, 1))).toEqual(['OWN_REQUEST']);
  expect(await budget.codes((tx) => approveTransfer(tx, standIn, others, 1))).toBe('done');
  await budget.done((tx) => endStandIn(tx, absent, id));
  const after = await budget.done(ask(a!.id, b!.id, 20));
  expect(await budget.codes((tx) => approveTransfer(tx, standIn, after, 1))).toEqual(['NOT_ALLOWED']);
});

test('a new version divides anew, what is spent stays, and what is active or closed does not change', async () => {
  const agreement = await budget.agreement({ amountCents: euro(300) });
  const [a, b] = await budget.lines([200, 100], agreement);
  await budget.done(budget.order(a!.id, 150));
  const plan = (first: number, second: number, by = budget.officer) =>
    addInput(agreement.id, [
      { lineId: a!.id, cents: euro(first) },
      { lineId: b!.id, cents: euro(second) },
    ])(by);
  expect(await budget.codes(plan(201, 100))).toEqual(['AGREEMENT_TOO_SMALL']);
  expect(await budget.codes(plan(-1, 100))).toEqual(['AMOUNT_NOT_POSITIVE']);
  const tooLow = await budget.done(plan(149, 151));
  expect(await budget.codes((tx) => activateVersion(tx, budget.officer, tooLow, 1))).toEqual(['OWN_REQUEST']);
  expect(await budget.codes((tx) => activateVersion(tx, budget.second, tooLow, 1))).toEqual(['BUDGET_LINE_TOO_SMALL']);
  const id = await budget.done(plan(160, 140));
  await budget.done((tx) => activateVersion(tx, budget.second, id, 1));
  expect(await budget.standing(a!.id)).toEqual({ available: 10, committed: 150 });
  expect(await budget.standing(b!.id)).toEqual({ available: 140 });
  const change = (tx: EntityManager) =>
    changeBudgetVersion(tx, budget.officer, { id, version: 2, reason: 'x', lines: [{ lineId: a!.id, cents: 1n }] });
  expect(await budget.codes(change)).toEqual(['VERSION_CLOSED']);
});

const addInput = (agreementId: string, lines: { lineId: string; cents: bigint }[]) => (by: Actor) => (tx: EntityManager) =>
  addBudgetVersion(tx, by, { idempotencyKey: budget.nextKey(), agreementId, reason: 'Nieuw', lines });

test('what comes after a month is closed lands in the open month', async () => {
  const line = await budget.line(100);
  await budget.done(budget.order(line.id, 10, { orderedOn: '2025-01-15' }));
  expect(await budget.codes((tx) => closeMonth(tx, budget.officer, today))).toEqual(['MONTH_NOT_OVER']);
  expect(await budget.codes((tx) => closeMonth(tx, budget.planner, '2025-02-10'))).toEqual(['NOT_ALLOWED']);
  await budget.done((tx) => closeMonth(tx, budget.officer, '2025-02-10'));
  expect(await budget.codes((tx) => closeMonth(tx, budget.officer, '2025-02-01'))).toEqual(['MONTH_CLOSED']);
  const late = await budget.done(budget.order(line.id, 10, { orderedOn: '2025-01-20' }));
  expect(await budget.manager.findOneByOrFail(Posting, { toPaper: late })).toMatchObject({ bookedOn: '2025-03-01' });
  // Also for what does not ask the program.
  await expect(
    budget.database.app.query(
      `INSERT INTO posting (act, act_key, position, kind, line_id, from_account, to_account, cents, booked_on)
       VALUES ('x', 'x', 0, 'WITHDRAW', $1, 'AVAILABLE', 'OUTSIDE', 1, '2025-02-28')`,
      [line.id],
    ),
  ).rejects.toThrow('the month is closed');
  expect(monthOf(today) > '2025-03-01').toBe(true);
});

test('the application can add postings and nothing else, and a balance that somebody touched raises an alarm', async () => {
  const line = await budget.line(100);
  const { app, owner } = budget.database;
  for (const sql of [
    'UPDATE posting SET cents = 1',
    'DELETE FROM posting',
    'TRUNCATE posting',
    'UPDATE line_balance SET available = 1',
    'INSERT INTO line_balance (line_id) VALUES (gen_random_uuid())',
    'UPDATE paper_balance SET paid = 1',
    'UPDATE funding_agreement SET allotted_cents = 0',
    'UPDATE invoice_line SET allocated_basis_points = 0',
    'UPDATE ledger_check SET clean = true',
    'DELETE FROM closed_month',
  ])
    await expect(app.query(sql)).rejects.toThrow('permission denied');
  expect(await budget.done((tx) => verifyLedger(tx, budget.officer))).toMatchObject({ clean: true, differences: [] });
  await owner.query('UPDATE line_balance SET available = available + 1 WHERE line_id = $1', [line.id]);
  expect(await budget.done((tx) => verifyLedger(tx, null))).toMatchObject({
    clean: false,
    differences: [{ what: 'LINE', id: line.id, account: 'AVAILABLE', kept: '10001', rebuilt: '10000' }],
  });
  await owner.query('UPDATE line_balance SET available = available - 1 WHERE line_id = $1', [line.id]);
  expect(await budget.codes((tx) => verifyLedger(tx, budget.planner))).toEqual(['NOT_ALLOWED']);
});

test('a reversal mirrors its posting, once, and money stands on the papers of its own line', async () => {
  const [a, b] = await budget.lines([100, 100]);
  const commitmentId = await budget.done(budget.order(a!.id, 10));
  await budget.done(budget.order(b!.id, 10));
  const { id } = await budget.manager.findOneByOrFail(Posting, { toPaper: commitmentId });
  const insert = (
    key: string,
    lineId: string,
    kind: string,
    from: string,
    to: string,
    cents: number,
    paper: string,
    reverses: string | null,
  ) =>
    budget.database.app.query(
      `INSERT INTO posting (act, act_key, position, kind, line_id, from_account, to_account, cents, from_paper, reverses, booked_on)
       VALUES ('x', $1, 0, $2, $3, $4, $5, $6, $7, $8, '2026-01-05')`,
      [key, kind, lineId, from, to, cents, paper, reverses],
    );
  await expect(insert('r1', a!.id, 'COMMIT', 'COMMITTED', 'AVAILABLE', 999, commitmentId, id)).rejects.toThrow('mirrors');
  await expect(insert('r2', b!.id, 'RELEASE', 'COMMITTED', 'AVAILABLE', 1, commitmentId, null)).rejects.toThrow('of this line');
  await expect(insert('r3', a!.id, 'RELEASE', 'INVOICED', 'AVAILABLE', 1, commitmentId, null)).rejects.toThrow('posting_route');
  await insert('r4', a!.id, 'COMMIT', 'COMMITTED', 'AVAILABLE', 1_000, commitmentId, id);
  await expect(insert('r5', a!.id, 'COMMIT', 'COMMITTED', 'AVAILABLE', 1_000, commitmentId, id)).rejects.toThrow(
    'posting_reversed_once',
  );
  expect(await budget.standing(a!.id)).toEqual({ available: 100 });
});
