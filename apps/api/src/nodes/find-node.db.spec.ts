import { makeOrganisation, makePerson } from '../../test/factories.js';
import { dayAhead } from '../../test/place-factories.js';
import {
  act,
  app,
  fixedUnit,
  home,
  host,
  model,
  openCentres,
  other,
  own,
  planner,
  reserve,
  rows,
  unit,
} from '../reservations/centres.fixture.js';

openCentres();

const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const VIEWERS = { visitor: undefined, own: () => own, other: () => other, host: () => host, planner: () => planner };
type Viewer = keyof typeof VIEWERS;

/** The type that each viewer gets for an id; null where there is nothing to see. */
async function seenBy(id: string): Promise<Record<Viewer, string | null>> {
  const seen = {} as Record<Viewer, string | null>;
  for (const viewer of Object.keys(VIEWERS) as Viewer[]) {
    const { data, errors } = await app.graphql(NODE, { id }, VIEWERS[viewer]?.());
    expect(errors).toBeUndefined();
    const { node } = data as unknown as { node: { __typename: string; id: string } | null };
    if (node) expect(node.id).toBe(id);
    seen[viewer] = node?.__typename ?? null;
  }
  return seen;
}
const only = (type: string, ...viewers: Viewer[]) =>
  Object.fromEntries(Object.keys(VIEWERS).map((each) => [each, viewers.includes(each as Viewer) ? type : null]));
const all = Object.keys(VIEWERS) as Viewer[];

test('the catalogue is for everybody', async () => {
  expect(await seenBy(home.id)).toEqual(only('Site', ...all));
  expect(await seenBy(model.id)).toEqual(only('EquipmentModel', ...all));
  expect(await seenBy((await unit()).id)).toEqual(only('EquipmentUnit', ...all));
  expect(await seenBy(home.organisationId)).toEqual(only('Organisation', ...all));
});

test('an organisation without a site is for its own people and who plans', async () => {
  const { id } = await makeOrganisation(app.database.app.manager);
  expect(await seenBy(id)).toEqual(only('Organisation', 'planner'));
});

test('a person is for colleagues and who plans', async () => {
  const colleague = await makePerson(app.database.app.manager, { organisationId: home.organisationId });
  expect(await seenBy(colleague.id)).toEqual(only('Person', 'host', 'planner'));
});

test('a reservation and its stays are for its organisation, who hosts its fixed unit and who plans', async () => {
  const mobile = await reserve([await unit()]);
  expect(await seenBy(mobile.id)).toEqual(only('Reservation', 'own', 'planner'));
  const fixed = await reserve([await fixedUnit()], own, { siteId: home.id, firstDay: dayAhead(7), lastDay: dayAhead(7) });
  expect(await seenBy(fixed.id)).toEqual(only('Reservation', 'own', 'host', 'planner'));
  const [stay] = await rows<{ id: string }>('SELECT id FROM occupancy WHERE reservation_id = $1', [mobile.id]);
  expect(await seenBy(stay!.id)).toEqual(only('Stay', 'own', 'planner'));
  await act('cancelReservation', { id: mobile.id, version: mobile.version }, own);
  expect(await seenBy(stay!.id)).toEqual(only('Stay', 'own', 'planner'));
});

test('a block is for who may make one on that unit', async () => {
  const { id: unitId } = await fixedUnit();
  const input = { idempotencyKey: 'block-as-node', unitId, firstDay: dayAhead(1), lastDay: dayAhead(1), reason: 'Eigen les' };
  const { data } = await app.graphql(
    'mutation ($input: BlockInput!) { blockUnit(input: $input) { ... on Block { id } } }',
    { input },
    host,
  );
  expect(await seenBy((data as unknown as { blockUnit: { id: string } }).blockUnit.id)).toEqual(only('Block', 'host', 'planner'));
});

test('mails and requests for access are for who plans', async () => {
  const [mail] = await rows<{ id: string }>('SELECT id FROM mail LIMIT 1', []);
  expect(await seenBy(mail!.id)).toEqual(only('Mail', 'planner'));
  const [request] = await rows<{ id: string }>(
    `INSERT INTO access_request (organisation_name, organisation_kind, enterprise_number, contact_name, contact_email, terms_version, locale)
     VALUES ('Een school', 'SCHOOL', '0123456749', 'An', 'an@example.org', '1', 'nl') RETURNING id`,
    [],
  );
  expect(await seenBy(request!.id)).toEqual(only('AccessRequest', 'planner'));
});

test('what is not there, or is no id, is nothing', async () => {
  expect(await seenBy('00000000-0000-4000-8000-000000000000')).toEqual(only(''));
  expect(await seenBy('R-00042')).toEqual(only(''));
});

test('one request may ask for many ids', async () => {
  const ids = [home.id, model.id, home.organisationId];
  const { data } = await app.graphql(`{ ${ids.map((id, at) => `n${at}: node(id: "${id}") { __typename }`).join(' ')} }`);
  expect(data).toEqual({
    n0: { __typename: 'Site' },
    n1: { __typename: 'EquipmentModel' },
    n2: { __typename: 'Organisation' },
  });
});
