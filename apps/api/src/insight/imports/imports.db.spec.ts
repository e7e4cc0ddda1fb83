import type { RecordKind } from '@karavaan/domain';
import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { actorOf, makeOrganisation, makePerson } from '../../../test/factories.js';
import { makeModel, makeSite } from '../../../test/place-factories.js';
import type { Actor } from '../../auth/actor.js';
import { inTransaction } from '../../database/transaction.js';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Organisation } from '../../people/organisation.entity.js';
import { Person } from '../../people/person.entity.js';
import { AuditEntry } from '../../platform/audit-entry.entity.js';
import { orRefusal } from '../../platform/refuse.js';
import { Site } from '../../sites/site.entity.js';
import { confirmImport } from './confirm-import.js';
import { ImportRun } from './import-run.entity.js';
import { mapImport, previewImport } from './preview-import.js';

let database: TestDatabase;
let administrator: Actor;
beforeAll(async () => {
  database = await createTestDatabase();
  administrator = actorOf(await makePerson(database.app.manager, { role: 'ADMINISTRATOR' }));
});
afterAll(() => database.drop());

const preview = (kind: RecordKind, lines: readonly string[], actor = administrator, id = randomUUID()) =>
  orRefusal(() =>
    inTransaction(database.app, (tx) =>
      previewImport(tx, actor, { id, kind, fileName: 'test.csv', content: Buffer.from(lines.join('\n')) }),
    ),
  ) as Promise<ImportRun>;
const confirm = (id: string, actor = administrator) =>
  orRefusal(() => inTransaction(database.app, (tx) => confirmImport(tx, actor, id)));
const does = (run: ImportRun) => run.outcomes.map((outcome) => outcome.does);

async function place() {
  const { manager } = database.app;
  const [site, model, owner] = [await makeSite(manager), await makeModel(manager), await makeOrganisation(manager)];
  return { site, model, owner, row: (code: string, more = '') => `${code};${model.code};${site.code};${owner.code}${more}` };
}
const UNITS = 'Code;Model;Thuislocatie;Eigenaar';

test('a preview writes nothing; confirmed, all is written with its trace; a second import updates and doubles nothing', async () => {
  const { row, model, site } = await place();
  const first = await preview('UNIT', [UNITS, row('A-1'), row('A-2')]);
  expect(does(first)).toEqual(['NEW', 'NEW']);
  expect(await database.app.manager.countBy(EquipmentUnit, { modelId: model.id })).toBe(0);
  expect(await confirm(first.id)).toMatchObject({ state: 'DONE', made: 2, cells: [], outcomes: [] });
  const units = await database.app.manager.find(EquipmentUnit, { where: { modelId: model.id }, order: { code: 'ASC' } });
  expect(units).toMatchObject([
    { code: 'A-1', serial: 1, mobility: model.mobility, homeSiteId: site.id, inService: true },
    { code: 'A-2', serial: 2 },
  ]);
  expect(await database.app.manager.countBy(AuditEntry, { entity: 'equipment_unit', entityId: units[0]!.id })).toBe(1);

  const again = await preview('UNIT', [`${UNITS};In gebruik`, row('a-1', ';ja'), row('A-2', ';nee'), row('A-3', ';')]);
  expect(does(again)).toEqual(['UNCHANGED', 'CHANGED', 'NEW']);
  expect(again.outcomes[1]!.changes).toEqual([{ field: 'inService', before: 'true', after: 'false' }]);
  await confirm(again.id);
  const after = await database.app.manager.find(EquipmentUnit, { where: { modelId: model.id }, order: { code: 'ASC' } });
  expect(after.map(({ code, inService, version }) => [code, inService, version])).toEqual([
    ['A-1', true, 1],
    ['A-2', false, 2],
    ['A-3', true, 1],
  ]);
  expect(does(await preview('UNIT', [UNITS, row('A-1'), row('A-2'), row('A-3')]))).toEqual(Array(3).fill('UNCHANGED'));
});

test('one wrong row and nothing is written; each wrong cell has its reason', async () => {
  const { row, model, site, owner } = await place();
  const run = await preview('UNIT', [
    `${UNITS};Volgnummer`,
    row('B-1', ';1'),
    row('B-1', ';2'),
    row('B-3', ';1'),
    row('B-4', ';x'),
    `B-5;onbekend;${site.code};${owner.code};3`,
    `;${model.code};;${owner.code};4`,
  ]);
  expect(run.outcomes.map(({ wrong }) => wrong.map(({ field, problem }) => `${field} ${problem}`))).toEqual([
    [],
    ['code TWICE'],
    ['serial TWICE'],
    ['serial NO_NUMBER'],
    ['model UNKNOWN'],
    ['code MISSING', 'homeSite MISSING'],
  ]);
  expect(await confirm(run.id)).toMatchObject({ reasons: [{ code: 'INVALID_INPUT', field: 'rows' }] });
  expect(await database.app.manager.countBy(EquipmentUnit, { modelId: model.id })).toBe(0);
});

test('is refused when the data changed since the preview, and writes after a new look', async () => {
  const { row, model } = await place();
  await confirm((await preview('UNIT', [UNITS, row('C-1')])).id);
  const run = await preview('UNIT', [`${UNITS};In gebruik`, row('C-1', ';nee'), row('C-2', ';ja')]);
  const { manager } = database.app;
  await manager.update(EquipmentUnit, { code: 'C-1' }, { serial: 9 });
  expect(await confirm(run.id)).toMatchObject({ reasons: [{ code: 'STATE_CHANGED' }] });
  expect(await manager.countBy(EquipmentUnit, { modelId: model.id })).toBe(1);
  const renewed = await orRefusal(() => inTransaction(database.app, (tx) => mapImport(tx, administrator, run.id, run.mapping)));
  expect(renewed).toMatchObject({ made: 1, changed: 1 });
  expect(await confirm(run.id)).toMatchObject({ state: 'DONE' });
  expect(await manager.findOneByOrFail(EquipmentUnit, { code: 'C-1' })).toMatchObject({ serial: 9, inService: false });
});

test('confirmed twice at once it is written once', async () => {
  const { row, model } = await place();
  const run = await preview('UNIT', [UNITS, row('D-1')]);
  const both = await Promise.all([confirm(run.id), confirm(run.id)]);
  expect(both).toMatchObject([{ state: 'DONE' }, { state: 'DONE' }]);
  expect(await database.app.manager.countBy(EquipmentUnit, { modelId: model.id })).toBe(1);
  expect(await database.app.manager.countBy(AuditEntry, { entity: 'import_run', entityId: run.id })).toBe(1);
});

test('two files that would make the same: the second is told that the data changed', async () => {
  const { row, model } = await place();
  const [one, other] = [await preview('UNIT', [UNITS, row('E-1')]), await preview('UNIT', [UNITS, row('E-1')])];
  const results = await Promise.all([confirm(one.id), confirm(other.id)]);
  expect(results.map((result) => ('state' in result ? result.state : result.reasons[0]!.code)).toSorted()).toEqual([
    'DONE',
    'STATE_CHANGED',
  ]);
  expect(await database.app.manager.countBy(EquipmentUnit, { modelId: model.id })).toBe(1);
});

test('control: a preview whose fingerprint is not compared would overwrite what somebody changed', async () => {
  const { row } = await place();
  await confirm((await preview('UNIT', [UNITS, row('F-1')])).id);
  const run = await preview('UNIT', [`${UNITS};Volgnummer`, row('F-1', ';5')]);
  await database.app.manager.update(EquipmentUnit, { code: 'F-1' }, { serial: 9 });
  // What a write without the comparison would do: it looks anew and believes itself.
  const { fingerprint } = await inTransaction(database.app, (tx) => mapImport(tx, administrator, run.id, run.mapping));
  expect(fingerprint).not.toBe(run.fingerprint);
  await confirm(run.id);
  expect(await database.app.manager.findOneByOrFail(EquipmentUnit, { code: 'F-1' })).toMatchObject({ serial: 5 });
});

test('is for administrators', async () => {
  const { row } = await place();
  const planner = actorOf(await makePerson(database.app.manager, { role: 'PLANNER' }));
  expect(await preview('UNIT', [UNITS, row('G-1')], planner)).toMatchObject({ reasons: [{ code: 'NOT_ALLOWED' }] });
  const run = await preview('UNIT', [UNITS, row('G-1')]);
  expect(await confirm(run.id, planner)).toMatchObject({ reasons: [{ code: 'NOT_ALLOWED' }] });
});

test('sites find their place by the postcode, and travel is known to every other', async () => {
  const { manager } = database.app;
  const owner = await makeOrganisation(manager);
  await manager.query(
    `INSERT INTO place (postcode, name, municipality, nis, latitude, longitude)
     VALUES ('8900', 'Ieper', 'Ieper', '33011', 50.85, 2.88) ON CONFLICT DO NOTHING`,
  );
  const run = await preview('SITE', [
    'Code;Naam;Organisatie;Soort;Postcode;Plaats;Uren;Stroom;Geldig tot',
    `ieper-1;Ieper;${owner.name};school;8900;Ieper;1-4 08:00-12:00 13:00-16:00;400 V, 32 A;31/12/2030`,
    `ergens;Ergens;${owner.code};school;1234;Ergens;;;`,
  ]);
  expect(run.outcomes[1]!.wrong.map(({ field }) => field)).toEqual(['municipality', 'latitude', 'longitude']);
  const good = await preview('SITE', [
    'Code;Naam;Organisatie;Soort;Postcode;Plaats;Uren;Stroom;Geldig tot',
    `ieper-1;Ieper;${owner.name};school;8900;Ieper;1-4 08:00-12:00 13:00-16:00;400 V, 32 A;31/12/2030`,
  ]);
  expect(await confirm(good.id)).toMatchObject({ state: 'DONE' });
  const site = await manager.findOneByOrFail(Site, { code: 'ieper-1' });
  expect(site).toMatchObject({
    municipality: 'Ieper',
    positionQuality: 'TOWN',
    powerSupplies: ['V400_32A'],
    validTo: '2030-12-31',
  });
  expect(site.openingHours).toHaveLength(8);
  const [{ ways, sites }] = await manager.query<[{ ways: number; sites: number }]>(
    `SELECT (SELECT count(*)::int FROM site_travel WHERE from_site_id = $1 OR to_site_id = $1) AS ways, (SELECT count(*)::int FROM site) AS sites`,
    [site.id],
  );
  expect(ways).toBe(2 * (sites - 1));
});

test('somebody who can administer remains', async () => {
  const { manager } = database.app;
  const self = await manager.findOneByOrFail(Person, { id: administrator.personId! });
  const organisation = await manager.findOneByOrFail(Organisation, { id: self.organisationId });
  const run = await preview('PERSON', ['E-mail;Naam;Organisatie;Rol', `${self.email};${self.name};${organisation.code};planner`]);
  expect(run.outcomes[0]!.wrong).toEqual([{ field: 'role', problem: 'LAST_ADMINISTRATOR' }]);
});

test('five thousand people are looked at and written in a number of queries that does not grow with them', async () => {
  const { manager } = database.app;
  const organisation = await makeOrganisation(manager);
  const lines = (count: number) => [
    'E-mail;Naam;Organisatie;Telefoon',
    ...Array.from({ length: count }, (_, at) => `p${at}@groot.example;Persoon ${at};${organisation.code};0470${at}`),
  ];
  const counted = async (count: number) => {
    let queries = 0;
    const run = (await orRefusal(() =>
      inTransaction(database.app, async (tx) => {
        const query = tx.query.bind(tx);
        tx.query = ((...given: Parameters<typeof query>) => (queries++, query(...given))) as typeof tx.query;
        return previewImport(tx, administrator, {
          id: randomUUID(),
          kind: 'PERSON',
          fileName: 'groot.csv',
          content: Buffer.from(lines(count).join('\n')),
        });
      }),
    )) as ImportRun;
    return { run, queries };
  };
  const few = await counted(10);
  const many = await counted(5_000);
  expect(many.queries).toBe(few.queries);
  expect(many.run).toMatchObject({ made: 5_000, wrong: 0 });
  expect(await confirm(many.run.id)).toMatchObject({ state: 'DONE' });
  expect(await manager.countBy(Person, { organisationId: organisation.id })).toBe(5_000);
  const again = await counted(5_000);
  expect(again.run).toMatchObject({ unchanged: 5_000 });
});
