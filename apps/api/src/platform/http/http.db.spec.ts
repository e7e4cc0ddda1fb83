import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { startTestApp, type TestApp } from '../../../test/app.js';

let folder: string;
let server: TestApp;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'karavaan-web-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><script>let dark = 1</script><script src="/assets/app-1a2b.js"></script>',
  );
  writeFileSync(path.join(folder, 'assets/app-1a2b.js'), 'export const plain = 1;');
  writeFileSync(path.join(folder, 'assets/app-1a2b.js.gz'), gzipSync('export const packed = 1;'));
  writeFileSync(path.join(folder, '.secret'), 'hidden');
  writeFileSync(path.join(folder, '.documents.json'), JSON.stringify({ '0': '{ __typename }' }));
  server = await startTestApp({
    WEB_FOLDER: folder,
    TILE_URL: 'https://{s}.tiles.example/{z}/{x}/{y}.png',
    TILE_ATTRIBUTION: '© us',
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (at: string, headers: Record<string, string> = {}) => fetch(server.url + at, { headers });

test('hashed files may be kept for ever and come packed to who takes it', async () => {
  const packed = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip' });
  expect(Object.fromEntries(packed.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'Accept-Encoding',
  });
  expect(await packed.text()).toContain('packed');
  expect(await (await get('/assets/app-1a2b.js', { 'accept-encoding': 'identity' })).text()).toContain('plain');
});

test.each(['/', '/index.html', '/reservations/42', '/toestellen/lasrobot?van=2027-01-05'])(
  '%s gives the start page, never from a cache unasked',
  async (at) => {
    const answer = await get(at);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toContain('<!doctype html>');
  },
);

test.each(['/assets/gone-0000.js', '/..%2f..%2fetc/passwd.txt', '/%00.js', '/%E0%A4%A.js'])('%s is not found', async (at) => {
  expect((await get(at)).status).toBe(404);
});

test('hidden files stay hidden', async () => {
  expect(await (await get('/.secret')).text()).not.toContain('hidden');
});

test('the page may run its own inline script, and nobody else’s', async () => {
  const policy = (await get('/')).headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]{44}';/);
  expect(policy).toContain("img-src 'self' data: blob: https://*.tiles.example;");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('upgrade-insecure-requests');
});

test('a new build is served without a new start: its files, its page, its inline script and its documents', async () => {
  const text = '{ settings { holdMinutes } }';
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  const ask = `/graphql?extensions=${encodeURIComponent(JSON.stringify({ persistedQuery: { version: 1, sha256Hash } }))}`;
  const headers = { 'apollo-require-preflight': 'true' };
  expect((await get('/assets/app-3c4d.js')).status).toBe(404);
  expect(await (await get(ask, headers)).json()).toMatchObject({ errors: [{}] });
  const before = (await get('/')).headers.get('content-security-policy');

  writeFileSync(path.join(folder, 'assets/app-3c4d.js'), 'export const plain = 2;');
  writeFileSync(path.join(folder, '.documents.json'), JSON.stringify({ [sha256Hash]: text }));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><script>let dark = 2</script>');

  expect(await (await get('/assets/app-3c4d.js')).text()).toContain('plain = 2');
  const page = await get('/');
  expect(await page.text()).toContain('dark = 2');
  expect(page.headers.get('content-security-policy')).not.toBe(before);
  expect(page.headers.get('content-security-policy')).toContain(createHash('sha256').update('let dark = 2').digest('base64'));
  expect(await (await get(ask, headers)).json()).toMatchObject({ data: { settings: { holdMinutes: 10 } } });
});

test('the headers do not tell what runs here', async () => {
  expect((await get('/')).headers.get('x-powered-by')).toBeNull();
});

test('every answer carries its id; a harmless one is taken over, another not', async () => {
  expect((await get('/health/live', { 'x-request-id': 'from-proxy-123' })).headers.get('x-request-id')).toBe('from-proxy-123');
  expect((await get('/health/live', { 'x-request-id': '<script>' })).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('alive and ready are two things: without its schema it lives and is not ready', async () => {
  expect((await get('/health/ready')).status).toBe(200);
  await server.database.owner.query('ALTER TABLE migration RENAME TO migration_away');
  expect([(await get('/health/live')).status, (await get('/health/ready')).status]).toEqual([200, 503]);
  await server.database.owner.query('ALTER TABLE migration_away RENAME TO migration');
  await server.database.owner.query(`UPDATE migration SET name = 'Older1'`);
  expect(await (await get('/health/ready')).json()).toEqual({ status: 'schema out of date' });
  await server.database.owner.query(`UPDATE migration SET name = 'Initial1764000000000'`);
});

test('the metrics count requests, operations, connections and jobs', async () => {
  await server.graphql('{ settings { holdMinutes } }');
  await server.database.owner.query(`INSERT INTO pgboss.job (name) VALUES ('mail.send')`);
  const text = await (await get('/metrics')).text();
  expect(text).toMatch(/karavaan_http_request_seconds_count\{method="POST",route="\/graphql",status="200"\} \d/);
  expect(text).toMatch(/karavaan_graphql_operation_seconds_count\{type="query",field="settings",outcome="ok"\} \d/);
  expect(text).toMatch(/karavaan_database_connections\{state="open"\} \d/);
  expect(text).toContain('karavaan_jobs{queue="mail.send",state="created"} 1');
});
