import { dayAhead, makeReservation } from '../../../test/place-factories.js';
import { Defect } from '../../equipment/care/defect.entity.js';
import { addDays, dayOf } from '@karavaan/domain';
import type { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Reservation } from '../reservation.entity.js';
import { affectedStays } from './affected.js';
import { type Care, codes, openCare } from './care.fixture.js';
import { handleDefect } from './handle-defect.js';
import { replanOptions } from './replan-options.js';
import { replanReservation } from './replan-reservation.js';
import { reportDefect } from './report-defect.js';

let care: Care;
beforeAll(async () => (care = await openCare()));
afterAll(() => care.database.drop());

type Severity = 'MINOR' | 'MAJOR' | 'BLOCKING';
const report = (unit: EquipmentUnit, severity: Severity, by = care.technician) =>
  care.run((tx) =>
    reportDefect(tx, by, { idempotencyKey: care.nextKey(), unitId: unit.id, description: 'De toorts lekt', severity }),
  );
const handle = async (id: string, fields: object) => {
  const defect = await care.manager.findOneByOrFail(Defect, { id });
  const { version, status, severity } = defect;
  return care.run((tx) => handleDefect(tx, care.planner, { id, version, status, severity, ...fields }));
};
const reservation = (id: unknown) => care.manager.findOneByOrFail(Reservation, { id: id as string });

test('a blocking defect keeps the unit from being booked until it is solved, or until the day it is back', async () => {
  const unit = await care.unit();
  expect(codes(await report(unit, 'MAJOR'))).toBe('done');
  expect(codes(await care.reserve([unit], 0))).toBe('done');
  const id = (await report(unit, 'BLOCKING')) as string;
  expect(codes(await care.reserve([unit], 7))).toEqual(['UNIT_DEFECT']);
  await handle(id, { status: 'IN_REPAIR', expectedBackOn: dayAhead(4) });
  expect(codes(await care.reserve([unit], 4))).toEqual(['UNIT_DEFECT']);
  expect(codes(await care.reserve([unit], 7))).toBe('done');
  await handle(id, { status: 'SOLVED' });
  expect(codes(await care.reserve([unit], 4))).toBe('done');
  expect(codes(await handle(id, { status: 'IN_REPAIR' }))).toEqual(['STATE_CHANGED']);
});

test('whoever has the unit may report it, nobody else; the planners are told, of a blocking one with what waits for them', async () => {
  const unit = await care.unit();
  expect(codes(await report(unit, 'MINOR', care.coordinator))).toEqual(['NOT_ALLOWED']);
  const { organisationId } = care.person;
  const loan = await makeReservation(
    care.manager,
    { units: [unit], site: care.home, firstDay: dayOf(Date.now()) },
    { state: 'CONFIRMED', organisationId },
  );
  await care.reserve([unit], 0);
  const id = (await report(unit, 'BLOCKING', care.coordinator)) as string;
  expect(await care.manager.findOneByOrFail(Defect, { id })).toMatchObject({ reservationId: loan.id, status: 'REPORTED' });
  const [mail] = await care.rows<{ subject: string; text: string }>(
    `SELECT subject, body_text AS text FROM mail WHERE template = 'defectBlocks' AND body_text LIKE $1`,
    [`%${unit.code}%`],
  );
  expect(mail!.subject).toContain(unit.code);
  expect(mail!.text).toContain('De toorts lekt');
});

test('the host of fixed equipment reports it without a loan', async () => {
  const model = await care.model({ mobility: 'FIXED' });
  const unit = await care.unit(model);
  const host = await care.by('COORDINATOR', { organisationId: care.home.organisationId });
  expect(codes(await report(unit, 'MINOR', host))).toBe('done');
});

test('for each booking in its way an equal unit on the same dates comes first, other dates otherwise; applied by the same guard', async () => {
  const model = await care.model();
  const [broken, spare] = [await care.unit(model), await care.unit(model)];
  const first = await care.reserve([broken], 0, 1);
  const second = await care.reserve([broken], 2);
  await care.reserve([spare], 2);
  await report(broken, 'BLOCKING');
  const items = await replanOptions(care.manager, care.settings, broken.id);
  expect(
    items.map((item) => [item.reservation.id, item.options[0]?.kind, item.options[0]?.unitId, item.options[0]?.firstDay]),
  ).toEqual([
    [first, 'EQUAL_UNIT', spare.id, dayAhead(0)],
    [second, 'OTHER_DATES', spare.id, dayAhead(3)],
  ]);
  for (const { reservation: each, options, affected } of items) {
    const [{ unitId: toUnitId, firstDay, lastDay }] = options as [(typeof options)[0]];
    const input = { idempotencyKey: care.nextKey(), reservationId: each.id, version: each.version, fromUnitId: affected.unitId };
    const done = await care.run((tx) => replanReservation(tx, care.planner, { ...input, toUnitId, firstDay, lastDay }));
    expect(codes(done)).toBe('done');
  }
  expect(await affectedStays(care.manager, { unitIds: [broken.id] })).toEqual([]);
  expect(await reservation(first)).toMatchObject({ firstDay: dayAhead(0), version: 2, state: 'SUBMITTED' });
  expect(await reservation(second)).toMatchObject({ firstDay: dayAhead(3), lastDay: dayAhead(3) });
  const told = await care.rows<{ text: string }>(
    `SELECT body_text AS text FROM mail WHERE template = 'changed' AND body_text LIKE $1`,
    [`%${broken.code}%`],
  );
  expect(told).toHaveLength(2);
  expect(told.every(({ text }) => text.includes(spare.code))).toBe(true);
});

test('what another took meanwhile is refused, and what has begun is not planned anew', async () => {
  const model = await care.model();
  const [broken, spare] = [await care.unit(model), await care.unit(model)];
  const id = (await care.reserve([broken], 0)) as string;
  const today = dayOf(Date.now());
  const loan = await makeReservation(care.manager, {
    units: [broken],
    site: care.home,
    firstDay: today,
    lastDay: addDays(today, 1),
  });
  await report(broken, 'BLOCKING');
  const items = await replanOptions(care.manager, care.settings, broken.id);
  expect(items.map((item) => [item.reservation.id, item.underway, item.options.length > 0])).toEqual([
    [loan.id, true, false],
    [id, false, true],
  ]);
  await care.reserve([spare], 0);
  const input = {
    reservationId: id,
    version: 1,
    fromUnitId: broken.id,
    toUnitId: spare.id,
    firstDay: dayAhead(0),
    lastDay: dayAhead(0),
  };
  const again = (fields: object = {}) =>
    care.run((tx) => replanReservation(tx, care.planner, { idempotencyKey: care.nextKey(), ...input, ...fields }));
  expect(codes(await again())).toEqual(['UNIT_TAKEN']);
  expect(codes(await again({ toUnitId: broken.id }))).toEqual(['UNIT_DEFECT']);
  expect(codes(await again({ toUnitId: (await care.unit()).id }))).toEqual(['INVALID_INPUT']);
  expect(codes(await again({ version: 2 }))).toEqual(['STATE_CHANGED']);
  expect(await reservation(id)).toMatchObject({ firstDay: dayAhead(0), version: 1 });
  const rogue = await care.run((tx) => replanReservation(tx, care.coordinator, { idempotencyKey: care.nextKey(), ...input }));
  expect(codes(rogue)).toEqual(['NOT_ALLOWED']);
});
