import { addDays, dayOf } from '@karavaan/domain';
import { dayAhead, makeReservation } from '../../test/place-factories.js';
import type { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import {
  act,
  app,
  changesNothing,
  codes,
  far,
  fixedUnit,
  home,
  host,
  nextKey,
  mailsAbout,
  other,
  own,
  ownOrganisation,
  planner,
  refused,
  reserve,
  rows,
  traceOf,
  unit,
  type Result,
  openCentres,
} from './centres.fixture.js';

openCentres();

describe('a change', () => {
  const change = (reservation: Result, more: object, as = own) =>
    act('changeReservation', { input: { id: reservation.id, version: reservation.version, ...more } }, as);

  test('passes the same guard as a new reservation', async () => {
    const kit = await unit();
    await reserve([kit], other, { firstDay: dayAhead(7), lastDay: dayAhead(8) });
    const mine = await reserve([kit]);
    const over = () => change(mine, { firstDay: dayAhead(8), lastDay: dayAhead(9) });
    expect(await changesNothing(over)).toMatchObject(refused('UNIT_TAKEN'));
    const beside = () => change(mine, { firstDay: dayAhead(9), lastDay: dayAhead(9), siteId: home.id });
    expect(await changesNothing(beside)).toMatchObject(refused('TOO_FAR_BEFORE'));
    const moved = await change(mine, { firstDay: dayAhead(1), lastDay: dayAhead(2) });
    expect(moved).toMatchObject({ state: 'SUBMITTED', firstDay: dayAhead(1), lastDay: dayAhead(2), stays: [{ active: true }] });
    expect(await mailsAbout(mine)).toEqual(['submitted fr', 'changed fr']);
  });

  test('of what was confirmed asks again when the centre makes it, not when a planner does', async () => {
    const mine = await reserve([await unit()]);
    const confirmed = await act('confirmReservation', { id: mine.id, version: 1 }, planner);
    const adjusted = await change(confirmed, { lastDay: dayAhead(2) }, planner);
    expect(adjusted.state).toBe('CONFIRMED');
    const words = await change(adjusted, { details: { remark: 'Poort achteraan' } });
    expect(words.state).toBe('CONFIRMED');
    expect((await change(words, { lastDay: dayAhead(3) })).state).toBe('SUBMITTED');
  });

  test('on an old version is refused', async () => {
    const mine = await reserve([await unit()]);
    await change(mine, { lastDay: dayAhead(2) });
    expect(await changesNothing(() => change(mine, { lastDay: dayAhead(3) }))).toMatchObject(refused('STATE_CHANGED'));
  });
});

describe('a cancellation', () => {
  test('gives the time back, and is undone while nobody took it', async () => {
    const mine = await reserve([await unit()]);
    const cancelled = await act('cancelReservation', { id: mine.id, version: 1 }, own);
    expect(cancelled).toMatchObject({ state: 'CANCELLED', stays: [{ active: false }] });
    const back = await act('reinstateReservation', { id: mine.id, version: cancelled.version }, own);
    expect(back).toMatchObject({ state: 'SUBMITTED', stays: [{ active: true }] });
    expect(await traceOf(mine)).toEqual(['reservation.submit', 'reservation.cancel', 'reservation.reinstate']);
    expect(await mailsAbout(mine)).toEqual(['submitted fr', 'cancelled fr', 'submitted fr']);
  });

  test('cannot be undone when somebody else has the time', async () => {
    const kit = await unit();
    const mine = await reserve([kit]);
    const cancelled = await act('cancelReservation', { id: mine.id, version: 1 }, own);
    expect((await reserve([kit], other)).state).toBe('SUBMITTED');
    const undo = () => act('reinstateReservation', { id: mine.id, version: cancelled.version }, own);
    expect(await changesNothing(undo)).toMatchObject(refused('UNIT_TAKEN'));
  });

  test('of what is over is refused', async () => {
    const day = addDays(dayOf(Date.now()), -3);
    const over = await makeReservation(
      app.database.app.manager,
      { units: [await unit()], site: far, firstDay: day },
      { state: 'CONFIRMED', organisationId: ownOrganisation },
    );
    const cancel = () => act('cancelReservation', { id: over.id, version: 1 }, own);
    expect(await changesNothing(cancel)).toMatchObject(refused('IN_THE_PAST'));
  });
});

describe('a report of use', () => {
  const report = (id: string, more: object = {}) =>
    act('reportUse', { id, version: 1, participants: 9, hoursUsed: 6.5, ...more }, own);

  test('ends a reservation that has begun', async () => {
    const fields = { state: 'CONFIRMED' as const, organisationId: ownOrganisation };
    const place = { units: [await unit()], site: far, firstDay: addDays(dayOf(Date.now()), -1) };
    const { id } = await makeReservation(app.database.app.manager, place, fields);
    expect(await changesNothing(() => report(id, { participants: -1 }))).toMatchObject(refused('INVALID_INPUT', 'participants'));
    expect(await report(id)).toMatchObject({ state: 'ENDED', stays: [{ active: true }] });
    const [row] = await rows('SELECT participants, hours_used FROM reservation WHERE id = $1', [id]);
    expect(row).toEqual({ participants: 9, hours_used: 6.5 });
    expect(await changesNothing(() => report(id, { version: 2 }))).toMatchObject(refused('STATE_CHANGED'));
  });

  test('comes too early for one that has not', async () => {
    const fields = { state: 'CONFIRMED' as const, organisationId: ownOrganisation };
    const place = { units: [await unit()], site: far, firstDay: dayAhead(0) };
    const { id } = await makeReservation(app.database.app.manager, place, fields);
    expect(await changesNothing(() => report(id))).toMatchObject(refused('STATE_CHANGED'));
  });
});

describe('a block', () => {
  const BLOCK = `mutation ($input: BlockInput!) { result: blockUnit(input: $input) { __typename ... on Block { id } ... on Refusal { reasons { code field reservation { id } } } } }`;
  const UNBLOCK = `mutation ($id: ID!) { result: unblockUnit(id: $id) { __typename ... on Done { ok } ... on Refusal { reasons { code field reservation { id } } } } }`;
  async function block(kit: EquipmentUnit, as: string, more: object = {}): Promise<Result> {
    const input = {
      idempotencyKey: nextKey('block'),
      unitId: kit.id,
      firstDay: dayAhead(0),
      lastDay: dayAhead(0),
    };
    const { data, errors } = await app.graphql(BLOCK, { input: { ...input, reason: 'Eigen les', ...more } }, as);
    expect(errors).toBeUndefined();
    return (data as unknown as { result: Result }).result;
  }
  const unblock = async (id: string, as: string) =>
    ((await app.graphql(UNBLOCK, { id }, as)).data as unknown as { result: Result }).result;

  async function blocksSeenBy(as: string, { code }: EquipmentUnit): Promise<unknown> {
    const query =
      'query ($code: String!) { unit: equipmentUnit(code: $code) { mayBlock blocks { id firstDay lastDay reason } } }';
    return (await app.graphql(query, { code }, as)).data!['unit'];
  }

  test('of a fixed unit is the host’s, and takes its time until it is taken away', async () => {
    const booth = await fixedUnit();
    expect(await changesNothing(() => block(booth, own))).toMatchObject(refused('NOT_ALLOWED'));
    const made = await block(booth, host);
    expect(made.__typename).toBe('Block');
    expect(await blocksSeenBy(host, booth)).toEqual({
      mayBlock: true,
      blocks: [{ id: made.id, firstDay: dayAhead(0), lastDay: dayAhead(0), reason: 'Eigen les' }],
    });
    expect(await blocksSeenBy(own, booth)).toEqual({ mayBlock: false, blocks: [] });
    expect(codes(await changesNothing(() => reserve([booth])))).toEqual(['UNIT_TAKEN']);
    expect(await changesNothing(() => block(booth, host))).toMatchObject(refused('UNIT_TAKEN'));
    expect(await changesNothing(() => unblock(made.id, own))).toMatchObject(refused('NOT_ALLOWED'));
    expect(await unblock(made.id, host)).toEqual({ __typename: 'Done', ok: true });
    expect(await traceOf(made)).toEqual(['unit.block', 'unit.unblock']);
    expect((await reserve([booth])).state).toBe('SUBMITTED');
  });

  test('of a kit is a planner’s, and never over a reservation or the way to the next one', async () => {
    const kit = await unit();
    expect(await changesNothing(() => block(kit, host))).toMatchObject(refused('NOT_ALLOWED'));
    await reserve([kit], own, { siteId: home.id, firstDay: dayAhead(0), lastDay: dayAhead(0) });
    await reserve([kit], own, { firstDay: dayAhead(2), lastDay: dayAhead(2) });
    expect(codes(await changesNothing(() => block(kit, planner)))).toEqual(['UNIT_TAKEN']);
    const between = { firstDay: dayAhead(1), lastDay: dayAhead(1) };
    expect(codes(await changesNothing(() => block(kit, planner, between)))).toEqual(['TOO_FAR_AFTER']);
    const behind = { firstDay: dayAhead(3), lastDay: dayAhead(4) };
    expect(await changesNothing(() => block(kit, planner, { ...behind, reason: '' }))).toMatchObject(
      refused('INVALID_INPUT', 'reason'),
    );
    expect((await block(kit, planner, behind)).__typename).toBe('Block');
  });
});
