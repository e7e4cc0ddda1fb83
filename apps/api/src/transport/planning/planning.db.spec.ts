import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { makeReservation } from '../../../test/place-factories.js';
import { inTransaction } from '../../database/transaction.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { withdrawRequest } from '../../reservations/requests/answer-request.js';
import { Reservation } from '../../reservations/reservation.entity.js';
import { recoverPlans } from './jobs/recover-plans.js';
import { PLANNERS, runPlan } from './jobs/run-plan.js';
import { stopPlan } from './jobs/start-plan.js';
import { makePlanning, SLOW_MS } from './planning.fixture.js';

const byText = (a: string, b: string) => (a < b ? -1 : 1);
const codes = (result: unknown) => (result instanceof Refusal ? result.reasons.map(({ code }) => code) : 'DONE');

describe('a plan of tours', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  // What one story leaves open is not the next one's.
  afterEach(() => database.owner.query(`UPDATE request SET state = 'WITHDRAWN' WHERE state = 'OPEN'`));
  afterAll(() => database.drop());

  test(
    'places what can be, says why not the rest, and changes nothing before it is accepted',
    async () => {
      const planning = await makePlanning(database);
      const by = await planning.someone();
      const first = await planning.submit(by, { earliestDay: planning.day(0), latestDay: planning.day(1), days: 2 });
      const second = await planning.submit(by, { earliestDay: planning.day(2), latestDay: planning.day(4), days: 2 });
      const late = await planning.submit(by, { earliestDay: planning.day(0), latestDay: planning.day(1), days: 2, groupSize: 4 });
      const { proposal, items, job } = await planning.plan();
      expect(job.state).toBe('DONE');
      expect(items.map(({ requestId }) => requestId)).toEqual([first.id, second.id]);
      expect(proposal.figures).toMatchObject({ served: 2, asked: 3 });
      expect(proposal.leftOut).toMatchObject([
        { requestId: late.id, rivals: [first.id], nearest: { daysOff: expect.any(Number) } },
      ]);
      expect((await planning.again(first)).state).toBe('OPEN');
      expect(codes(await planning.accept(proposal.id, [items[0]!.id]))).toBe('DONE');
      expect((await planning.again(first)).state).toBe('PLACED');
      expect((await planning.again(second)).state).toBe('OPEN');
      // The same part twice is refused; the same call twice is one.
      expect(codes(await planning.accept(proposal.id, [items[0]!.id]))).toEqual(['STATE_CHANGED']);
      const key = planning.key();
      expect(codes(await planning.accept(proposal.id, [items[1]!.id], planning.planner, key))).toBe('DONE');
      expect(codes(await planning.accept(proposal.id, [items[1]!.id], planning.planner, key))).toBe('DONE');
    },
    SLOW_MS,
  );

  test(
    'is accepted whole or not at all: what changed meanwhile is named and nothing of the rest stays',
    async () => {
      const planning = await makePlanning(database, 2);
      const by = await planning.someone();
      const gone = await planning.submit(by);
      const there = await planning.submit(by);
      const { proposal, items, id } = await planning.plan();
      await inTransaction(database.app, (tx) => withdrawRequest(tx, by, { id: gone.id, version: gone.version }));
      const all = items.map((item) => item.id);
      expect(codes(await planning.accept(proposal.id, all))).toEqual(['STATE_CHANGED']);
      expect((await planning.again(there)).state).toBe('OPEN');
      const marked = await planning.items(id);
      expect(marked.map(({ state, refusalCodes }) => [state, ...refusalCodes].join(' ')).toSorted(byText)).toEqual([
        'OPEN',
        'STALE STATE_CHANGED',
      ]);
      const still = marked.filter(({ state }) => state === 'OPEN').map((item) => item.id);
      expect(codes(await planning.accept(proposal.id, still))).toBe('DONE');
      expect((await planning.again(there)).state).toBe('PLACED');
    },
    SLOW_MS,
  );

  test(
    'that a booking overtook while it was worked out is refused by the guard of every booking',
    async () => {
      const planning = await makePlanning(database);
      const by = await planning.someone();
      const wish = await planning.submit(by);
      const id = await planning.start();
      const booked = {
        ...PLANNERS,
        TOURS: async (...all: Parameters<(typeof PLANNERS)['TOURS']>) => {
          const draft = await PLANNERS.TOURS(...all);
          expect(codes(await planning.reserve(by))).toBe('DONE');
          return draft;
        },
      };
      await runPlan(database.app, planning.settings, id, booked);
      const proposal = await planning.proposal(id);
      const [item] = await planning.items(id);
      expect(codes(await planning.accept(proposal.id, [item!.id]))).toContain('UNIT_TAKEN');
      expect((await planning.again(wish)).state).toBe('OPEN');
      expect((await planning.items(id))[0]).toMatchObject({ state: 'STALE' });
    },
    SLOW_MS,
  );

  test(
    'two planners who accept overlapping proposals at once: one wins, the other is told',
    async () => {
      const planning = await makePlanning(database);
      const by = await planning.someone();
      const wish = await planning.submit(by);
      const one = await planning.plan();
      const two = await planning.plan();
      const other = await planning.anotherPlanner();
      const results = await Promise.all([
        planning.accept(one.proposal.id, [one.items[0]!.id]),
        planning.accept(two.proposal.id, [two.items[0]!.id], other),
      ]);
      expect(results.map(codes).filter((each) => each === 'DONE')).toHaveLength(1);
      expect(results.flatMap(codes)).toContain('STATE_CHANGED');
      const stays = await database.owner.query(`SELECT 1 FROM occupancy WHERE unit_id = $1 AND active AND kind = 'STAY'`, [
        planning.kits[0]!.id,
      ]);
      expect(stays).toHaveLength(1);
      expect((await planning.again(wish)).state).toBe('PLACED');
    },
    SLOW_MS,
  );

  test(
    'ends with the best so far when stopped, and begins once only',
    async () => {
      const planning = await makePlanning(database);
      await planning.submit(await planning.someone());
      const id = await planning.start('TOURS', { seconds: 60 });
      const runs = [runPlan(database.app, planning.settings, id), runPlan(database.app, planning.settings, id)];
      await inTransaction(database.app, (tx) => stopPlan(tx, planning.planner, id));
      await Promise.all(runs);
      expect(await planning.job(id)).toMatchObject({ state: 'DONE', attempts: 1, stopAsked: true });
      expect(await planning.items(id)).toHaveLength(1);
    },
    SLOW_MS,
  );

  test(
    'whose worker died is worked out again, once; the dead run writes nothing any more',
    async () => {
      const planning = await makePlanning(database);
      await planning.submit(await planning.someone());
      const id = await planning.start();
      let wake: () => void = () => {};
      const asleep = new Promise<void>((resolve) => (wake = resolve));
      let begun: () => void = () => {};
      const running = new Promise<void>((resolve) => (begun = resolve));
      const slow = {
        ...PLANNERS,
        TOURS: async (...all: Parameters<(typeof PLANNERS)['TOURS']>) => {
          begun();
          await asleep;
          return PLANNERS.TOURS(...all);
        },
      };
      const dead = runPlan(database.app, planning.settings, id, slow);
      await running;
      const silent = () =>
        database.owner.query(`UPDATE plan_job SET heartbeat_at = now() - interval '2 minutes' WHERE id = $1`, [id]);
      await silent();
      await inTransaction(database.app, (tx) => recoverPlans(tx));
      expect(await planning.job(id)).toMatchObject({ state: 'QUEUED', runId: null });
      await runPlan(database.app, planning.settings, id);
      wake();
      await dead;
      expect(await planning.job(id)).toMatchObject({ state: 'DONE', attempts: 2 });
      const rows = await database.owner.query('SELECT 1 FROM proposal WHERE job_id = $1', [id]);
      expect(rows).toHaveLength(1);
      await database.owner.query(`UPDATE plan_job SET state = 'RUNNING', ended_at = NULL WHERE id = $1`, [id]);
      await silent();
      await inTransaction(database.app, (tx) => recoverPlans(tx));
      expect(await planning.job(id)).toMatchObject({ state: 'FAILED', failure: 'WORKER_LOST' });
    },
    SLOW_MS,
  );
});

describe('a repair', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  test(
    'gives bookings of a broken kit to its equal on the same days, and nothing else moves',
    async () => {
      const planning = await makePlanning(database, 2);
      const [broken, equal] = planning.kits;
      const { manager } = database.app;
      const of = (offset: number, unit = broken!) =>
        makeReservation(manager, { units: [unit], site: planning.far, firstDay: planning.day(offset) }, { state: 'CONFIRMED' });
      const clash = await of(2);
      const easy = await of(9);
      const kept = await of(2, equal);
      await database.owner.query('UPDATE equipment_unit SET in_service = false WHERE id = $1', [broken!.id]);
      const { items, proposal } = await planning.plan('REPAIR', { unitId: broken!.id });
      expect(items.map(({ reservationId, unitId, firstDay }) => [reservationId, unitId, firstDay])).toEqual([
        [clash.id, equal!.id, planning.day(3)],
        [easy.id, equal!.id, planning.day(9)],
      ]);
      expect(
        codes(
          await planning.accept(
            proposal.id,
            items.map(({ id }) => id),
          ),
        ),
      ).toBe('DONE');
      const now = await manager.findOneByOrFail(Reservation, { id: clash.id });
      expect(now).toMatchObject({ firstDay: planning.day(3), state: 'CONFIRMED', version: clash.version + 1 });
      expect(await manager.findOneByOrFail(Reservation, { id: kept.id })).toMatchObject({ version: kept.version });
    },
    SLOW_MS,
  );
});
