import { startTestApp, type TestApp } from '../../test/app.js';
import { makePerson, someEnterpriseNumber } from '../../test/factories.js';
import { Mail } from '../platform/mail/mail.entity.js';
import { AccessRequest } from './access-request.entity.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';

const REQUEST = `mutation ($input: AccessRequestInput!) { requestAccess(input: $input) {
  __typename ... on AccessReceived { ok } ... on Refusal { reasons { code field } } } }`;
const DECIDE = `mutation ($id: ID!, $accept: Boolean!, $reason: String) { decideAccess(id: $id, accept: $accept, reason: $reason) {
  __typename ... on AccessRequest { state decisionReason decidedAt } ... on Refusal { reasons { code field } } } }`;

let server: TestApp;
let planner: string;
beforeAll(async () => {
  server = await startTestApp({ TERMS_VERSION: '2026-11' });
  planner = await server.signInAs(await makePerson(server.database.app.manager, { role: 'PLANNER' }));
  await server.database.owner.query(`INSERT INTO place VALUES
    ('8000', 'Brugge', 'Brugge', '31005', 51.209, 3.224), ('8000', 'Koolkerke', 'Brugge', '31005', 51.24, 3.25)`);
});
afterAll(() => server.close());
beforeEach(() => server.database.owner.query('TRUNCATE sign_in_attempt'));

let count = 0;
const anInput = (fields: object = {}) => {
  count += 1;
  return {
    idempotencyKey: `request-key-${count}`,
    organisationName: `Sint-Jozef ${count} Brugge`,
    organisationKind: 'SCHOOL',
    enterpriseNumber: someEnterpriseNumber(),
    contactName: 'Lien Peeters',
    contactEmail: `lien${count}@example.org`,
    postcode: '8000',
    town: 'Koolkerke',
    street: 'Arendstraat 1',
    acceptedTermsVersion: '2026-11',
    locale: 'fr',
    ...fields,
  };
};
const request = async (fields: object = {}) => (await server.graphql(REQUEST, { input: anInput(fields) })).data;
const received = { requestAccess: { __typename: 'AccessReceived', ok: true } };
const refusal = (name: string, reason: object) => ({
  [name]: { __typename: 'Refusal', reasons: [expect.objectContaining(reason)] },
});
const decide = async (id: string, accept: boolean, reason?: string, as = planner) =>
  (await server.graphql(DECIDE, { id, accept, reason }, as)).data;

async function anOpenRequest(fields: object = {}): Promise<AccessRequest> {
  const input = anInput(fields);
  await server.graphql(REQUEST, { input });
  return server.database.app.manager.findOneByOrFail(AccessRequest, { contactEmail: input.contactEmail });
}

test('an enterprise number as people write it is kept as its ten digits', async () => {
  const number = someEnterpriseNumber();
  const written = `BE ${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
  expect(await request({ enterpriseNumber: written })).toEqual(received);
  expect(await server.database.app.manager.existsBy(AccessRequest, { enterpriseNumber: number })).toBe(true);
});

test.each([
  ['enterpriseNumber', { enterpriseNumber: '0123.456.788' }],
  ['contactEmail', { contactEmail: 'no address' }],
  ['organisationName', { organisationName: '  ' }],
  ['organisationKind', { organisationKind: 'OWNER' }],
  ['acceptedTermsVersion', { acceptedTermsVersion: '2020-01' }],
  ['message', { message: 'x'.repeat(2001) }],
])('a wrong %s is refused by name and nothing is kept', async (field, fields) => {
  const before = await server.database.app.manager.count(AccessRequest);
  expect(await request(fields)).toEqual(refusal('requestAccess', { code: 'INVALID_INPUT', field }));
  expect(await server.database.app.manager.count(AccessRequest)).toBe(before);
});

test('an organisation asks once, also when two of it ask at the same moment', async () => {
  const enterpriseNumber = someEnterpriseNumber();
  const answers = await Promise.all(Array.from({ length: 5 }, () => request({ enterpriseNumber })));
  expect(answers.filter((answer) => JSON.stringify(answer) === JSON.stringify(received)).length).toBe(1);
  expect(await server.database.app.manager.countBy(AccessRequest, { enterpriseNumber })).toBe(1);
});

test('somebody who is known already is told so', async () => {
  const known = await makePerson(server.database.app.manager);
  expect(await request({ contactEmail: known.email })).toEqual(
    refusal('requestAccess', { code: 'ALREADY_EXISTS', field: 'contactEmail' }),
  );
});

test('the same key again is the same request', async () => {
  const input = anInput();
  await server.graphql(REQUEST, { input });
  expect((await server.graphql(REQUEST, { input })).data).toEqual(received);
  expect(await server.database.app.manager.countBy(AccessRequest, { contactEmail: input.contactEmail })).toBe(1);
});

test('accepting makes the organisation, a site in its town, a coordinator and a mail in their language', async () => {
  const asked = await anOpenRequest();
  expect(await decide(asked.id, true)).toMatchObject({ decideAccess: { __typename: 'AccessRequest', state: 'ACCEPTED' } });
  const { manager } = server.database.app;
  const organisation = await manager.findOneByOrFail(Organisation, { enterpriseNumber: asked.enterpriseNumber });
  expect(await manager.findOneByOrFail(Person, { organisationId: organisation.id })).toMatchObject({
    role: 'COORDINATOR',
    email: asked.contactEmail,
  });
  const sites = await manager.query<object[]>(
    'SELECT latitude, position_quality, street, opening_hours_assumed, power_supplies FROM site WHERE organisation_id = $1',
    [organisation.id],
  );
  expect(sites).toEqual([
    { latitude: 51.24, position_quality: 'TOWN', street: 'Arendstraat 1', opening_hours_assumed: true, power_supplies: null },
  ]);
  const mail = await manager.findOneByOrFail(Mail, { toAddress: asked.contactEmail });
  expect(mail).toMatchObject({ template: 'accessAccepted', locale: 'fr' });
  const token = /token=([\w-]+)/.exec(mail.bodyText)?.[1];
  const set = await server.graphql(
    'mutation ($t: String!) { setPassword(token: $t, password: "vier losse woorden hier") { __typename } }',
    { t: token },
  );
  expect(set.data).toEqual({ setPassword: { __typename: 'Viewer' } });
});

test('each new site has its travel to and from every other site, and none is zero', async () => {
  const [one, other] = [await anOpenRequest(), await anOpenRequest()];
  await decide(one.id, true);
  await decide(other.id, true);
  const [row] = await server.database.app.query<{ sites: number; travel: number; least: number }[]>(
    'SELECT (SELECT count(*)::int FROM site) AS sites, count(*)::int AS travel, min(minutes) AS least FROM site_travel',
  );
  expect(row?.travel).toBe((row?.sites ?? 0) * ((row?.sites ?? 0) - 1));
  expect(row?.least).toBeGreaterThan(0);
});

test('rejecting needs a reason and mails it', async () => {
  const asked = await anOpenRequest({ locale: 'nl' });
  expect(await decide(asked.id, false, ' ')).toEqual(refusal('decideAccess', { code: 'INVALID_INPUT', field: 'reason' }));
  expect(await decide(asked.id, false, 'Geen opleidingen.')).toMatchObject({
    decideAccess: { state: 'REJECTED', decisionReason: 'Geen opleidingen.' },
  });
  expect((await server.database.app.manager.findOneByOrFail(Mail, { toAddress: asked.contactEmail })).bodyText).toContain(
    'Reden: Geen opleidingen.',
  );
  expect(await server.database.app.manager.existsBy(Organisation, { enterpriseNumber: asked.enterpriseNumber })).toBe(false);
});

test('two planners at the same moment: one decides, the other hears that it was done', async () => {
  const asked = await anOpenRequest();
  const answers = await Promise.all([decide(asked.id, true), decide(asked.id, false, 'nee'), decide(asked.id, true)]);
  expect(answers.filter((answer) => JSON.stringify(answer).includes('STATE_CHANGED')).length).toBe(2);
  expect(await server.database.app.manager.countBy(Mail, { toAddress: asked.contactEmail })).toBe(1);
});

test('when the e-mail address was taken meanwhile, nothing of the acceptance stays', async () => {
  const asked = await anOpenRequest();
  await makePerson(server.database.app.manager, { email: asked.contactEmail });
  expect(await decide(asked.id, true)).toEqual(refusal('decideAccess', { code: 'ALREADY_EXISTS' }));
  expect((await server.database.app.manager.findOneByOrFail(AccessRequest, { id: asked.id })).state).toBe('OPEN');
  expect(await server.database.app.manager.existsBy(Organisation, { enterpriseNumber: asked.enterpriseNumber })).toBe(false);
});

test('a visitor and a coordinator may not decide, and an unknown id is not found', async () => {
  const asked = await anOpenRequest();
  const coordinator = await server.signInAs(await makePerson(server.database.app.manager));
  expect(await decide(asked.id, true, undefined, '')).toEqual(refusal('decideAccess', { code: 'NOT_SIGNED_IN' }));
  expect(await decide(asked.id, true, undefined, coordinator)).toEqual(refusal('decideAccess', { code: 'NOT_ALLOWED' }));
  expect(await decide('nonsense', true)).toEqual(refusal('decideAccess', { code: 'NOT_FOUND' }));
});

test('the trail of a request holds no personal value', async () => {
  const asked = await anOpenRequest();
  const [entry] = await server.database.app.query<{ changes: object }[]>('SELECT changes FROM audit_entry WHERE entity_id = $1', [
    asked.id,
  ]);
  expect(JSON.stringify(entry)).not.toMatch(/Lien|example\.org|Arendstraat/);
  expect(entry?.changes).toMatchObject({ contactEmail: {}, organisationKind: { before: null, after: 'SCHOOL' } });
});
