import { addDays, addMonths, dayOf } from '@karavaan/domain';
import { dayAhead, makeReservation } from '../../../test/place-factories.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { unitPlans } from '../../equipment/care/unit-plans.js';
import { unblockUnit } from '../block-unit.js';
import { reportUse } from '../report-use.js';
import { affectedStays } from './affected.js';
import { type Care, codes, openCare } from './care.fixture.js';
import { planInspection } from './plan-inspection.js';
import { recordInspection } from './record-inspection.js';
import { remindInspections } from './remind-inspections.js';
import { changePlan, makePlan } from './save-plan.js';

let care: Care;
beforeAll(async () => (care = await openCare()));
afterAll(() => care.database.drop());

const today = dayOf(Date.now());
const LIFTING = { name: 'Keuring hefwerktuig', intervalMonths: 3, blocks: true, external: true, body: 'EDTC' };

async function lift(more: Partial<Parameters<typeof makePlan>[2]> = {}) {
  const model = await care.model();
  const unit = await care.unit(model);
  const input = { ...LIFTING, ...more, idempotencyKey: care.nextKey(), modelId: model.id };
  const planId = (await care.run((tx) => makePlan(tx, care.planner, input))) as string;
  const record = (doneOn: string, fields: object = {}) =>
    care.run((tx) =>
      recordInspection(tx, care.technician, {
        idempotencyKey: care.nextKey(),
        planId,
        unitId: unit.id,
        doneOn,
        result: 'PASSED',
        ...fields,
      }),
    );
  const now = () => care.manager.findOneByOrFail(EquipmentUnit, { id: unit.id });
  return { model, unit, planId, record, now };
}

test('what was found decides from then on what can be booked, and the refusal names the inspection and its date', async () => {
  const { unit, record, now } = await lift();
  // Nobody knows: it warns, it does not refuse.
  expect(codes(await care.reserve([unit], 0))).toBe('done');
  await record(addDays(addMonths(dayAhead(2), -3), 0));
  const until = (await now()).inspectionValidTo!;
  expect(until <= dayAhead(2)).toBe(true);
  const refused = await care.reserve([unit], 3);
  expect(refused).toMatchObject({
    reasons: [{ code: 'INSPECTION_EXPIRED', lastDay: until, name: { nl: 'Keuring hefwerktuig' }, overridable: false }],
  });
  await record(today);
  expect(codes(await care.reserve([unit], 3))).toBe('done');
});

test('an overdue one blocks new stays, and warns about those that there are', async () => {
  const { unit, record } = await lift();
  const existing = await care.reserve([unit], 0);
  await record(addMonths(today, -4));
  expect(codes(await care.reserve([unit], 3))).toEqual(['INSPECTION_EXPIRED']);
  expect(await affectedStays(care.manager, { unitIds: [unit.id] })).toMatchObject([
    { reservationId: existing, code: 'INSPECTION_EXPIRED' },
  ]);
  await record(today, { result: 'REMARKS' });
  expect(await affectedStays(care.manager, { unitIds: [unit.id] })).toEqual([]);
  // A failed one, too, whatever its date.
  await record(today, { result: 'FAILED', validTo: addMonths(today, 3) });
  expect(codes(await care.reserve([unit], 3))).toEqual(['INSPECTION_EXPIRED']);
});

test('a planned visit lets stays after it be booked, as far as it will be worth; without the visit no more', async () => {
  const { unit, planId, record } = await lift();
  await record(addMonths(dayAhead(0), -3));
  expect(codes(await care.reserve([unit], 4))).toEqual(['INSPECTION_EXPIRED']);
  const plan = (day: string) =>
    care.run((tx) => planInspection(tx, care.planner, { idempotencyKey: care.nextKey(), planId, unitId: unit.id, day }));
  const visit = (await plan(dayAhead(1))) as string;
  expect(codes(await care.reserve([unit], 1))).toContain('UNIT_TAKEN');
  const id = await care.reserve([unit], 4);
  expect(codes(id)).toBe('done');
  const [kept] = await care.rows<{ warnings: { code: string }[] }>('SELECT warnings FROM reservation WHERE id = $1', [id]);
  expect(kept!.warnings.map(({ code }) => code)).toContain('INSPECTION_PLANNED');
  expect(await affectedStays(care.manager, { unitIds: [unit.id] })).toEqual([]);
  await care.run((tx) => unblockUnit(tx, care.planner, visit));
  expect(codes(await care.reserve([unit], 7))).toEqual(['INSPECTION_EXPIRED']);
  expect(await affectedStays(care.manager, { unitIds: [unit.id] })).toMatchObject([{ reservationId: id }]);
});

test('too many hours of use end it without anybody recording it', async () => {
  const { unit, record } = await lift({ intervalMonths: null, intervalHours: 10 });
  await record(addDays(today, -20));
  expect(codes(await care.reserve([unit], 0))).toBe('done');
  const firstDay = addDays(today, -1);
  const loan = await makeReservation(care.manager, { units: [unit], site: care.home, firstDay }, { state: 'CONFIRMED' });
  await care.run((tx) => reportUse(tx, care.planner, { id: loan.id, version: 1, participants: 4, hoursUsed: 12 }));
  expect(codes(await care.reserve([unit], 3))).toEqual(['INSPECTION_EXPIRED']);
  const [plan] = await unitPlans(care.manager, [unit.id], today);
  expect(plan).toMatchObject({ hoursSince: 12, state: 'OVERDUE' });
});

test('maintenance is listed and does not block; an ended plan neither', async () => {
  const { unit, planId, record } = await lift();
  await record(addMonths(today, -4));
  const change = (fields: object, version: number) =>
    care.run((tx) => changePlan(tx, care.planner, { ...LIFTING, id: planId, version, active: true, ...fields }));
  expect(codes(await change({ blocks: false }, 1))).toBe('done');
  expect(codes(await change({ blocks: true }, 1))).toEqual(['STATE_CHANGED']);
  expect(await unitPlans(care.manager, [unit.id], today)).toMatchObject([{ state: 'OVERDUE', blocks: false }]);
});

test('what is due is told once to planners and technicians, and again when it is overdue', async () => {
  const { unit, record } = await lift();
  await record(addDays(addMonths(today, -3), 10));
  const mailed = () =>
    care.rows<{ n: number }>(`SELECT count(*)::int AS n FROM mail WHERE template = 'inspectionsDue' AND body_text LIKE $1`, [
      `%${unit.code}%`,
    ]);
  const remind = (day: string) => care.run((tx) => remindInspections(tx, 'https://karavaan.example', day));
  await Promise.all([remind(today), remind(today)]);
  expect(await mailed()).toEqual([{ n: 2 }]);
  await remind(addDays(today, 1));
  expect(await mailed()).toEqual([{ n: 2 }]);
  await remind(addDays(today, 15));
  expect(await mailed()).toEqual([{ n: 4 }]);
});

test('only for a plan that holds for the unit, by who looks after it', async () => {
  const { unit, planId } = await lift();
  const other = await care.unit();
  const input = { idempotencyKey: care.nextKey(), planId, unitId: other.id, doneOn: today, result: 'PASSED' as const };
  expect(codes(await care.run((tx) => recordInspection(tx, care.technician, input)))).toEqual(['NOT_FOUND']);
  const mine = { ...input, unitId: unit.id };
  expect(codes(await care.run((tx) => recordInspection(tx, care.coordinator, mine)))).toEqual(['NOT_ALLOWED']);
  const tomorrow = { ...mine, doneOn: addDays(today, 1) };
  expect(codes(await care.run((tx) => recordInspection(tx, care.technician, tomorrow)))).toEqual(['INVALID_INPUT']);
});
