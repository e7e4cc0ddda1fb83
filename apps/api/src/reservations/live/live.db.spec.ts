import type { AddressInfo } from 'node:net';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { addDays } from '@karavaan/domain';
import { makePerson } from '../../../test/factories.js';
import { dayAhead } from '../../../test/place-factories.js';
import { createApp } from '../../create-app.js';
import { LiveSockets } from '../../auth/live-sockets.js';
import { connect } from '../../database/connect.js';
import { inTransaction } from '../../database/transaction.js';
import { stopGracefully } from '../../platform/http/stop-gracefully.js';
import { announceChange } from '../../platform/live/announce-change.js';
import { readSettings } from '../../platform/settings.js';
import { act, app, fixedUnit, host, openCentres, other, own, planner, reserve, unit } from '../centres.fixture.js';

interface News {
  missed: boolean;
  changes: { kind: string; id: string }[];
}
interface Watch {
  readonly news: News[];
  /** Waits for a message that this is true of. */
  until(hold: (news: News) => boolean): Promise<News>;
  stop(): void;
}

openCentres();

/** A second API process in all but the process: its own pool, feed and sockets on the same database. */
let second: Awaited<ReturnType<typeof startSecond>>;
beforeAll(async () => {
  second = await startSecond();
});
afterAll(() => second.app.close());

async function startSecond() {
  const settings = readSettings({
    DATABASE_URL: app.database.appUrl,
    LOG_LEVEL: 'silent',
    PORT: '0',
    WEB_FOLDER: '/nonexistent',
  });
  const api = await createApp(settings, await connect(settings.databaseUrl, 'api', 5));
  await api.listen(0, '127.0.0.1');
  return { app: api, url: `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}` };
}

const socketTo = (url: string, cookie: string, origin = url) =>
  class extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers: { cookie }, origin });
    }
  };

const SUBSCRIPTION = 'subscription { changes { missed changes { kind id } } }';

/** Listens, from the moment that the first message says so. */
async function watch(cookie: string, url = app.url): Promise<Watch> {
  const news: News[] = [];
  const looks = new Set<() => void>();
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: socketTo(url, cookie),
    retryAttempts: 0,
  });
  const look = () => looks.forEach((each) => each());
  client.subscribe<{ changes: News }>(
    { query: SUBSCRIPTION },
    {
      next: ({ data }) => {
        if (data) news.push(data.changes);
        look();
      },
      error: () => {},
      complete: () => {},
    },
  );
  const until = (hold: (item: News) => boolean) =>
    new Promise<News>((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error(`not told; heard ${JSON.stringify(news)}`)), 10_000);
      const check = () => {
        const found = news.find(hold);
        if (!found) return;
        clearTimeout(patience);
        looks.delete(check);
        resolve(found);
      };
      looks.add(check);
      check();
    });
  await until(({ missed }) => missed);
  news.length = 0;
  return { news, until, stop: () => void client.dispose() };
}

const tells = (kind: string, id: string) => (news: News) => news.changes.some((each) => each.kind === kind && each.id === id);
/** Everything before this has come by: a unit's change is for everybody. */
async function mark(watches: readonly Watch[]): Promise<void> {
  const { id } = await unit();
  await inTransaction(app.database.app, (tx) => announceChange(tx, 'UNIT', id));
  await Promise.all(watches.map((each) => each.until(tells('UNIT', id))));
}

test('a change on one replica is told on every replica, to those who may read it and to nobody else', async () => {
  const [mine, theirs, planning] = await Promise.all([watch(own, second.url), watch(other, second.url), watch(planner)]);
  const kit = await unit();
  const { id } = await reserve([kit]);
  await Promise.all([mine, planning].map((each) => each.until(tells('RESERVATION', id))));
  await Promise.all([mine, theirs, planning].map((each) => each.until(tells('UNIT', kit.id))));
  await mark([theirs]);
  expect(theirs.news.some(tells('RESERVATION', id))).toBe(false);
  for (const each of [mine, theirs, planning]) each.stop();
});

test('the host of fixed equipment hears of what is booked there', async () => {
  const [hosting, booker] = await Promise.all([watch(host), watch(own)]);
  const { id } = await reserve([await fixedUnit()]);
  await hosting.until(tells('RESERVATION', id));
  const elsewhere = await reserve([await unit()], own, { firstDay: addDays(dayAhead(0), 14), lastDay: addDays(dayAhead(0), 14) });
  await booker.until(tells('RESERVATION', elsewhere.id));
  await mark([hosting]);
  expect(hosting.news.some(tells('RESERVATION', elsewhere.id))).toBe(false);
  for (const each of [hosting, booker]) each.stop();
});

test('what is rolled back is never told', async () => {
  const listening = await watch(planner);
  const { id } = await reserve([await unit()]);
  await listening.until(tells('RESERVATION', id));
  listening.news.length = 0;
  await inTransaction(app.database.app, async (tx) => {
    await tx.query(`UPDATE reservation SET remark = 'never' WHERE id = $1`, [id]);
    throw new Error('afterwards');
  }).catch(() => {});
  await mark([listening]);
  expect(listening.news.some(tells('RESERVATION', id))).toBe(false);
  listening.stop();
});

test('a lost listening connection comes back, and says that changes may have gone by', async () => {
  const listening = await watch(planner);
  const ended = await app.database.app.query<unknown[]>(
    `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1`,
    ['karavaan-live'],
  );
  expect(ended.length).toBeGreaterThan(0);
  await listening.until(({ missed }) => missed);
  const { id } = await reserve([await unit()]);
  await act('confirmReservation', { id, version: 1 }, planner);
  await listening.until(tells('RESERVATION', id));
  listening.stop();
});

describe('the socket', () => {
  const closing = (socket: WebSocket) =>
    new Promise<string>((resolve) => {
      socket.once('error', (error) => resolve(error.message));
      socket.once('close', (code) => resolve(String(code)));
    });
  const open = (cookie: string, origin?: string, path = '/graphql') =>
    new (socketTo(app.url, cookie, origin))(`${app.url.replace('http', 'ws')}${path}`, 'graphql-transport-ws');

  test.each([
    ['a visitor', () => open(''), '401'],
    ['a session that does not exist', () => open('karavaan=nothing'), '401'],
    ['a page of another site', () => open(own, 'https://evil.example'), '403'],
    ['another address', () => open(own, undefined, '/else'), '404'],
  ])('is closed to %s', async (_who, socket, status) => {
    expect(await closing(socket())).toContain(status);
  });

  async function greeted(cookie: string): Promise<WebSocket> {
    const socket = open(cookie);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await new Promise((resolve) => socket.once('message', resolve));
    return socket;
  }
  const answer = (socket: WebSocket) =>
    new Promise<string>((resolve) => socket.once('message', (data) => resolve(String(data as Buffer))));

  test.each([
    ['a query', '{ viewer { id } }', 'Only subscriptions'],
    ['a mutation', 'mutation { signOut }', 'Only subscriptions'],
    ['an unknown field', 'subscription { nothing }', 'Cannot query field'],
    ['a long document', `subscription { ${'changes { missed } '.repeat(200)} }`, 'tokens'],
  ])('refuses %s', async (_what, query, message) => {
    const socket = await greeted(own);
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
    expect(await answer(socket)).toContain(message);
    socket.terminate();
  });

  test('ends at a message that is too large, and gives a few subscriptions at most', async () => {
    const socket = await greeted(own);
    const ids = ['1', '2', '3', '4', '5', '6'];
    const refused = new Promise<string>((resolve) =>
      socket.on('message', (data) => String(data as Buffer).includes('"error"') && resolve(String(data as Buffer))),
    );
    for (const id of ids) socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: SUBSCRIPTION } }));
    expect(await refused).toContain('Too many subscriptions');
    const closed = closing(socket);
    socket.send(JSON.stringify({ id: '7', type: 'subscribe', payload: { query: `#${'x'.repeat(9_000)}` } }));
    expect(await closed).toBe('1009');
  });

  test('ends when its session does', async () => {
    const person = await makePerson(app.database.app.manager, { role: 'PLANNER' });
    const cookie = await app.signInAs(person);
    const socket = await greeted(cookie);
    const closed = closing(socket);
    await app.database.app.query('DELETE FROM session WHERE person_id = $1', [person.id]);
    await app.app.get(LiveSockets).checkSessions();
    expect(await closed).toBe('4403');
  });

  test('stops with the program, which does not wait for it', async () => {
    const third = await startSecond();
    const listening = await watch(own, third.url);
    await stopGracefully(third.app, () => third.app.get(LiveSockets).close());
    await expect(fetch(`${third.url}/health/live`)).rejects.toThrow('fetch failed');
    listening.stop();
  });
});
