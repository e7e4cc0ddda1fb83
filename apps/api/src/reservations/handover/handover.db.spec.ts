import { randomUUID } from 'node:crypto';
import { dayOf } from '@karavaan/domain';
import type { QueryRunner } from 'typeorm';
import { makePerson } from '../../../test/factories.js';
import { dayAhead, makeReservation } from '../../../test/place-factories.js';
import { constraintOf } from '../../database/constraint-refusals.js';
import { PackingItem } from '../../equipment/equipment-model.entity.js';
import type { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import type { Reservation } from '../reservation.entity.js';
import { app, far, model, openCentres, other, own, ownOrganisation, planner, rows, traceOf, unit } from '../centres.fixture.js';

openCentres();
let driver: string;
beforeAll(async () => {
  const { manager } = app.database.app;
  driver = await app.signInAs(await makePerson(manager, { role: 'DRIVER' }));
  const part = (box: number, position: number, nameNl: string, quantity: number) => ({
    modelId: model.id,
    box,
    position,
    nameNl,
    nameFr: `${nameNl} fr`,
    nameEn: `${nameNl} en`,
    quantity,
  });
  await manager.insert(PackingItem, [part(1, 1, 'meetkabel', 4), part(1, 2, 'klem', 2), part(2, 1, 'laptop', 1)]);
});

type Box = { unitId: string; box: number; state?: string; parts?: object[] };
interface Sheet {
  units: { code: string; state: string; stillOut: number[]; boxes: { box: number; passed: string[]; lost: boolean }[] }[];
  records: {
    moment: string;
    second: boolean;
    boxes: { box: number; state: string; parts: { missing: number }[] }[];
    photos: { url: string }[];
  }[];
}
interface Outcome {
  __typename: string;
  sheet: Sheet;
  affected: { number: string; unitCode: string }[];
  reasons: { code: string; available: string | null; reservation: { id: string } | null }[];
}

const SHEET = `{ units { code state stillOut boxes { box passed lost } } records { moment second boxes { box state parts { missing } } photos { url } } }`;
const RECORD = `mutation ($input: HandoverInput!) { result: recordHandover(input: $input) {
  __typename ... on HandedOver { sheet ${SHEET} affected { number unitCode } }
  ... on Refusal { reasons { code available reservation { id } } } } }`;

let keys = 0;
function inputOf(reservation: Reservation, moment: string, boxes: Box[], more: object = {}) {
  return {
    idempotencyKey: `handover-${++keys}-of-this-run`,
    reservationId: reservation.id,
    moment,
    happenedAt: new Date().toISOString(),
    boxes: boxes.map((box) => ({ state: 'PRESENT', parts: [], ...box })),
    giver: { name: 'Chauffeur Jan', strokes: 'M10 10L20 20' },
    receiver: { name: 'Lien V' },
    ...more,
  };
}
async function send(input: object, as = own): Promise<Outcome> {
  const { data, errors } = await app.graphql(RECORD, { input }, as);
  expect(errors).toBeUndefined();
  return (data as unknown as { result: Outcome }).result;
}
const record = (...[reservation, moment, boxes, more]: Parameters<typeof inputOf>) =>
  send(inputOf(reservation, moment, boxes, more));
const both = (each: EquipmentUnit): Box[] => [
  { unitId: each.id, box: 1 },
  { unitId: each.id, box: 2 },
];
const today = dayOf(Date.now());
const confirmed = (units: EquipmentUnit[], firstDay = today, more: Partial<Reservation> = {}) =>
  makeReservation(
    app.database.app.manager,
    { units, site: far, firstDay },
    { state: 'CONFIRMED', organisationId: ownOrganisation, ...more },
  );
const stateOf = async (each: EquipmentUnit) =>
  (await rows<{ state: string }>('SELECT stay_state AS state FROM occupancy WHERE unit_id = $1 AND active', [each.id]))[0]!.state;

test('a kit is fetched, delivered and returned; each moment has its boxes, its signatures and its trace', async () => {
  const kit = await unit();
  const reservation = await confirmed([kit]);
  for (const [moment, state] of [
    ['FETCH', 'PICKED_UP'],
    ['DELIVER', 'ON_SITE'],
    ['RETURN', 'RELEASED'],
  ] as const) {
    const { sheet } = await send(inputOf(reservation, moment, both(kit)), driver);
    expect(sheet.units).toMatchObject([{ state, stillOut: state === 'RELEASED' ? [] : [1, 2] }]);
    expect(await stateOf(kit)).toBe(state);
  }
  expect(await traceOf(reservation)).toEqual(['reservation.handOver', 'reservation.handOver', 'reservation.handOver']);
  const kept = await rows('SELECT moment, giver_name, giver_strokes, receiver_strokes FROM handover WHERE reservation_id = $1', [
    reservation.id,
  ]);
  expect(kept).toHaveLength(3);
  expect(kept[0]).toMatchObject({ giver_name: 'Chauffeur Jan', giver_strokes: 'M10 10L20 20', receiver_strokes: null });
});

test('a unit of another booking is refused, and the booking is named; nothing stays', async () => {
  const [mine, theirs] = [await unit(), await unit()];
  const reservation = await confirmed([mine]);
  const booked = await confirmed([theirs]);
  const { reasons } = await record(reservation, 'FETCH', [...both(mine), { unitId: theirs.id, box: 1 }]);
  const [{ number }] = (await rows<{ number: number }>('SELECT number FROM reservation WHERE id = $1', [booked.id])) as [
    { number: number },
  ];
  expect(reasons).toMatchObject([
    { code: 'OTHER_BOOKING', available: `R-${String(number).padStart(5, '0')}`, reservation: { id: booked.id } },
  ]);
  expect([await stateOf(mine), await stateOf(theirs)]).toEqual(['PLANNED', 'PLANNED']);
  const { data } = await app.graphql(
    'query ($code: String!) { scannedUnit(code: $code) { number reservationId } }',
    { code: `https://x/scan/${theirs.code}/1` },
    own,
  );
  expect(data!['scannedUnit']).toMatchObject({ reservationId: booked.id });
});

test('a partial return lists what is still out, and the last box releases the unit', async () => {
  const kit = await unit();
  const reservation = await confirmed([kit]);
  await record(reservation, 'DELIVER', both(kit));
  const first = await record(reservation, 'RETURN', [
    { unitId: kit.id, box: 1 },
    { unitId: kit.id, box: 2, state: 'LATER' },
  ]);
  expect(first.sheet.units).toMatchObject([{ state: 'ON_SITE', stillOut: [2] }]);
  const last = await record(reservation, 'RETURN', [{ unitId: kit.id, box: 2 }]);
  expect(last.sheet.units).toMatchObject([{ state: 'RELEASED', stillOut: [] }]);
});

test('what is missing or broken is kept per part, and who booked the unit next is told once, in their language', async () => {
  const kit = await unit();
  const reservation = await confirmed([kit]);
  await record(reservation, 'DELIVER', both(kit));
  const { manager } = app.database.app;
  const next = await makePerson(manager, { locale: 'en' });
  const soon = await confirmed([kit], dayAhead(0), { requesterId: next.id, organisationId: next.organisationId });
  const input = inputOf(reservation, 'RETURN', [
    { unitId: kit.id, box: 1, parts: [{ position: 1, missing: 1, broken: 2, note: 'in de regen' }] },
    { unitId: kit.id, box: 2, state: 'MISSING' },
  ]);
  const [done, again] = [await send(input), await send(input)];
  expect(done.affected).toMatchObject([{ unitCode: kit.code }]);
  expect(again.affected).toEqual(done.affected);
  expect(done.sheet.units).toMatchObject([{ state: 'RELEASED', boxes: [{ lost: false }, { lost: true }] }]);
  expect(done.sheet.records[0]!.boxes[0]!.parts).toEqual([{ missing: 1 }]);
  const mails = await rows<{ template: string; body: string }>(
    'SELECT template, body_text AS body FROM mail WHERE person_id = $1',
    [next.id],
  );
  expect(mails.map((mail) => mail.template)).toEqual(['kitIncomplete']);
  expect(mails[0]!.body).toContain('Box 1: 1 × meetkabel en missing, 2 × meetkabel en broken; Box 2: missing');
  expect(mails[0]!.body).toContain(soon.id);
  expect(await rows('SELECT 1 FROM handover WHERE reservation_id = $1', [reservation.id])).toHaveLength(2);
  const defects = await rows<object>('SELECT description, severity, reservation_id FROM defect WHERE unit_id = $1', [kit.id]);
  expect(defects).toEqual([
    {
      description: expect.stringContaining('meetkabel') as unknown,
      severity: 'MAJOR',
      reservation_id: reservation.id,
    },
  ]);
  expect((defects[0] as { description: string }).description).toContain('in de regen');
});

test('what cannot be is refused and leaves nothing: too many missing, a box that is not there, nobody who signs, a strange line', async () => {
  const kit = await unit();
  const reservation = await confirmed([kit]);
  const wrong: [Box[], object][] = [
    [[{ unitId: kit.id, box: 1, parts: [{ position: 1, missing: 3, broken: 2 }] }], {}],
    [[{ unitId: kit.id, box: 9 }], {}],
    [[], {}],
    [both(kit), { giver: { name: ' ' } }],
    [both(kit), { receiver: { name: 'Lien', strokes: 'M1 1"/><script>' } }],
    [both(kit), { happenedAt: new Date(Date.now() + 3 * 86_400_000).toISOString() }],
    [both(kit), { photoIds: [randomUUID()] }],
  ];
  for (const [boxes, more] of wrong) expect((await record(reservation, 'FETCH', boxes, more)).__typename).toBe('Refusal');
  expect(await rows('SELECT 1 FROM handover WHERE reservation_id = $1', [reservation.id])).toEqual([]);
  expect(await stateOf(kit)).toBe('PLANNED');
});

test('only who has a hand in it sees or signs it, and only what is confirmed', async () => {
  const [kit, wish] = [await unit(), await unit()];
  const reservation = await confirmed([kit]);
  const ask = async (as?: string) =>
    (await app.graphql('query ($id: ID!) { handoverSheet(reservationId: $id) { number } }', { id: reservation.id }, as)).data![
      'handoverSheet'
    ];
  expect([await ask(own), await ask(planner), await ask(driver), await ask(other), await ask()].map(Boolean)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect((await send(inputOf(reservation, 'FETCH', both(kit)), other)).__typename).toBe('Refusal');
  const submitted = await confirmed([wish], today, { state: 'SUBMITTED' });
  expect((await record(submitted, 'FETCH', both(wish))).reasons).toMatchObject([
    { code: 'STATE_CHANGED', available: 'SUBMITTED' },
  ]);
});

test('a photo goes with it and is read by who may read the hand-over', async () => {
  const kit = await unit();
  const reservation = await confirmed([kit]);
  const id = randomUUID();
  await fetch(`${app.url}/documents/${id}?name=deur.jpg`, {
    method: 'PUT',
    body: Buffer.from([0xff, 0xd8, 0xff, 1]),
    headers: { cookie: own },
  });
  const { sheet } = await record(reservation, 'FETCH', both(kit), { photoIds: [id] });
  expect(sheet.records[0]!.photos).toEqual([{ url: `/documents/${id}` }]);
  const status = async (cookie: string) => (await fetch(`${app.url}/documents/${id}`, { headers: { cookie } })).status;
  expect([await status(driver), await status(planner), await status(other)]).toEqual([200, 200, 404]);
});

test('the list shows what is out or comes within a week, to each their own', async () => {
  const [out, later] = [await unit(), await unit()];
  const [first, second] = [await confirmed([out]), await confirmed([later], dayAhead(0))];
  const list = async (as: string) =>
    (
      (await app.graphql('{ handovers { reservationId } }', {}, as)).data as unknown as { handovers: { reservationId: string }[] }
    ).handovers.map((each) => each.reservationId);
  expect(await list(own)).toContain(first.id);
  expect(await list(own)).not.toContain(second.id);
  expect(await list(other)).toEqual([]);
  expect(await list(driver)).toContain(first.id);
});

describe('two people with the same box', () => {
  test('at the same moment: one passes it on, the others hear that it was done, and may keep their finding beside it', async () => {
    const kit = await unit();
    const reservation = await confirmed([kit]);
    const inputs = Array.from({ length: 8 }, () => inputOf(reservation, 'RETURN', both(kit)));
    const outcomes = await Promise.all(inputs.map((input, at) => send(input, [own, planner, driver][at % 3])));
    expect(outcomes.filter((each) => each.__typename === 'HandedOver')).toHaveLength(1);
    for (const { __typename, reasons } of outcomes)
      if (__typename === 'Refusal') expect(reasons).toMatchObject([{ code: 'ALREADY_HANDED_OVER', available: '1' }]);
    expect(await rows('SELECT 1 FROM handover_box WHERE unit_id = $1', [kit.id])).toHaveLength(2);
    const late = outcomes.findIndex((each) => each.__typename === 'Refusal');
    const kept = await send({ ...inputs[late]!, second: true }, [own, planner, driver][late % 3]);
    expect(kept.sheet.records.filter((each) => each.second)).toHaveLength(1);
    expect(await stateOf(kit)).toBe('RELEASED');
  });

  test('the same operation sent again and again, at the same moment too, is one', async () => {
    const kit = await unit();
    const reservation = await confirmed([kit]);
    const input = inputOf(reservation, 'FETCH', both(kit));
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => send(input)));
    expect(outcomes.map((each) => each.__typename)).toEqual(Array.from({ length: 4 }, () => 'HandedOver'));
    expect(await rows('SELECT 1 FROM handover WHERE reservation_id = $1', [reservation.id])).toHaveLength(1);
  });

  /** Two open transactions that each look first and then write, without the locks of the verb. */
  async function withoutLocks(kit: EquipmentUnit, reservation: Reservation): Promise<string | undefined> {
    const runners = [app.database.app.createQueryRunner(), app.database.app.createQueryRunner()] as const;
    const seen = async (runner: QueryRunner) =>
      ((await runner.query('SELECT 1 FROM handover_box WHERE unit_id = $1', [kit.id])) as unknown[]).length;
    const write = (runner: QueryRunner) =>
      runner.query(
        `WITH h AS (INSERT INTO handover (reservation_id, moment, happened_at, recorded_by, giver_name, receiver_name)
                    VALUES ($1, 'RETURN', now(), $2, 'a', 'b') RETURNING id)
         INSERT INTO handover_box (handover_id, reservation_id, unit_id, moment, box, state) SELECT id, $1, $3, 'RETURN', 1, 'PRESENT' FROM h`,
        [reservation.id, reservation.requesterId, kit.id],
      );
    try {
      for (const runner of runners) await runner.startTransaction('READ COMMITTED');
      expect([await seen(runners[0]), await seen(runners[1])]).toEqual([0, 0]);
      await write(runners[0]);
      const late = write(runners[1]).then(() => undefined, constraintOf);
      await runners[0].commitTransaction();
      const broken = await late;
      if (broken === undefined) await runners[1].commitTransaction();
      return broken;
    } finally {
      for (const runner of runners) {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        await runner.release();
      }
    }
  }
  const passed = async (kit: EquipmentUnit) =>
    (await rows('SELECT 1 FROM handover_box WHERE unit_id = $1 AND box = 1', [kit.id])).length;

  test('the index alone keeps two careless writes apart; without it the box is passed twice', async () => {
    const [guarded, unguarded] = [await unit(), await unit()];
    expect(await withoutLocks(guarded, await confirmed([guarded]))).toBe('handover_box_once');
    expect(await passed(guarded)).toBe(1);
    await app.database.owner.query('DROP INDEX handover_box_once');
    expect(await withoutLocks(unguarded, await confirmed([unguarded]))).toBeUndefined();
    expect(await passed(unguarded)).toBe(2);
  });
});

test('who booked must still be authorised when it leaves; what comes back is always taken', async () => {
  const requester = await makePerson(app.database.app.manager, { organisationId: ownOrganisation });
  const [granted, refused] = [await unit(), await unit()];
  const first = await confirmed([granted], today, { requesterId: requester.id });
  const second = await confirmed([refused], today, { requesterId: requester.id });
  await rows('INSERT INTO authorisation_rule (model_id, kind) VALUES ($1, $2)', [model.id, 'ORIENTATION']);
  try {
    // A planner does it knowingly.
    expect((await send(inputOf(first, 'FETCH', both(granted)), planner)).__typename).toBe('HandedOver');
    expect(await send(inputOf(second, 'FETCH', both(refused)), driver)).toMatchObject({
      reasons: [{ code: 'AUTHORISATION_MISSING' }],
    });
    expect(await stateOf(refused)).toBe('PLANNED');
    await rows('INSERT INTO authorisation (person_id, model_id, granted_on) VALUES ($1, $2, $3)', [
      requester.id,
      model.id,
      today,
    ]);
    expect((await send(inputOf(second, 'FETCH', both(refused)), driver)).__typename).toBe('HandedOver');
    await rows('UPDATE authorisation SET revoked_at = now() WHERE person_id = $1', [requester.id]);
    expect((await send(inputOf(second, 'RETURN', both(refused)), driver)).__typename).toBe('HandedOver');
  } finally {
    await rows('DELETE FROM authorisation WHERE person_id = $1', [requester.id]);
    await rows('DELETE FROM authorisation_rule WHERE model_id = $1', [model.id]);
  }
});
