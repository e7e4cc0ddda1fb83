import type { EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { actorOf, makePerson } from '../../test/factories.js';
import { VISITOR, type Actor } from '../auth/actor.js';
import { inTransaction } from '../database/transaction.js';
import { Refusal } from './graphql/refusal.js';
import { once } from './idempotency.js';
import { orRefusal } from './refuse.js';

let database: TestDatabase;
let actor: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.query('CREATE TABLE effect (id serial PRIMARY KEY, word text)');
  await database.owner.query('GRANT ALL ON effect, effect_id_seq TO PUBLIC');
  actor = actorOf(await makePerson(database.app.manager));
});
afterAll(() => database.drop());
beforeEach(() => database.owner.query('TRUNCATE effect, idempotency_key'));

/** An effect that takes a moment, so that calls at the same time really overlap. */
async function effect(tx: EntityManager, word: string): Promise<{ id: number }> {
  const [row] = await tx.query<[{ id: number }]>('INSERT INTO effect (word) VALUES ($1) RETURNING id', [word]);
  await tx.query('SELECT pg_sleep(0.05)');
  return row;
}

const call = (key: string, word: string, who = actor, withTx = (tx: EntityManager) => tx) =>
  orRefusal(() => inTransaction(database.app, (tx) => once(withTx(tx), who, key, 'effect', { word }, () => effect(tx, word))));

const effects = async () => (await database.app.query<unknown[]>('SELECT 1 FROM effect')).length;

test('a second call with the same key gives the first result and has no effect', async () => {
  const first = await call('same-key-1', 'a');
  expect(await call('same-key-1', 'a')).toEqual(first);
  expect(await effects()).toBe(1);
});

test('twenty calls at the same moment with one key have one effect and one result', async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => call('race-key-1', 'a')));
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  expect(await effects()).toBe(1);
});

test('control: without the lock, calls at the same moment fail on the key instead of giving the result', async () => {
  const withoutLock = (tx: EntityManager) =>
    new Proxy(tx, {
      get: (target, name) =>
        name === 'query'
          ? (sql: string, values: unknown[]) =>
              sql.includes('pg_advisory_xact_lock') ? Promise.resolve([]) : target.query(sql, values)
          : (Reflect.get(target, name) as unknown),
    });
  const settled = await Promise.allSettled(Array.from({ length: 8 }, () => call('race-key-2', 'a', actor, withoutLock)));
  expect(settled.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);

  await database.owner.query('ALTER TABLE idempotency_key DROP CONSTRAINT idempotency_key_pkey');
  try {
    await Promise.allSettled(Array.from({ length: 8 }, () => call('race-key-3', 'a', actor, withoutLock)));
    expect(await effects()).toBeGreaterThan(2);
  } finally {
    await database.owner.query('TRUNCATE idempotency_key');
    await database.owner.query('ALTER TABLE idempotency_key ADD PRIMARY KEY (scope, key)');
  }
});

test('the same key with another input is refused and changes nothing', async () => {
  await call('same-key-2', 'a');
  expect(await call('same-key-2', 'b')).toEqual(Refusal.of('KEY_REUSED'));
  expect(await effects()).toBe(1);
});

test('the order of the input fields does not matter', async () => {
  const withInput = (input: object) =>
    inTransaction(database.app, (tx) => once(tx, actor, 'ordered-key', 'effect', input, () => effect(tx, 'a')));
  expect(await withInput({ a: 1, b: { c: 2, d: 3 } })).toEqual(await withInput({ b: { d: 3, c: 2 }, a: 1 }));
  expect(await effects()).toBe(1);
});

test('two people may use the same key', async () => {
  const other = actorOf(await makePerson(database.app.manager));
  await call('shared-key', 'a');
  await call('shared-key', 'a', other);
  await call('shared-key', 'a', VISITOR);
  expect(await effects()).toBe(3);
});

test('a refusal is not kept: the same key may succeed later', async () => {
  const refused = await orRefusal(() =>
    inTransaction(database.app, (tx) => once(tx, actor, 'later-key-1', 'effect', {}, async () => Refusal.of('UNIT_TAKEN'))),
  );
  expect(refused).toEqual(Refusal.of('UNIT_TAKEN'));
  await inTransaction(database.app, (tx) => once(tx, actor, 'later-key-1', 'effect', {}, () => effect(tx, 'a')));
  expect(await effects()).toBe(1);
});

test('a key too short to be unique is refused', async () => {
  expect(await call('1', 'a')).toEqual(Refusal.of('INVALID_INPUT', { field: 'idempotencyKey' }));
});
