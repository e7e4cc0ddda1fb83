import { dayAhead } from '../../../../test/place-factories.js';
import * as centres from '../../../reservations/centres.fixture.js';
import { readSettings } from '../../../platform/settings.js';
import { bookedLeg, makeDriver, makeVan, plan, readTrip, turn } from '../../trips/trips.fixture.js';
import { writeProposal } from '../proposals/write-proposal.js';
import { PlanJob } from '../jobs/plan-job.entity.js';
import type { Draft } from '../proposals/draft.js';
import { planTrips, type TripDetails } from './plan-trips.js';

centres.openCentres();

const settings = readSettings({ DATABASE_URL: 'postgresql://x@localhost/x' });
const WEEK = { firstDay: dayAhead(7), lastDay: dayAhead(11), seconds: 1, seed: 1, iterations: 200 };
const watch = { signal: new AbortController().signal, progress: () => undefined };
const work = () => planTrips(centres.app.database.app.manager, settings, WEEK, watch);
const tripsOf = ({ items }: Draft) => items.map(({ details }) => details as TripDetails);
const legsOf = (draft: Draft) => tripsOf(draft).flatMap(({ legs }) => legs.map(({ id }) => id));

const ACCEPT = `mutation ($input: AcceptProposalInput!) { result: acceptProposal(input: $input) { __typename
  ... on PlanJob { proposal { items { id state refusalCodes } } } ... on Refusal { reasons { code } } } }`;

/** A plan that the worker has written down, with the ids of its parts. */
async function written(draft: Draft): Promise<{ id: string; itemIds: string[] }> {
  const { manager } = centres.app.database.app;
  const [{ id: createdBy }] = (await centres.rows<{ id: string }>(
    `SELECT id FROM person WHERE role = 'PLANNER' LIMIT 1`,
    [],
  )) as [{ id: string }];
  const weights = { fairness: 'SOME', access: 'SOME', groups: 'SOME', distance: 'SOME', idle: 'SOME' } as const;
  const { firstDay, lastDay, seconds, seed } = WEEK;
  const job = await manager.getRepository(PlanJob).save({
    kind: 'TRIPS',
    state: 'DONE',
    firstDay,
    lastDay,
    seconds,
    seed,
    weights,
    createdBy,
    endedAt: new Date(),
  });
  const id = await writeProposal(manager, job.id, draft);
  const items = await centres.rows<{ id: string }>('SELECT id FROM proposal_item WHERE proposal_id = $1 ORDER BY position', [id]);
  return { id, itemIds: items.map((item) => item.id) };
}

const accept = async ({ id, itemIds }: { id: string; itemIds: string[] }, idempotencyKey = centres.nextKey('accept')) => {
  const { data, errors } = await centres.app.graphql(ACCEPT, { input: { id, itemIds, idempotencyKey } }, centres.planner);
  expect(errors).toBeUndefined();
  return (data as unknown as { result: { __typename: string; reasons?: { code: string }[] } }).result;
};

test(
  'open legs become trips; accepted they are drafts, once; what changed meanwhile is refused and nothing is done',
  async () => {
    await makeVan();
    await makeDriver();
    const [a, b] = [await bookedLeg(), await bookedLeg()];
    const heavy = await bookedLeg({ massKg: 2_000 });
    const draft = await work();
    expect(legsOf(draft).toSorted()).toEqual([a.legId, b.legId].toSorted());
    expect(draft.items).toHaveLength(1);
    expect(draft.figures).toMatchObject({ served: 2, asked: 3 });
    expect(draft.leftOut).toMatchObject([{ reservationId: heavy.id, refusal: { code: 'TRIP_TOO_HEAVY', needed: '1100' } }]);
    // Nothing of it holds yet.
    expect(await centres.rows('SELECT 1 FROM trip', [])).toEqual([]);

    const proposal = await written(draft);
    const key = centres.nextKey('accept');
    for (const _ of [1, 2]) expect(await accept(proposal, key)).toMatchObject({ __typename: 'PlanJob' });
    const trips = await centres.rows<{ id: string; state: string }>('SELECT id, state FROM trip', []);
    expect(trips).toMatchObject([{ state: 'DRAFT' }]);
    expect((await readTrip(trips[0]!.id))!.stops).toHaveLength(4);

    // A trip that is there stays as it is: its legs are asked no more, its van and driver go on when they are back.
    const c = await bookedLeg();
    const later = await work();
    expect(legsOf(later)).toEqual([c.legId]);
    const [{ vehicleId, driverId }] = tripsOf(draft) as [TripDetails];
    expect(tripsOf(later)[0]).toMatchObject({ vehicleId, driverId });
    const more = await written(later);
    expect(await accept(more)).toMatchObject({ __typename: 'PlanJob' });
    expect(await centres.rows('SELECT 1 FROM trip', [])).toHaveLength(2);

    // Both are out all day by now.
    await makeVan();
    await makeDriver();
    const d = await bookedLeg();
    const again = await written(await work());
    const { version } = (await centres.rows<{ version: number }>('SELECT version FROM reservation WHERE id = $1', [d.id]))[0]!;
    await centres.act('cancelReservation', { id: d.id, version }, centres.planner);
    expect(await accept(again)).toMatchObject({ __typename: 'Refusal', reasons: [{ code: 'STATE_CHANGED' }] });
    expect(await centres.rows('SELECT state FROM proposal_item WHERE proposal_id = $1', [again.id])).toEqual([
      { state: 'STALE' },
    ]);
    expect(await centres.rows('SELECT 1 FROM trip', [])).toHaveLength(2);
  },
  centres.SLOW_MS,
);

test(
  'two planners accept proposals with the same leg at the same moment: one has it',
  async () => {
    await makeVan();
    await makeDriver();
    await bookedLeg();
    const draft = await work();
    const [first, second] = [await written(draft), await written(draft)];
    const both = await Promise.all([accept(first), accept(second)]);
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['PlanJob', 'Refusal']);
    const legs = legsOf(draft);
    expect(
      await centres.rows('SELECT leg_id FROM stop WHERE leg_id = ANY($1::uuid[]) AND kind = $2', [legs, 'DELIVER']),
    ).toHaveLength(legs.length);
  },
  centres.SLOW_MS,
);

test(
  'without vans or drivers everything is left out, with the reason',
  async () => {
    await centres.rows('UPDATE vehicle SET active = false', []);
    const { legId, id } = await bookedLeg();
    const draft = await work();
    expect(draft.items).toEqual([]);
    expect(draft.leftOut.map(({ reservationId }) => reservationId)).toContain(id);
    await centres.rows('UPDATE vehicle SET active = true', []);
    const van = await makeVan();
    const driver = await makeDriver();
    const day = dayAhead(7);
    const trip = await plan({ day, vehicleId: van.id, driverId: driver.id, legIds: [legId] });
    expect(await turn(trip, 'PUBLISHED')).toMatchObject({ state: 'PUBLISHED' });
    expect(legsOf(await work())).not.toContain(legId);
  },
  centres.SLOW_MS,
);
