import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, getNullableType, isListType, Kind, parse, validate, visit, type SelectionSetNode } from 'graphql';
import readXlsxFile, { readSheet } from 'read-excel-file/node';
import { makePerson } from '../../../test/factories.js';
import {
  app,
  far,
  home,
  model,
  openCentres,
  other,
  own,
  planner,
  reserve,
  rows,
  SLOW_MS,
  unit,
} from '../../reservations/centres.fixture.js';
import { allExports } from './all-exports.js';

openCentres();

const get = (name: string, format: string, variables: object = {}, cookie?: string, lang = 'nl') =>
  fetch(`${app.url}/export/${name}.${format}?lang=${lang}&variables=${encodeURIComponent(JSON.stringify(variables))}`, {
    headers: cookie ? { cookie } : {},
  });

const csvOf = async (...asked: Parameters<typeof get>) => {
  const answer = await get(...asked);
  expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({
    status: 200,
    type: 'text/csv; charset=utf-8',
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  // Spreadsheets know by this mark that it is UTF-8; reading as a text takes it away.
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  return bytes.subarray(3).toString('utf8').trimEnd().split('\r\n');
};

describe('every definition', () => {
  test('fits the schema, has its own name, and headings in three languages', () => {
    const { schema } = app.app.get(GraphQLSchemaHost);
    for (const list of allExports) {
      expect({ list: list.name, errors: validate(schema, parse(list.query)).map(({ message }) => message) }).toEqual({
        list: list.name,
        errors: [],
      });
      expect(list.name).toMatch(/^[a-z][a-z-]*$/);
      for (const { heading } of list.columns) expect([heading.nl, heading.fr, heading.en].every(Boolean)).toBe(true);
    }
    expect(new Set(allExports.map(({ name }) => name)).size).toBe(allExports.length);
  });

  test('is there for every list; a list without one has its reason here', () => {
    const WITHOUT: Record<string, string> = {
      accompaniedModels: 'models that ask for an instructor, a handful beside the instructors',
      authorisationRules: 'a handful of rules, each beside its model',
      agendaLinks: 'a few secret links of one’s own',
      domains: 'the values of a field',
      drivers: 'people, a list of their own',
      follows: 'a few choices of one’s own',
      funders: 'a handful of names',
      kitPlaces: 'pins of a map; the units are a list of their own',
      mailChoices: 'a few choices of one’s own',
      places: 'suggestions while typing',
      replanProposals: 'choices of one moment',
      retentionRules: 'a handful of settings',
      transportAbsences: 'what is still to come of a handful of vans and drivers',
      tripEvents: 'what waits at this moment',
      vehicles: 'the vans that can be planned; a list of records has them all',
    };
    const { schema } = app.app.get(GraphQLSchemaHost);
    const lists = Object.values(schema.getQueryType()!.getFields())
      .filter(({ type }) => isListType(getNullableType(type)) || getNamedType(type).name.endsWith('Connection'))
      .map(({ name }) => name);
    const exported = new Set(allExports.flatMap(({ query }) => [...query.matchAll(/list: (\w+)/g)].map(([, field]) => field)));
    expect(lists.filter((name) => !exported.has(name) && !(name in WITHOUT))).toEqual([]);
  });

  test('asks for each path that a column reads', () => {
    for (const list of allExports) {
      const asked = pathsOf(list.query);
      const prefix = list.each ? [`${list.each}.`] : [''];
      for (const { path } of list.columns) {
        const wanted = path.startsWith('of.') ? path.slice(3) : prefix + path;
        expect({ list: list.name, path, asked: asked.has(wanted) }).toEqual({ list: list.name, path, asked: true });
      }
    }
  });

  test.each(['csv', 'xlsx', 'pdf'])(
    'makes a file as %s for an administrator',
    async (format) => {
      const administrator = await app.signInAs(await makePerson(app.database.app.manager, { role: 'ADMINISTRATOR' }));
      const period = { from: '2026-01-01', to: '2026-12-31' };
      const needed = {
        vraag: period,
        vervoer: { from: '2027-03-01', to: '2027-03-07' },
        ritten: { from: '2027-03-01', to: '2027-03-07' },
        bereik: { input: { month: '2026-01-01' } },
        zoeken: { input: { firstDay: '2027-03-01', lastDay: '2027-03-02', siteId: far.id } },
      };
      // The allocation of a round wants a round.
      for (const { name } of allExports.filter((list) => list.name !== 'verdeling')) {
        const answer = await get(name, format, needed[name as keyof typeof needed] ?? {}, administrator);
        expect({ name, status: answer.status }).toEqual({ name, status: 200 });
        expect(answer.headers.get('content-disposition')).toMatch(
          new RegExp(`^attachment; filename="karavaan-${name}-[\\d-]+\\.${format}"$`),
        );
        expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(20);
      }
    },
    SLOW_MS,
  );
});

/** The paths of the leaves below the nodes of the list, and of objects read whole. */
function pathsOf(query: string): Set<string> {
  const found = new Set<string>();
  const walk = (set: SelectionSetNode, before: string) => {
    for (const each of set.selections)
      if (each.kind === Kind.FIELD) {
        const at = before + each.name.value;
        found.add(at);
        if (each.selectionSet) walk(each.selectionSet, `${at}.`);
      }
  };
  visit(parse(query), {
    Field(node) {
      if (node.alias?.value !== 'list') return undefined;
      const edges = node.selectionSet!.selections.find((each) => each.kind === Kind.FIELD && each.name.value === 'edges');
      const inner = edges?.kind === Kind.FIELD ? edges.selectionSet!.selections[0] : node;
      if (inner?.kind === Kind.FIELD) walk(inner.selectionSet!, '');
      return false;
    },
  });
  return found;
}

describe('reservations', () => {
  test('holds what the screen finds with the same filter and the same rights, page after page', async () => {
    const mine = await reserve([await unit()]);
    const theirs = await reserve([await unit()], other);
    const seen = await csvOf('reservaties', 'csv', {}, own);
    expect(seen[0]).toMatch(/^Nummer;Staat;Eerste dag;/);
    expect(seen.some((line) => line.startsWith(mine.number))).toBe(true);
    expect(seen.some((line) => line.startsWith(theirs.number))).toBe(false);
    const all = await csvOf('reservaties', 'csv', { filter: { text: theirs.number }, first: 1 }, planner);
    expect(all).toHaveLength(2);
    expect(all[1]).toContain(`${theirs.number};aangevraagd;`);
  });

  test('reads past the first page', async () => {
    const { manager } = app.database.app;
    await manager.query(
      `INSERT INTO reservation (organisation_id, requester_id, site_id, first_day, last_day, during, state)
       SELECT r.organisation_id, r.requester_id, r.site_id, '2020-01-06', '2020-01-06',
              tstzrange('2020-01-06T07:00Z', '2020-01-06T16:00Z'), 'CANCELLED'
         FROM (SELECT * FROM reservation LIMIT 1) r, generate_series(1, 230)`,
    );
    const [, ...lines] = await csvOf('reservaties', 'csv', { filter: { states: ['CANCELLED'] } }, planner);
    expect(lines).toHaveLength(230);
    expect(new Set(lines.map((line) => line.split(';')[0])).size).toBe(230);
  });

  test('is a workbook with dates in the language that is asked', async () => {
    const made = await reserve([await unit()], own, { details: { groupSize: 8, purpose: '=1+1' } });
    const answer = await get('reservaties', 'xlsx', { filter: { text: made.number } }, own, 'fr');
    const [headings, row] = await readSheet(Buffer.from(await answer.arrayBuffer()));
    expect(headings!.slice(0, 3)).toEqual(['Numéro', 'État', 'Premier jour']);
    expect(row![2]).toBeInstanceOf(Date);
    expect(row![headings!.indexOf('Formation')]).toBe('=1+1');
    expect(row![headings!.indexOf('Groupe')]).toBe(8);
  });
});

test('the figures of a period are a report', async () => {
  const period = { from: '2026-01-01', to: '2026-12-31' };
  const sheets = await readXlsxFile(Buffer.from(await (await get('rapport', 'xlsx', period, planner)).arrayBuffer()));
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    'Overzicht',
    'Per doelgroep',
    'Per gebied',
    'Benutting per toestel',
    'Benutting per locatie',
  ]);
  const pdf = await get('rapport', 'pdf', period, planner);
  expect({ status: pdf.status, type: pdf.headers.get('content-type') }).toEqual({ status: 200, type: 'application/pdf' });
  expect((await get('rapport', 'pdf', period, own)).status).toBe(403);
  expect((await get('rapport', 'pdf', { from: 'x' }, planner)).status).toBe(400);
  expect((await get('rapport', 'csv', period, planner)).status).toBe(404);
});

test('a unit is a row, with what its model says', async () => {
  const made = await unit();
  const lines = await csvOf('toestellen', 'csv');
  expect(lines.find((line) => line.startsWith(made.code))).toContain(`${model.nameNl};`);
  expect(lines.find((line) => line.startsWith(made.code))).toContain(`;${home.name};`);
});

test('who may not see a list gets none, and a wrong filter is said to be one', async () => {
  expect((await get('reservaties', 'csv')).status).toBe(401);
  expect((await get('spoor', 'xlsx', {}, planner)).status).toBe(403);
  expect((await get('reservaties', 'csv', { filter: { scope: 'ALL' } }, own)).status).toBe(403);
  expect((await get('reservaties', 'csv', { filter: { states: ['NO'] } }, own)).status).toBe(400);
  expect((await get('nergens', 'csv', {}, own)).status).toBe(404);
  expect((await get('reservaties', 'exe', {}, own)).status).toBe(404);
  expect((await fetch(`${app.url}/export/reservaties.csv?variables=[`, { headers: { cookie: own } })).status).toBe(400);
});

test('leaves a trace of who took which list', async () => {
  await csvOf('reservaties', 'csv', {}, planner);
  const [trace] = await rows<{ entity_id: string; actor_role: string; changes: object }>(
    `SELECT entity_id, actor_role, changes FROM audit_entry WHERE action = 'list.export' ORDER BY id DESC LIMIT 1`,
    [],
  );
  expect(trace).toMatchObject({ entity_id: 'reservaties', actor_role: 'PLANNER', changes: { format: { after: 'csv' } } });
});
