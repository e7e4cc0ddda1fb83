import { makePerson } from '../../test/factories.js';
import { startTestApp, type TestApp } from '../../test/app.js';
import { Person } from '../people/person.entity.js';
import { Mail } from '../platform/mail/mail.entity.js';
import { hashPassword } from './password.js';
import { makePasswordToken } from './password-token.js';

const SET = `mutation ($token: String!, $password: String!) { setPassword(token: $token, password: $password) {
  __typename ... on Viewer { id } ... on Refusal { reasons { code field } } } }`;
const NEW = 'vier losse woorden hier';

let server: TestApp;
beforeAll(async () => (server = await startTestApp()));
afterAll(() => server.close());

const setPassword = async (token: string, password = NEW) => (await server.graphql(SET, { token, password })).data;
const refusal = (reason: object) => ({ setPassword: { __typename: 'Refusal', reasons: [expect.objectContaining(reason)] } });
const somebody = () => makePerson(server.database.app.manager);
const tokenFor = ({ id }: Person, ms = 60_000) => makePasswordToken(server.database.app.manager, id, ms);

test('the link that was mailed sets a password, once, and signs in', async () => {
  const person = await somebody();
  await server.graphql('mutation ($email: String!) { requestPasswordLink(email: $email) { ok } }', { email: person.email });
  const mail = await server.database.app.manager.findOneByOrFail(Mail, { personId: person.id });
  const token = /token=([\w-]+)/.exec(mail.bodyText)?.[1] ?? '';
  expect(await setPassword(token)).toEqual({ setPassword: { __typename: 'Viewer', id: person.id } });
  expect(await setPassword(token)).toEqual(refusal({ code: 'WRONG_CREDENTIALS' }));
});

test('an unknown address gets the same answer and no mail', async () => {
  const before = await server.database.app.manager.count(Mail);
  const answer = await server.graphql('mutation { requestPasswordLink(email: "nobody@example.org") { ok } }');
  expect(answer.data).toEqual({ requestPasswordLink: { ok: true } });
  expect(await server.database.app.manager.count(Mail)).toBe(before);
});

test('nobody can fill a mailbox: the fourth link in a quarter of an hour is not sent', async () => {
  const person = await somebody();
  for (let at = 0; at < 6; at++)
    await server.graphql('mutation ($email: String!) { requestPasswordLink(email: $email) { ok } }', { email: person.email });
  expect(await server.database.app.manager.countBy(Mail, { personId: person.id })).toBe(3);
});

test.each(['kort', 'aaaaaaaaaaaaaaaa', 'x'.repeat(201)])(
  'the weak password %s is refused and the link stays good',
  async (weak) => {
    const token = await tokenFor(await somebody());
    expect(await setPassword(token, weak)).toEqual(refusal({ code: 'INVALID_INPUT', field: 'password' }));
    expect(await setPassword(token)).toMatchObject({ setPassword: { __typename: 'Viewer' } });
  },
);

test('a link whose time is over does nothing', async () => {
  expect(await setPassword(await tokenFor(await somebody(), -1))).toEqual(refusal({ code: 'WRONG_CREDENTIALS' }));
});

test('ten uses of one link at the same moment: one sets the password', async () => {
  const token = await tokenFor(await somebody());
  const answers = await Promise.all(Array.from({ length: 10 }, () => setPassword(token)));
  expect(answers.filter((answer) => JSON.stringify(answer).includes('Viewer')).length).toBe(1);
});

test('a new password ends the sessions and the links that were there', async () => {
  const person = await makePerson(server.database.app.manager, { passwordHash: await hashPassword('het oude lange woord') });
  const [cookie, token, otherToken] = [await server.signInAs(person), await tokenFor(person), await tokenFor(person)];
  await setPassword(token);
  expect((await server.graphql('{ viewer { id } }', {}, cookie)).data).toEqual({ viewer: null });
  expect(await setPassword(otherToken)).toEqual(refusal({ code: 'WRONG_CREDENTIALS' }));
});
