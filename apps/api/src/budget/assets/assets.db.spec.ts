import { addDays, dayOf } from '@karavaan/domain';
import { dayAhead, during, makeModel, makeSite, makeUnit } from '../../../test/place-factories.js';
import type { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { type Budget, euro, openBudget } from '../budget.fixture.js';
import { InvoiceLine } from '../papers/papers.entities.js';
import { Expenditure } from '../paying/paying.entities.js';
import { acceptCost, dismissCost } from '../running/decide-cost.js';
import { proposeCosts } from '../running/propose-costs.js';
import { CostProposal } from '../running/running.entities.js';
import { addTariff } from '../running/save-tariff.js';
import { assetFacts, bookValueOf, durableUntilOf, repaymentOf } from './asset-facts.js';
import { retireUnit } from './retire-unit.js';
import { saveAsset } from './save-asset.js';

let budget: Budget;
let unit: () => Promise<EquipmentUnit>;
beforeAll(async () => {
  budget = await openBudget();
  const home = await makeSite(budget.manager);
  const model = await makeModel(budget.manager);
  unit = () => makeUnit(budget.manager, model, home);
});
afterEach(() => budget.requireClean());
afterAll(() => budget.database.drop());

const today = dayOf(Date.now());

async function bought(amount: number, finalPaymentOn: string | null, units: EquipmentUnit[], basisPoints: number[]) {
  const line = await budget.line(amount, await budget.agreement({ finalPaymentOn }));
  const id = await budget.done(budget.invoice([budget.charged(line.id, amount)]));
  await budget.done(budget.pay(id, amount));
  const [{ id: invoiceLineId }] = (await budget.manager.findBy(InvoiceLine, { invoiceId: id })) as [InvoiceLine];
  const save =
    (at: number, version = 0) =>
    (tx: Parameters<typeof saveAsset>[0]) =>
      saveAsset(tx, budget.officer, {
        unitId: units[at]!.id,
        version,
        insuredCents: euro(1_000),
        depreciationYears: 5,
        depreciatesFrom: '2025-01-01',
        shares: [{ invoiceLineId, basisPoints: basisPoints[at]! }],
      });
  return { save, invoiceLineId };
}
const factsOf = async ({ id }: EquipmentUnit) => (await assetFacts(budget.manager, [id])).get(id)!;

test('a unit costs its shares of invoice lines, never more than the whole of one, and loses its value day by day', async () => {
  const units = [await unit(), await unit(), await unit()];
  const { save } = await bought(1_000, null, units, [6_000, 4_000, 1]);
  await budget.done(save(0));
  await budget.done(save(1));
  expect(await budget.codes(save(2))).toEqual(['OVER_ALLOCATED']);
  expect(await budget.codes(save(0))).toEqual(['STATE_CHANGED']);
  expect(await budget.codes(save(0, 1))).toBe('done');
  const facts = await factsOf(units[0]!);
  expect(facts.costCents).toBe(euro(600));
  // 1 January 2025 to 1 January 2030 are 1,826 days; 31 December 2026 is day 729: 600.00 × (1 − 729 ÷ 1,826) = 360.46.
  expect(bookValueOf(facts, '2024-12-31')).toBe(euro(600));
  expect(bookValueOf(facts, '2026-12-31')).toBe(euro(360.46));
  expect(bookValueOf(facts, '2030-01-01')).toBe(0n);
});

test('what must stay is not sold and does not leave; the refusal says until when and what would be asked back', async () => {
  const units = [await unit(), await unit()];
  // Five years after the final payment, of which some 40 % is over.
  const finalPayment = addDays(today, -730);
  const { save } = await bought(1_000, finalPayment, units, [5_000, 5_000]);
  await budget.done(save(0));
  await budget.done(save(1));
  const facts = await factsOf(units[0]!);
  const until = durableUntilOf(facts)!;
  expect(until.slice(5)).toBe(finalPayment.slice(5));
  expect(repaymentOf(facts, finalPayment)).toBe(euro(500));
  expect(repaymentOf(facts, addDays(until, 1))).toBe(0n);
  const retire = (at: number, how: 'SOLD' | 'MOVED_OUT' | 'SCRAPPED') => (tx: Parameters<typeof retireUnit>[0]) =>
    retireUnit(tx, budget.officer, { unitId: units[at]!.id, how, reason: 'Versleten' });
  expect(await budget.codes(retire(0, 'SOLD'))).toEqual(['STILL_DURABLE']);
  expect(await budget.codes(retire(0, 'MOVED_OUT'))).toEqual(['STILL_DURABLE']);
  expect(await budget.codes(retire(0, 'SCRAPPED'))).toBe('done');
  expect(await budget.codes(retire(0, 'SCRAPPED'))).toEqual(['STATE_CHANGED']);
  expect(await budget.rows('SELECT in_service FROM equipment_unit WHERE id = $1', [units[0]!.id])).toEqual([
    { in_service: false },
  ]);
});

test('what is free of every agreement may be sold, once no booking waits for it', async () => {
  const each = await unit();
  const { save } = await bought(100, '2015-06-01', [each], [10_000]);
  await budget.done(save(0));
  const stay = `INSERT INTO occupancy (unit_id, kind, during, site_id, stay_state) SELECT $1, 'STAY', $2, home_site_id, 'PLANNED' FROM equipment_unit WHERE id = $1`;
  await budget.rows(stay, [each.id, during(dayAhead(0))]);
  const retire = (tx: Parameters<typeof retireUnit>[0]) =>
    retireUnit(tx, budget.officer, { unitId: each.id, how: 'SOLD', reason: 'Verkocht' });
  expect(await budget.codes(retire)).toEqual(['UNIT_TAKEN']);
  await budget.rows('UPDATE occupancy SET active = false WHERE unit_id = $1', [each.id]);
  expect(await budget.codes(retire)).toBe('done');
});

test('maintenance that is over becomes a cost at the tariff of its day, once, and goes only where running costs may', async () => {
  const each = await unit();
  const key = () => ({ idempotencyKey: budget.nextKey(), source: '' });
  await budget.done((tx) =>
    addTariff(tx, budget.officer, { ...key(), kind: 'CARE_HOUR', validFrom: '2020-01-01', cents: 5_000n }),
  );
  await budget.done((tx) =>
    addTariff(tx, budget.officer, { ...key(), kind: 'CARE_HOUR', validFrom: '2025-06-01', cents: 6_000n }),
  );
  const maintain = (day: string) =>
    budget.rows(`INSERT INTO occupancy (unit_id, kind, during, reason) VALUES ($1, 'MAINTENANCE', $2, 'Keuring')`, [
      each.id,
      during(day),
    ]);
  await maintain('2025-03-03');
  await maintain('2025-09-01');
  await maintain(dayAhead(0));
  const { manager } = budget.database.app;
  expect(await proposeCosts(manager)).toBe(2);
  expect(await proposeCosts(manager)).toBe(0);
  const [early, late] = await manager.find(CostProposal, { where: { unitId: each.id }, order: { onDay: 'ASC' } });
  // As long a day, at the tariff of each: 50.00 and 60.00 an hour.
  expect(early!.minutes).toBe(late!.minutes);
  expect(early!.cents * 6n).toBe(late!.cents * 5n);

  const [plain, running] = await budget.lines([10_000, 10_000], undefined, [{}, { takesRunningCosts: true }]);
  const accept = (cost: CostProposal, lineId: string) => (tx: Parameters<typeof acceptCost>[0]) =>
    acceptCost(tx, budget.officer, { id: cost.id, version: 1, lineId });
  expect(await budget.codes(accept(early!, plain!.id))).toEqual(['RUNNING_COSTS_ELSEWHERE']);
  await budget.done(accept(early!, running!.id));
  expect(await budget.standing(running!.id)).toEqual({
    available: 10_000 - Number(early!.cents) / 100,
    paid: Number(early!.cents) / 100,
  });
  expect(await manager.findOneBy(Expenditure, { costId: early!.id })).toMatchObject({
    paidOn: '2025-03-03',
    cents: early!.cents,
  });
  expect(await budget.codes(accept(early!, running!.id))).toEqual(['STATE_CHANGED']);
  await budget.done((tx) => dismissCost(tx, budget.officer, late!.id, 1));
  expect(await budget.codes(accept(late!, running!.id))).toEqual(['STATE_CHANGED']);
});
