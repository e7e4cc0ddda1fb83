import { addDays, dayOf } from '@karavaan/domain';
import { makeOrganisation, makePerson } from '../../../test/factories.js';
import { dayAhead, makeModel, makeReservation, makeSite, makeUnit } from '../../../test/place-factories.js';
import type { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import type { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { recordMiss } from '../../placement/record-miss.js';
import { app, openCentres, own, planner, rows } from '../../reservations/centres.fixture.js';
import type { Site } from '../../sites/site.entity.js';

openCentres();
const today = dayOf(Date.now());
let west: Site;
let east: Site;
let model: EquipmentModel;
let unit: EquipmentUnit;

beforeAll(async () => {
  const { manager } = app.database.app;
  await rows(
    `INSERT INTO municipality (nis, name, area, inhabitants, inhabitants_on, source) VALUES
     ('W', 'West', 'Ieper', 1000, '2020-01-01', 'test'), ('E', 'East', 'Kortrijk', 3000, '2020-01-01', 'test')`,
    [],
  );
  await rows(
    `INSERT INTO place (postcode, name, municipality, nis, latitude, longitude) VALUES
     ('1', 'near', 'West', 'W', 50.85, 2.88), ('2', 'far', 'West', 'W', 50.85, 2.6), ('3', 'east', 'East', 'E', 50.83, 3.26)`,
    [],
  );
  west = await makeSite(manager, { nis: 'W', municipality: 'West', latitude: 50.86, longitude: 2.89 });
  east = await makeSite(manager, { nis: 'E', municipality: 'East', latitude: 51.2, longitude: 4.5 });
  model = await makeModel(manager, { domain: 'food' });
  unit = await makeUnit(manager, model, west);
});

async function ask<T>(query: string, variables: object, as = planner): Promise<T> {
  const { data, errors } = await app.graphql(query, variables, as);
  expect(errors).toBeUndefined();
  return (data as unknown as { result: T }).result;
}

type AreaRow = { area: string; reservations: number; share: number; inhabitantsShare: number };

const INDICATORS = `query ($from: Date!, $to: Date!) { result: indicators(from: $from, to: $to) {
  reservations ended rejected participants hoursUsed trainingHours companies smes companiesUnnamed
  groups { targetGroup reservations participants hoursUsed trainingHours }
  units { unit { code } usedDays workingDays share } sites { site { code } usedDays unitDays }
  areas { area reservations share inhabitantsShare } } }`;

describe('indicators', () => {
  const period = { from: '2025-03-03', to: '2025-03-16' };

  beforeAll(async () => {
    const { manager } = app.database.app;
    const made = async (firstDay: string, lastDay: string, fields: object, units = [unit]) =>
      makeReservation(manager, { units, site: west, firstDay, lastDay }, fields as never);
    const ended = await made('2025-03-03', '2025-03-05', { state: 'ENDED', participants: 10, hoursUsed: 6 });
    await made('2025-03-10', '2025-03-11', { state: 'ENDED', participants: 4, hoursUsed: 5 });
    // Its last day lies in the next period: it counts there, and its days in use here.
    await made('2025-03-14', '2025-03-18', { state: 'CONFIRMED' });
    const company = await makeOrganisation(manager, { kind: 'COMPANY', name: 'Zelf BV' });
    await makeReservation(manager, { units: [await makeUnit(manager, model, west)], site: west, firstDay: '2025-03-06' }, {
      state: 'CONFIRMED',
      organisationId: company.id,
    } as never);
    for (const [group, participants, sme, name] of [
      ['JOB_SEEKERS', 6, null, null],
      ['COMPANY_STAFF', 3, true, 'Staal  & Co '],
      ['COMPANY_STAFF', 1, false, null],
    ])
      await rows(
        `INSERT INTO usage_group (reservation_id, target_group, participants, sme, company_name) VALUES ($1, $2, $3, $4, $5)`,
        [ended.id, group, participants, sme, name],
      );
  });

  test('count a reservation where its last day lies, and share its hours over the groups', async () => {
    const found = await ask<{ areas: AreaRow[] }>(INDICATORS, period);
    expect(found).toMatchObject({
      reservations: 3,
      ended: 2,
      participants: 14,
      hoursUsed: 11,
      // 10 × 6 + 4 × 5
      trainingHours: 80,
      companies: 2,
      smes: 1,
      companiesUnnamed: 1,
      groups: [
        { targetGroup: 'JOB_SEEKERS', reservations: 1, participants: 6, hoursUsed: 3.6, trainingHours: 36 },
        { targetGroup: 'COMPANY_STAFF', reservations: 1, participants: 4, hoursUsed: 2.4, trainingHours: 24 },
        { targetGroup: null, reservations: 1, participants: 4, hoursUsed: 5, trainingHours: 20 },
      ],
    });
    const { areas } = found;
    expect(areas.find(({ area }) => area === 'Ieper')).toMatchObject({ reservations: 3, share: 1, inhabitantsShare: 0.25 });
    expect(areas.find(({ area }) => area === 'Kortrijk')).toMatchObject({ reservations: 0, share: 0 });
  });

  test('a unit is used on the working days of its stays', async () => {
    const found = await ask<{ units: { unit: { code: string } }[]; sites: { site: { code: string } }[] }>(INDICATORS, period);
    // Monday to Wednesday, Monday and Tuesday, Friday: 6 of 10 working days.
    expect(found.units.find((each) => each.unit.code === unit.code)).toMatchObject({ usedDays: 6, workingDays: 10, share: 0.6 });
    // The other kit of the site adds Thursday.
    expect(found.sites.find((each) => each.site.code === west.code)).toMatchObject({ usedDays: 7, unitDays: 7 });
  });

  test('each figure leads to the reservations that it counts', async () => {
    const count = async (filter: object) =>
      (
        await ask<{ totalCount: number }>(`query ($f: ReservationFilter) { result: reservations(filter: $f) { totalCount } }`, {
          f: filter,
        })
      ).totalCount;
    const within = { endsFrom: period.from, endsTo: period.to, states: ['CONFIRMED', 'ENDED'] };
    expect(await count(within)).toBe(3);
    expect(await count({ ...within, area: 'Ieper' })).toBe(3);
    expect(await count({ ...within, nis: 'E' })).toBe(0);
    expect(await count({ ...within, targetGroup: 'JOB_SEEKERS' })).toBe(1);
    expect(await count({ ...within, unitCode: unit.code })).toBe(2);
    expect(await count({ ...within, siteCode: west.code, modelCode: model.code })).toBe(3);
  });
});

describe('coverage', () => {
  const COVERAGE = `query ($input: CoverageInput!) { result: coverage(input: $input) {
    inhabitants covered share areas { area covered share } municipalities { nis share } } }`;
  const month = `${addDays(today, 60).slice(0, 7)}-01`;

  test('counts inhabitants by the places that have open equipment near', async () => {
    const found = await ask<object>(COVERAGE, { input: { month, modelCode: model.code } });
    expect(found).toMatchObject({
      inhabitants: 4000,
      covered: 500,
      share: 0.125,
      areas: [
        { area: 'Kortrijk', covered: 0, share: 0 },
        { area: 'Ieper', covered: 500, share: 0.5 },
      ],
    });
  });

  test('a stay brings it near, taking it out of service takes it away', async () => {
    const { manager } = app.database.app;
    const other = await makeModel(manager);
    const kit = await makeUnit(manager, other, east);
    const covered = async () => (await ask<{ covered: number }>(COVERAGE, { input: { month, modelCode: other.code } })).covered;
    expect(await covered()).toBe(0);
    await makeReservation(manager, { units: [kit], site: west, firstDay: `${month.slice(0, 8)}12` }, { state: 'CONFIRMED' });
    expect(await covered()).toBe(500);
    await rows('UPDATE equipment_unit SET in_service = false WHERE id = $1', [kit.id]);
    expect(await covered()).toBe(0);
  });

  test('is not for everybody, and wants a month', async () => {
    const forbidden = await app.graphql(COVERAGE, { input: { month } }, own);
    expect(forbidden.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const wrong = await app.graphql(COVERAGE, { input: { month: today.slice(0, 8) + '02' } }, planner);
    expect(wrong.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

describe('unmet demand', () => {
  const UNMET = `query ($from: Date!, $to: Date!) { result: unmetDemand(from: $from, to: $to) {
    modelCode domain nis area searches refusals open } }`;
  type Row = { modelCode: string; nis: string | null; searches: number; refusals: number; open: number };
  const unmet = async () => ask<Row[]>(UNMET, { from: today, to: today });
  const search = (input: object, as?: string) =>
    app.graphql(`query ($input: AvailabilityInput!) { availability(input: $input) { freeCount } }`, { input }, as);
  const wish = () => ({ firstDay: dayAhead(0), lastDay: dayAhead(0), modelCode: model.code, postcode: '3' });
  const settled = async (times: number) => {
    for (let tries = 0; tries < 100; tries++) {
      const found = (await unmet()).find((row) => row.modelCode === model.code && row.nis === 'E');
      if ((found?.searches ?? 0) === times) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return undefined;
  };

  test('a search that finds nothing is counted once for a caller, and not for who looks round', async () => {
    await rows('UPDATE equipment_unit SET in_service = false WHERE model_id = $1', [model.id]);
    const empty = await search(wish());
    expect(empty.data).toEqual({ availability: { freeCount: 0 } });
    expect(await settled(1)).toMatchObject({ searches: 1, refusals: 0, open: 0 });
    await search(wish());
    await search({ ...wish(), text: 'what somebody typed' }, planner);
    // A wish for another place shows that those two were judged before, and not counted.
    await search({ ...wish(), postcode: '1' }, own);
    for (let tries = 0; tries < 100 && !(await unmet()).some((row) => row.nis === 'W'); tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await unmet()).find((row) => row.nis === 'E')).toMatchObject({ searches: 1 });
  });

  test('nothing of who searched, and nothing typed, is stored', async () => {
    const columns = await rows<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'search_miss' ORDER BY 1`,
      [],
    );
    expect(columns.map(({ name }) => name)).toEqual(['domain', 'model_code', 'nis', 'on_day', 'times', 'wanted_month']);
  });

  test('a refusal counts once for a model, however many units', async () => {
    const { manager } = app.database.app;
    const site = await makeSite(manager, { nis: 'E' });
    const other = await makeModel(manager);
    const units = [await makeUnit(manager, other, site), await makeUnit(manager, other, site)];
    await makeReservation(manager, { units, site, firstDay: dayAhead(5) }, { state: 'REJECTED', decidedAt: new Date() } as never);
    expect((await unmet()).find((row) => row.modelCode === other.code)).toMatchObject({ nis: 'E', refusals: 1, searches: 0 });
  });

  test('requests count: a refused one on its day, an open one while it is', async () => {
    const { manager } = app.database.app;
    const site = await makeSite(manager, { nis: 'W' });
    const other = await makeModel(manager);
    const person = await makePerson(manager);
    for (const state of ['OPEN', 'REFUSED', 'WITHDRAWN'])
      await rows(
        `INSERT INTO request (organisation_id, requester_id, model_id, site_id, earliest_day, latest_day, days, group_size,
                              target_group, course, state, decision_reason, decided_at)
         VALUES ($1, $2, $3, $4, '2027-02-01', '2027-03-01', 2, 8, 'EMPLOYEES', 'x', $5, 'vol', now())`,
        [person.organisationId, person.id, other.id, site.id, state],
      );
    expect((await unmet()).find((row) => row.modelCode === other.code)).toMatchObject({
      nis: 'W',
      refusals: 1,
      open: 1,
      searches: 0,
    });
  });

  test('one wish counts at most fifty times a day, a day has at most 2,000 wishes', async () => {
    const miss = { onDay: '2020-01-06', wantedMonth: '2020-02-01', modelCode: model.code, domain: '', nis: 'E' };
    for (let count = 0; count < 60; count++) await recordMiss(app.database.app.manager, miss);
    await rows(
      `INSERT INTO search_miss (on_day, wanted_month, model_code, domain, nis, times)
       SELECT '2020-01-06', '2020-02-01', 'x', '', n::text, 1 FROM generate_series(1, 1999) n`,
      [],
    );
    await recordMiss(app.database.app.manager, { ...miss, nis: 'W' });
    expect(
      await rows(`SELECT times, nis FROM search_miss WHERE on_day = '2020-01-06' AND model_code = $1`, [model.code]),
    ).toEqual([{ times: 50, nis: 'E' }]);
  });

  test('who may not see it does not', async () => {
    expect((await app.graphql(UNMET, { from: today, to: today }, own)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await app.graphql(UNMET, { from: today, to: addDays(today, -1) }, planner)).errors).toHaveLength(1);
  });
});
