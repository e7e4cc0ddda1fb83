import { startTestApp, type TestApp } from '../../../test/app.js';
import { makePerson } from '../../../test/factories.js';
import { makeModel, makeReservation, makeSite, makeUnit } from '../../../test/place-factories.js';
import { saveAsset } from '../../budget/assets/save-asset.js';
import { type Budget, openBudget } from '../../budget/budget.fixture.js';
import { InvoiceLine } from '../../budget/papers/papers.entities.js';
import type { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';

const SLOW_MS = 60_000;
let app: TestApp;
let budget: Budget;
let officer: string;
let invoiceId: string;
let units: EquipmentUnit[];

beforeAll(async () => {
  app = await startTestApp();
  budget = await openBudget(app.database);
  officer = await app.signInAs(await makePerson(budget.manager, { role: 'BUDGET_OFFICER' }));
  const { manager } = budget;
  const [west, east] = [await makeSite(manager), await makeSite(manager)];
  const model = await makeModel(manager);
  units = [await makeUnit(manager, model, west), await makeUnit(manager, model, west), await makeUnit(manager, model, west)];
  const line = await budget.line(5_000);
  invoiceId = await budget.done(budget.invoice([budget.charged(line.id, 1_000.01)]));
  await budget.done(budget.pay(invoiceId, 500));
  const [{ id: invoiceLineId }] = (await manager.findBy(InvoiceLine, { invoiceId })) as [InvoiceLine];
  for (const [at, basisPoints] of [3_334, 3_333, 3_333].entries())
    await budget.done((tx) =>
      saveAsset(tx, budget.officer, {
        unitId: units[at]!.id,
        version: 0,
        depreciationYears: 5,
        shares: [{ invoiceLineId, basisPoints }],
      }),
    );
  const used = (firstDay: string, site: typeof west, mine: EquipmentUnit[], participants: number, hoursUsed: number) =>
    makeReservation(manager, { units: mine, site, firstDay }, { state: 'ENDED', participants, hoursUsed } as never);
  // The first unit: 6 hours in the west and 2 in the east; the second: 2 in the east; the third none.
  const grouped = await used('2025-03-03', west, [units[0]!], 10, 6);
  await used('2025-03-10', east, [units[0]!, units[1]!], 5, 2);
  for (const [group, participants] of [
    ['JOB_SEEKERS', 4],
    ['EMPLOYEES', 6],
  ] as const)
    await budget.rows('INSERT INTO usage_group (reservation_id, target_group, participants) VALUES ($1, $2, $3)', [
      grouped.id,
      group,
      participants,
    ]);
  const cost = (kind: string, unit: EquipmentUnit, cents: number, state = 'PROPOSED') =>
    budget.rows(
      `INSERT INTO cost_proposal (kind, source_id, unit_id, on_day, description, cents, state) VALUES ($1, gen_random_uuid(), $2, '2025-03-04', '', $3, $4)`,
      [kind, unit.id, cents, state],
    );
  await cost('TRIP', units[0]!, 5_000);
  await cost('MAINTENANCE', units[1]!, 1_000);
  await cost('TRIP', units[1]!, 90_000, 'DISMISSED');
}, SLOW_MS);
afterAll(() => app.close());

const ask = async <T>(query: string, variables: object = {}, as = officer): Promise<T> => {
  const { data, errors } = await app.graphql(query, variables, as);
  expect(errors).toBeUndefined();
  return data as unknown as T;
};
const SHARED = 'cents hours trainingHours reservations perHour perTrainingHour';
const VALUE = `query ($from: Date, $to: Date) { equipmentValue(from: $from, to: $to) { unusedCents
  total { acquisition transport maintenance ${SHARED} }
  units { unit { id } acquisition transport maintenance idle paidCents claimedCents ${SHARED} }
  sites { site { id } ${SHARED} } groups { targetGroup ${SHARED} } } }`;
interface Shared {
  cents: string;
  hours: number;
  perHour: string | null;
  targetGroup?: string | null;
}
interface Value {
  unusedCents: string;
  total: Shared & { acquisition: string };
  units: (Shared & { unit: { id: string }; acquisition: string; idle: boolean; paidCents: string })[];
  sites: Shared[];
  groups: Shared[];
}

test('an hour costs the purchase, the trips and the maintenance over the hours used, and everything adds up to the cent', async () => {
  const { equipmentValue: found } = await ask<{ equipmentValue: Value }>(VALUE);
  // 1,000.01 + 50 + 10; 6 + 2 + 2 hours of units.
  expect(found.total).toMatchObject({ acquisition: '100001', cents: '106001', hours: 10, trainingHours: 80, reservations: 2 });
  const of = (at: number) => found.units.find(({ unit }) => unit.id === units[at]!.id)!;
  expect([of(0).hours, of(1).hours, of(2).hours]).toEqual([8, 2, 0]);
  expect(found.units.reduce((sum, { acquisition }) => sum + BigInt(acquisition), 0n)).toBe(100_001n);
  expect(of(0).perHour).toBe(String((BigInt(of(0).cents) * 2n + 8n) / 16n));
  expect(of(2)).toMatchObject({ perHour: null, idle: true });
  // 500 of 1,000.01 is paid.
  expect(found.units.reduce((sum, { paidCents }) => sum + Number(paidCents), 0)).toBe(50_000);
  const sum = (rows: Shared[]) => rows.reduce((all, { cents }) => all + BigInt(cents), BigInt(found.unusedCents));
  expect([sum(found.sites), sum(found.groups)]).toEqual([106_001n, 106_001n]);
  // The 6 hours of ten people: 4 of them are 2.4 hours.
  expect(found.groups.find(({ targetGroup }) => targetGroup === 'JOB_SEEKERS')).toMatchObject({ hours: 2.4 });
});

test('of a period it is what was written off, and only the uses of that period', async () => {
  const { equipmentValue: found } = await ask<{ equipmentValue: Value }>(VALUE, { from: '2025-03-10', to: '2025-03-31' });
  expect(found.total.hours).toBe(4);
  expect(BigInt(found.total.acquisition)).toBeLessThan(100_001n);
  const { equipmentValue: none } = await ask<{ equipmentValue: Value }>(VALUE, { from: '2019-01-01', to: '2019-12-31' });
  expect(none.total).toMatchObject({ acquisition: '0', hours: 0, perHour: null });
  const wrong = await app.graphql(VALUE, { from: '2025-03-10', to: '2025-03-01' }, officer);
  expect(wrong.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('an invoice leads to the units it paid for and the hours they gave', async () => {
  const { invoice } = await ask<{
    invoice: { lines: { bought: { unit: { id: string }; hours: number; trainingHours: number; reservations: number }[] }[] };
  }>(`query ($id: ID!) { invoice(id: $id) { lines { bought { unit { id } basisPoints hours trainingHours reservations } } } }`, {
    id: invoiceId,
  });
  const bought = invoice.lines.flatMap((line) => line.bought);
  expect(bought.find(({ unit }) => unit.id === units[0]!.id)).toMatchObject({ hours: 8, trainingHours: 70, reservations: 2 });
  expect(bought.find(({ unit }) => unit.id === units[2]!.id)).toMatchObject({ hours: 0, reservations: 0 });
});

test('is for who reads the budget', async () => {
  const planner = await app.signInAs(await makePerson(budget.manager, { role: 'PLANNER' }));
  await ask('{ equipmentValue { total { cents } } }', {}, planner);
  const driver = await app.signInAs(await makePerson(budget.manager, { role: 'DRIVER' }));
  const { errors } = await app.graphql('{ equipmentValue { total { cents } } }', {}, driver);
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});
