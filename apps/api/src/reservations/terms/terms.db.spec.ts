import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { actorOf, makePerson } from '../../../test/factories.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { holdKit } from '../hold-kit.js';
import { reserveKit } from '../reserve-kit.js';
import { submitReservation } from '../submit-reservation.js';
import { type Line, makeLine } from '../waiting/waiting.fixture.js';
import type { By } from '../with-reservation.js';
import { acceptTerms, publishTerms } from './keep-terms.js';
import { Reservation } from '../reservation.entity.js';

let database: TestDatabase;
let line: Line;
let administrator: By;
let keys = 0;
beforeAll(async () => {
  database = await createTestDatabase();
  line = await makeLine(database);
  const actor = actorOf(await makePerson(database.app.manager, { role: 'ADMINISTRATOR' }));
  administrator = { actor, settings: line.settings };
});
afterAll(() => database.drop());

const publish = (after: number, who = administrator, nl = 'Breng alles heel terug.') =>
  line.run((tx) => publishTerms(tx, who.actor, after, { nl, fr: 'Rapportez tout entier.', en: 'Bring it all back whole.' }));
const accept = (by: By, version: number) => line.run((tx) => acceptTerms(tx, by.actor, version));
const wish = (week: number) => ({
  idempotencyKey: `book-${line.model.id}-${++keys}`,
  unitIds: [line.kits[0]!.id],
  ...line.days(week * 7),
  details: {},
});
const book = (by: By, week: number) => line.run((tx) => reserveKit(tx, by, wish(week)));
const codes = (result: unknown) => (result instanceof Refusal ? result.reasons.map(({ code }) => code) : 'done');

test('without terms everybody books; with them who accepted; with a new version who accepted that one', async () => {
  const by = await line.someone();
  expect(codes(await book(by, 0))).toBe('done');
  expect(codes(await publish(0, by))).toEqual(['NOT_ALLOWED']);
  expect(codes(await publish(0, administrator, ' '))).toEqual(['INVALID_INPUT']);
  expect(codes(await publish(0))).toBe('done');
  expect(await book(by, 1)).toMatchObject({ reasons: [{ code: 'TERMS_NOT_ACCEPTED', available: '1' }] });
  expect(codes(await accept(by, 2))).toEqual(['STATE_CHANGED']);
  expect([codes(await accept(by, 1)), codes(await accept(by, 1))]).toEqual(['done', 'done']);
  expect(codes(await book(by, 1))).toBe('done');
  expect(codes(await publish(1))).toBe('done');
  expect(codes(await book(by, 2))).toEqual(['TERMS_NOT_ACCEPTED']);
  expect(codes(await book(line.planner, 2))).toBe('done');
});

test('a hold is free; it is submitted by who accepted', async () => {
  const by = await line.someone();
  const id = (await line.run((tx) => holdKit(tx, by, wish(4)))) as string;
  const { version } = await database.app.manager.findOneByOrFail(Reservation, { id });
  const submit = () => line.run((tx) => submitReservation(tx, by, { id, version, details: {} }));
  expect(codes(await submit())).toEqual(['TERMS_NOT_ACCEPTED']);
  await accept(by, 2);
  expect(codes(await submit())).toBe('done');
});

test('two who publish after the same version: one does', async () => {
  const done = await Promise.allSettled([publish(2), publish(2)]);
  expect(done.filter((each) => each.status === 'fulfilled' && !(each.value instanceof Refusal))).toHaveLength(1);
  const [{ count }] = await database.owner.query<[{ count: string }]>('SELECT count(*) FROM loan_terms WHERE version = 3');
  expect(count).toBe('1');
});

test('what was published is never changed', async () => {
  await expect(database.app.query(`UPDATE loan_terms SET text_nl = 'anders'`)).rejects.toThrow(/permission denied/);
  await expect(database.app.query(`DELETE FROM loan_terms`)).rejects.toThrow(/permission denied/);
});
