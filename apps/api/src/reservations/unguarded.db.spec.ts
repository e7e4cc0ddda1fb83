import type { QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { dayAhead, during, makeReservation } from '../../test/place-factories.js';
import { constraintOf } from '../database/constraint-refusals.js';
import type { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import { expireHolds } from '../placement/expire-holds.js';
import type { Site } from '../sites/site.entity.js';
import { type Asks, count, makeWorld, OVERLAPS, type RaceWorld, TELEPORTS } from './races.fixture.js';

const MONDAY = dayAhead(0);

describe('without its guard each of these goes wrong:', () => {
  let database: TestDatabase;
  let world: RaceWorld;
  beforeEach(async () => {
    database = await createTestDatabase();
    world = await makeWorld(database.app.manager);
  });
  afterEach(() => database.drop());

  const dropOverlapGuard = () => database.owner.query('ALTER TABLE occupancy DROP CONSTRAINT occupancy_one_place_at_a_time');
  /** The triggers on defects and inspections lock the unit row too, so they would put two writes in order by themselves. */
  const dropOtherLocks = () =>
    database.owner.query('DROP TRIGGER occupancy_unit_defect ON occupancy; DROP TRIGGER occupancy_inspection_valid ON occupancy');
  const dropTeleportGuard = async () => {
    await database.owner.query('DROP TRIGGER occupancy_no_teleport ON occupancy');
    await dropOtherLocks();
  };

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
    await dropOtherLocks();
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
