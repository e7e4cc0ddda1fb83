import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { actorOf, makePerson } from '../../../test/factories.js';
import type { Person } from '../../people/person.entity.js';
import { Refused } from '../refuse.js';
import { attachDocuments } from './attach-documents.js';
import { Document } from './document.entity.js';
import { ownsDocuments } from './document-owners.js';
import { dropLoose } from './drop-loose.js';
import { MOST_BYTES } from './read-body.js';
import { MOST_LOOSE } from './store-document.js';

let app: TestApp;
let person: Person;
let own: string;
let other: string;
beforeAll(async () => {
  app = await startTestApp();
  person = await makePerson(app.database.app.manager);
  own = await app.signInAs(person);
  other = await app.signInAs(await makePerson(app.database.app.manager));
});
afterAll(() => app.close());

const jpeg = (text = 'photo') => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text)]);
const put = (
  id: string,
  body: Buffer<ArrayBuffer>,
  cookie: string | undefined = own,
  headers: Record<string, string> = {},
  name = 'deur.jpg',
) =>
  fetch(`${app.url}/documents/${id}?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    body,
    headers: { ...(cookie ? { cookie } : {}), ...headers },
  });
const get = (id: string, cookie?: string, query = '') =>
  fetch(`${app.url}/documents/${id}${query}`, { headers: cookie ? { cookie } : {} });

test('what is sent is what is read again, with headers that let it show and do nothing else', async () => {
  const id = randomUUID();
  expect(await (await put(id, jpeg(), own, { 'content-type': 'text/html' })).json()).toMatchObject({
    id,
    mediaType: 'image/jpeg',
    size: 9,
  });
  const answer = await get(id, own);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(jpeg());
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename*=UTF-8''deur.jpg`,
    'cache-control': 'private, no-cache',
  });
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  const again = await fetch(`${app.url}/documents/${id}`, {
    headers: { cookie: own, 'if-none-match': answer.headers.get('etag')! },
  });
  expect(again.status).toBe(304);
  expect((await get(id, own, '?keep')).headers.get('content-disposition')).toMatch(/^attachment/);
});

test('only its uploader reads a loose file; a visitor may not even send one, nor may another site', async () => {
  const id = randomUUID();
  expect((await put(id, jpeg(), own)).status).toBe(200);
  expect([(await get(id, other)).status, (await get(id)).status, (await get('x', own)).status]).toEqual([404, 404, 404]);
  expect((await put(randomUUID(), jpeg(), '')).status).toBe(401);
  expect((await put(randomUUID(), jpeg(), own, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  // A page of another site first asks whether it may: the answer gives no consent.
  const preflight = await fetch(`${app.url}/documents/${id}`, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
});

test('the bytes decide what it is: pages, drawings with script and programs are not kept, whatever their name', async () => {
  for (const text of ['<html><script>1</script>', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'MZ\x90', '', 'GIF89a'])
    expect((await put(randomUUID(), Buffer.from(text), own, { 'content-type': 'image/jpeg' })).status).toBe(415);
});

test('a PDF is shown, one that acts by itself is only kept', async () => {
  const [plain, acting] = [randomUUID(), randomUUID()];
  await put(plain, Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>>'), own, {}, 'verslag "keuring"\r\n.pdf');
  await put(acting, Buffer.from('%PDF-1.7\n1 0 obj <</OpenAction <</S /JavaScript /JS (x)>>>>'));
  expect((await get(plain, own)).headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''verslag%20_keuring___.pdf`);
  expect((await get(acting, own)).headers.get('content-disposition')).toMatch(/^attachment/);
});

test('too large is refused before it is kept, also when the sender does not say how large it is', async () => {
  const before = await app.database.app.manager.count(Document);
  const told = await put(randomUUID(), Buffer.concat([jpeg(), Buffer.alloc(MOST_BYTES)])).catch(() => ({ status: 413 }));
  expect(told.status).toBe(413);
  expect(await sendChunks(MOST_BYTES * 3)).toMatch(/^(HTTP\/1\.1 413|closed)/);
  expect(await app.database.app.manager.count(Document)).toBe(before);
});

/** Sends zeros in chunks without a length, until an answer comes or the other side hangs up. */
function sendChunks(most: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    const chunk = Buffer.alloc(65_536);
    let answer = '';
    let sent = 0;
    const pump = () => {
      while (sent < most) {
        sent += chunk.length;
        if (socket.write(Buffer.concat([Buffer.from('10000\r\n'), chunk, Buffer.from('\r\n')]))) continue;
        socket.once('drain', pump);
        return;
      }
    };
    socket.on('data', (data) => {
      answer += data.toString();
      resolve(answer);
      socket.destroy();
    });
    socket.on('error', () => resolve(answer || 'closed'));
    socket.write(
      `PUT /documents/${randomUUID()} HTTP/1.1\r\nHost: x\r\nCookie: ${own}\r\nTransfer-Encoding: chunked\r\n\r\n`,
      pump,
    );
  });
}

test('a repeated upload is one file, at the same moment too; another content or person under that id is refused', async () => {
  const id = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => put(id, jpeg('same'))));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
  expect(await app.database.app.manager.countBy(Document, { id })).toBe(1);
  expect((await put(id, jpeg('else'))).status).toBe(409);
  expect((await put(id, jpeg('same'), other)).status).toBe(409);
});

test('an attached file follows what it is about; nobody takes another’s or attaches twice', async () => {
  const { manager } = app.database.app;
  const [id, row, third] = [randomUUID(), randomUUID(), randomUUID()];
  await put(id, jpeg());
  const stranger = await makePerson(manager);
  await expect(manager.transaction((tx) => attachDocuments(tx, actorOf(stranger), [id], 'thing', row))).rejects.toThrow(Refused);
  await manager.transaction((tx) => attachDocuments(tx, actorOf(person), [id], 'thing', row));
  await expect(manager.transaction((tx) => attachDocuments(tx, actorOf(person), [id], 'thing', third))).rejects.toThrow(Refused);
  expect((await get(id, own)).status).toBe(404);
  ownsDocuments('thing', (_, actor, entityId) => Promise.resolve(actor.personId !== null && entityId === row));
  expect([(await get(id, own)).status, (await get(id, other)).status, (await get(id)).status]).toEqual([200, 200, 404]);
});

test('loose files are counted and, long after, thrown away; attached ones stay', async () => {
  const { manager } = app.database.app;
  const hoarder = await makePerson(manager);
  await manager.query(
    `INSERT INTO document (name, media_type, size, sha256, content, uploaded_by, created_at)
     SELECT 'x', 'image/png', 1, '', 'x', $1, now() - interval '31 days' FROM generate_series(1, $2)`,
    [hoarder.id, MOST_LOOSE],
  );
  expect((await put(randomUUID(), jpeg(), await app.signInAs(hoarder))).status).toBe(429);
  await manager.query(
    `UPDATE document SET entity = 'thing', entity_id = gen_random_uuid() WHERE id = (SELECT id FROM document WHERE uploaded_by = $1 LIMIT 1)`,
    [hoarder.id],
  );
  expect(await dropLoose(manager)).toBe(MOST_LOOSE - 1);
  expect(await manager.countBy(Document, { uploadedBy: hoarder.id })).toBe(1);
});
