import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { actorOf, makeOrganisation, makePerson } from '../../test/factories.js';
import { inTransaction } from '../database/transaction.js';
import { Organisation } from '../people/organisation.entity.js';
import { recordAudit } from './audit.js';
import { AuditEntry } from './audit-entry.entity.js';
import { requestContext } from './request-context.js';

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const write = async (fail: boolean) => {
  const actor = actorOf(await makePerson(database.app.manager));
  const organisation = await makeOrganisation(database.app.manager, { name: 'Old' });
  const work = inTransaction(database.app, async (tx) => {
    await tx.update(Organisation, { id: organisation.id }, { name: 'New' });
    const entry = { action: 'organisation.rename', entity: 'organisation', entityId: organisation.id };
    await recordAudit(tx, actor, { ...entry, before: { name: 'Old', kind: 'SCHOOL' }, after: { name: 'New', kind: 'SCHOOL' } });
    if (fail) throw new Error('afterwards');
  });
  await work.catch(() => {});
  const { name } = await database.app.manager.findOneByOrFail(Organisation, { id: organisation.id });
  return { name, actor, entries: await database.app.manager.findBy(AuditEntry, { entityId: organisation.id }) };
};

test('a write and its trace stay together, with only the fields that changed', async () => {
  const { name, entries, actor } = await requestContext.run({ requestId: 'request-1' }, () => write(false));
  expect(name).toBe('New');
  expect(entries).toMatchObject([
    {
      actorId: actor.personId,
      actorRole: 'COORDINATOR',
      requestId: 'request-1',
      changes: { name: { before: 'Old', after: 'New' } },
    },
  ]);
  expect(Object.keys(entries[0]?.changes ?? {})).toEqual(['name']);
});

test('a write that is rolled back leaves no trace', async () => {
  expect(await write(true)).toMatchObject({ name: 'Old', entries: [] });
});

describe.each([
  ['UPDATE', `UPDATE audit_entry SET action = 'other'`],
  ['DELETE', 'DELETE FROM audit_entry'],
  ['TRUNCATE', 'TRUNCATE audit_entry'],
])('%s of the trail', (_, sql) => {
  test('is not open to the application', async () => {
    await write(false);
    await expect(database.app.query(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  test('control: the owner could, so it is the grant that forbids it', async () => {
    const runner = database.owner.createQueryRunner();
    await runner.startTransaction();
    await expect(runner.query(sql)).resolves.toBeDefined();
    await runner.rollbackTransaction();
    await runner.release();
  });
});
