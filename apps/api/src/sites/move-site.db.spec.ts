import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { actorOf, makePerson } from '../../test/factories.js';
import { makeSite, makeTravel } from '../../test/place-factories.js';
import { inTransaction } from '../database/transaction.js';
import { orRefusal } from '../platform/refuse.js';
import { SiteTravel } from './calendar.entities.js';
import { moveSite } from './move-site.js';
import { Site } from './site.entity.js';

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

async function move(role: 'ADMINISTRATOR' | 'PLANNER', id: string, latitude: number, longitude: number) {
  const actor = actorOf(await makePerson(database.app.manager, { role }));
  return orRefusal(() => inTransaction(database.app, (tx) => moveSite(tx, actor, { id, latitude, longitude })));
}

test('a corrected position is exact, and all travel to and from it is computed anew', async () => {
  const { manager } = database.app;
  const [site, other, third] = [
    await makeSite(manager, { positionQuality: 'TOWN' }),
    await makeSite(manager, { latitude: 50.83, longitude: 3.26 }),
    await makeSite(manager, { latitude: 51.21, longitude: 3.22 }),
  ];
  await makeTravel(manager, site, other, 600);
  await makeTravel(manager, other, third, 77);
  const beside = await move('ADMINISTRATOR', site.id, 50.83, 3.27);
  expect(beside).toMatchObject({ positionQuality: 'EXACT', latitude: 50.83 });
  const ways = await manager.findBy(SiteTravel, [{ fromSiteId: site.id }, { toSiteId: site.id }]);
  expect(ways).toHaveLength(4);
  for (const way of ways) expect(way.minutes).toBeLessThan(120);
  const untouched = await manager.findOneByOrFail(SiteTravel, { fromSiteId: other.id, toSiteId: third.id });
  expect(untouched.minutes).toBe(77);
});

test.each([
  ['PLANNER', 50.9, 3.1, 'NOT_ALLOWED', undefined],
  ['ADMINISTRATOR', 48.8, 3.1, 'INVALID_INPUT', 'latitude'],
  ['ADMINISTRATOR', 50.9, Number.NaN, 'INVALID_INPUT', 'longitude'],
] as const)('is refused to a %s at %d, %d: %s', async (role, latitude, longitude, code, field) => {
  const site = await makeSite(database.app.manager, { positionQuality: 'TOWN' });
  const reason = field ? { code, field } : { code };
  expect(await move(role, site.id, latitude, longitude)).toMatchObject({ reasons: [reason] });
  expect(await database.app.manager.findOneByOrFail(Site, { id: site.id })).toMatchObject({ positionQuality: 'TOWN' });
});
