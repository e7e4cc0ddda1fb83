import type { QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { during } from '../../../test/place-factories.js';
import { cancelReservation } from '../cancel-reservation.js';
import { count, OVERLAPS } from '../races.fixture.js';
import { offerToLines } from './offer-to-line.js';
import { makeLine } from './waiting.fixture.js';

const range = (length: number) => Array.from({ length }, (_, at) => at);
const SLOW_MS = 60_000;

/** Live holds and reservations of some units, and the entries with more than one of them. */
const LIVE = `SELECT count(*)::int AS n FROM occupancy WHERE active AND kind = 'STAY' AND unit_id = ANY($1)`;

describe('two offers for one freed time', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await createTestDatabase({ poolSize: 40 })));
  afterEach(() => database.drop());

  test(
    'six workers and twelve bookers at once, five times: what comes free has one owner, and the line keeps its order',
    async () => {
      for (let round = 0; round < 5; round++) {
        const line = await makeLine(database, 2);
        const units = line.kits.map(({ id }) => id);
        const owner = await line.someone();
        const taken = [
          await line.reserve(owner, line.days(), line.kits[0]),
          await line.reserve(owner, line.days(), line.kits[1]),
        ];
        const entries = [];
        for (const _ of range(3)) entries.push(await line.join(await line.someone()));
        const people = await Promise.all(range(12).map(() => line.someone()));
        const cancel = (at: number) => line.run((tx) => cancelReservation(tx, owner, taken[at]!));
        const bookings = await Promise.all([
          cancel(0),
          cancel(1),
          ...range(6).map(() => offerToLines(database.app, line.settings)),
          ...people.map((person, at) => line.reserve(person, line.days(), line.kits[at % 2]).catch(() => null)),
        ]);
        await offerToLines(database.app, line.settings);
        const booked = bookings.slice(8).filter(Boolean).length;
        const states = await Promise.all(entries.map(line.stateOf));
        const offers = states.filter((state) => state === 'OFFERED').length;
        expect(await count(database.owner, OVERLAPS, [units])).toBe(0);
        expect(booked + offers).toBe(2);
        expect(await count(database.owner, LIVE, [units])).toBe(2);
        expect(states).toEqual(range(3).map((at) => (at < offers ? 'OFFERED' : 'WAITING')));
      }
    },
    SLOW_MS,
  );

  test('control: without locking the units and the line, two looks hold two kits for one wish, and the first hold is nobody’s', async () => {
    const line = await makeLine(database, 2);
    const person = await line.someone();
    const entry = await line.join(person);
    const runners = [database.app.createQueryRunner(), database.app.createQueryRunner()] as const;
    const look = async (runner: QueryRunner, unitId: string) => {
      const waits = `SELECT count(*)::int AS n FROM waiting_entry WHERE id = $1 AND state = 'WAITING'`;
      expect(await count(runner, waits, [entry])).toBe(1);
      return unitId;
    };
    const hold = async (runner: QueryRunner, unitId: string) => {
      const { firstDay, lastDay } = line.days();
      const [made] = (await runner.query(
        `INSERT INTO reservation (organisation_id, requester_id, site_id, first_day, last_day, during, state, hold_expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'HELD', now() + interval '24 hours') RETURNING id`,
        [person.actor.organisationId, person.actor.personId, line.far.id, firstDay, lastDay, during(firstDay, lastDay)],
      )) as { id: string }[];
      await runner.query(
        `INSERT INTO occupancy (unit_id, kind, during, site_id, reservation_id, stay_state) VALUES ($1, 'STAY', $2, $3, $4, 'PLANNED')`,
        [unitId, during(firstDay, lastDay), line.far.id, made!.id],
      );
      await runner.query(`UPDATE waiting_entry SET state = 'OFFERED', reservation_id = $2 WHERE id = $1`, [entry, made!.id]);
    };
    try {
      for (const runner of runners) await runner.startTransaction('READ COMMITTED');
      const [a, b] = [await look(runners[0], line.kits[0]!.id), await look(runners[1], line.kits[1]!.id)];
      await hold(runners[0], a);
      await runners[0].commitTransaction();
      await hold(runners[1], b);
      await runners[1].commitTransaction();
    } finally {
      for (const runner of runners) await runner.release();
    }
    const held = `SELECT count(*)::int AS n FROM reservation WHERE requester_id = $1 AND state = 'HELD'`;
    expect(await count(database.owner, held, [person.actor.personId])).toBe(2);
  });

  test('control: without the exclusion constraint too, two looks hold one kit for two wishes', async () => {
    await database.owner.query('ALTER TABLE occupancy DROP CONSTRAINT occupancy_one_place_at_a_time');
    const line = await makeLine(database);
    const period = during(line.days().firstDay);
    const runners = [database.app.createQueryRunner(), database.app.createQueryRunner()] as const;
    const free = `SELECT count(*)::int AS n FROM occupancy WHERE unit_id = $1 AND active AND during && $2::tstzrange`;
    const stay = `INSERT INTO occupancy (unit_id, kind, during, site_id, stay_state) VALUES ($1, 'STAY', $2, $3, 'PLANNED')`;
    const unitId = line.kits[0]!.id;
    try {
      for (const runner of runners) {
        await runner.startTransaction('READ COMMITTED');
        expect(await count(runner, free, [unitId, period])).toBe(0);
      }
      for (const runner of runners) {
        await runner.query(stay, [unitId, period, line.far.id]);
        await runner.commitTransaction();
      }
    } finally {
      for (const runner of runners) await runner.release();
    }
    expect(await count(database.owner, OVERLAPS, [[unitId]])).toBe(1);
  });
});
