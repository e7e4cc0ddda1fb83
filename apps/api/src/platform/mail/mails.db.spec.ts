import { startTestApp, type TestApp } from '../../../test/app.js';
import { makePerson } from '../../../test/factories.js';
import { inTransaction } from '../../database/transaction.js';
import { queueMail } from './queue-mail.js';

const QUERY =
  'query ($first: Int, $after: String) { mails(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id to subject bodyText } } } }';

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
  for (let at = 1; at <= 5; at++)
    await inTransaction(server.database.app, (tx) =>
      queueMail(tx, 'https://karavaan.example', {
        to: { email: `p${at}@example.org`, name: 'P', locale: 'nl' },
        template: 'passwordLink',
        data: { token: `token${at}`, hours: 2 },
      }),
    );
});
afterAll(() => server.close());

const as = async (role: 'PLANNER' | 'COORDINATOR' | 'ADMINISTRATOR') =>
  server.signInAs(await makePerson(server.database.app.manager, { role }));
interface Page {
  mails: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: { to: string; bodyText: string } }[];
  };
}

test('the outbox comes newest first, page by page, each mail once', async () => {
  const planner = await as('PLANNER');
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { mails } = (await server.graphql(QUERY, { first: 2, after }, planner)).data as unknown as Page;
    expect(mails.totalCount).toBe(5);
    seen.push(...mails.edges.map(({ node }) => node.to));
    after = mails.pageInfo.hasNextPage ? mails.pageInfo.endCursor : undefined;
  } while (after);
  expect(seen).toEqual([5, 4, 3, 2, 1].map((at) => `p${at}@example.org`));
});

test('a planner cannot read the key of somebody’s password link; an administrator can', async () => {
  const bodies = async (cookie: string) => JSON.stringify((await server.graphql(QUERY, { first: 5 }, cookie)).data);
  expect(await bodies(await as('PLANNER'))).not.toMatch(/token=token\d/);
  expect(await bodies(await as('ADMINISTRATOR'))).toMatch(/token=token5/);
});

test('a coordinator has no outbox', async () => {
  expect((await server.graphql(QUERY, {}, await as('COORDINATOR'))).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
});

test.each([
  [{ first: 0 }, 'first'],
  [{ first: 1000 }, 'first'],
  [{ first: 2, after: 'nonsense' }, 'after'],
])('%j names the wrong argument', async (variables, field) => {
  expect((await server.graphql(QUERY, variables, await as('PLANNER'))).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', field } },
  ]);
});
