import { decodePolyline } from './polyline.js';
import { osrmProvider, type OsrmOptions } from './osrm-provider.js';
import { osrmServer } from './osrm.fixture.js';
import { TravelUnknown } from './travel-provider.js';

let server: Awaited<ReturnType<typeof osrmServer>>;
beforeAll(async () => (server = await osrmServer()));
afterAll(() => server.stop());
beforeEach(() => server.behave(() => 'ANSWER'));

const QUICK: OsrmOptions = { timeoutMs: 5_000, retryMs: 1 };
const provider = (options: OsrmOptions = {}) => osrmProvider(`${server.url}/`, () => 1.25, { ...QUICK, ...options });
const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const [KORTRIJK, BRUGGE, IEPER] = [at(50.83, 3.26), at(51.21, 3.22), at(50.85, 2.88)];

test('reads a table: metres to km, seconds of a car to minutes of a van, rows from where, columns to where', async () => {
  const table = await provider().table([KORTRIJK, BRUGGE], [IEPER]);
  expect(table).toEqual([[{ km: 40, minutes: 50, source: 'osrm' }], [{ km: 70, minutes: 88, source: 'osrm' }]]);
  expect(server.asked[0]).toMatchObject({
    service: 'table',
    coordinates: [
      [3.26, 50.83],
      [3.22, 51.21],
      [2.88, 50.85],
    ],
    sources: [0, 1],
    destinations: [2],
  });
});

test('asks in blocks that the server takes, and puts them together in order', async () => {
  const many = Array.from({ length: 120 }, (_, each) => at(50.7 + each / 1000, 3));
  const table = await provider().table(many, many);
  expect(server.asked).toHaveLength(9);
  expect(Math.max(...server.asked.map(({ coordinates }) => coordinates.length))).toBe(100);
  expect(table[110]?.[10]?.km).toBe(10);
  expect(table[3]?.[119]?.km).toBe(11.6);
});

test('two places at one address still have a way', async () => {
  expect(await provider().table([KORTRIJK], [KORTRIJK])).toEqual([[{ km: 0.1, minutes: 1, source: 'osrm' }]]);
});

test('gives nothing where there is no road, for one pair or for all', async () => {
  server.behave(() => ({ status: 200, body: '{"code":"Ok","durations":[[60,null]],"distances":[[1000,null]]}' }));
  expect(await provider().table([KORTRIJK], [BRUGGE, IEPER])).toEqual([[{ km: 1, minutes: 2, source: 'osrm' }, null]]);
  server.behave(() => ({ status: 400, body: '{"code":"NoTable","message":"No table found"}' }));
  expect(await provider().table([KORTRIJK], [BRUGGE])).toEqual([[null]]);
});

test('reads the road of a route', async () => {
  expect(await provider().path([KORTRIJK, BRUGGE, IEPER])).toEqual({
    km: 112,
    minutes: 140,
    points: [at(38.5, -120.2), at(40.7, -120.95), at(43.252, -126.453)],
  });
  expect(server.asked[0]?.query.get('overview')).toBe('simplified');
  expect(await provider().path([KORTRIJK])).toBeNull();
  server.behave(() => ({ status: 400, body: '{"code":"NoRoute","message":"Impossible route"}' }));
  expect(await provider().path([KORTRIJK, BRUGGE])).toBeNull();
});

test('decodes five decimals as six', () => {
  expect(decodePolyline('_p~iF~ps|U_ulLnnqC_mqNvxq`@', 5)).toEqual([at(38.5, -120.2), at(40.7, -120.95), at(43.252, -126.453)]);
});

test.each([
  ['an error of the server', { status: 502, body: 'Bad Gateway' }],
  ['silence', 'SILENCE'],
  ['an answer that is no JSON', { status: 200, body: '<html>' }],
  ['too many questions', { status: 429, body: '' }],
] as const)('asks again after %s, and gives up after three times', async (_, behaviour) => {
  const impatient = provider({ timeoutMs: 500 });
  server.behave((_asked, times) => (times < 3 ? behaviour : 'ANSWER'));
  expect(await impatient.table([KORTRIJK], [IEPER])).toEqual([[expect.objectContaining({ km: 40 })]]);
  server.behave(() => behaviour);
  await expect(impatient.table([KORTRIJK], [IEPER])).rejects.toThrow(TravelUnknown);
  expect(server.asked).toHaveLength(3);
});

test('does not ask again what the server finds wrong', async () => {
  server.behave(() => ({ status: 400, body: '{"code":"InvalidOptions","message":"x"}' }));
  await expect(provider().table([KORTRIJK], [IEPER])).rejects.toThrow('The routing server answered InvalidOptions.');
  expect(server.asked).toHaveLength(1);
});

test('leaves a server in peace that failed three times, tries it once after a rest, and trusts it again', async () => {
  let clock = 0;
  const asker = provider({ retries: 0, failures: 3, restMs: 60_000, now: () => clock });
  const ask = () => asker.table([KORTRIJK], [IEPER]);
  server.behave(() => ({ status: 500, body: '' }));
  for (let time = 0; time < 5; time++) await expect(ask()).rejects.toThrow(TravelUnknown);
  expect(server.asked).toHaveLength(3);
  clock += 60_000;
  await expect(ask()).rejects.toThrow('does not answer');
  await expect(ask()).rejects.toThrow('failed too often');
  expect(server.asked).toHaveLength(4);
  server.behave(() => 'ANSWER');
  clock += 60_000;
  await ask();
  await ask();
  expect(server.asked).toHaveLength(2);
});
