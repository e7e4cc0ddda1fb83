import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { makePerson } from '../../test/factories.js';
import { Person } from '../people/person.entity.js';
import { requireFitDatabase } from './require-fit-database.js';

const production = { production: true };
let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(() => database.owner.query('DELETE FROM person'));

test('without an administrator, production says how to make the first one, and starts', async () => {
  const { refusals, warnings } = await requireFitDatabase(database.app, production);
  expect(refusals).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining('npm run admin:create')]);
});

test('with one, there is nothing to say', async () => {
  await makePerson(database.owner.manager, { role: 'ADMINISTRATOR' });
  expect(await requireFitDatabase(database.app, production)).toEqual({ refusals: [], warnings: [] });
});

test('demo accounts that can sign in are refused in production only', async () => {
  await makePerson(database.owner.manager, { role: 'ADMINISTRATOR' });
  const demo = await makePerson(database.owner.manager, { demo: true, passwordHash: 'x' });
  expect((await requireFitDatabase(database.app, production)).refusals).toEqual([expect.stringContaining('demo accounts')]);
  expect((await requireFitDatabase(database.app, { production: false })).refusals).toEqual([]);
  await database.owner.manager.update(Person, { id: demo.id }, { active: false });
  expect((await requireFitDatabase(database.app, production)).refusals).toEqual([]);
});

test('serving with the owner’s role is refused in production, and warned of elsewhere', async () => {
  expect((await requireFitDatabase(database.owner, production)).refusals).toEqual([expect.stringContaining('audit trail')]);
  expect(await requireFitDatabase(database.owner, { production: false })).toMatchObject({
    refusals: [],
    warnings: [expect.stringContaining('audit trail')],
  });
});

test('an older schema is refused everywhere', async () => {
  await database.owner.query(`UPDATE migration SET name = 'Older1'`);
  expect((await requireFitDatabase(database.app, { production: false })).refusals).toEqual([
    expect.stringContaining('run the migration step'),
  ]);
  await database.owner.query(`UPDATE migration SET name = 'Initial1764000000000'`);
});
