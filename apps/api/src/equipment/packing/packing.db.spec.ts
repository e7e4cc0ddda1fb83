import { startTestApp, type TestApp } from '../../../test/app.js';
import { makePerson } from '../../../test/factories.js';
import { makeModel, makeSite, makeUnit } from '../../../test/place-factories.js';
import { PackingItem } from '../equipment-model.entity.js';

let app: TestApp;
let planner: string;
let coordinator: string;
beforeAll(async () => {
  app = await startTestApp();
  const { manager } = app.database.app;
  planner = await app.signInAs(await makePerson(manager, { role: 'PLANNER' }));
  coordinator = await app.signInAs(await makePerson(manager));
});
afterAll(() => app.close());

const LIST = '{ version boxes { box parts { position quantity name { nl fr } } } }';
type List = { version: number; boxes: { box: number; parts: { quantity: number; name: { nl: string; fr: string } }[] }[] };
async function set(unitId: string, version: number, parts: object[], as = planner) {
  const { data } = await app.graphql(
    `mutation ($input: PackingListInput!) { r: setPackingList(input: $input) { __typename ... on UnitPackingList ${LIST} ... on Refusal { reasons { code field } } } }`,
    { input: { unitId, version, parts } },
    as,
  );
  return (data as unknown as { r: List & { __typename: string; reasons: { code: string; field: string | null }[] } }).r;
}
async function packed() {
  const { manager } = app.database.app;
  const model = await makeModel(manager, { cases: 3 });
  const site = await makeSite(manager);
  const unit = await makeUnit(manager, model, site);
  return { model, site, unit };
}
const read = async (code: string) =>
  (
    (await app.graphql(`query ($code: String!) { equipmentUnit(code: $code) { packing ${LIST} } }`, { code }))
      .data as unknown as {
      equipmentUnit: { packing: List };
    }
  ).equipmentUnit.packing;
const part = (box: number, nl: string, quantity = 1, fr?: string) => ({ box, quantity, name: { nl, fr } });

test('a unit has its model’s list until it gets its own, and gets it back when its own is emptied', async () => {
  const { manager } = app.database.app;
  const { model, site, unit } = await packed();
  const twin = await makeUnit(manager, model, site);
  expect((await read(unit.code)).boxes.map((each) => each.box)).toEqual([1, 2, 3]);
  await manager.insert(PackingItem, {
    modelId: model.id,
    box: 1,
    position: 1,
    nameNl: 'kabel',
    nameFr: 'câble',
    nameEn: 'cable',
    quantity: 4,
  });
  expect((await read(unit.code)).boxes).toMatchObject([{ box: 1, parts: [{ quantity: 4, name: { fr: 'câble' } }] }]);

  const own = await set(unit.id, 0, [part(1, 'kabel', 3, 'câble'), part(2, 'klem'), part(2, 'sleutel', 2)]);
  expect(own).toMatchObject({
    version: 1,
    boxes: [{ parts: [{ quantity: 3 }] }, { parts: [{ name: { fr: 'klem' } }, { quantity: 2 }] }],
  });
  expect((await read(twin.code)).boxes).toMatchObject([{ parts: [{ quantity: 4 }] }]);
  expect((await set(unit.id, 1, [])).boxes).toMatchObject([{ box: 1, parts: [{ quantity: 4 }] }]);
});

test('of two who edit the same list one is told that it changed, also when they do so at the same moment', async () => {
  const { unit } = await packed();
  const results = await Promise.all([1, 2, 3, 4].map((at) => set(unit.id, 0, [part(1, `deel ${at}`)])));
  expect(results.filter((each) => each.__typename === 'UnitPackingList')).toHaveLength(1);
  for (const each of results) if (each.__typename === 'Refusal') expect(each.reasons).toMatchObject([{ code: 'STATE_CHANGED' }]);
});

test('boxes are counted without a gap, parts have a name and a number, and not everybody may pack', async () => {
  const { unit } = await packed();
  for (const [parts, field] of [
    [[part(2, 'x')], 'box'],
    [[part(1, ' ')], 'name'],
    [[part(1, 'x', 0)], 'quantity'],
    [[part(41, 'x')], 'box'],
  ] as const)
    expect((await set(unit.id, 0, [...parts])).reasons).toMatchObject([{ code: 'INVALID_INPUT', field }]);
  expect((await set(unit.id, 0, [part(1, 'x')], coordinator)).reasons).toMatchObject([{ code: 'NOT_ALLOWED' }]);
  expect((await set(unit.id, 0, [part(1, 'x')], '')).reasons).toMatchObject([{ code: 'NOT_SIGNED_IN' }]);
});
