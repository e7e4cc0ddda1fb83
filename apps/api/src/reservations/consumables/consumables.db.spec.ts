import { addDays, dayOf } from '@karavaan/domain';
import { makeReservation } from '../../../test/place-factories.js';
import { ConsumableStock } from '../../equipment/care/consumable.entity.js';
import { type Care, codes, openCare } from '../care/care.fixture.js';
import { reportUse } from '../report-use.js';
import { ConsumableUse } from './consumable-use.entity.js';
import { countStock } from './count-stock.js';
import { addConsumable, changeConsumable } from './save-consumable.js';

let care: Care;
beforeAll(async () => (care = await openCare()));
afterAll(() => care.database.drop());

const GAS = { name: 'Lasgas', measure: 'fles', per: 'LOAN', quantity: 1, lowBelow: 2 } as const;

async function welding() {
  const model = await care.model();
  const unit = await care.unit(model);
  const input = { ...GAS, idempotencyKey: care.nextKey(), modelId: model.id };
  const consumableId = (await care.run((tx) => addConsumable(tx, care.planner, input))) as string;
  const count = (place: object, quantity: number, by = care.technician) =>
    care.run((tx) => countStock(tx, by, { consumableId, quantity, ...place }));
  const stocks = () => care.manager.find(ConsumableStock, { where: { consumableId }, order: { quantity: 'DESC' } });
  const firstDay = addDays(dayOf(Date.now()), -1);
  const report = async (uses: { consumableId: string; unitId: string; quantity: number }[]) => {
    const loan = await makeReservation(care.manager, { units: [unit], site: care.home, firstDay }, { state: 'CONFIRMED' });
    await care.rows('UPDATE occupancy SET active = false WHERE unit_id = $1 AND reservation_id <> $2', [unit.id, loan.id]);
    const input = { id: loan.id, version: 1, participants: 4, hoursUsed: 6, consumables: uses };
    return { loan, result: await care.run((tx) => reportUse(tx, care.planner, input)) };
  };
  return { unit, consumableId, count, stocks, report };
}

test('what was used at the return is taken from the stock of the unit, and never below nothing', async () => {
  const { unit, consumableId, count, stocks, report } = await welding();
  await count({ unitId: unit.id }, 3);
  await count({ siteId: care.home.id }, 9);
  const { loan } = await report([{ consumableId, unitId: unit.id, quantity: 5 }]);
  expect((await stocks()).map(({ quantity }) => quantity)).toEqual([9, 0]);
  expect(await care.manager.findBy(ConsumableUse, { reservationId: loan.id })).toMatchObject([{ quantity: 5, unitId: unit.id }]);
  // Counted again, it is what was counted.
  await count({ unitId: unit.id }, 4);
  expect((await stocks()).map(({ quantity }) => quantity)).toEqual([9, 4]);
});

test('of a unit without a stock of its own it comes from the warehouse at its home', async () => {
  const { unit, consumableId, count, stocks, report } = await welding();
  await count({ siteId: care.home.id }, 9);
  await count({ siteId: care.far.id }, 8);
  await report([{ consumableId, unitId: unit.id, quantity: 2 }]);
  expect((await stocks()).map(({ quantity, siteId }) => [quantity, siteId])).toEqual([
    [8, care.far.id],
    [7, care.home.id],
  ]);
});

test('what does not belong to the loan writes nothing', async () => {
  const { unit, count, stocks, report } = await welding();
  const other = await welding();
  await count({ unitId: unit.id }, 3);
  const { result, loan } = await report([{ consumableId: other.consumableId, unitId: unit.id, quantity: 1 }]);
  expect(codes(result)).toEqual(['NOT_FOUND']);
  expect(await care.manager.findBy(ConsumableUse, { reservationId: loan.id })).toEqual([]);
  expect((await stocks()).map(({ quantity }) => quantity)).toEqual([3]);
});

test('two loans that end at the same moment both count', async () => {
  const { unit, consumableId, count, stocks } = await welding();
  await count({ siteId: care.home.id }, 20);
  const ends = [];
  for (let at = 1; at <= 8; at++) {
    const firstDay = addDays(dayOf(Date.now()), -at);
    const loan = await makeReservation(care.manager, { units: [unit], site: care.home, firstDay }, { state: 'CONFIRMED' });
    ends.push({
      id: loan.id,
      version: 1,
      participants: 4,
      hoursUsed: 6,
      consumables: [{ consumableId, unitId: unit.id, quantity: 1 }],
    });
  }
  await Promise.all(ends.map((input) => care.run((tx) => reportUse(tx, care.planner, input))));
  expect((await stocks()).map(({ quantity }) => quantity)).toEqual([12]);
});

test('only who plans says what a loan uses; who looks after it counts', async () => {
  const { consumableId, unit, count } = await welding();
  const change = { ...GAS, id: consumableId, active: false };
  expect(codes(await care.run((tx) => changeConsumable(tx, care.technician, change)))).toEqual(['NOT_ALLOWED']);
  expect(codes(await count({ unitId: unit.id }, 3, care.coordinator))).toEqual(['NOT_ALLOWED']);
  expect(codes(await count({ unitId: unit.id }, -1))).toEqual(['INVALID_INPUT']);
  expect(codes(await count({ unitId: unit.id, siteId: care.home.id }, 1))).toEqual(['INVALID_INPUT']);
  expect(codes(await care.run((tx) => changeConsumable(tx, care.planner, change)))).toBe('done');
});
