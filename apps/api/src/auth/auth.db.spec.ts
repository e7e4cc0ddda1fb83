import { makePerson } from '../../test/factories.js';
import { startTestApp, type TestApp } from '../../test/app.js';
import { Person } from '../people/person.entity.js';
import { Session, SignInAttempt } from '../people/session.entity.js';
import { hashPassword } from './password.js';
import { hashToken } from './session.js';

const PASSWORD = 'een heel lang woord';
const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) {
  __typename ... on Viewer { name role organisation { name } permissions bookingDefaults { contactName } } ... on Refusal { reasons { code } } } }`;

let server: TestApp;
let person: Person;
beforeAll(async () => {
  server = await startTestApp({ SIGN_IN_ATTEMPTS: '3' });
  person = await makePerson(server.database.app.manager, { passwordHash: await hashPassword(PASSWORD) });
});
afterAll(() => server.close());
beforeEach(() => server.database.owner.query('TRUNCATE sign_in_attempt'));

const signIn = (email: string, password: string) => server.graphql(SIGN_IN, { email, password });
const refused = (code: string) => ({ data: { signIn: { __typename: 'Refusal', reasons: [{ code }] } } });
const cookieOf = (answer: { headers: Headers }) => answer.headers.get('set-cookie') ?? '';

test('the right password sets an httpOnly cookie, and the cookie makes a viewer', async () => {
  const answer = await signIn(person.email.toUpperCase(), PASSWORD);
  expect(answer).toMatchObject({
    data: {
      signIn: { __typename: 'Viewer', name: person.name, role: 'COORDINATOR', bookingDefaults: { contactName: person.name } },
    },
  });
  expect(cookieOf(answer)).toMatch(/^karavaan=[\w-]{43}; Max-Age=1209600; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  const viewer = await server.graphql('{ viewer { email permissions } }', {}, cookieOf(answer).split(';')[0]);
  expect(viewer.data).toMatchObject({
    viewer: { email: person.email, permissions: expect.arrayContaining(['reservation.submit']) },
  });
});

test('the table holds no token, only its hash', async () => {
  const token = cookieOf(await signIn(person.email, PASSWORD)).split(/[=;]/)[1] ?? '';
  const session = await server.database.app.manager.findOneByOrFail(Session, { tokenHash: hashToken(token) });
  expect(session.personId).toBe(person.id);
  expect(session.tokenHash.toString('base64url')).not.toBe(token);
});

test('a wrong password and an unknown address get the same answer in about the same time', async () => {
  const timed = async (email: string, password: string) => {
    const began = performance.now();
    expect(await signIn(email, password)).toMatchObject(refused('WRONG_CREDENTIALS'));
    return performance.now() - began;
  };
  await timed('first@example.org', 'x');
  const known = Math.min(await timed(person.email, 'wrong one'), await timed(person.email, 'wrong two'));
  const unknown = Math.min(await timed('nobody@example.org', 'x'), await timed('no.one@example.org', 'x'));
  // Without the decoy an unknown address answers in a tenth of the time.
  expect(unknown).toBeGreaterThan(known / 3);
});

test('somebody without a password, or no longer active, cannot sign in', async () => {
  const without = await makePerson(server.database.app.manager);
  const gone = await makePerson(server.database.app.manager, { passwordHash: await hashPassword(PASSWORD), active: false });
  expect(await signIn(without.email, '')).toMatchObject(refused('WRONG_CREDENTIALS'));
  expect(await signIn(gone.email, PASSWORD)).toMatchObject(refused('WRONG_CREDENTIALS'));
});

test('after three failures the address waits, also with the right password; another address does not', async () => {
  const other = await makePerson(server.database.app.manager, { passwordHash: await hashPassword(PASSWORD) });
  for (let at = 0; at < 3; at++) expect(await signIn(person.email, 'wrong')).toMatchObject(refused('WRONG_CREDENTIALS'));
  expect(await signIn(person.email, PASSWORD)).toMatchObject(refused('TOO_MANY_ATTEMPTS'));
  expect((await signIn(other.email, PASSWORD)).data).toMatchObject({ signIn: { __typename: 'Viewer' } });
});

test('guesses at the same moment count too: of twenty at most three are tried', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(person.email, 'wrong')));
  const tried = answers.filter(({ data }) => JSON.stringify(data).includes('WRONG_CREDENTIALS'));
  expect(tried.length).toBeLessThanOrEqual(3);
});

test('signing in well is no attempt, and the table knows no e-mail address', async () => {
  for (let at = 0; at < 6; at++)
    expect((await signIn(person.email, PASSWORD)).data).toMatchObject({ signIn: { __typename: 'Viewer' } });
  expect(await server.database.app.manager.count(SignInAttempt)).toBe(0);
  await signIn(person.email, 'wrong');
  const rows = await server.database.app.query<{ row: string }[]>('SELECT s::text AS row FROM sign_in_attempt s');
  expect(rows.length).toBe(2);
  expect(rows.map(({ row }) => Buffer.from(row.match(/\\x([0-9a-f]+)/)?.[1] ?? '', 'hex').toString()).join()).not.toContain(
    'example.org',
  );
});

test('signing out ends the session on the server, not only in the browser', async () => {
  const cookie = await server.signInAs(person);
  const answer = await server.graphql('mutation { signOut { ok } }', {}, cookie);
  expect(cookieOf(answer)).toMatch(/^karavaan=; /);
  expect((await server.graphql('{ viewer { id } }', {}, cookie)).data).toEqual({ viewer: null });
});

test('a session that is over, or whose person is no longer active, makes a visitor', async () => {
  const leaver = await makePerson(server.database.app.manager);
  const cookie = await server.signInAs(leaver);
  const viewer = async () => (await server.graphql('{ viewer { id } }', {}, cookie)).data;
  expect(await viewer()).toEqual({ viewer: { id: leaver.id } });
  await server.database.app.manager.update(Person, { id: leaver.id }, { active: false });
  expect(await viewer()).toEqual({ viewer: null });
  await server.database.app.manager.update(Person, { id: leaver.id }, { active: true });
  await server.database.app.manager.update(Session, { personId: leaver.id }, { expiresAt: new Date(Date.now() - 1000) });
  expect(await viewer()).toEqual({ viewer: null });
});

test('use keeps a session alive, but not beyond ninety days', async () => {
  const cookie = await server.signInAs(person);
  const tokenHash = hashToken(cookie.split('=')[1] ?? '');
  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  const used = async (createdAt: Date) => {
    await server.database.app.manager.update(Session, { tokenHash }, { createdAt, lastSeenAt: days(-1), expiresAt: days(1) });
    await server.graphql('{ viewer { id } }', {}, cookie);
    const { expiresAt } = await server.database.app.manager.findOneByOrFail(Session, { tokenHash });
    return Math.round((expiresAt.getTime() - Date.now()) / 86_400_000);
  };
  expect(await used(days(-1))).toBe(14);
  expect(await used(days(-85))).toBe(5);
});

test('the language is kept for the person, with a trace', async () => {
  const cookie = await server.signInAs(person);
  await server.graphql('mutation { setLocale(locale: fr) { ok } }', {}, cookie);
  expect((await server.graphql('{ viewer { locale } }', {}, cookie)).data).toEqual({ viewer: { locale: 'fr' } });
  const [entry] = await server.database.app.query<{ changes: object }[]>(
    `SELECT changes FROM audit_entry WHERE action = 'person.setLocale'`,
  );
  expect(entry?.changes).toEqual({ locale: { before: 'nl', after: 'fr' } });
});

test('with https the cookie is Secure and bound to this host', async () => {
  const secure = await startTestApp({ PUBLIC_URL: 'https://karavaan.example' });
  try {
    const { email } = await makePerson(secure.database.app.manager, { passwordHash: await hashPassword(PASSWORD) });
    expect(cookieOf(await secure.graphql(SIGN_IN, { email, password: PASSWORD }))).toMatch(
      /^__Host-karavaan=.*; Secure; SameSite=Lax$/,
    );
  } finally {
    await secure.close();
  }
});
