import type { AddressInfo } from 'node:net';
import type { EntityManager, QueryRunner } from 'typeorm';
import { startTestApp, type TestApp } from '../../test/app.js';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { makePerson } from '../../test/factories.js';
import { dayAhead, during, makeModel, makeReservation, makeSite, makeTravel, makeUnit } from '../../test/place-factories.js';
import { createApp } from '../create-app.js';
import { connect } from '../database/connect.js';
import { constraintOf } from '../database/constraint-refusals.js';
import { inTransaction } from '../database/transaction.js';
import type { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import { expireHolds } from '../placement/expire-holds.js';
import { readSettings } from '../platform/settings.js';
import type { Site } from '../sites/site.entity.js';

const SLOW_MS = 60_000;
const MONDAY = dayAhead(0);
const TUESDAY = dayAhead(1);

const RESULT = `{ __typename ... on Reservation { id version state } ... on Refusal { reasons { code } } }`;
const RESERVE = `mutation ($input: ReserveInput!) { result: reserveKit(input: $input) ${RESULT} }`;
const HOLD = `mutation ($input: HoldInput!) { result: holdKit(input: $input) ${RESULT} }`;
const SUBMIT = `mutation ($id: ID!, $version: Int!) { result: submitReservation(id: $id, version: $version, details: {}) ${RESULT} }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) { result: confirmReservation(id: $id, version: $version) ${RESULT} }`;
const REJECT = `mutation ($id: ID!, $version: Int!) { result: rejectReservation(id: $id, version: $version, reason: "No room") ${RESULT} }`;

interface Result {
  __typename: 'Reservation' | 'Refusal';
  id: string;
  version: number;
  state: string;
  reasons: { code: string }[];
}

/** Two stays of a unit that overlap; nothing here knows how the program checks. */
const OVERLAPS = `SELECT count(*)::int AS n FROM occupancy a JOIN occupancy b
  ON a.unit_id = b.unit_id AND a.id < b.id AND a.active AND b.active AND a.during && b.during WHERE a.unit_id = ANY($1)`;

/** Neighbouring stays at two sites with less between them than packing, driving and setting up take, or without any working day. */
const TELEPORTS = `SELECT count(*)::int AS n FROM (
    SELECT site_id, upper(during) AS leaves, lead(site_id) OVER next AS next_site, lead(lower(during)) OVER next AS arrives, unit_id
      FROM occupancy WHERE active AND kind = 'STAY' AND unit_id = ANY($1) WINDOW next AS (PARTITION BY unit_id ORDER BY lower(during))) s
  JOIN equipment_unit u ON u.id = s.unit_id JOIN equipment_model m ON m.id = u.model_id
  JOIN site_travel t ON t.from_site_id = s.site_id AND t.to_site_id = s.next_site
 WHERE arrives - leaves < make_interval(mins => m.pack_minutes + t.minutes + m.setup_minutes)
    OR NOT EXISTS (SELECT 1 FROM generate_series((leaves AT TIME ZONE 'Europe/Brussels')::date + 1,
                                                 (arrives AT TIME ZONE 'Europe/Brussels')::date - 1, '1 day') AS day
                    WHERE extract(isodow FROM day) < 6)`;

interface Asks {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

async function count(database: Asks, sql: string, parameters: unknown[]): Promise<number> {
  const [row] = (await database.query(sql, parameters)) as { n: number }[];
  return row!.n;
}

async function makeWorld(manager: EntityManager) {
  const home = await makeSite(manager);
  const far = await makeSite(manager);
  const farther = await makeSite(manager);
  await makeTravel(manager, home, far, 60);
  await makeTravel(manager, home, farther, 60);
  await makeTravel(manager, far, farther, 90);
  const model = await makeModel(manager);
  return { home, far, farther, unit: () => makeUnit(manager, model, home) };
}

const someKey = () => `key-${Math.random()}`;
const codes = (result: Result) => result.reasons.map((reason) => reason.code);
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('fifty clients at two running servers', () => {
  let first: TestApp;
  let second: { url: string; close: () => Promise<void> };
  let world: Awaited<ReturnType<typeof makeWorld>>;
  let cookies: string[];
  let planner: string;

  beforeAll(async () => {
    first = await startTestApp();
    const settings = readSettings({
      DATABASE_URL: first.database.appUrl,
      LOG_LEVEL: 'silent',
      PORT: '0',
      WEB_FOLDER: '/nonexistent',
    });
    const app = await createApp(settings, await connect(settings.databaseUrl, 'api', settings.databasePool));
    await app.listen(0, '127.0.0.1');
    second = {
      url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`,
      close: () => app.close(),
    };
    const { manager } = first.database.app;
    world = await makeWorld(manager);
    const people = await Promise.all(range(5).map(() => makePerson(manager)));
    cookies = await Promise.all(people.map((person) => first.signInAs(person)));
    planner = await first.signInAs(await makePerson(manager, { role: 'PLANNER' }));
  }, SLOW_MS);
  afterAll(async () => {
    await second.close();
    await first.close();
  });

  /** One operation at one of the servers in turn; what is no typed answer fails the test. */
  let turn = 0;
  async function ask(query: string, variables: object, cookie: string): Promise<Result> {
    const url = turn++ % 2 ? second.url : first.url;
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: { result: Result }; errors?: unknown };
    expect({ status: response.status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
    return body.data!.result;
  }
  const reserve = (units: EquipmentUnit[], site: Site, day: string, client: number, key = someKey()) =>
    ask(
      RESERVE,
      {
        input: {
          idempotencyKey: key,
          unitIds: units.map((unit) => unit.id),
          siteId: site.id,
          firstDay: day,
          lastDay: day,
          details: {},
        },
      },
      cookies[client % cookies.length]!,
    );
  const made = (results: Result[]) => results.filter((result) => result.__typename === 'Reservation');
  const query = (sql: string, parameters: unknown[]) => count(first.database.owner, sql, parameters);

  test(
    'for one slot: one reservation and 49 typed refusals',
    async () => {
      const unit = await world.unit();
      const results = await Promise.all(range(50).map((client) => reserve([unit], world.far, MONDAY, client)));
      expect(made(results)).toHaveLength(1);
      for (const result of results) if (result.__typename === 'Refusal') expect(codes(result)).toEqual(['UNIT_TAKEN']);
      expect(await query('SELECT count(*)::int AS n FROM occupancy WHERE unit_id = $1', [unit.id])).toBe(1);
    },
    SLOW_MS,
  );

  test(
    'for several units in any order: no fault, and all of them or none',
    async () => {
      const units = await Promise.all(range(5).map(world.unit));
      for (let round = 0; round < 3; round++) {
        const wishes = range(30).map((client) => {
          const some = [units[client % 5]!, units[(client * 2 + 1) % 5]!, units[(client * 3 + 2) % 5]!];
          return [...new Set(client % 2 ? some.reverse() : some)];
        });
        const day = dayAhead(round * 7);
        const results = await Promise.all(wishes.map((wish, client) => reserve(wish, world.far, day, client)));
        expect(made(results).length).toBeGreaterThan(0);
        for (const [client, result] of results.entries()) {
          if (result.__typename === 'Refusal') {
            expect(new Set(codes(result))).toEqual(new Set(['UNIT_TAKEN']));
            continue;
          }
          const stays = `SELECT count(*)::int AS n FROM occupancy WHERE reservation_id = $1 AND active`;
          expect(await query(stays, [result.id])).toBe(wishes[client]!.length);
        }
      }
      const ids = units.map((unit) => unit.id);
      expect(await query(OVERLAPS, [ids])).toBe(0);
      // Of what was refused nothing stays: every reservation that exists has its stays.
      const partial = `SELECT count(*)::int AS n FROM reservation r WHERE NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.reservation_id = r.id)`;
      expect(await query(partial, [])).toBe(0);
    },
    SLOW_MS,
  );

  test(
    'for neighbouring days at sites far apart: never a teleport',
    async () => {
      const units = await Promise.all(range(6).map(world.unit));
      for (const unit of units) {
        const results = await Promise.all(
          range(8).map((client) =>
            reserve([unit], client % 2 ? world.far : world.farther, client % 2 ? MONDAY : TUESDAY, client),
          ),
        );
        expect(made(results)).toHaveLength(1);
      }
      const ids = units.map((unit) => unit.id);
      expect(await query(TELEPORTS, [ids])).toBe(0);
      expect(await query(OVERLAPS, [ids])).toBe(0);
    },
    SLOW_MS,
  );

  test(
    'who decide on one reservation: one decides, with one mail and one trace',
    async () => {
      const unit = await world.unit();
      const { id, version } = await reserve([unit], world.far, MONDAY, 0);
      const results = await Promise.all(range(10).map((client) => ask(client % 2 ? CONFIRM : REJECT, { id, version }, planner)));
      expect(made(results)).toHaveLength(1);
      for (const result of results) if (result.__typename === 'Refusal') expect(codes(result)).toEqual(['STATE_CHANGED']);
      const decided = `SELECT count(*)::int AS n FROM audit_entry WHERE entity_id = $1 AND action IN ('reservation.confirm', 'reservation.reject')`;
      expect(await query(decided, [id])).toBe(1);
      const mails = `SELECT count(*)::int AS n FROM mail WHERE template IN ('confirmed', 'rejected') AND body_text LIKE '%' || $1 || '%'`;
      expect(await query(mails, [id])).toBe(1);
    },
    SLOW_MS,
  );

  test(
    'while a hold ends: it is submitted or somebody else has the time, never both',
    async () => {
      let submitted = 0;
      for (let round = 0; round < 16; round++) {
        const unit = await world.unit();
        const input = { idempotencyKey: someKey(), unitIds: [unit.id], siteId: world.far.id, firstDay: MONDAY, lastDay: MONDAY };
        const hold = await ask(HOLD, { input }, cookies[0]!);
        const left = [1, 10, 15, 20, 25, 30, 40, 5_000][round % 8]!;
        await first.database.owner.query(
          `WITH r AS (UPDATE reservation SET hold_expires_at = clock_timestamp() + make_interval(secs => $2) WHERE id = $1 RETURNING id, hold_expires_at)
         UPDATE occupancy SET expires_at = r.hold_expires_at FROM r WHERE reservation_id = r.id`,
          [hold.id, left / 1000],
        );
        const [submit, ...others] = await Promise.all([
          ask(SUBMIT, { id: hold.id, version: hold.version }, cookies[0]!),
          ...range(3).map((client) => reserve([unit], world.farther, MONDAY, client + 1)),
          inTransaction(first.database.app, (tx) => expireHolds(tx)),
        ]);
        const winners = made([submit!, ...others.filter((other) => typeof other !== 'number')]);
        expect(winners.length).toBeLessThanOrEqual(1);
        if (submit!.__typename === 'Reservation') submitted++;
        else expect(['HOLD_EXPIRED', 'STATE_CHANGED']).toContain(codes(submit!)[0]);
        const live = `SELECT count(*)::int AS n FROM occupancy WHERE unit_id = $1 AND active AND (expires_at IS NULL OR expires_at > now())`;
        expect(await query(live, [unit.id])).toBe(winners.length);
      }
      // Both happen, else the moment was never right.
      expect(submitted).toBeGreaterThan(0);
      expect(submitted).toBeLessThan(16);
    },
    SLOW_MS,
  );

  test(
    'with one idempotency key: one reservation, ten times the same answer',
    async () => {
      const unit = await world.unit();
      const key = someKey();
      const results = await Promise.all(range(10).map(() => reserve([unit], world.far, MONDAY, 0, key)));
      expect(made(results)).toHaveLength(10);
      expect(new Set(results.map((result) => result.id)).size).toBe(1);
      const reservations = `SELECT count(DISTINCT reservation_id)::int AS n FROM occupancy WHERE unit_id = $1`;
      expect(await query(reservations, [unit.id])).toBe(1);
    },
    SLOW_MS,
  );
});

describe('without its guard each of these goes wrong:', () => {
  let database: TestDatabase;
  let world: Awaited<ReturnType<typeof makeWorld>>;
  beforeEach(async () => {
    database = await createTestDatabase();
    world = await makeWorld(database.app.manager);
  });
  afterEach(() => database.drop());

  const dropOverlapGuard = () => database.owner.query('ALTER TABLE occupancy DROP CONSTRAINT occupancy_one_place_at_a_time');
  const dropTeleportGuard = () => database.owner.query('DROP TRIGGER occupancy_no_teleport ON occupancy');

  /** Two open transactions at READ COMMITTED. */
  async function withTwo(work: (a: QueryRunner, b: QueryRunner) => Promise<void>): Promise<void> {
    const runners = [database.app.createQueryRunner(), database.app.createQueryRunner()] as const;
    try {
      for (const runner of runners) await runner.startTransaction('READ COMMITTED');
      await work(...runners);
    } finally {
      for (const runner of runners) {
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        await runner.release();
      }
    }
  }
  const isFree = async (runner: QueryRunner, unit: EquipmentUnit, period: string) => {
    const sql = 'SELECT count(*)::int AS n FROM occupancy WHERE unit_id = $1 AND active AND during && $2::tstzrange';
    return (await count(runner, sql, [unit.id, period])) === 0;
  };
  const insertStay = (runner: Asks, unit: EquipmentUnit, site: Site, period: string) =>
    runner.query(`INSERT INTO occupancy (unit_id, kind, during, site_id, stay_state) VALUES ($1, 'STAY', $2, $3, 'PLANNED')`, [
      unit.id,
      period,
      site.id,
    ]);
  const morning = `[${MONDAY} 07:00+00,${MONDAY} 11:30+00)`;
  const afternoon = `[${MONDAY} 11:30+00,${MONDAY} 16:00+00)`;

  test('check, then insert, books twice', async () => {
    await dropOverlapGuard();
    const unit = await world.unit();
    await withTwo(async (a, b) => {
      expect(await isFree(a, unit, during(MONDAY))).toBe(true);
      expect(await isFree(b, unit, during(MONDAY))).toBe(true);
      await insertStay(a, unit, world.far, during(MONDAY));
      await a.commitTransaction();
      await insertStay(b, unit, world.far, during(MONDAY));
      await b.commitTransaction();
    });
    expect(await count(database.owner, OVERLAPS, [[unit.id]])).toBe(1);
  });

  test('the constraint alone keeps the same two apart', async () => {
    const unit = await world.unit();
    await withTwo(async (a, b) => {
      expect(await isFree(a, unit, during(MONDAY))).toBe(true);
      expect(await isFree(b, unit, during(MONDAY))).toBe(true);
      await insertStay(a, unit, world.far, during(MONDAY));
      const late = insertStay(b, unit, world.far, during(MONDAY));
      const refused = late.catch(constraintOf);
      await a.commitTransaction();
      expect(await refused).toBe('occupancy_one_place_at_a_time');
    });
    expect(await count(database.owner, OVERLAPS, [[unit.id]])).toBe(0);
  });

  test('a kit stands at two sites at once', async () => {
    await dropTeleportGuard();
    const unit = await world.unit();
    await withTwo(async (a, b) => {
      await insertStay(a, unit, world.far, morning);
      await insertStay(b, unit, world.farther, afternoon);
      await a.commitTransaction();
      await b.commitTransaction();
    });
    expect(await count(database.owner, TELEPORTS, [[unit.id]])).toBe(1);
  });

  test('the trigger makes the second neighbour wait for the first, and refuses it', async () => {
    const unit = await world.unit();
    await withTwo(async (a, b) => {
      await insertStay(a, unit, world.far, morning);
      let waits = true;
      const late = insertStay(b, unit, world.farther, afternoon).finally(() => (waits = false));
      const refused = late.catch(constraintOf);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(waits).toBe(true);
      await a.commitTransaction();
      expect(await refused).toBe('occupancy_no_teleport');
    });
    expect(await count(database.owner, TELEPORTS, [[unit.id]])).toBe(0);
  });

  test('without the lock of the trigger both neighbours commit, each blind for the other', async () => {
    const [{ definition }] = (await database.owner.query(
      `SELECT pg_get_functiondef('occupancy_no_teleport()'::regprocedure) AS definition`,
    )) as [{ definition: string }];
    const unlocked = definition.replace(/PERFORM 1 FROM equipment_unit[^;]*FOR NO KEY UPDATE;/, '');
    expect(unlocked).not.toBe(definition);
    await database.owner.query(unlocked);
    const unit = await world.unit();
    await withTwo(async (a, b) => {
      await insertStay(a, unit, world.far, morning);
      await insertStay(b, unit, world.farther, afternoon);
      await a.commitTransaction();
      await b.commitTransaction();
    });
    expect(await count(database.owner, TELEPORTS, [[unit.id]])).toBe(1);
    // One after the other it still refuses: it is the lock that was missing.
    const alone = await world.unit();
    await insertStay(database.app, alone, world.far, morning);
    await expect(insertStay(database.app, alone, world.farther, afternoon)).rejects.toThrow('two sites');
  });

  test('units locked in the order of the wish lock each other out', async () => {
    const [one, other] = [await world.unit(), await world.unit()];
    const lock = (runner: QueryRunner, unit: EquipmentUnit) =>
      runner.query('SELECT 1 FROM equipment_unit WHERE id = $1 FOR NO KEY UPDATE', [unit.id]);
    await withTwo(async (a, b) => {
      await lock(a, one);
      await lock(b, other);
      const ends = await Promise.allSettled([lock(a, other), lock(b, one)]);
      const faults = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as { driverError: { code: string } }] : []));
      expect(faults.map((fault) => fault.driverError.code)).toEqual(['40P01']);
    });
  });

  test('a decision that only looked before it wrote is made twice', async () => {
    const unit = await world.unit();
    const { id } = await makeReservation(database.app.manager, { units: [unit], site: world.far, firstDay: MONDAY });
    const looks = (runner: QueryRunner) => runner.query('SELECT state FROM reservation WHERE id = $1', [id]);
    const writes = (runner: QueryRunner, state: string) =>
      runner.query('UPDATE reservation SET state = $2 WHERE id = $1 RETURNING id', [id, state]) as Promise<[unknown[], number]>;
    await withTwo(async (a, b) => {
      expect([await looks(a), await looks(b)]).toEqual([[{ state: 'SUBMITTED' }], [{ state: 'SUBMITTED' }]]);
      const [, confirmed] = await writes(a, 'CONFIRMED');
      await a.commitTransaction();
      const [, rejected] = await writes(b, 'REJECTED');
      await b.commitTransaction();
      expect([confirmed, rejected]).toEqual([1, 1]);
    });
  });

  test('a hold that only looked at the clock is submitted over its successor', async () => {
    await dropOverlapGuard();
    const unit = await world.unit();
    const hold = await makeReservation(
      database.app.manager,
      { units: [unit], site: world.far, firstDay: MONDAY },
      { state: 'HELD', holdExpiresAt: new Date(Date.now() + 300) },
    );
    await withTwo(async (a, b) => {
      const live = 'SELECT count(*)::int AS n FROM reservation WHERE id = $1 AND hold_expires_at > clock_timestamp()';
      expect(await count(a, live, [hold.id])).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 400));
      await expireHolds(b.manager, [unit.id]);
      expect(await isFree(b, unit, during(MONDAY))).toBe(true);
      await insertStay(b, unit, world.far, during(MONDAY));
      await b.commitTransaction();
      await a.query(`UPDATE reservation SET state = 'SUBMITTED', hold_expires_at = NULL WHERE id = $1`, [hold.id]);
      await a.query('UPDATE occupancy SET active = true, expires_at = NULL WHERE reservation_id = $1', [hold.id]);
      await a.commitTransaction();
    });
    expect(await count(database.owner, OVERLAPS, [[unit.id]])).toBe(1);
  });
});
