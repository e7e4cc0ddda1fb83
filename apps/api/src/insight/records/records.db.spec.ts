import type { RecordKind } from '@karavaan/domain';
import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { actorOf, makeOrganisation, makePerson } from '../../../test/factories.js';
import { dayAhead, makeModel, makeReservation, makeSite, makeUnit } from '../../../test/place-factories.js';
import type { Actor } from '../../auth/actor.js';
import { inTransaction } from '../../database/transaction.js';
import { Organisation } from '../../people/organisation.entity.js';
import { AuditEntry } from '../../platform/audit-entry.entity.js';
import { orRefusal } from '../../platform/refuse.js';
import { Holiday } from '../../sites/calendar.entities.js';
import { Site } from '../../sites/site.entity.js';
import { listRecords } from './list-records.js';
import { recordById } from './read-records.js';
import { saveRecord, WrongFields, type SaveInput } from './save-record.js';

let database: TestDatabase;
let administrator: Actor;
beforeAll(async () => {
  database = await createTestDatabase();
  administrator = actorOf(await makePerson(database.app.manager, { role: 'ADMINISTRATOR' }));
});
afterAll(() => database.drop());

type Values = SaveInput['values'];
async function save(kind: RecordKind, values: Values, of: { id: string; version: number } | null = null, actor = administrator) {
  const input = { kind, id: of?.id ?? null, version: of?.version ?? null, values, idempotencyKey: randomUUID() };
  try {
    return await orRefusal(() => inTransaction(database.app, (tx) => saveRecord(tx, actor, input)));
  } catch (error) {
    if (error instanceof WrongFields) return error.wrong;
    throw error;
  }
}

test('a field is changed, the version counts, and the history says what it was', async () => {
  const { manager } = database.app;
  const site = await makeSite(manager);
  const saved = await save('SITE', { deliveryNote: 'Poort 2', openingHours: '1-2 09:00-12:00' }, { id: site.id, version: 1 });
  expect(saved).toMatchObject({ version: 2, texts: { deliveryNote: 'Poort 2', openingHours: '1-2 09:00-12:00' } });
  expect(await manager.findOneByOrFail(Site, { id: site.id })).toMatchObject({
    openingHoursAssumed: false,
    positionQuality: 'EXACT',
  });
  expect(await manager.findOneByOrFail(AuditEntry, { entityId: site.id })).toMatchObject({
    action: 'site.change',
    changes: {
      deliveryNote: { before: null, after: 'Poort 2' },
      openingHours: { before: '1-5 08:00-17:00', after: '1-2 09:00-12:00' },
    },
  });
});

test('of two administrators with the same form, one saves and the other is told', async () => {
  const { id } = await makeOrganisation(database.app.manager);
  const results = await Promise.all(['Een', 'Twee'].map((name) => save('ORGANISATION', { name }, { id, version: 1 })));
  const refused = results.filter((result) => 'reasons' in result);
  expect(refused).toMatchObject([{ reasons: [{ code: 'STATE_CHANGED' }] }]);
  expect(await database.app.manager.findOneByOrFail(Organisation, { id })).toMatchObject({ version: 2 });
});

test('control: without the version, the last one overwrites the first without a word', async () => {
  const { id } = await makeOrganisation(database.app.manager);
  const unguarded = async (name: string) => {
    const record = await inTransaction(database.app, (tx) => recordById(tx, 'ORGANISATION', id, false));
    return save('ORGANISATION', { name }, { id, version: record!.version });
  };
  expect(await unguarded('Een')).toMatchObject({ version: 2 });
  expect(await unguarded('Twee')).toMatchObject({ version: 3, texts: { name: 'Twee' } });
});

test('any other write raises the version too', async () => {
  const { manager } = database.app;
  const site = await makeSite(manager);
  await manager.update(Site, { id: site.id }, { sourceNote: 'nagekeken' });
  expect(await save('SITE', { name: 'Ander' }, { id: site.id, version: 1 })).toMatchObject({
    reasons: [{ code: 'STATE_CHANGED' }],
  });
});

test('the same key makes one record', async () => {
  const input = {
    kind: 'ORGANISATION' as const,
    id: null,
    version: null,
    values: { code: 'een-keer', name: 'Eén keer', kind: 'SCHOOL' },
    idempotencyKey: randomUUID(),
  };
  const make = () => inTransaction(database.app, (tx) => saveRecord(tx, administrator, input));
  const [one, other] = await Promise.all([make(), make()]);
  expect(one.id).toBe(other.id);
});

test('a code or a number that another has is said at its field', async () => {
  const { manager } = database.app;
  const other = await makeOrganisation(manager, { enterpriseNumber: '0123456749' });
  const values = { code: other.code.toUpperCase(), name: 'Nog een', kind: 'SCHOOL', enterpriseNumber: 'BE 0123.456.749' };
  expect(await save('ORGANISATION', values)).toEqual([
    { field: 'enterpriseNumber', problem: 'TAKEN', detail: other.name },
    { field: 'code', problem: 'TAKEN' },
  ]);
});

test('what is booked cannot end under its booking', async () => {
  const { manager } = database.app;
  const site = await makeSite(manager);
  const unit = await makeUnit(manager, await makeModel(manager), site);
  const { number } = await makeReservation(manager, { units: [unit], site, firstDay: dayAhead(0), lastDay: dayAhead(2) });
  const detail = `R-${String(number).padStart(5, '0')}`;
  const { version } = (await recordById(manager, 'UNIT', unit.id, false))!;
  expect(await save('UNIT', { inService: 'false' }, { id: unit.id, version })).toEqual([
    { field: 'inService', problem: 'STILL_IN_USE', detail },
  ]);
  expect(await save('SITE', { validTo: dayAhead(1) }, { id: site.id, version: 1 })).toEqual([
    { field: 'validTo', problem: 'STILL_IN_USE', detail },
  ]);
  expect(await save('SITE', { validTo: dayAhead(2) }, { id: site.id, version: 1 })).toMatchObject({ version: 2 });
  const model = (await recordById(manager, 'MODEL', unit.modelId, false))!;
  expect(await save('MODEL', { active: 'nee' }, model)).toEqual([
    { field: 'active', problem: 'STILL_IN_USE', detail: unit.code },
  ]);
});

test('a model without units can leave the catalogue, and a holiday stop counting', async () => {
  const { manager } = database.app;
  const model = await makeModel(manager);
  expect(await save('MODEL', { active: 'false', massKg: '12,5' }, { id: model.id, version: 1 })).toMatchObject({ active: false });
  const [{ basis }] = await manager.query<[{ basis: string }]>('SELECT mass_basis AS basis FROM equipment_model WHERE id = $1', [
    model.id,
  ]);
  expect(basis).toBe('KNOWN');
  const made = await save('HOLIDAY', { kind: 'PUBLIC', firstDay: '2031-05-01', nameNl: 'Dag van de Arbeid' });
  expect(made).toMatchObject({ texts: { lastDay: '2031-05-01', nameFr: 'Dag van de Arbeid' } });
  const { id, version } = made as { id: string; version: number };
  await save('HOLIDAY', { active: 'nee' }, { id, version });
  expect(await manager.findOneByOrFail(Holiday, { id })).toMatchObject({ active: false });
});

test('of two administrators who take each other’s role away, one stays', async () => {
  const copy = await createTestDatabase();
  const { manager } = copy.app;
  const [one, other] = [
    await makePerson(manager, { role: 'ADMINISTRATOR' }),
    await makePerson(manager, { role: 'ADMINISTRATOR' }),
  ];
  const demote = async (by: typeof one, whom: typeof one) => {
    const input = { kind: 'PERSON' as const, id: whom.id, version: 1, values: { role: 'PLANNER' }, idempotencyKey: randomUUID() };
    try {
      await inTransaction(copy.app, (tx) => saveRecord(tx, actorOf(by), input));
      return 'done';
    } catch (error) {
      return error instanceof WrongFields ? error.wrong[0]!.problem : String(error);
    }
  };
  const results = await Promise.all([demote(one, other), demote(other, one)]);
  expect(results.toSorted()).toEqual(['LAST_ADMINISTRATOR', 'done']);
  await copy.drop();
});

test('a list is searched, sorted both ways, filtered and paged by the server', async () => {
  const { manager } = database.app;
  for (const name of ['Zoek C', 'zoek a', 'Zoek B']) await makeOrganisation(manager, { name });
  await makeOrganisation(manager, { name: 'Zoek D', active: false });
  const asked = { text: 'zoek', state: 'ACTIVE' as const, sort: 'name', down: false, first: 2, after: null };
  const first = await listRecords(manager, 'ORGANISATION', asked);
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const next = await listRecords(manager, 'ORGANISATION', { ...asked, after: first.pageInfo.endCursor });
  expect([...first.edges, ...next.edges].map(({ node }) => node.title)).toEqual(['zoek a', 'Zoek B', 'Zoek C']);
  const down = await listRecords(manager, 'ORGANISATION', { ...asked, down: true, first: 10, state: null });
  expect(down.edges.map(({ node }) => node.title)).toEqual(['Zoek D', 'Zoek C', 'Zoek B', 'zoek a']);
});

test('is for administrators, and of what exists', async () => {
  const planner = actorOf(await makePerson(database.app.manager, { role: 'PLANNER' }));
  expect(await save('ORGANISATION', { name: 'x' }, null, planner)).toMatchObject({ reasons: [{ code: 'NOT_ALLOWED' }] });
  expect(await save('ORGANISATION', { name: 'x' }, { id: randomUUID(), version: 1 })).toMatchObject({
    reasons: [{ code: 'NOT_FOUND' }],
  });
});
