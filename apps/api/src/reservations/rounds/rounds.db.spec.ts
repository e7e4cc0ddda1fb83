import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { dayAhead } from '../../../test/place-factories.js';
import { inTransaction } from '../../database/transaction.js';
import { searchAvailability } from '../../placement/search.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { confirmReservation } from '../confirm-reservation.js';
import { Reservation } from '../reservation.entity.js';
import { reserveKit } from '../reserve-kit.js';
import { adjustRound } from './allocate-round.js';
import { cancelRound, planRound } from './plan-round.js';
import { makeRound } from './rounds.fixture.js';

const codes = (result: unknown) => (result instanceof Refusal ? result.reasons.map(({ code }) => code) : result);

describe('a round', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  test('is shared out by weight, says why, is published once and tells everybody', async () => {
    const round = await makeRound(database);
    const small = await round.someone();
    const large = await round.someone();
    const elsewhere = await round.someone();
    const lost = await round.submit(small, { groupSize: 4 });
    const won = await round.submit(large, { groupSize: 12 });
    const other = await round.submit(elsewhere, { earliestDay: dayAhead(7), latestDay: dayAhead(8) });
    expect(codes(await round.allocate())).toEqual(['STATE_CHANGED']);
    await round.close();
    await round.allocate();
    const told = await round.placements();
    expect(told.get(won.id)).toMatchObject({ kind: 'PLACED', unitId: round.kits[0]!.id, firstDay: dayAhead(0) });
    expect(told.get(won.id)!.worth).toEqual({ base: 100, served: 50, access: 0, group: 12, total: 162 });
    expect(told.get(lost.id)).toMatchObject({ kind: 'COMPETITORS', why: { rivals: [won.id] } });
    expect(told.get(other.id)!.kind).toBe('PLACED');

    expect(codes(await round.publish())).toBe(round.id);
    expect((await round.again(won)).state).toBe('PLACED');
    expect((await round.again(lost)).state).toBe('OPEN');
    const reservation = await database.app.manager.findOneByOrFail(Reservation, {
      id: (await round.again(won)).reservationId!,
    });
    expect(reservation.state).toBe('CONFIRMED');
    expect(await round.mailsTo(large)).toEqual(['requestSubmitted', 'requestPlaced']);
    expect(await round.mailsTo(small)).toEqual(['requestSubmitted', 'requestNotPlaced']);
    expect(codes(await round.publish())).toEqual(['STATE_CHANGED']);
  });

  test('gives the same result for the same seed', async () => {
    const round = await makeRound(database, 2, { capPlacements: 1 });
    const someones = await Promise.all([1, 2, 3].map(() => round.someone()));
    for (const by of [...someones, ...someones]) await round.submit(by, { latestDay: dayAhead(3), days: 2 });
    await round.close();
    const seen: unknown[] = [];
    for (const seed of [7, 7]) {
      await round.allocate(seed);
      seen.push([...(await round.placements()).entries()].sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    expect(seen[0]).toEqual(seen[1]);
  });

  test('keeps its days from direct booking while it runs, in search as in booking, and gives back what is left', async () => {
    const round = await makeRound(database);
    const by = await round.someone();
    const find = async () => {
      const input = { firstDay: dayAhead(1), lastDay: dayAhead(1), siteId: round.far.id, modelCode: round.model.code };
      const page = await searchAvailability(database.app.manager, round.settings, input as never, { first: 5, after: null });
      return page.edges.map(({ node }) => node.verdict);
    };
    expect(await find()).toEqual(['UNAVAILABLE']);
    expect(codes(await round.reserve(by, dayAhead(1)))).toEqual(['IN_ROUND']);
    // Outside its days nothing changes.
    expect(codes(await round.reserve(by, dayAhead(28)))).toEqual(expect.any(String));
    await round.submit(by);
    await round.close();
    expect(codes(await round.reserve(by, dayAhead(1)))).toEqual(['IN_ROUND']);
    await round.allocate();
    await round.publish();
    expect(await find()).toEqual(['FREE_HERE']);
    expect(codes(await round.reserve(by, dayAhead(1)))).toEqual(expect.any(String));
  });

  test('leaves alone what was booked before it opened, and a planner may pass it by with a reason', async () => {
    const round = await makeRound(database, 1, { opensOn: dayAhead(-14), closesOn: dayAhead(-10) });
    const by = await round.someone();
    const id = (await round.reserve(by, dayAhead(1))) as string;
    await database.owner.query(`UPDATE request_round SET opens_on = now()::date - 1 WHERE id = $1`, [round.id]);
    const confirmed = await round.run((tx) => confirmReservation(tx, round.planner, { id, version: 1 }));
    expect(confirmed).toMatchObject({ state: 'CONFIRMED' });
    const input = {
      idempotencyKey: round.key(),
      unitIds: [round.kits[0]!.id],
      siteId: round.far.id,
      firstDay: dayAhead(8),
      lastDay: dayAhead(8),
      details: {},
    };
    expect(codes(await round.run((tx) => reserveKit(tx, round.planner, input)))).toEqual(['IN_ROUND']);
    const override = { ...input, idempotencyKey: round.key(), overrideReason: 'Beurs van de provincie' };
    expect(codes(await round.run((tx) => reserveKit(tx, round.planner, override)))).toEqual(expect.any(String));
  });

  test('a planner pins, leaves out and lets go; the rest is shared out round it', async () => {
    const round = await makeRound(database);
    const weighty = await round.submit(await round.someone(), { groupSize: 12 });
    const light = await round.submit(await round.someone(), { groupSize: 2 });
    await round.close();
    await round.allocate();
    const adjust = async (requestId: string, action: 'PIN' | 'RELEASE' | 'LEAVE_OUT', more = {}) => {
      const { version } = await round.round();
      return codes(
        await round.run((tx) => adjustRound(tx, round.planner, { id: round.id, version, requestId, action, ...more })),
      );
    };
    const kinds = async () => {
      const told = await round.placements();
      return [told.get(weighty.id)!.kind, told.get(light.id)!.kind];
    };
    expect(await kinds()).toEqual(['PLACED', 'COMPETITORS']);
    await adjust(light.id, 'PIN', { unitId: round.kits[0]!.id, firstDay: dayAhead(0) });
    expect(await kinds()).toEqual(['COMPETITORS', 'PLACED']);
    expect(await adjust(weighty.id, 'PIN', { unitId: round.kits[0]!.id, firstDay: dayAhead(3) })).toEqual(['UNIT_TAKEN']);
    await adjust(light.id, 'RELEASE');
    expect(await kinds()).toEqual(['PLACED', 'COMPETITORS']);
    await adjust(weighty.id, 'LEAVE_OUT');
    expect(await kinds()).toEqual(['LEFT_OUT', 'PLACED']);
  });

  test('names what can no longer be when it is published, and places the others', async () => {
    const round = await makeRound(database, 2);
    const by = await round.someone();
    const [one, two] = [await round.submit(by), await round.submit(by)];
    await round.close();
    await round.allocate();
    const unitId = (await round.placements()).get(one.id)!.unitId!;
    await database.owner.query('UPDATE equipment_unit SET in_service = false WHERE id = $1', [unitId]);
    await round.publish();
    const told = await round.placements();
    expect(told.get(one.id)).toMatchObject({ outcome: 'REFUSED', refusalCodes: ['UNIT_OUT_OF_SERVICE'] });
    expect(told.get(two.id)).toMatchObject({ outcome: 'PLACED' });
    expect((await round.again(one)).state).toBe('OPEN');
    expect((await round.mailsTo(by)).sort()).toEqual([
      'requestNotPlaced',
      'requestPlaced',
      'requestSubmitted',
      'requestSubmitted',
    ]);
  });

  test('caps count what is placed by hand in its days too', async () => {
    const round = await makeRound(database, 3, { capPlacements: 1 });
    const by = await round.someone();
    const [one, two] = [await round.submit(by), await round.submit(by)];
    expect(codes(await round.place(round.planner, one, round.kits[0]))).toBe(one.id);
    expect(codes(await round.place(round.planner, two, round.kits[1]))).toEqual(['CAP_REACHED']);
    await round.close();
    await round.allocate();
    expect((await round.placements()).get(two.id)).toMatchObject({ kind: 'CAP', why: { cap: 'placements', limit: 1 } });
  });

  test('is called off, and its days are free again', async () => {
    const round = await makeRound(database);
    const by = await round.someone();
    const { version } = await round.round();
    await inTransaction(database.app, (tx) => cancelRound(tx, round.planner, { id: round.id, version }));
    expect(codes(await round.reserve(by, dayAhead(1)))).toEqual(expect.any(String));
    expect(codes(await round.publish())).toEqual(['STATE_CHANGED']);
  });

  test.each([
    ['no models', { modelCodes: [] }],
    ['a close before it opens', { closesOn: '2020-01-01' }],
    ['days that end before they begin', { lastDay: dayAhead(-1) }],
    ['a weight of 101', { weightAccess: 101 }],
    ['a cap of none', { capDays: 0 }],
  ])('refuses %s', async (_, more) => {
    const round = await makeRound(database);
    const input = {
      idempotencyKey: round.key(),
      name: 'Ronde',
      modelCodes: [round.model.code],
      opensOn: dayAhead(-7),
      closesOn: dayAhead(-3),
    };
    const rest = { firstDay: dayAhead(0), lastDay: dayAhead(5), weightServed: 1, weightAccess: 1, weightGroup: 1 };
    const plan = round.run((tx) => planRound(tx, round.planner, { ...input, ...rest, ...more }));
    expect(codes(await plan)).toEqual(['INVALID_INPUT']);
  });

  test('only who plans makes one', async () => {
    const round = await makeRound(database);
    const by = await round.someone();
    const { version } = await round.round();
    expect(codes(await round.run((tx) => cancelRound(tx, by, { id: round.id, version })))).toEqual(['NOT_ALLOWED']);
  });
});
