import { jest } from '@jest/globals';
import { addDays, dayOf, weekday } from '@karavaan/domain';
import { makeOrganisation } from '../../test/factories.js';
import { dayAhead, makeModel, makeSite, makeTravel, makeUnit } from '../../test/place-factories.js';
import {
  act,
  app,
  changesNothing,
  codes,
  far,
  fixedUnit,
  home,
  host,
  mailsAbout,
  other,
  otherOrganisation,
  own,
  ownOrganisation,
  planner,
  refused,
  reserve,
  rows,
  traceOf,
  unit,
  wish,
  openCentres,
} from './centres.fixture.js';

openCentres();

describe('a centre', () => {
  test('holds a kit, keeps it while the form is open, and submits it', async () => {
    const held = await act('holdKit', wish([await unit()]), own);
    expect(held).toMatchObject({ state: 'HELD', stays: [{ active: true }] });
    const extended = await act('extendHold', { id: held.id }, own);
    const submitted = await act(
      'submitReservation',
      { id: held.id, version: extended.version, details: { groupSize: 10, contactName: 'An Peeters' } },
      own,
    );
    expect(submitted).toMatchObject({ id: held.id, state: 'SUBMITTED', groupSize: 10 });
    expect(await mailsAbout(held)).toEqual(['submitted fr']);
    expect((await traceOf(held)).at(-1)).toBe('reservation.submit');
    // The days stay, and with them what was warned of: only what changed is told.
    const [trace] = await rows<{ changes: object }>(
      `SELECT changes FROM audit_entry WHERE entity_id = $1 AND action = 'reservation.submit'`,
      [held.id],
    );
    expect(Object.keys(trace!.changes).toSorted()).toEqual(['contactName', 'groupSize', 'holdExpiresAt', 'state', 'warnings']);
  });

  test('gives a hold back, and cannot submit it any more', async () => {
    const kit = await unit();
    const held = await act('holdKit', wish([kit]), own);
    expect(await act('releaseHold', { id: held.id }, own)).toMatchObject({ state: 'EXPIRED', stays: [{ active: false }] });
    const late = { id: held.id, version: held.version + 1, details: {} };
    expect(await changesNothing(() => act('submitReservation', late, own))).toMatchObject(refused('HOLD_EXPIRED'));
    const listed = 'query ($of: ReservationFilter) { reservations(filter: $of) { edges { node { id } } } }';
    const cancelled = await app.graphql(listed, { of: { states: ['CANCELLED'] } }, own);
    expect(JSON.stringify(cancelled.data)).not.toContain(held.id);
    expect((await reserve([kit], other)).state).toBe('SUBMITTED');
  });

  test('cannot submit a hold whose time has passed', async () => {
    const held = await act('holdKit', wish([await unit()]), own);
    await rows(`UPDATE reservation SET hold_expires_at = now() - interval '1 minute' WHERE id = $1`, [held.id]);
    const late = { id: held.id, version: held.version, details: {} };
    expect(await changesNothing(() => act('submitReservation', late, own))).toMatchObject(refused('HOLD_EXPIRED'));
  });

  test('submits a hold whose time passes while that is done: what came in time is not refused half-way', async () => {
    const held = await act('holdKit', wish([await unit()]), own);
    await rows(`UPDATE reservation SET hold_expires_at = now() - interval '1 second' WHERE id = $1`, [held.id]);
    // The clock of this process lags, so that the hold is judged live and the database finds it over a moment later.
    const now = Date.now;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() - 60_000);
    const submitted = await act('submitReservation', { id: held.id, version: held.version, details: {} }, own);
    clock.mockRestore();
    expect(submitted).toMatchObject({ state: 'SUBMITTED', stays: [{ active: true }] });
  });

  test('reserves several kits, all of them or none', async () => {
    const [one, two] = [await unit(), await unit()];
    await reserve([two], other);
    expect(await changesNothing(() => reserve([one, two]))).toMatchObject(refused('UNIT_TAKEN'));
    expect((await reserve([one, await unit()])).stays).toHaveLength(2);
  });

  test('by model gets the unit that has least to travel', async () => {
    const { manager } = app.database.app;
    const kind = await makeModel(manager);
    await makeUnit(manager, kind, home);
    const near = await makeUnit(manager, kind, far);
    const booked = await reserve([], own, { unitIds: null, modelCodes: [kind.code] });
    expect(booked.stays).toEqual([{ unit: { id: near.id }, active: true }]);
    expect((await reserve([], own, { unitIds: null, modelCodes: [kind.code] })).stays[0]!.unit.id).not.toBe(near.id);
    expect(await reserve([], own, { unitIds: null, modelCodes: [kind.code] })).toMatchObject(refused('UNIT_TAKEN'));
  });

  test('is refused what is taken, with other dates, and without hearing who has it', async () => {
    const kit = await unit();
    const taken = await reserve([kit], other);
    const mine = await changesNothing(() => reserve([kit]));
    expect(mine.reasons).toEqual([{ code: 'UNIT_TAKEN', field: null, reservation: null }]);
    expect(mine.alternatives.map((alternative) => alternative.kind)).toContain('OTHER_DATES');
    // Who has it themselves, and the planner, do hear which one.
    expect((await reserve([kit], other)).reasons[0]!.reservation).toEqual({ id: taken.id });
    expect((await reserve([kit], planner)).reasons[0]!.reservation).toEqual({ id: taken.id });
  });

  test('acts for its own organisation only, and signed in', async () => {
    const kit = await unit();
    const forOther = () => reserve([kit], own, { organisationId: otherOrganisation });
    expect(await changesNothing(forOther)).toMatchObject(refused('NOT_ALLOWED', 'organisationId'));
    const signedOut = () => act('reserveKit', wish([kit], { details: {} }));
    expect(await changesNothing(signedOut)).toMatchObject(refused('NOT_SIGNED_IN'));
  });

  test('sees nothing of another organisation’s reservation, and cannot touch it', async () => {
    const theirs = await reserve([await unit()], other);
    const read = (as?: string) => app.graphql('query ($id: ID!) { reservation(id: $id) { id } }', { id: theirs.id }, as);
    expect((await read(own)).data).toEqual({ reservation: null });
    expect((await read()).data).toEqual({ reservation: null });
    expect((await read(other)).data).toEqual({ reservation: { id: theirs.id } });
    const list = await app.graphql('{ reservations(first: 100) { edges { node { organisation { id } } } } }', {}, own);
    const { edges } = (list.data as unknown as Record<'reservations', { edges: { node: { organisation: { id: string } } }[] }>)
      .reservations;
    expect(new Set(edges.map(({ node }) => node.organisation.id))).toEqual(new Set([ownOrganisation]));
    const { id, version } = theirs;
    for (const verb of ['cancelReservation', 'confirmReservation', 'reinstateReservation'] as const)
      expect(await changesNothing(() => act(verb, { id, version }, own))).toMatchObject(refused('NOT_FOUND', 'id'));
    expect(await changesNothing(() => act('cancelReservation', { id, version }))).toMatchObject(refused('NOT_SIGNED_IN'));
  });

  test('does not decide on its own wish', async () => {
    const { id, version } = await reserve([await unit()]);
    expect(await changesNothing(() => act('confirmReservation', { id, version }, own))).toMatchObject(refused('NOT_ALLOWED'));
    const no = { id, version, reason: 'Nee dank u' };
    expect(await changesNothing(() => act('rejectReservation', no, own))).toMatchObject(refused('NOT_ALLOWED'));
  });

  test.each([
    ['lastDay', { firstDay: dayAhead(2), lastDay: dayAhead(1) }],
    ['lastDay', { lastDay: dayAhead(90) }],
    ['siteId', { siteId: 'nowhere' }],
    ['unitIds', { unitIds: [] }],
    ['groupSize', { details: { groupSize: 0 } }],
    ['purpose', { details: { purpose: 'x'.repeat(201) } }],
    ['idempotencyKey', { idempotencyKey: 'short' }],
  ])('hears that %s is wrong, and nothing has changed', async (field, wrong) => {
    const kit = await unit();
    expect(await changesNothing(() => reserve([kit], own, wrong))).toMatchObject(refused('INVALID_INPUT', field));
  });

  test('cannot book the past', async () => {
    const kit = await unit();
    const yesterday = addDays(dayOf(Date.now()), -1);
    const result = await changesNothing(() => reserve([kit], own, { firstDay: yesterday, lastDay: yesterday }));
    expect(result).toMatchObject(refused('IN_THE_PAST'));
  });
});

describe('a decision', () => {
  test('is made once, on what was seen, and told to who asked', async () => {
    const wanted = await reserve([await unit()]);
    const seen = { id: wanted.id, version: wanted.version };
    expect(await act('confirmReservation', seen, planner)).toMatchObject({ state: 'CONFIRMED', version: 2 });
    const again = () => act('confirmReservation', seen, planner);
    expect(await changesNothing(again)).toMatchObject(refused('STATE_CHANGED'));
    const late = () => act('rejectReservation', { ...seen, version: 2, reason: 'Te laat' }, planner);
    expect(await changesNothing(late)).toMatchObject(refused('STATE_CHANGED'));
    expect(await mailsAbout(wanted)).toEqual(['submitted fr', 'confirmed fr']);
    expect(await traceOf(wanted)).toEqual(['reservation.submit', 'reservation.confirm']);
  });

  test('on an old version is refused', async () => {
    const wanted = await reserve([await unit()]);
    await act('changeReservation', { input: { id: wanted.id, version: 1, details: { groupSize: 9 } } }, own);
    const old = () => act('confirmReservation', { id: wanted.id, version: 1 }, planner);
    expect(await changesNothing(old)).toMatchObject(refused('STATE_CHANGED'));
  });

  test('against it gives its reason and the time back', async () => {
    const kit = await unit();
    const { id, version } = await reserve([kit]);
    const mute = () => act('rejectReservation', { id, version, reason: ' ' }, planner);
    expect(await changesNothing(mute)).toMatchObject(refused('INVALID_INPUT', 'reason'));
    const rejected = await act('rejectReservation', { id, version, reason: 'In herstelling' }, planner);
    expect(rejected).toMatchObject({ state: 'REJECTED', stays: [{ active: false }] });
    expect(await mailsAbout({ id })).toEqual(['submitted fr', 'rejected fr']);
    const [mail] = await rows<{ body_text: string }>(
      `SELECT body_text FROM mail WHERE template = 'rejected' AND body_text LIKE '%' || $1 || '%'`,
      [id],
    );
    expect(mail!.body_text).toContain('In herstelling');
    expect((await reserve([kit], other)).state).toBe('SUBMITTED');
  });

  test('about a guest on a fixed unit is the host’s, at the host’s site', async () => {
    const booth = await fixedUnit();
    const guest = await reserve([booth]);
    expect(guest.site.id).toBe(home.id);
    const { id, version } = guest;
    expect(await changesNothing(() => act('confirmReservation', { id, version }, other))).toMatchObject(refused('NOT_FOUND'));
    expect(await act('confirmReservation', { id, version }, host)).toMatchObject({ state: 'CONFIRMED' });
    // Of a kit that travels to others the home site decides nothing.
    const kit = await reserve([await unit()]);
    const wrong = () => act('confirmReservation', { id: kit.id, version: kit.version }, host);
    expect(await changesNothing(wrong)).toMatchObject(refused('NOT_FOUND'));
  });
});

describe('a planner', () => {
  test('reserves in the name of an organisation that exists', async () => {
    const kit = await unit();
    const nobody = '00000000-0000-4000-8000-000000000000';
    const wrong = () => reserve([kit], planner, { organisationId: nobody });
    expect(await changesNothing(wrong)).toMatchObject(refused('NOT_FOUND', 'organisationId'));
    const gone = await makeOrganisation(app.database.app.manager, { active: false });
    const late = () => reserve([kit], planner, { organisationId: gone.id });
    expect(await changesNothing(late)).toMatchObject(refused('NOT_FOUND', 'organisationId'));
    const { id } = await reserve([kit], planner, { organisationId: otherOrganisation });
    const [row] = await rows<{ organisation_id: string }>('SELECT organisation_id FROM reservation WHERE id = $1', [id]);
    expect(row!.organisation_id).toBe(otherOrganisation);
  });

  test('passes by what rests on an estimate, with a reason that is kept; never by what is taken', async () => {
    const kit = await unit();
    const crowd = { details: { groupSize: 14 } };
    expect(await changesNothing(() => reserve([kit], planner, crowd))).toMatchObject(refused('GROUP_TOO_LARGE'));
    const overrideReason = 'Twee groepen om beurten';
    const mine = () => reserve([kit], own, { ...crowd, overrideReason });
    expect(await changesNothing(mine)).toMatchObject(refused('NOT_ALLOWED', 'overrideReason'));
    const passed = await reserve([kit], planner, { ...crowd, overrideReason });
    expect(passed).toMatchObject({ state: 'SUBMITTED', overrideReason, overridden: ['GROUP_TOO_LARGE'] });
    expect(await act('confirmReservation', { id: passed.id, version: 1 }, planner)).toMatchObject({ state: 'CONFIRMED' });
    const taken = await changesNothing(() => reserve([kit], planner, { ...crowd, overrideReason }));
    expect(codes(taken)).toEqual(['UNIT_TAKEN']);
    const next = { firstDay: dayAhead(2), lastDay: dayAhead(2), siteId: home.id, overrideReason };
    expect(codes(await changesNothing(() => reserve([kit], planner, next)))).toEqual(['TOO_FAR_BEFORE']);
  });

  test('passes by a closed day where nobody told the hours, and not where somebody did', async () => {
    const { manager } = app.database.app;
    const told = await makeSite(manager, { openingHoursAssumed: false });
    await makeTravel(manager, home, told, 60);
    let sunday = dayAhead(4);
    while (weekday(sunday) !== 7) sunday = addDays(sunday, 1);
    const kit = await unit();
    const on = { firstDay: sunday, lastDay: sunday, overrideReason: 'Opendeurdag' };
    expect(await changesNothing(() => reserve([kit], planner, { ...on, siteId: told.id }))).toMatchObject(refused('SITE_CLOSED'));
    expect(await reserve([kit], planner, on)).toMatchObject({ state: 'SUBMITTED', overridden: ['SITE_CLOSED'] });
  });

  test('does not pass by a measured limit', async () => {
    const { manager } = app.database.app;
    const kit = await makeUnit(manager, await makeModel(manager, { maxParticipants: 6, participantsBasis: 'MEASURED' }), home);
    const overrideReason = 'Het past wel';
    expect(await changesNothing(() => reserve([kit], planner, { overrideReason }))).toMatchObject(refused('GROUP_TOO_LARGE'));
  });
});
