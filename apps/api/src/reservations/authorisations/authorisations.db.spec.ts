import { addDays } from '@karavaan/domain';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { actorOf, makePerson } from '../../../test/factories.js';
import type { Person } from '../../people/person.entity.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { type Line, makeLine } from '../waiting/waiting.fixture.js';
import { reserveKit } from '../reserve-kit.js';
import type { By } from '../with-reservation.js';
import { Authorisation } from './authorisation.entities.js';
import { grantAuthorisation, revokeAuthorisation, setAuthorisationRule } from './keep-authorisations.js';

let database: TestDatabase;
let line: Line;
let person: Person;
let by: By;
let keys = 0;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(async () => {
  line = await makeLine(database);
  person = await makePerson(database.app.manager);
  by = { actor: actorOf(person), settings: line.settings };
});

const days = () => line.days(2, 4);
const rule = (kind: 'ORIENTATION' | null, validMonths: number | null = 12, who = line.planner) =>
  line.run((tx) => setAuthorisationRule(tx, who.actor, { modelId: line.model.id, kind, validMonths }));
const grant = (grantedOn = addDays(days().firstDay, -1), who = line.planner) =>
  line.run((tx) => grantAuthorisation(tx, who.actor, { email: person.email, modelId: line.model.id, grantedOn }));
const book = (who = by) =>
  line.run((tx) =>
    reserveKit(tx, who, {
      idempotencyKey: `book-${line.model.id}-${++keys}`,
      unitIds: [line.kits[0]!.id],
      ...days(),
      details: {},
    }),
  );
const codes = (result: unknown) => (result instanceof Refusal ? result.reasons.map(({ code }) => code) : 'done');

test('control: a model that asks nothing is booked by everybody', async () => {
  expect(codes(await book())).toBe('done');
});

test('who has none is refused, and books once it is granted', async () => {
  await rule('ORIENTATION');
  const refused = await book();
  expect(refused).toMatchObject({ reasons: [{ code: 'AUTHORISATION_MISSING', unitId: line.kits[0]!.id, overridable: false }] });
  await grant();
  expect(codes(await book())).toBe('done');
});

test('one that ends before the last day is refused with its day', async () => {
  await rule('ORIENTATION', 1);
  // A month from the day before: it ends the day before the last day.
  const grantedOn = addDays(days().lastDay, -31);
  await grant(grantedOn);
  const [held] = await database.app.manager.findBy(Authorisation, { personId: person.id });
  const result = await book();
  if (held!.validUntil! >= days().lastDay) throw new Error('the case is not what it says');
  expect(result).toMatchObject({ reasons: [{ code: 'AUTHORISATION_ENDS', lastDay: held!.validUntil }] });
});

test('what is revoked counts no more; what was booked stays', async () => {
  await rule('ORIENTATION', null);
  const granted = (await grant()) as Authorisation;
  expect(codes(await book())).toBe('done');
  await line.run((tx) => revokeAuthorisation(tx, line.planner.actor, granted.id));
  const later = await line.run((tx) =>
    reserveKit(tx, by, {
      idempotencyKey: `book-${line.model.id}-${++keys}`,
      unitIds: [line.kits[0]!.id],
      ...line.days(20),
      details: {},
    }),
  );
  expect(codes(later)).toEqual(['AUTHORISATION_MISSING']);
  const [{ count }] = await database.owner.query<[{ count: string }]>(
    `SELECT count(*) FROM reservation WHERE requester_id = $1 AND state = 'SUBMITTED'`,
    [person.id],
  );
  expect(count).toBe('1');
});

test('a planner books without one, knowingly', async () => {
  await rule('ORIENTATION');
  expect(codes(await book(line.planner))).toBe('done');
});

test('granting twice for one day is once, and only who may grants or asks', async () => {
  expect(codes(await grant())).toEqual(['NOT_FOUND']);
  await rule('ORIENTATION');
  const first = (await grant()) as Authorisation;
  expect(((await grant()) as Authorisation).id).toBe(first.id);
  expect(codes(await grant(undefined, by))).toEqual(['NOT_ALLOWED']);
  expect(codes(await rule(null, null, by))).toEqual(['NOT_ALLOWED']);
});
