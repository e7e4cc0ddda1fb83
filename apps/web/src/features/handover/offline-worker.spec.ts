import fs from 'node:fs';
import path from 'node:path';

const source = fs.readFileSync(path.join(import.meta.dirname, '../../../public/offline-worker.js'), 'utf8');
const ORIGIN = 'https://karavaan.example';

interface Answer {
  readonly ok: boolean;
  readonly body: string;
  readonly headers: { get: () => string };
  clone: () => Answer;
  text: () => Promise<string>;
  json: () => Promise<unknown>;
}
const answer = (body: string, ok = true): Answer => ({
  ok,
  body,
  headers: { get: () => 'text/html; charset=utf-8' },
  clone: () => answer(body, ok),
  text: () => Promise.resolve(body),
  json: () => Promise.resolve(JSON.parse(body)),
});

/** The worker in a world of its own: a cache in memory, and a network that is what `server` holds, or is not there. */
function begin() {
  const kept = new Map<string, Answer>();
  const server = new Map<string, string>();
  let online = true;
  const nameOf = (asked: string | { url: string }) => new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).pathname;
  const cache = {
    match: (asked: string) => Promise.resolve(kept.get(nameOf(asked))?.clone()),
    put: (asked: string, value: Answer) => Promise.resolve(void kept.set(nameOf(asked), value)),
    keys: () => Promise.resolve([...kept.keys()].map((name) => ({ url: ORIGIN + name }))),
    delete: (asked: { url: string }) => Promise.resolve(kept.delete(nameOf(asked))),
  };
  const handlers: Record<string, (event: object) => void> = {};
  const self = {
    location: { origin: ORIGIN },
    skipWaiting: () => Promise.resolve(),
    clients: { claim: () => Promise.resolve() },
    addEventListener: (name: string, handler: (event: object) => void) => (handlers[name] = handler),
  };
  const fetched = (asked: string | { url: string; mode?: string }) => {
    if (!online) return Promise.reject(new TypeError('Failed to fetch'));
    const page = typeof asked !== 'string' && asked.mode === 'navigate' ? '/' : nameOf(asked);
    const body = server.get(page);
    return Promise.resolve(body === undefined ? answer('', false) : answer(body));
  };
  // oxlint-disable-next-line no-new-func, no-implied-eval -- the worker is no module, as a browser wants it
  new Function('self', 'caches', 'fetch', source)(self, { open: () => Promise.resolve(cache) }, fetched);

  /** Runs one event to its end, with all that it lets wait. */
  async function happen(name: string, more: object = {}): Promise<Answer | undefined> {
    const waits: Promise<unknown>[] = [];
    let given: Promise<Answer> | undefined;
    handlers[name]!({
      ...more,
      waitUntil: (wait: Promise<unknown>) => waits.push(wait),
      respondWith: (promise: Promise<Answer>) => (given = promise),
    });
    const result = await given;
    await Promise.all(waits);
    return result;
  }
  const build = (version: number, files = [`/assets/app-${version}.js`]) => {
    server.clear();
    server.set('/', `page ${version}`);
    server.set('/offline-list.json', JSON.stringify(files));
    server.set(`/assets/app-${version}.js`, `app ${version}`);
  };
  return {
    kept,
    build,
    install: () => happen('install'),
    navigate: (to = '/overdracht') => happen('fetch', { request: { method: 'GET', mode: 'navigate', url: ORIGIN + to } }),
    load: (file: string) => happen('fetch', { request: { method: 'GET', mode: 'cors', url: ORIGIN + file } }),
    send: () => happen('fetch', { request: { method: 'POST', mode: 'cors', url: `${ORIGIN}/graphql` } }),
    setOnline: (value: boolean) => (online = value),
  };
}

test('without network the page opens with its files', async () => {
  const world = begin();
  world.build(1);
  await world.install();
  world.setOnline(false);
  expect((await world.navigate())?.body).toBe('page 1');
  expect((await world.load('/assets/app-1.js'))?.body).toBe('app 1');
});

test('after an upgrade the new page comes at once, and then is the one that is kept; the old files go', async () => {
  const world = begin();
  world.build(1);
  await world.install();
  world.build(2);
  expect((await world.navigate())?.body).toBe('page 2');
  world.setOnline(false);
  expect((await world.navigate())?.body).toBe('page 2');
  expect([...world.kept.keys()].toSorted()).toEqual(['/assets/app-2.js', '/index.html']);
});

test('an upgrade of which a file does not come leaves the page before whole', async () => {
  const world = begin();
  world.build(1);
  await world.install();
  world.build(2, ['/assets/app-2.js', '/assets/lost.js']);
  expect((await world.navigate())?.body).toBe('page 2');
  world.setOnline(false);
  expect((await world.navigate())?.body).toBe('page 1');
  expect((await world.load('/assets/app-1.js'))?.body).toBe('app 1');
});

test('what is sent, and what the server answers itself, passes the worker by', async () => {
  const world = begin();
  world.build(1);
  await world.install();
  for (const asked of [
    world.send(),
    world.navigate('/documents/1'),
    world.navigate('/ical/feed.ics'),
    world.load('/favicon.svg'),
  ])
    expect(await asked).toBeUndefined();
});
