import { estimateTravel } from '@karavaan/domain';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { makeSite } from '../../../test/place-factories.js';
import { inTransaction } from '../../database/transaction.js';
import { readSettings, type Settings } from '../../platform/settings.js';
import { Setting } from '../../platform/setting.entity.js';
import { SiteTravel } from '../calendar.entities.js';
import { estimateTravelOf } from '../estimate-travel-of.js';
import type { Site } from '../site.entity.js';
import { osrmProvider } from './osrm-provider.js';
import { osrmServer } from './osrm.fixture.js';
import { refreshTravel, TRAVEL_REFRESH } from './refresh-travel.js';
import { providerOf } from './provider-of.js';

let database: TestDatabase;
let server: Awaited<ReturnType<typeof osrmServer>>;
let sites: [Site, Site, Site];
beforeAll(async () => {
  database = await createTestDatabase();
  server = await osrmServer();
  const { manager } = database.app;
  sites = [
    await makeSite(manager, { latitude: 50.83, longitude: 3.26 }),
    await makeSite(manager, { latitude: 51.21, longitude: 3.22 }),
    await makeSite(manager, { latitude: 50.85, longitude: 2.88 }),
  ];
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

const settingsWith = (env: Record<string, string>): Settings => readSettings({ DATABASE_URL: database.appUrl, ...env });
const roads = () => osrmProvider(server.url, () => 1.2, { timeoutMs: 5_000, retries: 0, retryMs: 1 });
const ways = () => database.app.manager.find(SiteTravel, { order: { fromSiteId: 'ASC', toSiteId: 'ASC' } });
const last = async () => (await database.app.manager.findOneByOrFail(Setting, { key: TRAVEL_REFRESH })).value;
const sources = async () => (await ways()).map(({ source }) => source);

test('without a server all ways are estimated with the factor of the settings, and only what differs is written', async () => {
  const settings = settingsWith({ VAN_FACTOR_PERCENT: '150' });
  const provider = providerOf(settings);
  expect(await refreshTravel(database.app, settings, provider)).toBe(6);
  const [from, to] = sites;
  const way = (await ways()).find(({ fromSiteId, toSiteId }) => fromSiteId === from.id && toSiteId === to.id);
  expect(way?.minutes).toBe(estimateTravel(from, to, { vanFactor: 1.5 }).minutes);
  expect(way?.minutes).toBeGreaterThan(estimateTravel(from, to).minutes);
  expect(await refreshTravel(database.app, settings, provider)).toBe(0);
});

test('a server replaces estimates once; a site that moves is estimated at once, and asked by the next round', async () => {
  const settings = settingsWith({ OSRM_URL: server.url });
  server.behave(() => 'ANSWER');
  expect(await refreshTravel(database.app, settings, roads())).toBe(6);
  expect(await sources()).toEqual(Array.from({ length: 6 }, () => 'osrm'));
  expect(server.asked).toHaveLength(1);
  expect(await refreshTravel(database.app, settings, roads())).toBe(0);
  expect(server.asked).toHaveLength(1);

  await inTransaction(database.app, (tx) => estimateTravelOf(tx, sites[0]));
  expect((await sources()).filter((source) => source === 'estimate')).toHaveLength(4);
  const jobs = await database.owner.query(`SELECT 1 FROM pgboss.job WHERE name = 'travel.refresh'`);
  expect(jobs).toHaveLength(1);
  expect(await refreshTravel(database.app, settings, roads())).toBe(4);
});

test('a server that is down changes nothing that is known, gives a new site an estimate, and is told', async () => {
  const settings = settingsWith({ OSRM_URL: server.url });
  server.behave(() => ({ status: 503, body: '' }));
  const before = await ways();
  const added = await makeSite(database.app.manager, { latitude: 51.0, longitude: 3.1 });
  expect(await refreshTravel(database.app, settings, roads())).toBe(6);
  const after = await ways();
  expect(after.filter(({ source }) => source === 'estimate')).toHaveLength(6);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(await last()).toMatchObject({ provider: 'osrm', failure: 'The routing server does not answer.' });
  server.behave(() => 'ANSWER');
  expect(await refreshTravel(database.app, settings, roads())).toBe(6);
  expect(await last()).toMatchObject({ failure: null });
  await database.owner.query('DELETE FROM site WHERE id = $1', [added.id]);
});

test('a way without a road is estimated and says so; a site that moved meanwhile gets nothing of its old place', async () => {
  const settings = settingsWith({ OSRM_URL: server.url });
  const moved = sites[1];
  await database.owner.query('UPDATE site_travel SET source = $1', ['estimate']);
  server.behave(() => 'ANSWER');
  const provider = roads();
  const written = await refreshTravel(database.app, settings, {
    ...provider,
    async table(from, to) {
      const rows = await provider.table(from, to);
      await database.owner.query('UPDATE site SET latitude = latitude + 0.01 WHERE id = $1', [moved.id]);
      return rows.map((row) => row.map((way, column) => (to[column]?.latitude === sites[2].latitude ? null : way)));
    },
  });
  expect(written).toBe(2);
  const touching = (await ways()).filter(({ fromSiteId, toSiteId }) => fromSiteId === moved.id || toSiteId === moved.id);
  expect(touching.map(({ source }) => source)).toEqual(['estimate', 'estimate', 'estimate', 'estimate']);
  const rest = (await ways()).filter((way) => !touching.includes(way)).map(({ toSiteId, source }) => [toSiteId, source]);
  expect(rest).toEqual(
    expect.arrayContaining([
      [sites[0].id, 'osrm'],
      [sites[2].id, 'estimate'],
    ]),
  );
});
