import type { QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { dayAhead, during } from '../../../test/place-factories.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { count, OVERLAPS } from '../races.fixture.js';
import type { Request } from '../requests/request.entity.js';
import { makeAsking } from '../requests/requests.fixture.js';
import { makeRound } from './rounds.fixture.js';

const range = (length: number) => Array.from({ length }, (_, at) => at);
const SLOW_MS = 60_000;
const won = (results: readonly unknown[]) => results.filter((result) => !(result instanceof Refusal)).length;

/** How many placements of a round an organisation has. */
const PLACED_OF = `SELECT count(*)::int AS n FROM request WHERE round_id = $1 AND organisation_id = $2 AND state = 'PLACED'`;

describe('the last place', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await createTestDatabase({ poolSize: 40 })));
  afterEach(() => database.drop());

  test(
    'eight planners give the last kit to eight requests at once, five times: one gets it',
    async () => {
      for (const _ of range(5)) {
        const asking = await makeAsking(database);
        const requests: Request[] = [];
        for (const __ of range(8)) requests.push(await asking.submit(await asking.someone()));
        const planners = await Promise.all(range(8).map(() => asking.planner()));
        const results = await Promise.all(requests.map((request, at) => asking.place(planners[at]!, request)));
        expect(won(results)).toBe(1);
        expect(await count(database.owner, OVERLAPS, [[asking.kits[0]!.id]])).toBe(0);
        const states = await Promise.all(requests.map(async (request) => (await asking.again(request)).state));
        expect(states.filter((state) => state === 'PLACED')).toHaveLength(1);
      }
    },
    SLOW_MS,
  );

  test(
    'eight planners answer one request with eight kits at once: it gets one',
    async () => {
      const asking = await makeAsking(database, 8);
      const request = await asking.submit(await asking.someone());
      const planners = await Promise.all(range(8).map(() => asking.planner()));
      const results = await Promise.all(planners.map((planner, at) => asking.place(planner, request, asking.kits[at])));
      expect(won(results)).toBe(1);
      const live = `SELECT count(*)::int AS n FROM occupancy WHERE active AND kind = 'STAY' AND unit_id = ANY($1)`;
      expect(await count(database.owner, live, [asking.kits.map(({ id }) => id)])).toBe(1);
    },
    SLOW_MS,
  );

  test(
    'the last placement under a cap: eight at once for one organisation with other kits, five times: as many as the cap',
    async () => {
      for (const _ of range(5)) {
        const round = await makeRound(database, 8, { capPlacements: 3 });
        const { id: organisationId } = await round.organisation();
        const requests: Request[] = [];
        for (const __ of range(8)) requests.push(await round.submit(await round.someone(organisationId)));
        const results = await Promise.all(requests.map((request, at) => round.place(round.planner, request, round.kits[at])));
        expect(won(results)).toBe(3);
        expect(await count(database.owner, PLACED_OF, [round.id, organisationId])).toBe(3);
      }
    },
    SLOW_MS,
  );

  test(
    'six planners publish one round at once, while others place its requests by hand: each request is placed once at most',
    async () => {
      const round = await makeRound(database, 2);
      const requests: Request[] = [];
      for (const at of range(6))
        requests.push(
          await round.submit(await round.someone(), { earliestDay: dayAhead(7 * (at % 3)), latestDay: dayAhead(7 * (at % 3)) }),
        );
      await round.close();
      await round.allocate();
      const { version } = await round.round();
      const planners = await Promise.all(range(6).map(() => round.anotherPlanner()));
      const [published, placed] = await Promise.all([
        Promise.all(planners.map((planner) => round.publish(planner, version))),
        Promise.all(requests.slice(0, 3).map((request) => round.place(round.planner, request, round.kits[0]))),
      ]);
      expect(won(published)).toBe(1);
      const reservations = `SELECT count(*)::int AS n FROM reservation r JOIN request q ON q.requester_id = r.requester_id WHERE q.id = ANY($1)`;
      const answered = `SELECT count(*)::int AS n FROM request WHERE id = ANY($1) AND state = 'PLACED'`;
      const ids = [requests.map(({ id }) => id)];
      expect(await count(database.owner, OVERLAPS, [round.kits.map(({ id }) => id)])).toBe(0);
      expect(await count(database.owner, reservations, ids)).toBe(await count(database.owner, answered, ids));
      const told = await round.placements();
      expect([...told.values()].filter(({ outcome }) => outcome === 'PLACED').length + won(placed)).toBe(
        await count(database.owner, answered, ids),
      );
    },
    SLOW_MS,
  );

  /** Two open transactions at READ COMMITTED. */
  async function withTwo(work: (a: QueryRunner, b: QueryRunner) => Promise<void>): Promise<void> {
    const runners = [database.app.createQueryRunner(), database.app.createQueryRunner()] as const;
    try {
      for (const runner of runners) await runner.startTransaction('READ COMMITTED');
      await work(...runners);
    } finally {
      for (const runner of runners) {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        await runner.release();
      }
    }
  }

  test('control: without locking the round, two placements under a cap of one both count none before them', async () => {
    const round = await makeRound(database, 2, { capPlacements: 1 });
    const { id: organisationId } = await round.organisation();
    const person = await round.someone(organisationId);
    const requests = [await round.submit(person), await round.submit(person)];
    await withTwo(async (a, b) => {
      for (const runner of [a, b]) expect(await count(runner, PLACED_OF, [round.id, organisationId])).toBe(0);
      for (const [at, runner] of [a, b].entries()) {
        await answer(runner, requests[at]!, round.id, round.kits[at]!.id, round.far.id);
        await runner.commitTransaction();
      }
    });
    expect(await count(database.owner, PLACED_OF, [round.id, organisationId])).toBe(2);
  });

  test('control: without the lock on the units and the constraint, two planners give one kit away twice', async () => {
    await database.owner.query('ALTER TABLE occupancy DROP CONSTRAINT occupancy_one_place_at_a_time');
    const asking = await makeAsking(database);
    const unitId = asking.kits[0]!.id;
    const requests = [await asking.submit(await asking.someone()), await asking.submit(await asking.someone())];
    const free = `SELECT count(*)::int AS n FROM occupancy WHERE unit_id = $1 AND active AND during && $2::tstzrange`;
    await withTwo(async (a, b) => {
      for (const runner of [a, b]) expect(await count(runner, free, [unitId, during(dayAhead(0))])).toBe(0);
      for (const [at, runner] of [a, b].entries()) {
        await answer(runner, requests[at]!, null, unitId, asking.far.id);
        await runner.commitTransaction();
      }
    });
    expect(await count(database.owner, OVERLAPS, [[unitId]])).toBe(1);
  });

  test('control: who only looked whether a round was published publishes it a second time', async () => {
    const round = await makeRound(database);
    await round.close();
    await round.allocate();
    const open = 'SELECT count(*)::int AS n FROM request_round WHERE id = $1 AND published_at IS NULL';
    const publish = (runner: QueryRunner) =>
      runner.query('UPDATE request_round SET published_at = now() WHERE id = $1', [round.id]) as Promise<[unknown, number]>;
    await withTwo(async (a, b) => {
      expect([await count(a, open, [round.id]), await count(b, open, [round.id])]).toEqual([1, 1]);
      const [, first] = await publish(a);
      await a.commitTransaction();
      const [, second] = await publish(b);
      expect([first, second]).toEqual([1, 1]);
    });
  });
});

/** What placing writes, without any of its guards. */
async function answer(runner: QueryRunner, request: Request, roundId: string | null, unitId: string, siteId: string) {
  const days = during(request.earliestDay);
  const [made] = (await runner.query(
    `INSERT INTO reservation (organisation_id, requester_id, site_id, first_day, last_day, during, state)
     VALUES ($1, $2, $3, $4, $4, $5, 'CONFIRMED') RETURNING id`,
    [request.organisationId, request.requesterId, siteId, request.earliestDay, days],
  )) as { id: string }[];
  await runner.query(
    `INSERT INTO occupancy (unit_id, kind, during, site_id, reservation_id, stay_state) VALUES ($1, 'STAY', $2, $3, $4, 'PLANNED')`,
    [unitId, days, siteId, made!.id],
  );
  await runner.query(`UPDATE request SET state = 'PLACED', reservation_id = $2, round_id = $3 WHERE id = $1`, [
    request.id,
    made!.id,
    roundId,
  ]);
}
