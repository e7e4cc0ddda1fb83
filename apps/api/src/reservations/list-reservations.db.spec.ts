import { app, openCentres, other, own, reserve, unit } from './centres.fixture.js';

openCentres();

const LIST = 'query ($text: String) { reservations(filter: { text: $text }) { totalCount edges { node { number } } } }';

test('words find a reservation by its number and its kit, and only for who may see it', async () => {
  const kit = await unit();
  const { number } = await reserve([kit]);
  for (const text of [number, kit.code.toLowerCase()])
    expect((await app.graphql(LIST, { text }, own)).data).toEqual({
      reservations: { totalCount: 1, edges: [{ node: { number } }] },
    });
  expect((await app.graphql(LIST, { text: 'no such words' }, own)).data).toMatchObject({ reservations: { totalCount: 0 } });
  expect((await app.graphql(LIST, { text: number }, other)).data).toMatchObject({ reservations: { totalCount: 0 } });
});
