import { dayAhead } from '../../../test/place-factories.js';
import * as centres from '../../reservations/centres.fixture.js';
import type { Person } from '../../people/person.entity.js';
import type { Vehicle } from '../vehicles/vehicle.entity.js';
import {
  bookedLeg,
  change,
  deviate,
  makeDriver,
  makeVan,
  move,
  plan,
  readTrip,
  refusedFor,
  see,
  settle,
  turn,
} from './trips.fixture.js';

centres.openCentres();

const DAY = dayAhead(7);
let van: Vehicle;
let driver: Person;
beforeEach(async () => {
  van = await makeVan();
  driver = await makeDriver();
});
const of = (legIds: string[], more: object = {}) => ({ day: DAY, vehicleId: van.id, driverId: driver.id, legIds, ...more });
const kinds = (trip: { stops: { kind: string; leg: { id: string } }[] }) => trip.stops.map(({ kind }) => kind);
const rows = centres.rows;

test('legs become a trip in the order that costs least, with its times, load and costs; asked twice it is one', async () => {
  const [a, b] = [await bookedLeg({ volumeM3: 2, massKg: 100 }), await bookedLeg({ volumeM3: 3, massKg: 200 })];
  const input = of([a.legId, b.legId], { idempotencyKey: centres.nextKey('once') });
  const trip = await plan(input);
  expect(trip).toMatchObject({ __typename: 'Trip', state: 'DRAFT', version: 1, day: DAY, km: 120 });
  expect(kinds(trip)).toEqual(['PICK_UP', 'PICK_UP', 'DELIVER', 'DELIVER']);
  // Out full over 60 km, back empty over 60; both kits together in the van.
  expect(trip.figures).toMatchObject({ volumeM3: 5, massKg: 300, emptyKm: 60, co2Kg: 24 });
  expect(Number(trip.figures.cents)).toBeGreaterThan(120 * 50);
  expect(await plan(input)).toEqual(trip);
});

test.each([
  ['too large', { volumeM3: 10.5 }, {}, 'TRIP_TOO_SMALL'],
  ['too heavy', { massKg: 901 }, {}, 'TRIP_TOO_HEAVY'],
  ['without a tail-lift', { needsTailLift: true }, {}, 'TRIP_TAIL_LIFT'],
  ['for two', { needsTwoPersons: true }, {}, 'TRIP_TWO_PERSONS'],
  ['on a Saturday', {}, { day: dayAhead(5) }, 'TRIP_AWAY'],
  ['after it is needed', {}, { day: dayAhead(9) }, 'TRIP_CLOSED'],
  ['in the past', {}, { day: '2020-01-06' }, 'IN_THE_PAST'],
])('what is %s is refused, and names it', async (_, model, more, code) => {
  const { legId } = await bookedLeg(model);
  expect(await plan(of([legId], more))).toMatchObject(refusedFor(code));
});

test('a second person, a tail-lift and enough room allow what needs them', async () => {
  const { legId } = await bookedLeg({ needsTwoPersons: true, needsTailLift: true, massKg: 899 });
  const helper = await makeDriver();
  const lift = await makeVan({ tailLift: true });
  expect(await plan(of([legId], { vehicleId: lift.id, helperId: helper.id }))).toMatchObject({ __typename: 'Trip' });
  expect(await plan(of([legId], { vehicleId: lift.id, helperId: driver.id }))).toMatchObject(refusedFor('INVALID_INPUT'));
});

test('who has not the licence, is away, or does not work that day does not drive', async () => {
  const { legId } = await bookedLeg();
  expect(await plan(of([legId], { vehicleId: (await makeVan({ licence: 'C1' })).id }))).toMatchObject(refusedFor('TRIP_LICENCE'));
  const idle = await makeDriver({ drivingHours: [{ weekday: 6, from: '08:00', to: '12:00' }] });
  expect(await plan(of([legId], { driverId: idle.id }))).toMatchObject(refusedFor('TRIP_AWAY'));
  const add = `mutation ($input: AbsenceInput!) { result: addAbsence(input: $input) { __typename ... on TransportAbsence { id } } }`;
  const input = { idempotencyKey: centres.nextKey('away'), vehicleId: van.id, firstDay: DAY, lastDay: DAY, reason: 'keuring' };
  const { data } = await centres.app.graphql(add, { input }, centres.planner);
  expect(await plan(of([legId]))).toMatchObject(refusedFor('TRIP_AWAY'));
  const { id } = (data as unknown as { result: { id: string } }).result;
  await centres.app.graphql('mutation ($id: ID!) { removeAbsence(id: $id) }', { id }, centres.planner);
  expect(await plan(of([legId]))).toMatchObject({ __typename: 'Trip' });
});

test('only a planner plans; a driver reads the own trips once they are published, and nobody else does', async () => {
  const { legId } = await bookedLeg();
  expect(await plan(of([legId]), centres.own)).toMatchObject(refusedFor('NOT_ALLOWED'));
  const trip = await plan(of([legId]));
  const [own, other] = [await centres.app.signInAs(driver), await centres.app.signInAs(await makeDriver())];
  expect(await readTrip(trip.id, own)).toBeNull();
  const published = await turn(trip, 'PUBLISHED');
  expect(published).toMatchObject({ state: 'PUBLISHED', events: [{ kind: 'PUBLISHED' }] });
  expect(await readTrip(trip.id, own)).toMatchObject({ id: trip.id });
  expect(await readTrip(trip.id, other)).toBeNull();
  const mine = async (as: string) => {
    const { data } = await centres.app.graphql(`{ trips(from: "${DAY}", to: "${DAY}", mine: true) { id } }`, {}, as);
    return (data as unknown as { trips: object[] }).trips;
  };
  expect([await mine(own), await mine(other)]).toEqual([[{ id: trip.id }], []]);
  expect((await centres.app.graphql(`{ trips(from: "${DAY}", to: "${DAY}") { id } }`, {}, own)).errors).toBeDefined();

  await see(published, own);
  const seenVersion = async () =>
    (await rows<{ v: number }>('SELECT seen_version AS v FROM trip WHERE id = $1', [trip.id]))[0]!.v;
  expect(await seenVersion()).toBe(published.version);
  await see({ ...published, version: 1 }, own);
  expect(await seenVersion()).toBe(published.version);
});

test('what is not confirmed is not published, and what is in a trip is in no other', async () => {
  const unit = await centres.unit();
  const booked = await centres.reserve([unit], centres.own, { firstDay: dayAhead(8), lastDay: dayAhead(9) });
  const [leg] = await rows<{ id: string }>('SELECT id FROM leg WHERE reservation_id = $1', [booked.id]);
  const trip = await plan(of([leg!.id]));
  expect(await turn(trip, 'PUBLISHED')).toMatchObject(refusedFor('TRIP_UNDECIDED'));
  const again = of([leg!.id], { vehicleId: (await makeVan()).id, driverId: (await makeDriver()).id });
  expect(await plan(again)).toMatchObject(refusedFor('LEG_ON_TRIP'));
  expect(await turn(trip, 'CANCELLED')).toMatchObject({ state: 'CANCELLED', stops: [] });
  expect(await plan(again)).toMatchObject({ __typename: 'Trip' });
});

test('a leg goes from trip to trip, an order is kept where it can be, and an older version changes nothing', async () => {
  const [a, b, c] = [await bookedLeg(), await bookedLeg(), await bookedLeg()];
  const first = await plan(of([a.legId, b.legId]));
  const second = await plan(of([c.legId], { vehicleId: (await makeVan()).id, driverId: (await makeDriver()).id }));
  const joined = await move(a.legId, first, second);
  expect(joined.stops.filter(({ kind }) => kind === 'DELIVER')).toHaveLength(2);
  expect(await readTrip(first.id)).toMatchObject({ stops: [{ leg: { id: b.legId } }, { leg: { id: b.legId } }] });
  expect(await move(c.legId, second, first)).toMatchObject(refusedFor('STATE_CHANGED'));

  const order = [a, c].flatMap(({ legId }) => ['PICK_UP', 'DELIVER'].map((kind) => ({ legId, kind })));
  const input = { id: joined.id, version: joined.version };
  const ordered = await change({ ...input, order });
  expect(ordered.stops.map(({ kind, leg }) => ({ kind, legId: leg.id }))).toEqual(order);
  const backwards = [{ legId: a.legId, kind: 'DELIVER' }];
  expect(await change({ id: joined.id, version: ordered.version, order: backwards })).toMatchObject(refusedFor('TRIP_ORDER'));
});

test('a booking that changes takes its leg out of the trip and tells; the others stay as they were', async () => {
  const [a, b] = [await bookedLeg(), await bookedLeg()];
  const trip = await turn(await plan(of([a.legId, b.legId])), 'PUBLISHED');
  const kept = trip.stops.filter(({ leg }) => leg.id === b.legId);
  const [{ version }] = (await rows<{ version: number }>('SELECT version FROM reservation WHERE id = $1', [a.id])) as [
    { version: number },
  ];
  await centres.act('cancelReservation', { id: a.id, version }, centres.planner);
  const now = await readTrip(trip.id);
  expect(now!.stops).toEqual(kept);
  expect(now!.version).toBe(trip.version + 1);
  expect(now!.events.map(({ kind }) => kind)).toEqual(['LEG_GONE', 'PUBLISHED']);
  const open = async () => {
    const { data } = await centres.app.graphql('{ tripEvents { id kind } }', {}, centres.planner);
    return (data as unknown as { tripEvents: { id: string }[] }).tripEvents.map(({ id }) => id);
  };
  const { id } = now!.events[0]!;
  expect(await open()).toContain(id);
  await settle(id);
  expect(await open()).not.toContain(id);
});

test('a driver tells what goes another way, once, and only of an own trip', async () => {
  const { legId } = await bookedLeg();
  const trip = await turn(await plan(of([legId])), 'PUBLISHED');
  const own = await centres.app.signInAs(driver);
  const input = { idempotencyKey: centres.nextKey('late'), tripId: trip.id, kind: 'LATE', minutes: 30, happenedAt: new Date() };
  for (const _ of [1, 2]) expect(await deviate(input, own)).toMatchObject({ id: trip.id });
  expect((await readTrip(trip.id))!.events.map(({ kind }) => kind)).toEqual(['LATE', 'PUBLISHED']);
  const again = (more: object) => ({ ...input, idempotencyKey: centres.nextKey('late'), ...more });
  expect(await deviate(again({ kind: 'NOT_READY' }), own)).toMatchObject(refusedFor('INVALID_INPUT'));
  expect(await deviate(again({ kind: 'LEG_GONE' }), own)).toMatchObject(refusedFor('INVALID_INPUT'));
  expect(await deviate(again({ minutes: 0 }), own)).toMatchObject(refusedFor('INVALID_INPUT'));
  expect(await deviate(again({}), await centres.app.signInAs(await makeDriver()))).toMatchObject(refusedFor('NOT_FOUND'));
});

test('what was picked up stays in its trip, and is done where the boxes say so', async () => {
  const [a, b] = [await bookedLeg(), await bookedLeg()];
  const trip = await turn(await plan(of([a.legId, b.legId])), 'PUBLISHED');
  const state = (to: string) => rows('UPDATE occupancy SET stay_state = $2 WHERE reservation_id = $1', [a.id, to]);
  await state('PICKED_UP');
  expect(await turn(trip, 'CANCELLED')).toMatchObject(refusedFor('TRIP_STARTED'));
  const without = await change({ id: trip.id, version: trip.version, legIds: [b.legId] });
  expect(without.stops.map(({ leg }) => leg.id)).toEqual(expect.arrayContaining([a.legId]));
  expect(without.stops[0]).toMatchObject({ kind: 'PICK_UP', leg: { id: a.legId } });
  expect(without.stops.filter(({ doneAt }) => doneAt !== null)).toHaveLength(1);
  expect(await turn(without, 'DONE')).toMatchObject(refusedFor('STATE_CHANGED'));
  await state('ON_SITE');
  await rows('UPDATE occupancy SET stay_state = $2 WHERE reservation_id = $1', [b.id, 'ON_SITE']);
  expect(await turn(without, 'DONE')).toMatchObject({ state: 'DONE' });
});

describe('the database keeps a van from what it cannot, whoever writes:', () => {
  const failing = async (work: (sql: (text: string, values?: unknown[]) => Promise<unknown>) => Promise<unknown>) => {
    const runner = centres.app.database.app.createQueryRunner();
    await runner.startTransaction();
    try {
      await work((text, values) => runner.query(text, values));
      await runner.commitTransaction();
      return null;
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      return (error as { driverError: { constraint?: string } }).driverError.constraint ?? (error as Error).message;
    } finally {
      await runner.release();
    }
  };

  test('too much, without a tail-lift, delivered before it is picked up, or half', async () => {
    const { legId, unitId } = await bookedLeg();
    const trip = await plan(of([legId]));
    const model = (set: string) =>
      rows(`UPDATE equipment_model SET ${set} WHERE id = (SELECT model_id FROM equipment_unit WHERE id = $1)`, [unitId]);
    const touch = () => failing((sql) => sql('UPDATE stop SET departs_at = departs_at WHERE trip_id = $1', [trip.id]));
    expect(await touch()).toBeNull();
    await model('mass_kg = 901');
    expect(await touch()).toBe('trip_load');
    await model('mass_kg = 50, needs_tail_lift = true');
    expect(await touch()).toBe('trip_tail_lift');
    await model('needs_tail_lift = false');
    expect(await failing((sql) => sql(`DELETE FROM stop WHERE trip_id = $1 AND kind = 'PICK_UP'`, [trip.id]))).toBe('trip_order');
    const swap = 'UPDATE stop SET position = 5 - position WHERE trip_id = $1';
    expect(await failing((sql) => sql(swap, [trip.id]))).toBe('trip_order');
    // Without the guard it would stand.
    await rows('ALTER TABLE stop DISABLE TRIGGER stop_checks_trip', []);
    await model('mass_kg = 901');
    expect(await touch()).toBeNull();
    await rows('ALTER TABLE stop ENABLE TRIGGER stop_checks_trip', []);
  });

  test('two trips at once; after one another they are allowed, and planned so', async () => {
    const [a, b] = [await bookedLeg(), await bookedLeg()];
    const first = await plan(of([a.legId]));
    const second = await plan(of([b.legId]));
    expect(second).toMatchObject({ __typename: 'Trip' });
    const times = await rows<{ from: Date; to: Date }>(
      'SELECT departs_at AS "from", returns_at AS "to" FROM trip WHERE id = ANY($1::uuid[]) ORDER BY 1',
      [[first.id, second.id]],
    );
    expect(times[1]!.from.getTime()).toBeGreaterThanOrEqual(times[0]!.to.getTime());
    const join = () =>
      failing((sql) =>
        sql('UPDATE trip SET departs_at = $2, returns_at = $3 WHERE id = $1', [second.id, times[0]!.from, times[0]!.to]),
      );
    expect(await join()).toBe('trip_one_at_a_time');
    const seat = 'INSERT INTO trip_seat (trip_id, resource_id, during) SELECT id, id, tstzrange(now(), NULL) FROM trip';
    expect(await failing((sql) => sql(seat))).toMatch('permission denied');
    // Without the guard it would stand.
    const GUARD = 'CONSTRAINT trip_one_at_a_time';
    await rows(`ALTER TABLE trip_seat DROP ${GUARD}`, []);
    expect(await join()).toBeNull();
    await turn({ id: second.id, version: second.version }, 'CANCELLED');
    await rows(`ALTER TABLE trip_seat ADD ${GUARD} EXCLUDE USING gist (resource_id WITH =, during WITH &&)`, []);
  });

  test('a day that is full is taken', async () => {
    const half = await makeDriver({ drivingHours: [{ weekday: 1, from: '07:00', to: '11:00' }] });
    const [a, b] = [await bookedLeg(), await bookedLeg()];
    expect(await plan(of([a.legId], { driverId: half.id }))).toMatchObject({ __typename: 'Trip' });
    expect(await plan(of([b.legId], { driverId: half.id }))).toMatchObject(refusedFor('TRIP_TAKEN'));
  });
});

describe('at the same moment', () => {
  test('two planners take one leg: one trip has it, and without the guard both would', async () => {
    const { legId } = await bookedLeg();
    const both = await Promise.all([
      plan(of([legId])),
      plan(of([legId], { vehicleId: (await makeVan()).id, driverId: (await makeDriver()).id })),
    ]);
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Refusal', 'Trip']);
    expect(both.find(({ __typename }) => __typename === 'Refusal')).toMatchObject(refusedFor('LEG_ON_TRIP'));
    await rows('ALTER TABLE stop DROP CONSTRAINT stop_leg_once', []);
    try {
      const other = of([legId], { vehicleId: (await makeVan()).id, driverId: (await makeDriver()).id });
      expect(await plan(other)).toMatchObject({ __typename: 'Trip' });
      await rows('DELETE FROM stop WHERE leg_id = $1', [legId]);
    } finally {
      await rows('ALTER TABLE stop ADD CONSTRAINT stop_leg_once UNIQUE (leg_id, kind)', []);
    }
  });

  test('a booking is cancelled while its leg is planned: no trip carries what nobody owes, whoever comes first', async () => {
    for (let round = 0; round < 5; round++) {
      const { legId, id } = await bookedLeg();
      const [{ version }] = (await rows<{ version: number }>('SELECT version FROM reservation WHERE id = $1', [id])) as [
        { version: number },
      ];
      const crew = { vehicleId: (await makeVan()).id, driverId: (await makeDriver()).id };
      const [trip] = await Promise.all([
        plan(of([legId], crew)),
        centres.act('cancelReservation', { id, version }, centres.planner),
      ]);
      if (trip.__typename === 'Refusal') expect(trip).toMatchObject(refusedFor('STATE_CHANGED'));
      expect(await rows('SELECT 1 FROM stop WHERE leg_id = $1', [legId])).toEqual([]);
    }
  });
});
