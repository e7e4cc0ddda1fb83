import { addDays, dayOf } from '@karavaan/domain';
import { type Budget, euro, openBudget } from '../budget.fixture.js';
import type { BudgetLine, FundingAgreement } from '../funding/funding.entities.js';
import { Claim, ClaimItem, ClaimShare, Expenditure, Payment } from '../paying/paying.entities.js';
import { takeBackPayment } from '../paying/take-back-payment.js';
import { certifyClaim } from './certify-claim.js';
import { addClaimItems, changeClaimItem, removeClaimItem } from './claim-items.js';
import { startControl, takeBackClaim } from './control-claim.js';
import { openClaim } from './open-claim.js';
import { submitClaim } from './submit-claim.js';

let budget: Budget;
beforeAll(async () => (budget = await openBudget()));
afterEach(() => budget.requireClean());
afterAll(() => budget.database.drop());

async function paid(line: BudgetLine, amount: number, more: object = {}, paying: object = {}): Promise<string> {
  const id = await budget.done(budget.invoice([{ ...budget.charged(line.id, amount), ...more }]));
  await budget.done(budget.pay(id, amount, paying));
  return id;
}
const draft = async (agreement: FundingAgreement, title = '') =>
  budget.done((tx) => openClaim(tx, budget.officer, { idempotencyKey: budget.nextKey(), agreementId: agreement.id, title }));
const claimOf = (id: string) => budget.manager.findOneByOrFail(Claim, { id });
const itemsOf = (claimId: string) => budget.manager.find(ClaimItem, { where: { claimId }, order: { declaredCents: 'ASC' } });
const fill = async (id: string, more: object = {}) =>
  budget.done(async (tx) => addClaimItems(tx, budget.officer, { claimId: id, version: (await claimOf(id)).version, ...more }));
const submit = async (id: string) => budget.done(async (tx) => submitClaim(tx, budget.officer, id, (await claimOf(id)).version));
const control = async (id: string) =>
  budget.done(async (tx) => startControl(tx, budget.officer, id, (await claimOf(id)).version));
const certify = async (id: string, verdicts: Parameters<typeof certifyClaim>[2]['verdicts'] = []) =>
  budget.codes(async (tx) => certifyClaim(tx, budget.officer, { id, version: (await claimOf(id)).version, verdicts }));

test('a payment is never more than the invoice, and a partial one pays each part in proportion', async () => {
  const [a, b] = await budget.lines([100, 100]);
  const charges = [
    { lineId: a!.id, basisPoints: 3_333 },
    { lineId: b!.id, basisPoints: 6_667 },
  ];
  const id = await budget.done(budget.invoice([{ ...budget.charged(a!.id, 100), charges }]));
  expect(await budget.codes(budget.pay(id, 100.01))).toEqual(['PAYMENT_OVER_INVOICE']);
  await budget.done(budget.pay(id, 33.33));
  await budget.done(budget.pay(id, 33.33));
  await budget.done(budget.pay(id, 33.34));
  expect(await budget.standing(a!.id)).toEqual({ available: 66.67, paid: 33.33 });
  expect(await budget.standing(b!.id)).toEqual({ available: 33.33, paid: 66.67 });
  expect(await budget.codes(budget.pay(id, 0.01))).toEqual(['PAYMENT_OVER_INVOICE']);
  expect(await budget.codes(budget.pay(id, 1, { paidOn: addDays(dayOf(Date.now()), 1) }))).toEqual(['INVALID_INPUT']);
});

test('a payment that was entered wrongly is taken back once', async () => {
  const line = await budget.line(100);
  const id = await paid(line, 80);
  const payment = await budget.manager.findOneByOrFail(Payment, { invoiceId: id });
  await budget.done((tx) => takeBackPayment(tx, budget.officer, payment.id));
  expect(await budget.standing(line.id)).toEqual({ available: 20, invoiced: 80 });
  expect(await budget.codes((tx) => takeBackPayment(tx, budget.officer, payment.id))).toEqual(['STATE_CHANGED']);
  await budget.done(budget.pay(id, 80));
  expect(await budget.standing(line.id)).toEqual({ available: 20, paid: 80 });
});

test('a claim holds what is paid inside the window, freezes it, and is certified, deducted and parked to the cent', async () => {
  const agreement = await budget.agreement({ eligibleFrom: '2025-01-01', eligibleTo: '2025-12-31' });
  const line = await budget.line(1_000, agreement);
  await paid(line, 100);
  await paid(line, 200);
  await paid(line, 300, {}, { paidOn: '2026-01-01' });
  const id = await draft(agreement, 'Najaar');
  await fill(id);
  expect((await itemsOf(id)).map(({ declaredCents }) => declaredCents)).toEqual([euro(100), euro(200)]);
  const late = await budget.manager.findOneByOrFail(Expenditure, { lineId: line.id, cents: euro(300) });
  expect(
    await budget.codes((tx) => addClaimItems(tx, budget.officer, { claimId: id, version: 2, expenditureIds: [late.id] })),
  ).toEqual(['OUTSIDE_WINDOW']);

  await submit(id);
  expect(await claimOf(id)).toMatchObject({ state: 'SUBMITTED', declaredCents: euro(300) });
  expect(await budget.standing(line.id)).toEqual({ available: 400, paid: 300, claimed: 300 });
  const [first, last] = await itemsOf(id);
  const item = { claimId: id, version: 3, itemId: first!.id };
  expect(await budget.codes((tx) => removeClaimItem(tx, budget.officer, item))).toEqual(['CLAIM_FROZEN']);
  expect(await budget.codes((tx) => changeClaimItem(tx, budget.officer, { ...item, cents: 1n }))).toEqual(['CLAIM_FROZEN']);
  await expect(budget.database.app.query('DELETE FROM claim_item WHERE id = $1', [first!.id])).rejects.toThrow(
    'the claim is submitted',
  );
  await expect(budget.database.app.query('UPDATE claim_item SET declared_cents = 1 WHERE id = $1', [first!.id])).rejects.toThrow(
    'the claim is submitted',
  );

  await control(id);
  const verdict = {
    itemId: last!.id,
    certifiedCents: euro(120),
    deductedCents: euro(30),
    parkedCents: euro(49.99),
    verdict: 'Bon',
  };
  expect(await certify(id, [verdict])).toEqual(['PARTS_DIFFER_FROM_DECLARED']);
  expect(await certify(id, [{ ...verdict, parkedCents: euro(50) }])).toBe('done');
  expect(await budget.standing(line.id)).toEqual({ available: 400, paid: 350, certified: 220, deducted: 30 });

  // What was parked may be declared again; what was deducted never.
  const again = await draft(agreement);
  await fill(again);
  expect((await itemsOf(again)).map(({ declaredCents }) => declaredCents)).toEqual([euro(50)]);
  await submit(again);
  await control(again);
  expect(await certify(again)).toBe('done');
  expect(await budget.standing(line.id)).toEqual({ available: 400, paid: 300, certified: 270, deducted: 30 });
});

test('what one claim declares no other one can, and a claim is taken back until control begins', async () => {
  const agreement = await budget.agreement();
  const line = await budget.line(100, agreement);
  await paid(line, 60);
  const [one, two] = [await draft(agreement), await draft(agreement)];
  const [{ id: expenditureId }] = (await budget.manager.findBy(Expenditure, { lineId: line.id })) as [Expenditure];
  await fill(one, { expenditureIds: [expenditureId] });
  await fill(two, { expenditureIds: [expenditureId] });
  await submit(one);
  expect(await budget.codes((tx) => submitClaim(tx, budget.officer, two, 2))).toEqual(['NOT_CLAIMABLE']);
  await budget.done((tx) => takeBackClaim(tx, budget.officer, one, 3));
  expect(await budget.standing(line.id)).toEqual({ available: 40, paid: 60 });
  await submit(two);
  expect(await budget.codes((tx) => submitClaim(tx, budget.officer, one, 4))).toEqual(['NOT_CLAIMABLE']);
  await control(two);
  expect(await budget.codes((tx) => takeBackClaim(tx, budget.officer, two, 4))).toEqual(['STATE_CHANGED']);
});

test('the shares of the funders are frozen with the claim and add up to it', async () => {
  const agreement = await budget.agreement({}, [3_333, 3_333, 3_334]);
  const line = await budget.line(100, agreement);
  const sums = [0n, 0n, 0n];
  for (const amount of [0.05, 0.05, 0.1]) {
    await paid(line, amount);
    const id = await draft(agreement);
    await fill(id);
    await submit(id);
    const shares = await budget.manager.find(ClaimShare, { where: { claimId: id }, order: { position: 'ASC' } });
    expect(shares.reduce((sum, share) => sum + share.declaredCents, 0n)).toBe(euro(amount));
    shares.forEach((share, at) => (sums[at]! += share.declaredCents));
  }
  expect(sums).toEqual([7n, 6n, 7n]);
});

test('a flat rate takes no cost and follows what is declared; under a rule without VAT the net alone counts', async () => {
  const agreement = await budget.agreement({ vatRule: 'NEVER' });
  const [staff, overhead] = await budget.lines([1_000, 200], agreement, [
    { rubric: 'PERSONNEL' },
    { rubric: 'OVERHEAD', flatRateBasisPoints: 1_500 },
  ]);
  const id = await budget.done(budget.invoice([{ ...budget.charged(staff!.id, 100), vatCents: euro(21) }]));
  await budget.done(budget.pay(id, 121));
  const claim = await draft(agreement);
  await fill(claim);
  await submit(claim);
  expect(await budget.standing(staff!.id)).toEqual({ available: 879, paid: 21, claimed: 100 });
  expect(await budget.standing(overhead!.id)).toEqual({ available: 185, claimed: 15 });
  await budget.done((tx) => takeBackClaim(tx, budget.officer, claim, 3));
  expect(await budget.standing(overhead!.id)).toEqual({ available: 200 });
  expect(await itemsOf(claim)).toHaveLength(1);
});
