import { createTestDatabase, type TestDatabase } from '../../test/database.js';

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

/** What the entities cannot say; it stands in the migrations only. */
const ONLY_IN_MIGRATIONS = /occupancy_unit_from/;

test('the entities say what the migrations made: no difference between the two', async () => {
  const { upQueries } = await database.owner.driver.createSchemaBuilder().log();
  expect(upQueries.map((each) => each.query).filter((query) => !ONLY_IN_MIGRATIONS.test(query))).toEqual([]);
});
