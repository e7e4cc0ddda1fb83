import { startTestApp, type TestApp } from '../../../test/app.js';
import { makePerson } from '../../../test/factories.js';
import { inTransaction } from '../../database/transaction.js';
import type { Person } from '../../people/person.entity.js';
import { Mail } from './mail.entity.js';
import { queueMail } from './queue-mail.js';
import { unsubscribeToken } from './unsubscribe-token.js';

const SECRET = { sessionSecret: 'a secret of this test' };
const CHOOSE =
  'mutation ($topic: MailTopic!, $wanted: Boolean!) { chooseMail(topic: $topic, wanted: $wanted) { __typename ... on MailTopicChoice { topic wanted } ... on Refusal { reasons { code } } } }';
const CHOICES = '{ mailChoices { topic required wanted } }';

let server: TestApp;
let person: Person;
let cookie: string;
beforeAll(async () => {
  server = await startTestApp({ SESSION_SECRET: SECRET.sessionSecret });
});
afterAll(() => server.close());
beforeEach(async () => {
  person = await makePerson(server.database.app.manager, { role: 'COORDINATOR', locale: 'nl' });
  cookie = await server.signInAs(person);
});

const facts = {
  reservationId: '5e0b0d5c-0000-4000-8000-000000000001',
  number: 'R-00042',
  kits: [{ nl: 'Lasrobot', fr: 'Robot', en: 'Robot' }],
  siteName: 'VTI Brugge',
  firstDay: '2027-01-05',
  lastDay: '2027-01-07',
};
const tell = (template: 'submitted' | 'confirmed', once?: string) =>
  inTransaction(server.database.app, (tx) =>
    queueMail(tx, 'https://karavaan.example', { to: person, template, data: facts, ...(once ? { once } : {}) }),
  );
const choices = async () =>
  ((await server.graphql(CHOICES, {}, cookie)).data as unknown as { mailChoices: { topic: string; wanted: boolean }[] })
    .mailChoices;
const address = (token: string) => `${server.url}/mail/unsubscribe?t=${token}`;

test('a person turns a topic off and on; what is off is not made', async () => {
  expect((await choices()).every(({ wanted }) => wanted)).toBe(true);
  const off = await server.graphql(CHOOSE, { topic: 'RECEIVED', wanted: false }, cookie);
  expect(off.data).toEqual({ chooseMail: { __typename: 'MailTopicChoice', topic: 'RECEIVED', wanted: false } });
  expect(await tell('submitted')).toBe(false);
  expect(await tell('confirmed')).toBe(true);
  await server.graphql(CHOOSE, { topic: 'RECEIVED', wanted: true }, cookie);
  expect(await tell('submitted')).toBe(true);
  expect(await server.database.app.manager.countBy(Mail, { personId: person.id })).toBe(2);
});

test('a required topic cannot be turned off, and a visitor chooses nothing', async () => {
  const required = await server.graphql(CHOOSE, { topic: 'DECISIONS', wanted: false }, cookie);
  expect(required.data).toMatchObject({ chooseMail: { reasons: [{ code: 'NOT_ALLOWED' }] } });
  const visitor = await server.graphql(CHOOSE, { topic: 'RECEIVED', wanted: false });
  expect(visitor.data).toMatchObject({ chooseMail: { reasons: [{ code: 'NOT_SIGNED_IN' }] } });
  expect((await server.graphql(CHOICES)).data).toEqual({ mailChoices: [] });
});

test('upkeep is no topic of a coordinator', async () => {
  expect((await choices()).map(({ topic }) => topic)).not.toContain('UPKEEP');
  cookie = await server.signInAs(await makePerson(server.database.app.manager, { role: 'PLANNER' }));
  expect((await choices()).map(({ topic }) => topic)).toContain('UPKEEP');
});

test('one event is told to a person once, also by ten at the same time', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => tell('confirmed', 'R-00042:2')));
  expect(made.filter(Boolean).length).toBe(1);
  expect(await server.database.app.manager.countBy(Mail, { personId: person.id })).toBe(1);
  expect(await tell('confirmed', 'R-00042:3')).toBe(true);
  // Without a key nothing keeps them apart: the key is what does it.
  expect((await Promise.all([1, 2].map(() => tell('confirmed')))).filter(Boolean).length).toBe(2);
});

describe('the unsubscribe link', () => {
  const token = () => unsubscribeToken(SECRET, person.id, 'RECEIVED');

  test('asks when it is opened, and acts when it is posted, without a session', async () => {
    const asked = await fetch(address(token()));
    expect([asked.status, asked.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await asked.text()).toContain('Wil je geen mails meer krijgen over de ontvangst van je reservaties en aanvragen?');
    expect(await tell('submitted')).toBe(true);

    const posted = await fetch(address(token()), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
      redirect: 'error',
    });
    expect(posted.status).toBe(200);
    expect(await tell('submitted')).toBe(false);
    expect((await fetch(address(token()), { method: 'POST' })).status).toBe(200);
    const trail = await server.database.owner.query<unknown[]>(
      `SELECT 1 FROM audit_entry WHERE action = 'person.chooseMail' AND entity_id = $1`,
      [person.id],
    );
    expect(trail.length).toBe(1);
  });

  test.each([
    ['of another secret', () => unsubscribeToken({ sessionSecret: 'another' }, person.id, 'RECEIVED')],
    ['of another topic', () => token().replace('RECEIVED', 'WAITING')],
    ['of another person', () => token().replace(person.id, '5e0b0d5c-0000-4000-8000-000000000009')],
    ['of a topic that is required', () => unsubscribeToken(SECRET, person.id, 'DECISIONS')],
    ['without a signature', () => token().split('.').slice(0, 2).join('.')],
    ['that is empty', () => ''],
  ])('%s does nothing', async (_what, bad) => {
    expect((await fetch(address(bad()))).status).toBe(404);
    expect((await fetch(address(bad()), { method: 'POST' })).status).toBe(404);
    expect(await tell('submitted')).toBe(true);
  });
});
