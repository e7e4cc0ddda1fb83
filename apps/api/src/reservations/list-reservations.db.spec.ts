import { addDays, dayOf } from '@karavaan/domain';
import { makePerson } from '../../test/factories.js';
import { dayAhead, makeReservation } from '../../test/place-factories.js';
import type { ReservationState } from './enums.js';
import { act, app, far, openCentres, other, own, ownOrganisation, planner, reserve, unit } from './centres.fixture.js';

openCentres();

const LIST = 'query ($text: String) { reservations(filter: { text: $text }) { totalCount edges { node { number } } } }';

test('words find a reservation by its number and its kit, and only for who may see it', async () => {
  const kit = await unit();
  const { number } = await reserve([kit]);
  for (const text of [number, kit.code.toLowerCase()])
    expect((await app.graphql(LIST, { text }, own)).data).toEqual({
      reservations: { totalCount: 1, edges: [{ node: { number } }] },
    });
  expect((await app.graphql(LIST, { text: 'no such words' }, own)).data).toMatchObject({ reservations: { totalCount: 0 } });
  expect((await app.graphql(LIST, { text: number }, other)).data).toMatchObject({ reservations: { totalCount: 0 } });
});

const PAGES = `query ($filter: ReservationFilter, $order: ReservationOrder, $after: String, $first: Int!) {
  reservations(filter: $filter, order: $order, after: $after, first: $first) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`;
type Page = { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string } }[] };

async function page(as: string, variables: object): Promise<Page> {
  const { data, errors } = await app.graphql(PAGES, { first: 2, ...variables }, as);
  expect(errors).toBeUndefined();
  return (data as unknown as { reservations: Page }).reservations;
}
const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id);

/** Every page after the other; between two of them `meanwhile` happens. */
async function allPages(as: string, variables: object, meanwhile = async (_seen: string[]) => {}): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const found: Page = await page(as, { ...variables, after });
    ids.push(...idsOf(found));
    if (!found.pageInfo.hasNextPage) return ids;
    await meanwhile(ids);
    after = found.pageInfo.endCursor;
  }
}

describe('of a purpose', () => {
  const made: Record<string, string> = {};
  const make = async (name: string, firstDay: string, lastDay: string, state: ReservationState = 'CONFIRMED') => {
    const { manager } = app.database.owner;
    const site = { ...far, organisationId: ownOrganisation };
    const used = state === 'ENDED' ? { participants: 8, hoursUsed: 4 } : {};
    const reservation = await makeReservation(
      manager,
      { units: [await unit()], site, firstDay, lastDay },
      { state, purpose: 'Volgorde', ...used, requesterId: (await makePerson(manager, { organisationId: ownOrganisation })).id },
    );
    made[name] = reservation.id;
  };
  const named = (ids: string[]) => ids.map((id) => Object.keys(made).find((name) => made[name] === id));
  const filter = { text: 'volgorde' };

  beforeAll(async () => {
    const today = dayOf(Date.now());
    // Not in the order of their days; two of them begin on the same day.
    await make('far', dayAhead(9), dayAhead(10));
    await make('near', dayAhead(2), dayAhead(3));
    await make('near too', dayAhead(2), dayAhead(2));
    await make('over', addDays(today, -9), addDays(today, -8));
    await make('runs', addDays(today, -1), addDays(today, 1));
    await make('used', addDays(today, -2), addDays(today, 2), 'ENDED');
  });

  test('pages go from the soonest to the latest, or the other way round, each one once', async () => {
    const soonest = ['over', 'used', 'runs', 'near', 'near too', 'far'];
    expect(named(await allPages(own, { filter, order: 'SOONEST_FIRST' }))).toEqual(soonest);
    expect(named(await allPages(own, { filter, order: 'LATEST_FIRST' }))).toEqual(soonest.toReversed());
    expect(named(await allPages(own, { filter }))).toEqual(soonest.toReversed());
    expect((await page(own, { filter })).totalCount).toBe(6);
  });

  test('what is over is past, or was used; what still runs is not', async () => {
    expect(named(await allPages(own, { filter: { ...filter, over: true } }))).toEqual(['used', 'over']);
  });
});

test('what waits for a decision comes oldest first, and none is passed over when one is decided between two pages', async () => {
  const wishes: string[] = [];
  for (let at = 0; at < 5; at++) wishes.push((await reserve([await unit()], own, { details: { purpose: 'Wacht' } })).id);
  const filter = { toDecide: true, text: 'wacht' };
  const seen = await allPages(planner, { filter }, async ([first]) => {
    await act('confirmReservation', { id: first, version: 1 }, planner);
  });
  expect(seen).toEqual(wishes);
});

test.each(['["x",1]', '["2026-11-23","x"]', '["2026-02-30",1]', '["2026-11-23",1,2]', 'no list'])(
  'a cursor of %s is refused by name',
  async (position) => {
    const after = Buffer.from(position).toString('base64url');
    const { errors } = await app.graphql(PAGES, { first: 2, after }, own);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'after' } }]);
  },
);
