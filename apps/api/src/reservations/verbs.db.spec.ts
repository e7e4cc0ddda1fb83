import { addDays, dayOf } from '@karavaan/domain';
import { startTestApp, type TestApp } from '../../test/app.js';
import { makeOrganisation, makePerson } from '../../test/factories.js';
import { dayAhead, makeModel, makeReservation, makeSite, makeTravel, makeUnit } from '../../test/place-factories.js';
import type { EquipmentModel } from '../equipment/equipment-model.entity.js';
import type { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import type { Site } from '../sites/site.entity.js';

const RESULT = `{ __typename
  ... on Reservation { id version state number overrideReason overridden site { id } firstDay lastDay groupSize stays { unit { id } active } }
  ... on Refusal { reasons { code field reservation { id } } alternatives { kind firstDay } } }`;
const OPERATIONS = {
  holdKit: ['$input: HoldInput!', 'input: $input'],
  reserveKit: ['$input: ReserveInput!', 'input: $input'],
  changeReservation: ['$input: ChangeReservationInput!', 'input: $input'],
  extendHold: ['$id: ID!', 'id: $id'],
  releaseHold: ['$id: ID!', 'id: $id'],
  submitReservation: [
    '$id: ID!, $version: Int!, $details: ReservationDetailsInput!',
    'id: $id, version: $version, details: $details',
  ],
  confirmReservation: ['$id: ID!, $version: Int!', 'id: $id, version: $version'],
  rejectReservation: ['$id: ID!, $version: Int!, $reason: String!', 'id: $id, version: $version, reason: $reason'],
  cancelReservation: ['$id: ID!, $version: Int!', 'id: $id, version: $version'],
  reinstateReservation: ['$id: ID!, $version: Int!', 'id: $id, version: $version'],
  reportUse: [
    '$id: ID!, $version: Int!, $participants: Int!, $hoursUsed: Float!',
    'id: $id, version: $version, participants: $participants, hoursUsed: $hoursUsed',
  ],
} as const;

interface Result {
  __typename: string;
  id: string;
  version: number;
  state: string;
  number: string;
  overrideReason: string | null;
  overridden: string[];
  site: { id: string };
  firstDay: string;
  lastDay: string;
  stays: { unit: { id: string }; active: boolean }[];
  reasons: { code: string; field: string | null; reservation: { id: string } | null }[];
  alternatives: { kind: string; firstDay: string }[];
}

let app: TestApp;
let model: EquipmentModel;
let home: Site;
let far: Site;
/** Cookies: a coordinator, one of another organisation, the host of `home`, a planner, and nobody. */
let own: string;
let other: string;
let host: string;
let planner: string;
let ownOrganisation: string;
let otherOrganisation: string;

beforeAll(async () => {
  app = await startTestApp();
  const { manager } = app.database.app;
  home = await makeSite(manager);
  far = await makeSite(manager);
  await makeTravel(manager, home, far, 60);
  model = await makeModel(manager, { maxParticipants: 12, participantsBasis: 'ESTIMATED' });
  const person = await makePerson(manager, { locale: 'fr' });
  const stranger = await makePerson(manager);
  ownOrganisation = person.organisationId;
  otherOrganisation = stranger.organisationId;
  own = await app.signInAs(person);
  other = await app.signInAs(stranger);
  host = await app.signInAs(await makePerson(manager, { organisationId: home.organisationId }));
  planner = await app.signInAs(await makePerson(manager, { role: 'PLANNER' }));
});
afterAll(() => app.close());

const unit = () => makeUnit(app.database.app.manager, model, home);
async function fixedUnit(): Promise<EquipmentUnit> {
  return makeUnit(app.database.app.manager, await makeModel(app.database.app.manager, { mobility: 'FIXED' }), home);
}

async function act(verb: keyof typeof OPERATIONS, variables: object, as?: string): Promise<Result> {
  const [parameters, passed] = OPERATIONS[verb];
  const { data, errors } = await app.graphql(`mutation (${parameters}) { result: ${verb}(${passed}) ${RESULT} }`, variables, as);
  expect(errors).toBeUndefined();
  return (data as unknown as { result: Result }).result;
}

let keys = 0;
function wish(units: EquipmentUnit[], more: object = {}) {
  const where = { siteId: far.id, firstDay: dayAhead(0), lastDay: dayAhead(1) };
  return { input: { idempotencyKey: `wish-${++keys}-of-this-run`, unitIds: units.map((each) => each.id), ...where, ...more } };
}
const reserve = async (units: EquipmentUnit[], as = own, more: object = {}) =>
  act('reserveKit', wish(units, { details: { groupSize: 8, purpose: 'Lassen' }, ...more }), as);
const codes = (result: Result) => result.reasons.map((reason) => reason.code);
const refused = (code: string, field: string | null = null) => ({
  __typename: 'Refusal',
  reasons: expect.arrayContaining([expect.objectContaining({ code, ...(field ? { field } : {}) })]) as unknown,
});

async function rows<T>(sql: string, parameters: unknown[]): Promise<T[]> {
  return app.database.owner.query<T[]>(sql, parameters);
}
/** Templates of the mails about a reservation, in order. */
const mailsAbout = async ({ id }: { id: string }) =>
  (
    await rows<{ template: string; locale: string }>(
      `SELECT template, locale FROM mail WHERE body_text LIKE '%' || $1 || '%' ORDER BY created_at`,
      [id],
    )
  ).map((mail) => `${mail.template} ${mail.locale}`);
const traceOf = async ({ id }: { id: string }) =>
  (await rows<{ action: string }>('SELECT action FROM audit_entry WHERE entity_id = $1 ORDER BY id', [id])).map(
    (row) => row.action,
  );
/** Everything a refused write could have touched. */
const everything = () =>
  rows(
    `SELECT (SELECT count(*) FROM reservation) AS reservations, (SELECT count(*) FROM occupancy) AS stays,
            (SELECT max(updated_at) FROM reservation) AS changed, (SELECT count(*) FROM audit_entry) AS traces,
            (SELECT count(*) FROM mail) AS mails, (SELECT count(*) FROM idempotency_key) AS keys`,
    [],
  );
async function changesNothing(work: () => Promise<Result>): Promise<Result> {
  const before = await everything();
  const result = await work();
  expect(result.__typename).toBe('Refusal');
  expect(await everything()).toEqual(before);
  return result;
}

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
  });

  test('gives a hold back, and cannot submit it any more', async () => {
    const kit = await unit();
    const held = await act('holdKit', wish([kit]), own);
    expect(await act('releaseHold', { id: held.id }, own)).toMatchObject({ state: 'CANCELLED', stays: [{ active: false }] });
    const late = { id: held.id, version: held.version + 1, details: {} };
    expect(await changesNothing(() => act('submitReservation', late, own))).toMatchObject(refused('STATE_CHANGED'));
    expect((await reserve([kit], other)).state).toBe('SUBMITTED');
  });

  test('cannot submit a hold whose time has passed', async () => {
    const held = await act('holdKit', wish([await unit()]), own);
    await rows(`UPDATE reservation SET hold_expires_at = now() - interval '1 minute' WHERE id = $1`, [held.id]);
    const late = { id: held.id, version: held.version, details: {} };
    expect(await changesNothing(() => act('submitReservation', late, own))).toMatchObject(refused('HOLD_EXPIRED'));
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

  test('does not pass by a measured limit', async () => {
    const { manager } = app.database.app;
    const kit = await makeUnit(manager, await makeModel(manager, { maxParticipants: 6, participantsBasis: 'MEASURED' }), home);
    const overrideReason = 'Het past wel';
    expect(await changesNothing(() => reserve([kit], planner, { overrideReason }))).toMatchObject(refused('GROUP_TOO_LARGE'));
  });
});

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
    const input = { idempotencyKey: `block-${++keys}-of-this-run`, unitId: kit.id, firstDay: dayAhead(0), lastDay: dayAhead(0) };
    const { data, errors } = await app.graphql(BLOCK, { input: { ...input, reason: 'Eigen les', ...more } }, as);
    expect(errors).toBeUndefined();
    return (data as unknown as { result: Result }).result;
  }
  const unblock = async (id: string, as: string) =>
    ((await app.graphql(UNBLOCK, { id }, as)).data as unknown as { result: Result }).result;

  test('of a fixed unit is the host’s, and takes its time until it is taken away', async () => {
    const booth = await fixedUnit();
    expect(await changesNothing(() => block(booth, own))).toMatchObject(refused('NOT_ALLOWED'));
    const made = await block(booth, host);
    expect(made.__typename).toBe('Block');
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
