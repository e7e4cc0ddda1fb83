import type { EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { inTransaction } from '../../database/transaction.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { createReservation } from '../../reservations/create-reservation.js';
import type { Request } from '../../reservations/requests/request.entity.js';
import { makePlanning, SLOW_MS } from './planning.fixture.js';

type Planning = Awaited<ReturnType<typeof makePlanning>>;
const codes = (result: unknown) => (result instanceof Refusal ? result.reasons.map(({ code }) => code) : 'DONE');

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterEach(() => database.owner.query(`UPDATE request SET state = 'WITHDRAWN' WHERE state = 'OPEN'`));
afterAll(() => database.drop());

const staysOf = async ({ kits }: Planning) =>
  (
    await database.owner.query<object[]>(`SELECT 1 FROM occupancy WHERE unit_id = ANY($1::uuid[]) AND active AND kind = 'STAY'`, [
      kits.map(({ id }) => id),
    ])
  ).length;

/** Whoever waits for a lock of ours, once somebody does. */
async function waitingFor(holder: EntityManager): Promise<number> {
  const [own] = await holder.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
  for (;;) {
    // Not in the holder's transaction, which would see the same activity for ever.
    const [row] = await database.app.query<{ pid: number }[]>(
      'SELECT pid FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid)) LIMIT 1',
      [own!.pid],
    );
    if (row) return row.pid;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test(
  'an acceptance that dies half-way leaves nothing, and the same call made again does it all',
  async () => {
    const planning = await makePlanning(database, 2);
    const by = await planning.someone();
    const wishes = [await planning.submit(by), await planning.submit(by)];
    const { proposal, items, id } = await planning.plan();
    const all = items.map((item) => item.id);
    expect(all).toHaveLength(2);
    const key = planning.key();
    let dying: Promise<unknown> = Promise.resolve();
    // The second part waits for a row that somebody else holds; there its connection is cut, after the first part was written.
    await inTransaction(database.app, async (tx) => {
      await tx.query('SELECT 1 FROM request WHERE id = $1 FOR UPDATE', [items[1]!.requestId]);
      dying = planning.accept(proposal.id, all, planning.planner, key).then(
        () => 'DONE',
        () => 'DIED',
      );
      const pid = await waitingFor(tx);
      await database.app.query('SELECT pg_terminate_backend($1)', [pid]);
    });
    expect(await dying).toBe('DIED');
    expect(await staysOf(planning)).toBe(0);
    expect((await planning.items(id)).map(({ state }) => state)).toEqual(['OPEN', 'OPEN']);
    expect(codes(await planning.accept(proposal.id, all, planning.planner, key))).toBe('DONE');
    expect(await staysOf(planning)).toBe(2);
    for (const wish of wishes) expect((await planning.again(wish)).state).toBe('PLACED');
  },
  SLOW_MS,
);

test(
  'one request on two kits in two proposals is placed once',
  async () => {
    const planning = await makePlanning(database, 2);
    await planning.submit(await planning.someone());
    const one = await planning.plan();
    const two = await planning.plan();
    const other = planning.kits.find(({ id }) => id !== two.items[0]!.unitId)!;
    await database.owner.query('UPDATE proposal_item SET unit_id = $2 WHERE id = $1', [one.items[0]!.id, other.id]);
    const results = await Promise.all([
      planning.accept(one.proposal.id, [one.items[0]!.id]),
      planning.accept(two.proposal.id, [two.items[0]!.id], await planning.anotherPlanner()),
    ]);
    expect(results.flatMap(codes).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['DONE', 'STATE_CHANGED']);
    expect(await staysOf(planning)).toBe(1);
  },
  SLOW_MS,
);

test(
  'control: without the lock and the version both would be placed',
  async () => {
    const planning = await makePlanning(database, 2);
    const request = await planning.submit(await planning.someone());
    const gate = Promise.withResolvers<void>();
    let arrived = 0;
    const unguarded = (unitId: string) =>
      inTransaction(database.app, async (tx) => {
        const [seen] = await tx.query<{ state: string }[]>('SELECT state FROM request WHERE id = $1', [request.id]);
        if (++arrived === 2) gate.resolve();
        await gate.promise;
        if (seen!.state === 'OPEN') await place(tx, planning, request, unitId);
      });
    await Promise.all(planning.kits.map(({ id }) => unguarded(id)));
    expect(await staysOf(planning)).toBe(2);
  },
  SLOW_MS,
);

async function place(tx: EntityManager, planning: Planning, request: Request, unitId: string): Promise<void> {
  const { siteId, organisationId, requesterId, earliestDay } = request;
  const wish = { unitIds: [unitId], siteId, firstDay: earliestDay, lastDay: earliestDay, organisationId, details: {} };
  await createReservation(tx, planning.planner, wish, { state: 'SUBMITTED', action: 'reservation.submit', requesterId });
}
