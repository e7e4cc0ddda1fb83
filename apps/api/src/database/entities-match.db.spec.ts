import { createTestDatabase, type TestDatabase } from '../../test/database.js';

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

/** What the entities cannot say: an index on an expression. The trigger and its function are unknown to TypeORM. */
const ONLY_IN_MIGRATIONS = /"occupancy_unit_from"/;

async function differences(): Promise<string[]> {
  const { upQueries } = await database.owner.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query).filter((query) => !ONLY_IN_MIGRATIONS.test(query));
}

test('the entities say what the migrations made: no difference between the two', async () => {
  expect(await differences()).toEqual([]);
});

test('every table of the migrations has its entity', async () => {
  const tables = await database.owner.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const known = new Set(database.owner.entityMetadatas.map(({ tableName }) => tableName));
  expect(tables.map(({ name }) => name).filter((name) => name !== 'migration' && !known.has(name))).toEqual([]);
});

test.each([
  ['a check', 'ALTER TABLE person DROP CONSTRAINT person_role_known'],
  ['a foreign key', 'ALTER TABLE mail DROP CONSTRAINT mail_person'],
  ['a unique rule', 'ALTER TABLE organisation DROP CONSTRAINT organisation_code_unique'],
  ['an index', 'DROP INDEX audit_entry_entity'],
  ['a default', 'ALTER TABLE person ALTER COLUMN locale DROP DEFAULT'],
  ['a column', 'ALTER TABLE person DROP COLUMN phone'],
])('control: without %s there is a difference', async (_, sql) => {
  const copy = await createTestDatabase();
  await copy.owner.query(sql);
  const { upQueries } = await copy.owner.driver.createSchemaBuilder().log();
  expect(upQueries.length).toBeGreaterThan(0);
  await copy.drop();
});
