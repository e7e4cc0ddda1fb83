import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { dayAhead } from '../../../test/place-factories.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { Reservation } from '../reservation.entity.js';
import { refuseRequest, withdrawRequest } from './answer-request.js';
import { optionsFor } from './find-options.js';
import { listRequests } from './list-requests.js';
import { type Asking, makeAsking } from './requests.fixture.js';
import { submitRequest } from './submit-request.js';

const codes = (result: unknown) => (result instanceof Refusal ? result.reasons.map(({ code }) => code) : result);

describe('requests', () => {
  let database: TestDatabase;
  let asking: Asking;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());
  beforeEach(async () => (asking = await makeAsking(database)));

  test('a wish is kept once, however often it is sent, and the requester is told', async () => {
    const by = await asking.someone();
    const input = asking.wish();
    const ids = await Promise.all([1, 2, 3].map(() => asking.run((tx) => submitRequest(tx, by, input))));
    expect(new Set(ids).size).toBe(1);
    expect(await asking.mailsTo(by)).toEqual(['requestSubmitted']);
  });

  test.each([
    ['a window that is too short', { days: 2 }, 'INVALID_INPUT'],
    ['days that have passed', { earliestDay: '2020-01-01' }, 'IN_THE_PAST'],
    ['a model and a domain', { domain: 'digital' }, 'INVALID_INPUT'],
    ['an unknown model', { modelCode: 'nothing' }, 'NOT_FOUND'],
    ['an SME mark without a company', { sme: true }, 'INVALID_INPUT'],
    ['a company without an SME mark', { targetGroup: 'COMPANY_STAFF' as const }, 'INVALID_INPUT'],
    ['nobody', { groupSize: 0 }, 'INVALID_INPUT'],
    ['a preferred period outside the window', { preferred: [{ firstDay: dayAhead(8), lastDay: dayAhead(9) }] }, 'INVALID_INPUT'],
  ])('refuses %s', async (_, more, code) => {
    const by = await asking.someone();
    expect(codes(await asking.run((tx) => submitRequest(tx, by, asking.wish(more))))).toEqual([code]);
  });

  test('a planner gives it a kit and days: a confirmed reservation of the requester, who is told', async () => {
    const by = await asking.someone();
    const planner = await asking.planner();
    const request = await asking.submit(by, { latestDay: dayAhead(4), days: 2 });
    expect(codes(await asking.place(planner, request, asking.kits[0], dayAhead(2)))).toBe(request.id);
    const placed = await asking.again(request);
    const reservation = await database.app.manager.findOneByOrFail(Reservation, { id: placed.reservationId! });
    expect(placed).toMatchObject({ state: 'PLACED', version: 2, decidedBy: planner.actor.personId });
    expect(reservation).toMatchObject({
      state: 'CONFIRMED',
      requesterId: by.actor.personId,
      organisationId: by.actor.organisationId,
      firstDay: dayAhead(2),
      lastDay: dayAhead(3),
      purpose: 'Lassen voor beginners',
    });
    expect(await asking.mailsTo(by)).toEqual(['requestSubmitted', 'requestPlaced']);
    expect(codes(await asking.place(planner, request))).toEqual(['STATE_CHANGED']);
  });

  test('placing passes the guard of a booking, and stays inside what was asked', async () => {
    const planner = await asking.planner();
    const other = await makeAsking(database);
    const request = await asking.submit(await asking.someone());
    expect(codes(await asking.place(planner, request, other.kits[0]))).toEqual(['INVALID_INPUT']);
    expect(codes(await asking.place(planner, request, asking.kits[0], dayAhead(1)))).toEqual(['INVALID_INPUT']);
    await asking.reserve(await asking.someone());
    expect(codes(await asking.place(planner, request))).toEqual(['UNIT_TAKEN']);
    expect((await asking.again(request)).state).toBe('OPEN');
  });

  test('what is offered can be placed, and what is taken is not offered but explained', async () => {
    const planner = await asking.planner();
    const request = await asking.submit(await asking.someone(), { latestDay: dayAhead(4) });
    await asking.reserve(await asking.someone(), dayAhead(2));
    const { options, obstacles } = await optionsFor(database.app.manager, asking.settings, request);
    const days = options.map(({ firstDay }) => firstDay);
    expect(days).not.toContain(dayAhead(2));
    expect(obstacles.map(({ code }) => code)).toContain('UNIT_TAKEN');
    for (const firstDay of days.slice(0, 1))
      expect(codes(await asking.place(planner, request, asking.kits[0], firstDay))).toBe(request.id);
  });

  test('a request for a field of work takes any of its models', async () => {
    const request = await asking.submit(await asking.someone(), { modelCode: null, domain: 'digital' });
    const { options } = await optionsFor(database.app.manager, asking.settings, request);
    expect(options).toEqual([]);
    await database.owner.query(`UPDATE equipment_model SET domain = 'digital' WHERE id = $1`, [asking.model.id]);
    const found = await optionsFor(database.app.manager, asking.settings, request);
    expect(found.options.map(({ unitId }) => unitId)).toEqual([asking.kits[0]!.id]);
  });

  test('it is refused with a reason, or withdrawn, once', async () => {
    const by = await asking.someone();
    const planner = await asking.planner();
    const request = await asking.submit(by);
    const { id, version } = request;
    expect(codes(await asking.run((tx) => refuseRequest(tx, planner, { id, version, reason: ' ' })))).toEqual(['INVALID_INPUT']);
    const refuse = (reason: string) => asking.run((tx) => refuseRequest(tx, planner, { id, version, reason }));
    const withdraw = () => asking.run((tx) => withdrawRequest(tx, by, { id, version }));
    const ends = (await Promise.all([refuse('Geen kit vrij'), withdraw(), refuse('Te laat')])).map(codes);
    expect(ends.filter((end) => Array.isArray(end))).toEqual([['STATE_CHANGED'], ['STATE_CHANGED']]);
  });

  test('only its own organisation and who plans see it; only who plans decides', async () => {
    const by = await asking.someone();
    const stranger = await asking.someone();
    const request = await asking.submit(by);
    const list = async ({ actor }: typeof by) => {
      const page = await listRequests(database.app.manager, actor, { everybody: true }, { first: 100, after: null });
      return page.edges.some(({ node }) => node.id === request.id);
    };
    expect([await list(by), await list(stranger), await list(await asking.planner())]).toEqual([true, false, true]);
    const { id, version } = request;
    expect(codes(await asking.run((tx) => withdrawRequest(tx, stranger, { id, version })))).toEqual(['NOT_FOUND']);
    expect(codes(await asking.place(stranger, request))).toEqual(['NOT_FOUND']);
    expect(codes(await asking.place(by, request))).toEqual(['NOT_ALLOWED']);
  });
});
