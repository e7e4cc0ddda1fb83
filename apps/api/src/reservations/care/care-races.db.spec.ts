import { addDays, addMonths, dayOf } from '@karavaan/domain';
import type { QueryRunner } from 'typeorm';
import { dayAhead, during } from '../../../test/place-factories.js';
import { constraintOf } from '../../database/constraint-refusals.js';
import type { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import type { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Reservation } from '../reservation.entity.js';
import { affectedStays } from './affected.js';
import { type Care, codes, openCare } from './care.fixture.js';
import { recordInspection } from './record-inspection.js';
import { replanReservation } from './replan-reservation.js';
import { reportDefect } from './report-defect.js';
import { makePlan } from './save-plan.js';

const SLOW_MS = 60_000;
const today = dayOf(Date.now());
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

let care: Care;
let model: EquipmentModel;
let planId: string;
beforeAll(async () => {
  care = await openCare();
  model = await care.model();
  const plan = {
    idempotencyKey: care.nextKey(),
    modelId: model.id,
    name: 'Keuring',
    intervalMonths: 3,
    blocks: true,
    external: true,
  };
  planId = (await care.run((tx) => makePlan(tx, care.planner, plan))) as string;
}, SLOW_MS);
afterAll(() => care.database.drop());

const breaks = (unit: EquipmentUnit) =>
  care.run((tx) =>
    reportDefect(tx, care.technician, {
      idempotencyKey: care.nextKey(),
      unitId: unit.id,
      description: 'Stuk',
      severity: 'BLOCKING',
    }),
  );
const fails = (unit: EquipmentUnit) =>
  care.run((tx) =>
    recordInspection(tx, care.technician, {
      idempotencyKey: care.nextKey(),
      planId,
      unitId: unit.id,
      doneOn: today,
      result: 'FAILED',
    }),
  );
/** Stays that the unit may not serve, as its own row says; nothing here knows how the program asks. */
const unfit = (unitId: string) =>
  care.rows<{ id: string }>(
    `SELECT o.reservation_id AS id FROM occupancy o JOIN equipment_unit u ON u.id = o.unit_id
      WHERE o.unit_id = $1 AND o.kind = 'STAY' AND o.active AND (u.blocked_by_defect OR u.inspection_valid_to < (now() AT TIME ZONE 'Europe/Brussels')::date)`,
    [unitId],
  );

describe.each([
  ['a blocking defect is reported', breaks, 'UNIT_DEFECT'],
  ['an inspection fails', fails, 'INSPECTION_EXPIRED'],
] as const)('while %s', (_, becomesUnfit, code) => {
  test(
    'who books was first and is told of, or is refused: nobody is both booked and forgotten',
    async () => {
      let booked = 0;
      let refused = 0;
      // The moment is moved on from round to round until both have happened.
      for (let round = 0; round < 60 && (round < 8 || !booked || !refused); round++) {
        const unit = await care.unit(model);
        const moment = new Promise((resolve) => setTimeout(resolve, (round % 10) * 6));
        const [, ...ends] = await Promise.all([
          moment.then(() => becomesUnfit(unit)),
          ...range(4).map((at) => care.reserve([unit], at)),
        ]);
        const outcome = ends.map((end) => codes(end));
        for (const each of outcome) if (each !== 'done') expect(each).toEqual([code]);
        const made = outcome.filter((each) => each === 'done').length;
        booked += made;
        refused += outcome.length - made;
        const known = await affectedStays(care.manager, { unitIds: [unit.id] });
        expect(known.map((stay) => stay.reservationId).sort()).toEqual((await unfit(unit.id)).map(({ id }) => id).sort());
        expect(known).toHaveLength(made);
        // After it, nobody gets the unit.
        expect(codes(await care.reserve([unit], 8))).toEqual([code]);
      }
      // Both happen, else the moment was never right.
      expect([booked > 0, refused > 0]).toEqual([true, true]);
    },
    SLOW_MS,
  );
});

test(
  'two planners who re-plan one reservation: one does, with one mail and one trace',
  async () => {
    for (const round of range(6)) {
      const units = [await care.unit(model), await care.unit(model), await care.unit(model)] as const;
      const id = (await care.reserve([units[0]], 0)) as string;
      await breaks(units[0]);
      const planners = await Promise.all(range(4).map(() => care.by('PLANNER')));
      const ends = await Promise.all(
        planners.map((planner, at) =>
          care.run((tx) =>
            replanReservation(tx, planner, {
              idempotencyKey: care.nextKey(),
              reservationId: id,
              version: 1,
              fromUnitId: units[0].id,
              toUnitId: units[1 + ((at + round) % 2)]!.id,
              firstDay: dayAhead(0),
              lastDay: dayAhead(0),
            }),
          ),
        ),
      );
      const outcome = ends.map((end) => codes(end));
      expect(outcome.filter((each) => each === 'done')).toHaveLength(1);
      for (const each of outcome) if (each !== 'done') expect(each).toEqual(['STATE_CHANGED']);
      const [stays] = await care.rows<{ n: number; mails: number; traces: number }>(
        `SELECT (SELECT count(*)::int FROM occupancy WHERE reservation_id = $1::uuid AND active AND kind = 'STAY') AS n,
                (SELECT count(*)::int FROM mail WHERE template = 'changed' AND body_text LIKE '%' || $1::text || '%') AS mails,
                (SELECT count(*)::int FROM audit_entry WHERE entity_id = $1::text AND action = 'reservation.replan') AS traces`,
        [id],
      );
      expect(stays).toEqual({ n: 1, mails: 1, traces: 1 });
    }
  },
  SLOW_MS,
);

test(
  'two reservations re-planned to one equal unit at the same moment: one gets it',
  async () => {
    const [broken, spare] = [await care.unit(model), await care.unit(model)];
    const other = await care.unit(model);
    const ids = [await care.reserve([broken], 0), await care.reserve([other], 0)] as string[];
    const ends = await Promise.all(
      [broken, other].map((from, at) =>
        care.run((tx) =>
          replanReservation(tx, care.planner, {
            idempotencyKey: care.nextKey(),
            reservationId: ids[at]!,
            version: 1,
            fromUnitId: from.id,
            toUnitId: spare.id,
            firstDay: dayAhead(0),
            lastDay: dayAhead(0),
          }),
        ),
      ),
    );
    expect(ends.map((end) => String(codes(end))).sort()).toEqual(['UNIT_TAKEN', 'done']);
    expect(await care.manager.countBy(Reservation, { version: 2 })).toBeGreaterThan(0);
  },
  SLOW_MS,
);

describe('without the guard each of these goes wrong:', () => {
  let bare: Care;
  beforeEach(async () => (bare = await openCare()), SLOW_MS);
  afterEach(() => bare.database.drop());

  async function withTwo(work: (a: QueryRunner, b: QueryRunner) => Promise<void>): Promise<void> {
    const runners = [bare.database.app.createQueryRunner(), bare.database.app.createQueryRunner()] as const;
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
  const looks = async (runner: QueryRunner, unit: EquipmentUnit) => {
    const sql = 'SELECT blocked_by_defect AS broken, inspection_valid_to::text AS until FROM equipment_unit WHERE id = $1';
    const [row] = (await runner.query(sql, [unit.id])) as [{ broken: boolean; until: string | null }];
    return row;
  };
  const books = (runner: QueryRunner, unit: EquipmentUnit) =>
    runner.query(`INSERT INTO occupancy (unit_id, kind, during, site_id, stay_state) VALUES ($1, 'STAY', $2, $3, 'PLANNED')`, [
      unit.id,
      during(dayAhead(0)),
      bare.home.id,
    ]);
  const GUARDS = ['occupancy_unit_defect', 'occupancy_inspection_valid', 'occupancy_no_teleport'];
  const dropGuards = () => bare.database.owner.query(GUARDS.map((name) => `DROP TRIGGER ${name} ON occupancy`).join('; '));
  const becomes = {
    defect: 'UPDATE equipment_unit SET blocked_by_defect = true WHERE id = $1',
    inspection: `UPDATE equipment_unit SET inspection_valid_to = '${addDays(addMonths(today, 0), -1)}' WHERE id = $1`,
  } as const;
  const stays = async (unit: EquipmentUnit) =>
    (await bare.rows(`SELECT 1 FROM occupancy WHERE unit_id = $1 AND active`, [unit.id])).length;

  test.each(['defect', 'inspection'] as const)(
    'who only looked before booking gets a unit whose %s came meanwhile',
    async (what) => {
      await dropGuards();
      const unit = await bare.unit();
      await withTwo(async (a, b) => {
        expect(await looks(a, unit)).toEqual({ broken: false, until: null });
        await b.query(becomes[what], [unit.id]);
        await b.commitTransaction();
        await books(a, unit);
        await a.commitTransaction();
      });
      expect(await stays(unit)).toBe(1);
    },
  );

  test.each([
    ['defect', 'occupancy_unit_defect'],
    ['inspection', 'occupancy_inspection_valid'],
  ] as const)('the trigger alone waits for the %s that is being written, and refuses', async (what, constraint) => {
    const unit = await bare.unit();
    await withTwo(async (a, b) => {
      expect(await looks(a, unit)).toEqual({ broken: false, until: null });
      await b.query(becomes[what], [unit.id]);
      let waits = true;
      const late = books(a, unit).finally(() => (waits = false));
      const refused = late.catch(constraintOf);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(waits).toBe(true);
      await b.commitTransaction();
      expect(await refused).toBe(constraint);
    });
    expect(await stays(unit)).toBe(0);
  });

  test('a re-planning that only looked at the version is done twice', async () => {
    const unit = await bare.unit();
    const id = (await bare.reserve([unit], 0)) as string;
    const sees = (runner: QueryRunner) => runner.query('SELECT version FROM reservation WHERE id = $1', [id]);
    const writes = async (runner: QueryRunner) =>
      (
        (await runner.query('UPDATE reservation SET version = version + 1 WHERE id = $1 RETURNING id', [id])) as [
          unknown[],
          number,
        ]
      )[1];
    await withTwo(async (a, b) => {
      expect([await sees(a), await sees(b)]).toEqual([[{ version: 1 }], [{ version: 1 }]]);
      const first = await writes(a);
      await a.commitTransaction();
      const second = await writes(b);
      await b.commitTransaction();
      expect([first, second]).toEqual([1, 1]);
    });
  });
});
