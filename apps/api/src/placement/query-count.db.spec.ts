import pg from 'pg';
import { startTestApp, type TestApp } from '../../test/app.js';
import { makePerson } from '../../test/factories.js';
import { dayAhead, makeModel, makeReservation, makeSite, makeTravel, makeUnit } from '../../test/place-factories.js';
import { forgetWorld } from './world.js';

const SLOW_MS = 60_000;
const UNIT = `id code homeSite { id name organisation { name } } owner { name } model { code name { nl } }`;
const REASON = `code unit { code } site { name organisation { name } } reservation { number organisation { name } }`;
const RESERVATION = `id number state allowedActions extraKm organisation { name } requester { name } decidedBy { name }
  site { name organisation { name } } stays { unit { ${UNIT} } site { name } } warnings { ${REASON} } conflicts { ${REASON} } history { action actorName }`;

const PAGES: Record<string, string> = {
  search: `query ($first: Int!, $site: ID!, $day: Date!) { page: availability(first: $first, input: { firstDay: $day, lastDay: $day, siteId: $site }) {
      totalCount freeCount edges { node { verdict unit { ${UNIT} placeOn(date: $day) { name } } standsAt { name organisation { name } }
        reasons { ${REASON} } warnings { code site { name } } alternatives { kind unit { ${UNIT} } site { name } } days { date status } } } } }`,
  reservations: `query ($first: Int!) { page: reservations(first: $first) { totalCount edges { node { ${RESERVATION} } } } }`,
  'the inbox with its conflicts': `query ($first: Int!) { page: reservations(first: $first, filter: { toDecide: true }) { totalCount edges { node { ${RESERVATION} } } } }`,
  catalogue: `query ($first: Int!) { page: catalogue(first: $first) { totalCount facets { domains { value count } }
      edges { node { code name { nl } unitCount units { ${UNIT} } packingList { box quantity name { nl } } } } } }`,
  sites: `query ($first: Int!) { page: sites(first: $first) { totalCount edges { node { name organisation { name sites { name } } } } } }`,
};

let app: TestApp;
let planner: string;
let siteId: string;

/** Fifty of everything: sites, models, units and submitted reservations, some of them in each other's way. */
beforeAll(async () => {
  app = await startTestApp();
  const { manager } = app.database.app;
  planner = await app.signInAs(await makePerson(manager, { role: 'PLANNER' }));
  const centre = await makeSite(manager);
  siteId = centre.id;
  for (let at = 0; at < 50; at++) {
    const site = await makeSite(manager);
    await makeTravel(manager, centre, site, 30 + at);
    const unit = await makeUnit(manager, await makeModel(manager, { powerNeed: 'V230_16A' }), site);
    await makeReservation(manager, { units: [unit], site, firstDay: dayAhead(at % 2 ? 0 : 1) }, { groupSize: 90 });
    await makeReservation(manager, { units: [unit], site: centre, firstDay: dayAhead(8) });
  }
}, SLOW_MS);
afterAll(() => app.close());

/** The statements that one request sends to the database, and how many rows its page has. */
async function statementsOf(query: string, first: number): Promise<{ rows: number; statements: string[] }> {
  forgetWorld();
  const statements: string[] = [];
  const original = pg.Client.prototype.query as (...parameters: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...parameters: unknown[]) {
    const [asked] = parameters as [string | { text: string }];
    statements.push(typeof asked === 'string' ? asked : asked.text);
    return original.apply(this, parameters);
  } as never;
  try {
    const { data, errors } = await app.graphql(query, { first, site: siteId, day: dayAhead(0) }, planner);
    expect(errors).toBeUndefined();
    return { rows: (data as unknown as { page: { edges: unknown[] } }).page.edges.length, statements };
  } finally {
    pg.Client.prototype.query = original as never;
  }
}

test.each(Object.keys(PAGES))(
  'a page of %s costs as many statements with 5 rows as with 50',
  async (name) => {
    await statementsOf(PAGES[name]!, 5); // what is only asked once per connection
    const few = await statementsOf(PAGES[name]!, 5);
    const many = await statementsOf(PAGES[name]!, 50);
    expect([few.rows, many.rows]).toEqual([5, 50]);
    expect(few.statements.length).toBeGreaterThan(2);
    // The texts themselves, so that a difference shows which one repeats.
    expect(many.statements.map(shape).sort()).toEqual(few.statements.map(shape).sort());
    expect(many.statements.length).toBeLessThan(40);
  },
  SLOW_MS,
);

test('the counter sees a statement per row where there is one', async () => {
  const asked = Array.from({ length: 5 }, (_, at) => `a${at}: reservations(first: ${at + 1}) { totalCount }`);
  const query = (some: string[]) => `{ page: sites(first: 1) { edges { node { name } } } ${some.join(' ')} }`;
  const one = await statementsOf(query(asked.slice(0, 1)), 1);
  const five = await statementsOf(query(asked), 1);
  expect(five.statements.length).toBeGreaterThan(one.statements.length + 3);
});

/** A statement without its parameters' count, of which lists have one each. */
const shape = (statement: string) => statement.replace(/\$\d+(?:\s*,\s*\$\d+)*/g, '$').slice(0, 300);
