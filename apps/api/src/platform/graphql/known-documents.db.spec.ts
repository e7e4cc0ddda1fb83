import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestApp, type TestApp } from '../../../test/app.js';

const TEXT = 'query Sites { __typename sites(first: 1) { __typename totalCount } }';
const HASH = createHash('sha256').update(TEXT).digest('hex');
const folder = mkdtempSync(path.join(tmpdir(), 'known-documents-'));
let app: TestApp;

beforeAll(async () => {
  writeFileSync(path.join(folder, '.documents.json'), JSON.stringify({ [HASH]: TEXT }));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
  app = await startTestApp({ WEB_FOLDER: folder });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function send(body: object): Promise<{ data?: unknown; errors?: { extensions: { code: string } }[] }> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as never;
}
const byHash = (sha256Hash: string, query?: string) => ({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } });

test('a document of the web client is known by its hash', async () => {
  const answer = { data: { __typename: 'Query', sites: { __typename: 'SiteConnection', totalCount: 0 } } };
  expect(await send(byHash(HASH))).toEqual(answer);
  // The second time it comes from the store of parsed documents.
  expect(await send(byHash(HASH))).toEqual(answer);
});

test('nobody can make another document known, nor pass one off as known', async () => {
  const other = 'query Sites { sites(first: 2) { totalCount } }';
  const hash = createHash('sha256').update(other).digest('hex');
  expect((await send(byHash(hash, other))).errors).toBeUndefined();
  expect((await send(byHash(hash))).errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
  expect((await send(byHash(HASH, other))).errors).toHaveLength(1);
  expect((await send(byHash(HASH))).errors).toBeUndefined();
});

test('the list itself is not for the public', async () => {
  const response = await fetch(`${app.url}/.documents.json`);
  expect(response.status).toBe(404);
});
