import path from 'node:path';
import pg from 'pg';
import { createAdministrator, problemOf } from './create-administrator.ts';

/** The API's own test databases; by a computed path, since tools are type-checked apart from the API. */
const { copyDatabase } = (await import(path.resolve('apps/api/test/server.ts'))) as {
  copyDatabase: () => Promise<{ ownerUrl: string; drop: () => Promise<void> }>;
};

const ann = { email: 'ann@pom.example', name: 'Ann', password: 'vier losse woorden hier' };
let client: pg.Client;
let drop: () => Promise<void>;
beforeAll(async () => {
  const copy = await copyDatabase();
  drop = copy.drop;
  client = new pg.Client({ connectionString: copy.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await drop();
});

test('in an empty database the administrator gets the owner organisation, with a trace', async () => {
  const id = await createAdministrator(client, ann);
  const { rows } = await client.query<object>(
    `SELECT p.role, p.demo, p.password_hash LIKE '$argon2id$%' AS hashed, o.code, o.kind,
            (SELECT changes FROM audit_entry WHERE entity_id = p.id::text) AS changes
       FROM person p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = $1`,
    [id],
  );
  const changes = { email: {}, name: {}, role: { before: null, after: 'ADMINISTRATOR' } };
  expect(rows).toEqual([{ role: 'ADMINISTRATOR', demo: false, hashed: true, code: 'pom', kind: 'OWNER', changes }]);
});

test('a second administrator joins the same organisation; the same address again changes nothing', async () => {
  await createAdministrator(client, { ...ann, email: 'bert@pom.example' });
  await expect(createAdministrator(client, { ...ann, email: 'ANN@pom.example' })).rejects.toThrow('exists already');
  const { rows } = await client.query<object>(
    'SELECT (SELECT count(*)::int FROM person) AS persons, (SELECT count(*)::int FROM organisation) AS organisations',
  );
  expect(rows).toEqual([{ persons: 2, organisations: 1 }]);
});

test.each([
  [{ email: 'ann' }, '"ann" is no e-mail address.'],
  [{ name: '' }, 'The name may not be empty.'],
  [{ password: 'elf tekens!' }, 'The password must have 12 characters or more.'],
  [{ password: 'aaaaaaaaaaaa' }, 'The password repeats too few characters.'],
  [{}, undefined],
])('%j: %s', (fields, sentence) => {
  expect(problemOf({ ...ann, ...fields })).toBe(sentence);
});
