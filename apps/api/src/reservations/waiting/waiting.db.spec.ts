import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { dayAhead } from '../../../test/place-factories.js';
import { inTransaction } from '../../database/transaction.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { blockUnit, unblockUnit } from '../block-unit.js';
import { cancelReservation } from '../cancel-reservation.js';
import { changeReservation } from '../change-reservation.js';
import { Reservation } from '../reservation.entity.js';
import { rejectReservation } from '../reject-reservation.js';
import { acceptOffer, declineOffer, leaveWaitingList } from './answer-offer.js';
import { offerToLine, offerToLines } from './offer-to-line.js';
import { type Line, makeLine } from './waiting.fixture.js';

let database: TestDatabase;
let line: Line;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(async () => (line = await makeLine(database)));

const advance = () => offerToLines(database.app, line.settings);
const codes = (result: unknown) => (result instanceof Refusal ? result.reasons.map(({ code }) => code) : []);
const wantsWork = async () => {
  const rows = await database.owner.query<unknown[]>(
    `SELECT 1 FROM pgboss.job WHERE name = 'waiting.offer' AND state = 'created' AND start_after <= now()`,
  );
  return rows.length > 0;
};

test('what is cancelled is held for a day for who came first, who is told in their language', async () => {
  const [owner, first, second] = [await line.someone(), await line.someone('fr'), await line.someone()];
  const taken = await line.reserve(owner);
  const [a, b] = [await line.join(first), await line.join(second)];
  expect(await advance()).toBe(0);
  await database.owner.query(`DELETE FROM pgboss.job`);
  await line.run((tx) => cancelReservation(tx, owner, taken));
  expect(await wantsWork()).toBe(true);
  expect(await advance()).toBe(1);
  expect([await line.stateOf(a), await line.stateOf(b)]).toEqual(['OFFERED', 'WAITING']);
  const { reservationId } = await line.entry(a);
  const held = await database.app.manager.findOneByOrFail(Reservation, { id: reservationId! });
  expect(held).toMatchObject({ state: 'HELD', requesterId: first.actor.personId, organisationId: first.actor.organisationId });
  expect(held.holdExpiresAt!.getTime() - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
  expect(held.holdExpiresAt!.getTime() - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
  expect(await line.mailsTo(first)).toEqual(['waitingOffer fr']);
  expect(await advance()).toBe(0);
});

test('nobody else can take what is offered', async () => {
  const [first, other] = [await line.someone(), await line.someone()];
  const entry = await line.join(first);
  await advance();
  expect(await line.stateOf(entry)).toBe('OFFERED');
  await expect(line.reserve(other)).rejects.toMatchObject({ refusal: { reasons: [{ code: 'UNIT_TAKEN' }] } });
});

test('an accepted offer is a submitted reservation, and stays accepted', async () => {
  const first = await line.someone();
  const entry = await line.join(first, undefined, { details: { groupSize: 8, purpose: 'Lassen' } });
  await advance();
  const reservation = await line.run((tx) => acceptOffer(tx, first, entry as string));
  expect(reservation).toMatchObject({ state: 'SUBMITTED', groupSize: 8, purpose: 'Lassen' });
  await advance();
  expect(await line.stateOf(entry)).toBe('ACCEPTED');
  expect(await line.mailsTo(first)).toEqual(['waitingOffer nl', 'submitted nl']);
  expect(codes(await line.run((tx) => acceptOffer(tx, first, entry as string)))).toEqual(['STATE_CHANGED']);
});

test('no, and no answer: the next in line, and who let it pass leaves the line', async () => {
  const people = [await line.someone(), await line.someone(), await line.someone()];
  const entries: unknown[] = [];
  for (const person of people) entries.push(await line.join(person));
  await advance();
  await line.run((tx) => declineOffer(tx, people[0]!, entries[0] as string));
  expect(await advance()).toBe(1);
  expect(await Promise.all(entries.map(line.stateOf))).toEqual(['DECLINED', 'OFFERED', 'WAITING']);
  await line.passOffer(entries[1]);
  expect(codes(await line.run((tx) => acceptOffer(tx, people[1]!, entries[1] as string)))).toEqual(['HOLD_EXPIRED']);
  expect(await advance()).toBe(1);
  expect(await Promise.all(entries.map(line.stateOf))).toEqual(['DECLINED', 'LAPSED', 'OFFERED']);
  expect(await line.mailsTo(people[1]!)).toEqual(['waitingOffer nl', 'waitingLapsed nl']);
});

test('who comes first and does not fit is passed by, and keeps the place', async () => {
  const [owner, long, short] = [await line.someone(), await line.someone(), await line.someone()];
  const taken = await line.reserve(owner, line.days(0, 1));
  await line.reserve(owner, line.days(3, 4));
  const [a, b] = [await line.join(long, line.days(0, 3)), await line.join(short, line.days(0, 1))];
  await line.run((tx) => cancelReservation(tx, owner, taken));
  expect(await advance()).toBe(1);
  expect([await line.stateOf(a), await line.stateOf(b)]).toEqual(['WAITING', 'OFFERED']);
});

test.each(['rejected', 'shortened', 'unblocked'] as const)('time that is %s comes to the line', async (how) => {
  const [owner, waiting] = [await line.someone(), await line.someone()];
  const day = line.days(1);
  let free: () => Promise<unknown>;
  if (how === 'unblocked') {
    const block = { idempotencyKey: `block-${line.model.id}`, unitId: line.kits[0]!.id, ...day, reason: 'Onderhoud' };
    const id = await inTransaction(database.app, (tx) => blockUnit(tx, line.planner, block));
    free = () => line.run((tx) => unblockUnit(tx, line.planner, id));
  } else {
    const taken = await line.reserve(owner, line.days(0, 1));
    free = () =>
      how === 'rejected'
        ? line.run((tx) => rejectReservation(tx, line.planner, { ...taken, reason: 'Geen plaats' }))
        : line.run((tx) => changeReservation(tx, owner, { id: taken.id, version: taken.version, lastDay: dayAhead(0) }));
  }
  const entry = await line.join(waiting, day);
  expect(await advance()).toBe(0);
  await database.owner.query(`DELETE FROM pgboss.job`);
  expect(codes(await free())).toEqual([]);
  expect(await wantsWork()).toBe(true);
  expect(await advance()).toBe(1);
  expect(await line.stateOf(entry)).toBe('OFFERED');
});

test('any kit of the model will do, unless one was named', async () => {
  line = await makeLine(database, 2);
  const [owner, any, named] = [await line.someone(), await line.someone(), await line.someone()];
  const [one, two] = [await line.reserve(owner, line.days(), line.kits[0]), await line.reserve(owner, line.days(), line.kits[1])];
  const b = await line.join(named, line.days(), { unitId: line.kits[0]!.id });
  const a = await line.join(any);
  await line.run((tx) => cancelReservation(tx, owner, two));
  await advance();
  expect([await line.stateOf(b), await line.stateOf(a)]).toEqual(['WAITING', 'OFFERED']);
  await line.run((tx) => cancelReservation(tx, owner, one));
  await advance();
  expect(await line.stateOf(b)).toBe('OFFERED');
});

test('joining refuses what would never fit, the past, strangers, and the same wish twice', async () => {
  const someone = await line.someone();
  expect(codes(await line.join(someone, line.days(), { details: { groupSize: 40 } }))).toEqual(['GROUP_TOO_LARGE']);
  expect(codes(await line.join(someone, line.days(5, 6)))).toEqual(['SITE_CLOSED', 'SITE_CLOSED']);
  expect(codes(await line.join(someone, { ...line.days(), firstDay: '2020-01-06', lastDay: '2020-01-07' }))).toEqual([
    'IN_THE_PAST',
  ]);
  const entry = await line.join(someone);
  expect(typeof entry).toBe('string');
  expect(codes(await line.join(someone))).toEqual(['ALREADY_EXISTS']);
  const stranger = await line.someone();
  expect(codes(await line.run((tx) => leaveWaitingList(tx, stranger, entry as string)))).toEqual(['NOT_ALLOWED']);
  await line.run((tx) => leaveWaitingList(tx, someone, entry as string));
  expect(await line.stateOf(entry)).toBe('WITHDRAWN');
  expect(await advance()).toBe(0);
});

test('what is submitted or let go on the reservation’s own page is known to the line', async () => {
  const first = await line.someone();
  const entry = await line.join(first);
  await advance();
  await database.owner.query(
    `UPDATE reservation SET state = 'SUBMITTED', hold_expires_at = NULL WHERE id = (SELECT reservation_id FROM waiting_entry WHERE id = $1)`,
    [entry],
  );
  await advance();
  expect(await line.stateOf(entry)).toBe('ACCEPTED');
});

test('a look that is cut off before its end leaves nothing half done, and the next one goes on', async () => {
  const [first, second] = [await line.someone(), await line.someone()];
  const entries = [await line.join(first), await line.join(second)];
  await advance();
  await line.passOffer(entries[0]);
  const dying = inTransaction(database.app, async (tx) => {
    expect(await offerToLine(tx, line.settings, line.model.id)).toBe(1);
    throw new Error('cut off');
  });
  await expect(dying).rejects.toThrow('cut off');
  expect(await Promise.all(entries.map(line.stateOf))).toEqual(['OFFERED', 'WAITING']);
  expect(await line.mailsTo(second)).toEqual([]);
  expect(await advance()).toBe(1);
  expect(await Promise.all(entries.map(line.stateOf))).toEqual(['LAPSED', 'OFFERED']);
  expect(await line.mailsTo(first)).toEqual(['waitingOffer nl', 'waitingLapsed nl']);
  expect(await line.mailsTo(second)).toEqual(['waitingOffer nl']);
});
