import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { makeReservation, makeSite, makeTravel } from '../../../test/place-factories.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import type { Site } from '../../sites/site.entity.js';
import { type Line, makeLine } from '../waiting/waiting.fixture.js';
import type { By } from '../with-reservation.js';
import { endFollow, followEquipment } from './follow-equipment.js';
import { tellFollowers } from './tell-followers.js';

let database: TestDatabase;
let line: Line;
let near: Site;
let person: By;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(async () => {
  await database.owner.query('DELETE FROM follow');
  line = await makeLine(database, 2);
  near = await makeSite(database.app.manager);
  await makeTravel(database.app.manager, near, line.far, 12);
  person = await line.someone('fr');
});

const follow = (more: object = {}, by = person) => {
  const wish = { kind: 'UNIT' as const, subjectId: line.kits[0]!.id, siteId: near.id, km: 15, ...more };
  return line.run((tx) => followEquipment(tx, by.actor, wish));
};
const tell = () => tellFollowers(database.app, line.settings);
const stay = (state: 'CONFIRMED' | 'SUBMITTED' = 'CONFIRMED', more: object = {}) =>
  makeReservation(database.app.manager, { units: [line.kits[0]!], site: line.far, ...line.days() }, { state, ...more });

test('a confirmed stay near the chosen site is told once, in the language of the person', async () => {
  await follow();
  await stay();
  expect(await tell()).toBe(1);
  expect(await tell()).toBe(0);
  expect(await line.mailsTo(person)).toEqual(['kitComesNear fr']);
});

test('the kit and its model together are one mail; another stay is another', async () => {
  await follow();
  await follow({ kind: 'MODEL', subjectId: line.model.id });
  await stay();
  expect(await tell()).toBe(1);
  await makeReservation(
    database.app.manager,
    { units: [line.kits[1]!], site: line.far, ...line.days(2) },
    { state: 'CONFIRMED' },
  );
  expect(await tell()).toBe(1);
});

test.each([
  ['is too far', { km: 11 }, 'CONFIRMED', {}],
  ['is not decided', {}, 'SUBMITTED', {}],
] as const)('nothing is told of what %s', async (_, wish, state, more) => {
  await follow(wish);
  await stay(state, more);
  expect(await tell()).toBe(0);
});

test('one’s own booking is no news', async () => {
  await follow();
  await stay('CONFIRMED', { organisationId: person.actor.organisationId!, requesterId: person.actor.personId! });
  expect(await tell()).toBe(0);
});

test('without a way in the travel table the distance is estimated', async () => {
  // 0.1 degree of latitude is 11.1 km by air: 1.33 + 1.105 × 11.1 = 13.6 km by road.
  const apart = await makeSite(database.app.manager, { latitude: line.far.latitude + 0.1, longitude: line.far.longitude });
  await follow({ siteId: apart.id, km: 13 });
  await stay();
  expect(await tell()).toBe(0);
  await follow({ siteId: apart.id, km: 14 });
  expect(await tell()).toBe(1);
});

test('what is no longer followed is no longer told, and only its owner ends it', async () => {
  const followed = (await follow()) as { id: string };
  const stranger = await line.someone();
  expect(await line.run((tx) => endFollow(tx, stranger.actor, followed.id))).toBeInstanceOf(Refusal);
  await line.run((tx) => endFollow(tx, person.actor, followed.id));
  await stay();
  expect(await tell()).toBe(0);
});

test('ten workers at once write one mail', async () => {
  await follow();
  await stay();
  const told = await Promise.all(Array.from({ length: 10 }, tell));
  expect(told.reduce((sum, each) => sum + each, 0)).toBe(1);
  expect(await line.mailsTo(person)).toHaveLength(1);
});

test('control: without the key of the note, two workers write two mails', async () => {
  const other = await createTestDatabase();
  try {
    await other.owner.query('ALTER TABLE follow_notice DROP CONSTRAINT follow_notice_pkey');
    const apart = await makeLine(other);
    const someone = await apart.someone();
    const wish = { kind: 'UNIT' as const, subjectId: apart.kits[0]!.id, siteId: apart.far.id, km: 15 };
    await apart.run((tx) => followEquipment(tx, someone.actor, wish));
    await makeReservation(
      other.app.manager,
      { units: [apart.kits[0]!], site: apart.far, ...apart.days() },
      { state: 'CONFIRMED' },
    );
    // Both look before either has written: a transaction that is open keeps the first one's note from sight.
    const runner = other.app.createQueryRunner();
    await runner.startTransaction('READ COMMITTED');
    await runner.query(
      `INSERT INTO follow_notice (person_id, unit_id, reservation_id)
       SELECT $1, o.unit_id, o.reservation_id FROM occupancy o WHERE o.unit_id = $2`,
      [someone.actor.personId, apart.kits[0]!.id],
    );
    expect(await tellFollowers(other.app, apart.settings)).toBe(1);
    await runner.commitTransaction();
    await runner.release();
    const notes = await other.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM follow_notice');
    expect(notes[0]!.n).toBe(2);
  } finally {
    await other.drop();
  }
});
