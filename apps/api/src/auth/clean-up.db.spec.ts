import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { makePerson } from '../../test/factories.js';
import { cleanUp } from './clean-up.js';
import { makePasswordToken } from './password-token.js';
import { startSession } from './session.js';
import { countAttempt } from './throttle.js';

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

test('what is over goes, what still counts stays', async () => {
  const { manager } = database.app;
  const person = await makePerson(manager);
  for (let at = 0; at < 2; at++) {
    await startSession(manager, person.id);
    await makePasswordToken(manager, person.id, 3_600_000);
    await countAttempt(manager, 'secret', [{ what: 'email:x', most: 9 }]);
    await manager.query(`INSERT INTO idempotency_key VALUES ('visitor', $1, 'x', '', '{}')`, [`key-${at}`]);
    // The first of each becomes old.
    if (at > 0) continue;
    await database.owner.query(`UPDATE session SET expires_at = now() - interval '1 second';
      UPDATE password_token SET expires_at = now() - interval '2 days';
      UPDATE sign_in_attempt SET at = now() - interval '2 days';
      UPDATE idempotency_key SET created_at = now() - interval '31 days'`);
  }
  expect(await cleanUp(database.app)).toBe(4);
  const [left] = await manager.query<object[]>(
    `SELECT (SELECT count(*)::int FROM session) AS sessions, (SELECT count(*)::int FROM password_token) AS links,
            (SELECT count(*)::int FROM sign_in_attempt) AS attempts, (SELECT string_agg(key, ',') FROM idempotency_key) AS keys`,
  );
  expect(left).toEqual({ sessions: 1, links: 1, attempts: 1, keys: 'key-1' });
});
