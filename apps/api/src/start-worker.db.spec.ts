import { createTestDatabase, type TestDatabase } from '../test/database.js';
import { makePerson } from '../test/factories.js';
import { startSession } from './auth/session.js';
import { Session } from './people/session.entity.js';
import { enqueue } from './platform/jobs/enqueue.js';
import { queues, type QueueName } from './platform/jobs/queues.js';
import { readSettings } from './platform/settings.js';
import { startWorker } from './start-worker.js';

let database: TestDatabase;
let worker: { stop: () => Promise<void> };
beforeAll(async () => {
  database = await createTestDatabase();
  const settings = readSettings({ DATABASE_URL: database.appUrl, LOG_LEVEL: 'silent' });
  worker = await startWorker(database.app, settings, { pollSeconds: 0.5 });
});
afterAll(async () => {
  await worker.stop();
  await database.drop();
});

async function stateOf(queue: QueueName): Promise<string | undefined> {
  const [job] = await database.owner.query<{ state: string }[]>('SELECT state::text FROM pgboss.job WHERE name = $1', [queue]);
  return job?.state;
}

test.each(['holds.expire', 'rows.clean-up', 'waiting.offer'] as const)(
  'the worker does %s with the application’s rights',
  async (queue) => {
    const person = await makePerson(database.owner.manager);
    await startSession(database.owner.manager, person.id);
    await database.owner.query(`UPDATE session SET expires_at = now() - interval '1 hour'`);
    await enqueue(database.app.manager, queue, {});
    for (let waited = 0; waited < 10_000 && (await stateOf(queue)) !== 'completed'; waited += 100)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await stateOf(queue)).toBe('completed');
    if (queue === 'rows.clean-up') expect(await database.app.manager.count(Session)).toBe(0);
  },
);

test('what the clock asks for is scheduled in the time of Brussels', async () => {
  const rows = await database.owner.query<object[]>('SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name');
  expect(rows).toEqual([
    { name: 'costs.propose', cron: '20 4 * * *', timezone: 'Europe/Brussels' },
    { name: 'follows.tell', cron: '*/10 * * * *', timezone: 'Europe/Brussels' },
    { name: 'holds.expire', cron: '7 * * * *', timezone: 'Europe/Brussels' },
    { name: 'inspections.remind', cron: '30 6 * * 1-5', timezone: 'Europe/Brussels' },
    { name: 'instructors.tell', cron: '* * * * *', timezone: 'Europe/Brussels' },
    { name: 'ledger.verify', cron: '50 2 * * *', timezone: 'Europe/Brussels' },
    { name: 'plans.recover', cron: '* * * * *', timezone: 'Europe/Brussels' },
    { name: 'privacy.retain', cron: '35 3 * * *', timezone: 'Europe/Brussels' },
    { name: 'reservations.remind', cron: '10 8-18 * * *', timezone: 'Europe/Brussels' },
    { name: 'rows.clean-up', cron: '15 3 * * *', timezone: 'Europe/Brussels' },
    { name: 'travel.refresh', cron: '25 * * * *', timezone: 'Europe/Brussels' },
    { name: 'waiting.offer', cron: '* * * * *', timezone: 'Europe/Brussels' },
  ]);
});

test('every kind of job has its queue, and a job for none is an error in the transaction', async () => {
  const rows = await database.owner.query<{ name: string }[]>('SELECT name FROM pgboss.queue');
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(queues)));
  await expect(enqueue(database.app.manager, 'unknown' as QueueName, {})).rejects.toThrow('run the migration step');
});
