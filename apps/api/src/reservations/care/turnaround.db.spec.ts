import { dayAhead } from '../../../test/place-factories.js';
import { unitCalendar } from '../../placement/unit-times.js';
import { searchAvailability } from '../../placement/search.js';
import { cancelReservation } from '../cancel-reservation.js';
import { type Care, codes, openCare } from './care.fixture.js';
import { setTurnaround } from './set-turnaround.js';

let care: Care;
beforeAll(async () => (care = await openCare()));
afterAll(() => care.database.drop());

const CLEAN = { phase: 'AFTER', kind: 'CLEAN', unit: 'DAY', amount: 1 } as const;
const CHARGE = { phase: 'BEFORE', kind: 'CHARGE', unit: 'HOUR', amount: 4 } as const;
const turnaroundOf = (unitId: string) =>
  care.rows<{ from: string; until: string }>(
    `SELECT to_char(lower(during) AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD HH24:MI') AS "from",
            to_char(upper(during) AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD HH24:MI') AS until
       FROM occupancy WHERE unit_id = $1 AND kind = 'TURNAROUND' AND active ORDER BY lower(during)`,
    [unitId],
  );

test('each loan takes the time before and after it, which nobody else gets, and which goes with it', async () => {
  const model = await care.model();
  const unit = await care.unit(model);
  await care.run((tx) => setTurnaround(tx, care.planner, { modelId: model.id, steps: [CLEAN, CHARGE] }));
  const id = await care.reserve([unit], 1);
  expect(codes(id)).toBe('done');
  // The van's hours are 07:30 to 17:30: 4 hours before Tuesday 08:00 begin on Monday at 14:00.
  expect(await turnaroundOf(unit.id)).toEqual([
    { from: `${dayAhead(0)} 14:00`, until: `${dayAhead(1)} 08:00` },
    { from: `${dayAhead(1)} 17:00`, until: `${dayAhead(2)} 17:30` },
  ]);
  expect(codes(await care.reserve([unit], 2))).toContain('TURNAROUND');
  expect(codes(await care.reserve([unit], 0))).toContain('TURNAROUND');
  // A loan of Friday: charged from Thursday at noon, after Wednesday's cleaning.
  expect(codes(await care.reserve([unit], 4))).toBe('done');

  await care.run((tx) => cancelReservation(tx, care.planner, { id: id as string, version: 1 }));
  expect(await turnaroundOf(unit.id)).toHaveLength(2);
  expect(codes(await care.reserve([unit], 1))).toBe('done');
});

test('the calendar and the search know it as the booking does', async () => {
  const model = await care.model();
  const unit = await care.unit(model);
  await care.run((tx) => setTurnaround(tx, care.planner, { modelId: model.id, steps: [CLEAN] }));
  await care.reserve([unit], 1);
  const asked = { from: dayAhead(0), to: dayAhead(3), siteId: care.home.id, excludeReservationId: null };
  const days = await unitCalendar(care.manager, care.settings, unit.id, asked);
  expect(days.map(({ status, reason }) => [status, reason?.nl ?? null])).toEqual([
    ['TAKEN', 'klaarmaken tussen twee uitleningen'],
    ['TAKEN', null],
    ['TAKEN', 'klaarmaken tussen twee uitleningen'],
    ['FREE', null],
  ]);
  for (const offset of [0, 2, 3]) {
    const input = { firstDay: dayAhead(offset), lastDay: dayAhead(offset), siteId: care.home.id, modelCode: model.code };
    const { edges } = await searchAvailability(care.manager, care.settings, input, { first: 5, after: null });
    const reserved = codes(await care.reserve([unit], offset));
    expect(edges[0]!.node.verdict === 'UNAVAILABLE').toBe(reserved !== 'done');
  }
});

test('set later, it is kept free round what was booked, and where there is no room the planner hears which', async () => {
  const model = await care.model();
  const unit = await care.unit(model);
  const tight = await care.reserve([unit], 0);
  await care.reserve([unit], 1);
  const result = await care.run((tx) => setTurnaround(tx, care.planner, { modelId: model.id, steps: [CLEAN] }));
  expect(result).toMatchObject({ tooTight: [tight] });
  expect(await turnaroundOf(unit.id)).toEqual([{ from: `${dayAhead(1)} 17:00`, until: `${dayAhead(2)} 17:30` }]);
  // Taken away again, the time is free again.
  await care.run((tx) => setTurnaround(tx, care.planner, { modelId: model.id, steps: [] }));
  expect(await turnaroundOf(unit.id)).toEqual([]);
  expect(codes(await care.reserve([unit], 2))).toBe('done');
});

test('only who plans sets it, and each work at most once', async () => {
  const { id: modelId } = await care.model();
  expect(codes(await care.run((tx) => setTurnaround(tx, care.technician, { modelId, steps: [CLEAN] })))).toEqual(['NOT_ALLOWED']);
  for (const steps of [[CLEAN, CLEAN], [{ ...CLEAN, amount: 1.5 }], [{ ...CHARGE, amount: 0 }]])
    expect(codes(await care.run((tx) => setTurnaround(tx, care.planner, { modelId, steps })))).toEqual(['INVALID_INPUT']);
});
