import { addDays, dayOf } from '@karavaan/domain';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { Mail } from '../../platform/mail/mail.entity.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { reserveKit } from '../reserve-kit.js';
import { type Line, makeLine } from '../waiting/waiting.fixture.js';
import type { By } from '../with-reservation.js';
import { setAuthorisationRule } from './keep-authorisations.js';
import { cancelSession, joinSession, leaveSession, noteAttendance, planSession } from './keep-sessions.js';
import { remindEnding, remindSessions } from './remind-authorisations.js';
import { AuthorisationSession, SessionPlace } from './session.entities.js';

const today = dayOf(Date.now());
let database: TestDatabase;
let line: Line;
let keys = 0;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(async () => {
  line = await makeLine(database);
  await line.run((tx) =>
    setAuthorisationRule(tx, line.planner.actor, { modelId: line.model.id, kind: 'ORIENTATION', validMonths: 12 }),
  );
});

const plan = (more: object = {}, who = line.planner) =>
  line.run((tx) =>
    planSession(tx, who, {
      idempotencyKey: `plan-${line.model.id}-${++keys}`,
      modelId: line.model.id,
      siteId: line.days().siteId,
      day: addDays(today, 1),
      fromTime: '09:00',
      toTime: '12:00',
      trainer: 'Jan Peeters',
      places: 2,
      ...more,
    }),
  ) as Promise<string>;
const join = (by: By, id: string) => line.run((tx) => joinSession(tx, by, id));
const codes = (result: unknown) => (result instanceof Refusal ? result.reasons.map(({ code }) => code) : 'done');
const taken = async (id: string) => (await database.app.manager.findOneByOrFail(AuthorisationSession, { id })).taken;
const templates = async ({ actor }: By) =>
  (await database.app.manager.find(Mail, { where: { personId: actor.personId! }, order: { createdAt: 'ASC' } })).map(
    (mail) => mail.template,
  );
const passTo = (id: string, day: string) =>
  database.owner.query('UPDATE authorisation_session SET day = $2 WHERE id = $1', [id, day]);

test('who attends gets the authorisation and books; who did not come does not', async () => {
  const [came, stayedAway] = [await line.someone(), await line.someone()];
  const id = await plan();
  await join(came, id);
  await join(stayedAway, id);
  const note = (by: By, attended: boolean, who = line.planner) =>
    line.run((tx) => noteAttendance(tx, who, { sessionId: id, personId: by.actor.personId!, attended }));
  expect(codes(await note(came, true))).toEqual(['INVALID_INPUT']);
  await passTo(id, today);
  expect(codes(await note(came, true, came))).toEqual(['NOT_ALLOWED']);
  expect(codes(await note(came, true))).toBe('done');
  expect(codes(await note(stayedAway, false))).toBe('done');
  const book = (by: By) =>
    line.run((tx) =>
      reserveKit(tx, by, {
        idempotencyKey: `book-${line.model.id}-${++keys}`,
        unitIds: [line.kits[0]!.id],
        ...line.days(2, 3),
        details: {},
      }),
    );
  expect(codes(await book(stayedAway))).toEqual(['AUTHORISATION_MISSING']);
  expect(codes(await book(came))).toBe('done');
});

test('a place is taken once, given back, and told; what is full, over or called off takes nobody', async () => {
  const [first, second, third] = [await line.someone(), await line.someone('fr'), await line.someone()];
  const id = await plan();
  await join(first, id);
  await join(first, id);
  await join(second, id);
  expect(await taken(id)).toBe(2);
  expect(await join(third, id)).toMatchObject({ reasons: [{ code: 'SESSION_FULL', available: '2' }] });
  await line.run((tx) => leaveSession(tx, first, id));
  await line.run((tx) => leaveSession(tx, first, id));
  expect(await taken(id)).toBe(1);
  expect(codes(await join(third, id))).toBe('done');
  await line.run((tx) => cancelSession(tx, line.planner, { id, reason: 'De lesgever is ziek' }));
  await line.run((tx) => cancelSession(tx, line.planner, { id }));
  expect(codes(await join(first, id))).toEqual(['STATE_CHANGED']);
  expect([await templates(first), await templates(second), await templates(third)]).toEqual([
    ['sessionJoined'],
    ['sessionJoined', 'sessionCancelled'],
    ['sessionJoined', 'sessionCancelled'],
  ]);
  const over = await plan();
  await passTo(over, addDays(today, -1));
  expect(codes(await join(first, over))).toEqual(['IN_THE_PAST']);
});

test('only who may plans, and only what makes sense', async () => {
  expect(codes(await plan({}, await line.someone()))).toEqual(['NOT_ALLOWED']);
  for (const [wrong, field] of [
    [{ fromTime: '25:00' }, 'fromTime'],
    [{ toTime: '08:00' }, 'toTime'],
    [{ places: 0 }, 'places'],
    [{ trainer: ' ' }, 'trainer'],
  ] as const)
    expect((await plan(wrong)) as unknown).toMatchObject({ reasons: [{ field }] });
});

test('the day before, and a month before an authorisation ends, people are reminded once', async () => {
  const by = await line.someone();
  const id = await plan();
  await join(by, id);
  const remind = (verb: typeof remindSessions, day?: string) => line.run((tx) => verb(tx, line.settings, day));
  expect(await Promise.all([remind(remindSessions), remind(remindSessions)])).toEqual(expect.arrayContaining([0, 1]));
  await database.owner.query(`INSERT INTO authorisation (person_id, model_id, granted_on, valid_until) VALUES ($1, $2, $3, $4)`, [
    by.actor.personId,
    line.model.id,
    addDays(today, -300),
    addDays(today, 30),
  ]);
  expect(await remind(remindEnding, addDays(today, -1))).toBe(0);
  expect(await remind(remindEnding)).toBe(1);
  expect(await remind(remindEnding, addDays(today, 3))).toBe(0);
  // Who has a longer one already hears nothing.
  const other = await line.someone();
  for (const [from, until] of [
    [-300, 30],
    [-10, 300],
  ] as const)
    await database.owner.query(
      `INSERT INTO authorisation (person_id, model_id, granted_on, valid_until) VALUES ($1, $2, $3, $4)`,
      [other.actor.personId, line.model.id, addDays(today, from), addDays(today, until)],
    );
  expect(await remind(remindEnding)).toBe(0);
});

describe('the last place', () => {
  const rush = async (take: (by: By, id: string) => Promise<unknown>) => {
    const id = await plan({ places: 1 });
    const people = await Promise.all(Array.from({ length: 6 }, () => line.someone()));
    const results = await Promise.allSettled(people.map((by) => take(by, id)));
    const places = await database.app.manager.countBy(SessionPlace, { sessionId: id });
    return { places, taken: await taken(id), results };
  };

  test('of six at once one has it, the others hear that it is full', async () => {
    const { places, results } = await rush(join);
    expect(places).toBe(1);
    expect(results.filter((each) => each.status === 'fulfilled' && codes(each.value) === 'done')).toHaveLength(1);
  });

  test('control: without the lock the check of the table keeps it, and without that it is given away more than once', async () => {
    const careless = async (by: By, id: string) =>
      database.app.transaction(async (tx) => {
        const session = await tx.findOneByOrFail(AuthorisationSession, { id });
        if (session.taken >= session.places) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
        await tx.insert(SessionPlace, { sessionId: id, personId: by.actor.personId! });
        await tx.increment(AuthorisationSession, { id }, 'taken', 1);
      });
    expect((await rush(careless)).places).toBe(1);
    await database.owner.query('ALTER TABLE authorisation_session DROP CONSTRAINT authorisation_session_has_room');
    expect((await rush(careless)).places).toBeGreaterThan(1);
  });
});
