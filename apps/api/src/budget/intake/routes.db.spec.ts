import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { makePerson } from '../../../test/factories.js';
import { makeCoda } from './coda/coda.fixture.js';
import { makeUbl } from './peppol/ubl.fixture.js';

let app: TestApp;
let officer: string;
let planner: string;
beforeAll(async () => {
  app = await startTestApp();
  const { manager } = app.database.app;
  officer = await app.signInAs(await makePerson(manager, { role: 'BUDGET_OFFICER' }));
  planner = await app.signInAs(await makePerson(manager, { role: 'PLANNER' }));
});
afterAll(() => app?.close());

const put = async (what: string, body: string, cookie = officer, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${app.url}/budget-files/${what}/${randomUUID()}?name=x.xml`, {
    method: 'PUT',
    body,
    headers: { ...(cookie ? { cookie } : {}), ...headers },
  });
  return [answer.status, await answer.json()] as const;
};
const ubl = (number: string) => makeUbl({ number, issuedOn: '2025-04-01', dueOn: null, lines: [{ net: 100n }] });

test('an e-invoice comes in over the wire, with its outcome; only from who keeps the budget and from our own page', async () => {
  expect(await put('e-invoices', ubl('W-1'))).toMatchObject([
    200,
    { state: 'PARKED', reason: 'SUPPLIER_UNKNOWN', number: 'W-1' },
  ]);
  expect(await put('e-invoices', ubl('W-1'))).toEqual([422, { code: 'DUPLICATE', fileLine: 1, found: 'W-1' }]);
  expect(await put('e-invoices', '<Invoice>')).toEqual([422, { code: 'NOT_XML', fileLine: 1, found: '' }]);
  expect(await put('e-invoices', ubl('W-2'), planner)).toEqual([403, { code: 'NOT_ALLOWED' }]);
  expect(await put('e-invoices', ubl('W-2'), '')).toEqual([401, { code: 'NOT_SIGNED_IN' }]);
  expect(await put('e-invoices', ubl('W-2'), officer, { 'sec-fetch-site': 'cross-site' })).toEqual([
    403,
    { code: 'NOT_ALLOWED' },
  ]);
  expect((await put('e-invoices', 'x'.repeat(11 * 1024 * 1024)).catch(() => [413]))[0]).toBe(413);
});

test('the document is given to keep, as bytes that no browser opens', async () => {
  const query = '{ incomingInvoices { edges { node { documents { url name } content { lines { netCents } } } } } }';
  const { data } = await app.graphql(query, {}, officer);
  const [{ node }] = (data as unknown as { incomingInvoices: { edges: { node: { documents: { url: string }[] } }[] } })
    .incomingInvoices.edges as [{ node: { documents: { url: string }[] } }];
  const answer = await fetch(`${app.url}${node.documents[0]!.url}`, { headers: { cookie: officer } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(await answer.text()).toContain('<cbc:ID>W-1</cbc:ID>');
});

test('a statement comes in once; a broken one names its line', async () => {
  const text = makeCoda({ day: '150525', moves: [{ cents: -100n }] });
  expect(await put('statements', text)).toMatchObject([200, { statements: 1, movements: 1, matched: 0 }]);
  expect(await put('statements', text)).toEqual([409, { code: 'ALREADY_EXISTS', found: 'BE68539007547034 001 2025-05-15' }]);
  expect(await put('statements', text.replace('000000000001000', '000000000002000'))).toMatchObject([
    422,
    { code: 'BALANCE_DIFFERS', fileLine: 5 },
  ]);
});

test('a claim is handed over to who may read the budget', async () => {
  const get = async (path: string, cookie: string) =>
    (await fetch(`${app.url}/budget-files/claims/${path}`, { headers: cookie ? { cookie } : {} })).status;
  const id = randomUUID();
  expect([await get(`${id}.zip`, ''), await get(`${id}.zip`, officer), await get('x.xlsx', officer)]).toEqual([401, 404, 404]);
});
