import { startTestApp, type TestApp } from '../../../test/app.js';

let server: TestApp;
let production: TestApp;
beforeAll(async () => {
  server = await startTestApp();
  const env = { NODE_ENV: 'production', SESSION_SECRET: 'f3b1c4d2'.repeat(5), PUBLIC_URL: 'https://karavaan.example' };
  production = await startTestApp(env);
});
afterAll(() => Promise.all([server.close(), production.close()]));

test('an operation that nests too deep is refused before it runs', async () => {
  const { status, errors } = await server.graphql(`{ viewer { ${'organisation { sites { '.repeat(6)} id ${'} } '.repeat(6)} } }`);
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ extensions: { code: 'TOO_DEEP', limit: 12 } }]);
});

test('an operation that asks for too much is refused before it runs', async () => {
  const asks = Array.from({ length: 60 }, (_, at) => `m${at}: mails(first: 100) { edges { node { id subject bodyText to } } }`);
  const { status, errors } = await server.graphql(`{ ${asks.join(' ')} }`);
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ extensions: { code: 'TOO_COSTLY', limit: 25_000 } }]);
});

test('variables count: a page by a variable is as costly as one in the text', async () => {
  const asks = Array.from({ length: 60 }, (_, at) => `m${at}: mails(first: $n) { edges { node { id subject bodyText to } } }`);
  const { errors } = await server.graphql(`query ($n: Int!) { ${asks.join(' ')} }`, { n: 100 });
  expect(errors).toMatchObject([{ extensions: { code: 'TOO_COSTLY' } }]);
});

test('a document with too many words is refused while it is read', async () => {
  const { errors } = await server.graphql(`{ ${Array.from({ length: 1500 }, (_, at) => `a${at}: __typename`).join(' ')} }`);
  expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
});

test('a request larger than 100 kB is refused', async () => {
  const { status, errors } = await server.graphql(`{ __typename }`, { padding: 'x'.repeat(110_000) });
  expect(status).toBe(413);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
});

test('what is not JSON gets a clear answer', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(response.status).toBe(400);
  expect(await response.text()).not.toMatch(/at |node_modules/);
});

test.each(['text/plain', 'application/x-www-form-urlencoded'])(
  'another site cannot post %s with the visitor’s cookie',
  async (type) => {
    const body = JSON.stringify({ query: 'mutation { signOut { ok } }' });
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/CSRF|JSON|body/i);
  },
);

test('a simple GET cannot run an operation', async () => {
  expect((await fetch(`${server.url}/graphql?query=${encodeURIComponent('{ viewer { id } }')}`)).status).toBe(400);
});

test('in production there is no introspection and no hint of the schema', async () => {
  const { errors } = await production.graphql('{ __schema { types { name } } }');
  expect(errors?.length).toBeGreaterThan(0);
  const typo = await production.graphql('{ settings { contactEmai } }');
  expect(JSON.stringify(typo.errors)).not.toContain('contactEmail');
  expect((await server.graphql('{ __schema { queryType { name } } }')).errors).toBeUndefined();
});

test('a fault of ours says nothing of our inside, and carries the id that the log knows', async () => {
  await server.database.owner.query('ALTER TABLE setting RENAME TO setting_away');
  const { errors, data, headers } = await server.graphql('{ settings { demo } }');
  await server.database.owner.query('ALTER TABLE setting_away RENAME TO setting');
  expect(data).toBeNull();
  expect(errors).toEqual([
    {
      message: 'Something went wrong on our side.',
      path: ['settings', 'demo'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: headers.get('x-request-id') },
    },
  ]);
});

test.each([
  ['{ mails { totalCount } }', 'UNAUTHENTICATED'],
  ['{ auditTrail { totalCount } }', 'UNAUTHENTICATED'],
  ['{ accessRequests { id } }', 'UNAUTHENTICATED'],
  ['{ organisations { id } }', 'UNAUTHENTICATED'],
])('a visitor may not ask %s', async (query, code) => {
  expect((await server.graphql(query)).errors).toMatchObject([{ extensions: { code } }]);
});
