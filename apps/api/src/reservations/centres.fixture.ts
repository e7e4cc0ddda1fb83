import { startTestApp, type TestApp } from '../../test/app.js';
import { makePerson } from '../../test/factories.js';
import { dayAhead, makeModel, makeSite, makeTravel, makeUnit } from '../../test/place-factories.js';
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

export interface Result {
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

export let app: TestApp;
export let model: EquipmentModel;
export let home: Site;
export let far: Site;
/** Cookies: a coordinator, one of another organisation, the host of `home`, a planner, and nobody. */
export let own: string;
export let other: string;
export let host: string;
export let planner: string;
export let ownOrganisation: string;
export let otherOrganisation: string;

/** A whole server starts in a second; on a busy machine it takes longer. */
export const SLOW_MS = 60_000;

/** Call it at the top of a suite. */
export function openCentres(): void {
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
  }, SLOW_MS);
  afterAll(() => app?.close(), SLOW_MS);
}

export const unit = () => makeUnit(app.database.app.manager, model, home);
export async function fixedUnit(): Promise<EquipmentUnit> {
  return makeUnit(app.database.app.manager, await makeModel(app.database.app.manager, { mobility: 'FIXED' }), home);
}

export async function act(verb: keyof typeof OPERATIONS, variables: object, as?: string): Promise<Result> {
  const [parameters, passed] = OPERATIONS[verb];
  const { data, errors } = await app.graphql(`mutation (${parameters}) { result: ${verb}(${passed}) ${RESULT} }`, variables, as);
  expect(errors).toBeUndefined();
  return (data as unknown as { result: Result }).result;
}

let keys = 0;
export const nextKey = (of: string) => `${of}-${++keys}-of-this-run`;
export function wish(units: EquipmentUnit[], more: object = {}) {
  const where = { siteId: far.id, firstDay: dayAhead(0), lastDay: dayAhead(1) };
  return { input: { idempotencyKey: nextKey('wish'), unitIds: units.map((each) => each.id), ...where, ...more } };
}
export const reserve = async (units: EquipmentUnit[], as = own, more: object = {}) =>
  act('reserveKit', wish(units, { details: { groupSize: 8, purpose: 'Lassen' }, ...more }), as);
export const codes = (result: Result) => result.reasons.map((reason) => reason.code);
export const refused = (code: string, field: string | null = null) => ({
  __typename: 'Refusal',
  reasons: expect.arrayContaining([expect.objectContaining({ code, ...(field ? { field } : {}) })]) as unknown,
});

export async function rows<T>(sql: string, parameters: unknown[]): Promise<T[]> {
  return app.database.owner.query<T[]>(sql, parameters);
}
/** Templates of the mails about a reservation, in order. */
export const mailsAbout = async ({ id }: { id: string }) =>
  (
    await rows<{ template: string; locale: string }>(
      `SELECT template, locale FROM mail WHERE body_text LIKE '%' || $1 || '%' ORDER BY created_at`,
      [id],
    )
  ).map((mail) => `${mail.template} ${mail.locale}`);
export const traceOf = async ({ id }: { id: string }) =>
  (await rows<{ action: string }>('SELECT action FROM audit_entry WHERE entity_id = $1 ORDER BY id', [id])).map(
    (row) => row.action,
  );
/** Everything a refused write could have touched. */
export const everything = () =>
  rows(
    `SELECT (SELECT count(*) FROM reservation) AS reservations, (SELECT count(*) FROM occupancy) AS stays,
            (SELECT max(updated_at) FROM reservation) AS changed, (SELECT count(*) FROM audit_entry) AS traces,
            (SELECT count(*) FROM mail) AS mails, (SELECT count(*) FROM idempotency_key) AS keys`,
    [],
  );
export async function changesNothing(work: () => Promise<Result>): Promise<Result> {
  const before = await everything();
  const result = await work();
  expect(result.__typename).toBe('Refusal');
  expect(await everything()).toEqual(before);
  return result;
}
