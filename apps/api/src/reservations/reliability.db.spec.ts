import { addDays, dayOf } from '@karavaan/domain';
import { dayAhead, makeReservation } from '../../test/place-factories.js';
import { app, far, openCentres, other, own, ownOrganisation, planner, rows, traceOf, unit } from './centres.fixture.js';
import type { Reservation } from './reservation.entity.js';

openCentres();

const QUERY = `query ($id: ID!) { reservation(id: $id) { state version cancelledLate noShow allowedActions
  reliability { reservations cancelledLate noShows } } }`;
interface Seen {
  version: number;
  state: string;
  cancelledLate: boolean;
  noShow: boolean;
  allowedActions: string[];
  reliability: { reservations: number; cancelledLate: number; noShows: number } | null;
}
const look = async ({ id }: Reservation, as = planner) =>
  ((await app.graphql(QUERY, { id }, as)).data as unknown as { reservation: Seen }).reservation;
const write = async (name: string, reservation: Reservation, as: string, more = '') => {
  const { version } = await look(reservation);
  const { data, errors } = await app.graphql(
    `mutation ($id: ID!, $version: Int!) { result: ${name}(id: $id, version: $version${more}) { ... on Reservation { id } ... on Refusal { reasons { code } } } }`,
    { id: reservation.id, version },
    as,
  );
  expect(errors).toBeUndefined();
  return (data as unknown as { result: { id?: string; reasons?: { code: string }[] } }).result;
};
const booked = async (firstDay: string, more: Partial<Reservation> = {}) =>
  makeReservation(
    app.database.app.manager,
    { units: [await unit()], site: far, firstDay },
    { state: 'CONFIRMED', organisationId: ownOrganisation, ...more },
  );

test('who booked and cancels inside the notice is late; in time, by the planner, or restored is not', async () => {
  const [soon, later, byPlanner] = [await booked(dayAhead(0)), await booked(dayAhead(60)), await booked(dayAhead(0))];
  // It began yesterday: later than any notice.
  await rows('UPDATE reservation SET first_day = $2, last_day = $3 WHERE id = ANY($1)', [
    [soon.id, byPlanner.id],
    addDays(dayOf(Date.now()), -1),
    dayOf(Date.now()),
  ]);
  await write('cancelReservation', soon, own);
  await write('cancelReservation', later, own);
  await write('cancelReservation', byPlanner, planner);
  expect([await look(soon), await look(later), await look(byPlanner)].map((each) => each.cancelledLate)).toEqual([
    true,
    false,
    false,
  ]);
  expect((await look(soon)).reliability).toMatchObject({ cancelledLate: 1, noShows: 0 });
});

test('a planner notes that nobody came, and takes it back; only of what was agreed, has begun and was not handed over', async () => {
  const today = dayOf(Date.now());
  const mine = await booked(today);
  expect(await write('noteNoShow', mine, own, ', noShow: true')).toMatchObject({ reasons: [{ code: 'NOT_ALLOWED' }] });
  expect((await look(mine)).allowedActions).toContain('NO_SHOW');
  await write('noteNoShow', mine, planner, ', noShow: true');
  await write('noteNoShow', mine, planner, ', noShow: true');
  expect(await look(mine)).toMatchObject({ noShow: true, state: 'CONFIRMED', reliability: { noShows: 1 } });
  await write('noteNoShow', mine, planner, ', noShow: false');
  expect((await look(mine)).noShow).toBe(false);
  expect(await traceOf(mine)).toEqual(['reservation.noShow', 'reservation.noShow']);

  const [ahead, gone, asked] = [await booked(dayAhead(3)), await booked(today), await booked(today, { state: 'SUBMITTED' })];
  await rows(`UPDATE occupancy SET stay_state = 'ON_SITE' WHERE reservation_id = $1`, [gone.id]);
  expect(await write('noteNoShow', ahead, planner, ', noShow: true')).toMatchObject({ reasons: [{ code: 'INVALID_INPUT' }] });
  for (const each of [gone, asked])
    expect(await write('noteNoShow', each, planner, ', noShow: true')).toMatchObject({ reasons: [{ code: 'STATE_CHANGED' }] });
});

test('others than who plans do not see how an organisation kept to it', async () => {
  const mine = await booked(dayAhead(5));
  expect((await look(mine, own)).reliability).toBeNull();
  expect(await look(mine, other)).toBeNull();
});
