import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { connect } from './connect.js';
import { constraintRefusals } from './constraint-refusals.js';
import { migrations } from './data-source.js';
import { isUpToDate } from './is-up-to-date.js';
import { migrate } from './migrate.js';

let database: TestDatabase;
let role: string;
beforeAll(async () => {
  database = await createTestDatabase();
  role = new URL(database.appUrl).username;
});
afterAll(() => database.drop());

test('migrating again, and twice at the same moment, changes nothing', async () => {
  expect(await Promise.all([migrate(database.ownerUrl, role), migrate(database.ownerUrl, role)])).toEqual([[], []]);
});

test('an empty database is migrated once by two starts at the same moment', async () => {
  await database.owner.query('DROP SCHEMA public CASCADE; DROP SCHEMA pgboss CASCADE; CREATE SCHEMA public');
  const ran = await Promise.all([migrate(database.ownerUrl, role), migrate(database.ownerUrl, role)]);
  expect(ran.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, migrations.length]);
  expect(await isUpToDate(database.app)).toBe(true);
});

test.each([
  'CREATE TABLE mine (id int)',
  'ALTER TABLE occupancy DROP CONSTRAINT occupancy_one_place_at_a_time',
  'ALTER TABLE occupancy DISABLE TRIGGER occupancy_no_teleport',
  'DROP TABLE session',
  'TRUNCATE reservation',
  'DELETE FROM reservation',
  `DELETE FROM migration`,
  'CREATE TABLE pgboss.mine (id int)',
])('the application may not: %s', async (sql) => {
  await expect(database.app.query(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
});

test('rights are given again by the next migration step, and are then as before', async () => {
  await database.owner.query(`GRANT DELETE, TRUNCATE ON audit_entry TO ${role}; REVOKE SELECT ON person FROM ${role}`);
  await migrate(database.ownerUrl, role);
  await expect(database.app.query('DELETE FROM audit_entry')).rejects.toMatchObject({ driverError: { code: '42501' } });
  await expect(database.app.query('SELECT count(*) FROM person')).resolves.toBeDefined();
});

test('every constraint that maps to a refusal exists', async () => {
  const rows = await database.owner.query<{ name: string }[]>(
    `SELECT conname AS name FROM pg_constraint UNION SELECT indexname FROM pg_indexes
     UNION SELECT (regexp_matches(prosrc, 'CONSTRAINT = ''(\\w+)''', 'g'))[1] FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
  );
  const known = new Set(rows.map(({ name }) => name));
  expect(Object.keys(constraintRefusals).filter((name) => !known.has(name))).toEqual([]);
});

test.each([
  [
    'postgresql://a:b@127.0.0.1:9/karavaan',
    'The database karavaan on 127.0.0.1:9 cannot be used: nothing answers at that address.',
  ],
  [
    'postgresql://a:b@no-such-machine.invalid/karavaan',
    'The database karavaan on no-such-machine.invalid:5432 cannot be used: no machine has that name.',
  ],
])('says in one sentence why %s cannot be used, without the password', async (url, sentence) => {
  await expect(connect(url, 'test')).rejects.toThrow(sentence);
});

test('says that a password is wrong, and that a database does not exist', async () => {
  await expect(connect(database.appUrl.replace(/:[^:@]+@/, ':wrong@'), 'test')).rejects.toThrow(
    'does not accept this user and password.',
  );
  await expect(connect(database.appUrl.replace(/\w+$/, 'nowhere'), 'test')).rejects.toThrow(
    'that database does not exist there.',
  );
});
