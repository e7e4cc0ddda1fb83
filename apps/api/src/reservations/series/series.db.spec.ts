import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { dayAhead } from '../../../test/place-factories.js';
import { inTransaction } from '../../database/transaction.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { confirmReservation } from '../confirm-reservation.js';
import { Reservation } from '../reservation.entity.js';
import { type Line, makeLine } from '../waiting/waiting.fixture.js';
import type { By } from '../with-reservation.js';
import { bookSeries } from './book-series.js';
import { cancelSeries, changeSeries } from './change-series.js';
import { previewSeries } from './preview-series.js';

let database: TestDatabase;
let line: Line;
let owner: By;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(async () => {
  line = await makeLine(database, 2);
  owner = await line.someone();
});

const codes = (result: unknown) => (result instanceof Refusal ? result.reasons.map(({ code }) => code) : []);
const unitId = () => line.kits[0]!.id;
const weekly = (times: number, first = 1) => ({
  kind: 'WEEKLY' as const,
  firstDay: dayAhead(first),
  days: 1,
  siteIds: [line.far.id],
  everyWeeks: 1,
  times,
});
const preview = (plan: object = weekly(4)) =>
  previewSeries(database.app.manager, line.settings, { unitId: unitId(), plan: plan as ReturnType<typeof weekly> });
const tuesdays = (times: number) => Array.from({ length: times }, (_, at) => ({ unitId: unitId(), ...line.days(1 + at * 7) }));
let keys = 0;
const book = (occurrences = tuesdays(4), mode: 'ALL' | 'POSSIBLE' = 'ALL', key = `series-${line.model.id}-${++keys}`) => {
  const input = { idempotencyKey: key, kind: 'WEEKLY' as const, mode, occurrences, details: { purpose: 'Lassen', groupSize: 8 } };
  return line.run((tx) => bookSeries(tx, owner, input));
};
const rowsOf = (seriesId: unknown) =>
  database.owner.query<
    { id: string; version: number; firstDay: string; state: string; refused: string | null; siteId: string }[]
  >(
    `SELECT r.id, r.version, COALESCE(r.first_day, o.first_day)::text AS "firstDay", r.state, o.refused, r.site_id AS "siteId"
       FROM series_occurrence o LEFT JOIN reservation r ON r.id = o.reservation_id WHERE o.series_id = $1 ORDER BY o.position`,
    [seriesId],
  );
const reservations = () => database.app.manager.countBy(Reservation, { organisationId: owner.actor.organisationId! });

test('the preview gives each week its verdict, and for a week that is taken what would work instead', async () => {
  await line.reserve(await line.someone(), line.days(8));
  const { occurrences, possible } = await preview();
  expect(occurrences.map(({ ok }) => ok)).toEqual([true, false, true, true]);
  expect(possible).toBe(3);
  const taken = occurrences[1]!;
  expect(taken.reasons.map(({ code }) => code)).toEqual(['UNIT_TAKEN']);
  expect(taken.alternatives.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['OTHER_DATES', 'EQUAL_UNIT']));
  const equal = taken.alternatives.find(({ kind }) => kind === 'EQUAL_UNIT')!;
  const changed = occurrences.map((each, at) => (at === 1 ? { ...each, unitId: equal.unitId } : each));
  const again = await previewSeries(database.app.manager, line.settings, {
    unitId: unitId(),
    plan: weekly(4),
    occurrences: changed,
  });
  expect(again.possible).toBe(4);
});

test('what the preview calls possible can be booked, and another day that it offers does not meet the rest of the series', async () => {
  await line.reserve(await line.someone(), line.days(8));
  const { occurrences } = await preview();
  const other = occurrences[1]!.alternatives.find(({ kind }) => kind === 'OTHER_DATES')!;
  const { firstDay, lastDay } = other;
  const wanted = occurrences.map(({ unitId: id, siteId, ...each }, at) => ({
    unitId: id,
    siteId,
    firstDay: at === 1 ? firstDay : each.firstDay,
    lastDay: at === 1 ? lastDay : each.lastDay,
  }));
  expect(typeof (await book(wanted))).toBe('string');
  expect(await reservations()).toBe(4);
});

test('all or none: one week that is taken undoes the others and says why', async () => {
  await line.reserve(await line.someone(), line.days(15));
  expect(codes(await book())).toEqual(['UNIT_TAKEN']);
  expect(await reservations()).toBe(0);
});

test('only the possible ones: the others are kept with their reason, in one mail', async () => {
  await line.reserve(await line.someone(), line.days(15));
  const id = await book(tuesdays(4), 'POSSIBLE');
  expect((await rowsOf(id)).map(({ state, refused }) => state ?? refused)).toEqual([
    'SUBMITTED',
    'SUBMITTED',
    'UNIT_TAKEN',
    'SUBMITTED',
  ]);
  expect(await line.mailsTo(owner)).toEqual(['seriesSubmitted nl']);
});

test('the same key books once, also when it comes ten times at the same moment', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => book(tuesdays(3), 'ALL', `once-${line.model.id}`)));
  expect(new Set(ids).size).toBe(1);
  expect(await reservations()).toBe(3);
});

test('sites in a row: the kit goes from the one to the next, and too little time between them is seen before', async () => {
  const plan = { kind: 'SITES' as const, firstDay: dayAhead(0), days: 2, siteIds: [line.far.id, line.home.id], travelDays: 1 };
  const good = await preview(plan);
  expect(good.occurrences.map(({ firstDay, lastDay, ok }) => [firstDay, lastDay, ok])).toEqual([
    [dayAhead(0), dayAhead(1), true],
    [dayAhead(3), dayAhead(4), true],
  ]);
  const tight = await preview({ ...plan, travelDays: 0 });
  expect(tight.occurrences[1]!.reasons.map(({ code }) => code)).toEqual(['TOO_FAR_BEFORE']);
});

test('one and all that follow move a week later into one another’s place, in one step and one mail', async () => {
  const id = (await book()) as string;
  const rows = await rowsOf(id);
  const moved = await line.run((tx) => changeSeries(tx, owner, { id, targets: rows.slice(1), shiftDays: 7 }));
  expect(codes(moved)).toEqual([]);
  expect((await rowsOf(id)).map(({ firstDay }) => firstDay)).toEqual([1, 15, 22, 29].map(dayAhead));
  const back = await line.run(async (tx) => changeSeries(tx, owner, { id, targets: (await rowsOf(id)).slice(1), shiftDays: -7 }));
  expect(codes(back)).toEqual([]);
  expect((await rowsOf(id)).map(({ firstDay }) => firstDay)).toEqual([1, 8, 15, 22].map(dayAhead));
  expect(await line.mailsTo(owner)).toEqual(['seriesSubmitted nl', 'seriesChanged nl', 'seriesChanged nl']);
});

test('a move that one of them cannot make moves none', async () => {
  const id = (await book()) as string;
  await line.reserve(await line.someone(), line.days(23));
  const before = await rowsOf(id);
  expect(codes(await line.run((tx) => changeSeries(tx, owner, { id, targets: before.slice(1), shiftDays: 1 })))).toEqual([
    'UNIT_TAKEN',
  ]);
  expect(await rowsOf(id)).toEqual(before);
});

test('what somebody decided meanwhile stops the change, and only its own reservations can be named', async () => {
  const id = (await book()) as string;
  const rows = await rowsOf(id);
  await line.run((tx) => confirmReservation(tx, line.planner, rows[2]!));
  expect(codes(await line.run((tx) => cancelSeries(tx, owner, { id, targets: rows })))).toEqual(['STATE_CHANGED']);
  const strange = await line.reserve(owner, line.days(3));
  expect(codes(await line.run((tx) => cancelSeries(tx, owner, { id, targets: [strange] })))).toEqual(['NOT_FOUND']);
  const stranger = await line.someone();
  expect(codes(await line.run((tx) => cancelSeries(tx, stranger, { id, targets: rows.slice(0, 1) })))).toEqual(['NOT_ALLOWED']);
  expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['SUBMITTED', 'SUBMITTED', 'CONFIRMED', 'SUBMITTED']);
});

test('one and all that follow are cancelled together, and the first stays', async () => {
  const id = (await book()) as string;
  const rows = await rowsOf(id);
  expect(codes(await line.run((tx) => cancelSeries(tx, owner, { id, targets: rows.slice(1) })))).toEqual([]);
  expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['SUBMITTED', 'CANCELLED', 'CANCELLED', 'CANCELLED']);
  const active = await inTransaction(database.app, (tx) =>
    tx.query<unknown[]>(`SELECT 1 FROM occupancy WHERE unit_id = $1 AND active AND kind = 'STAY'`, [unitId()]),
  );
  expect(active).toHaveLength(1);
});

test.each([
  [{ times: 27 }, 'times'],
  [{ days: 8 }, 'days'],
  [{ everyWeeks: 0 }, 'everyWeeks'],
])('a plan out of bounds is refused with its field: %o', async (wrong, field) => {
  await expect(preview({ ...weekly(4), ...wrong })).rejects.toMatchObject({
    refusal: { reasons: [{ code: 'INVALID_INPUT', field }] },
  });
});
