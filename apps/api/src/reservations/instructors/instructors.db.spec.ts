import type { QueryRunner } from 'typeorm';
import { actorOf, makePerson } from '../../../test/factories.js';
import { dayAhead, during, makeModel, makeReservation, makeUnit } from '../../../test/place-factories.js';
import { constraintOf } from '../../database/constraint-refusals.js';
import { inTransaction } from '../../database/transaction.js';
import type { EquipmentModel } from '../../equipment/equipment-model.entity.js';
import { addAbsence, endInstructor, saveInstructor, setAccompanied } from '../../equipment/instructors/keep-instructors.js';
import type { Person } from '../../people/person.entity.js';
import { readSettings } from '../../platform/settings.js';
import {
  act,
  app,
  codes,
  far,
  home,
  nextKey,
  openCentres,
  own,
  planner,
  refused,
  reserve,
  rows,
  SLOW_MS,
} from '../centres.fixture.js';
import { readFeed } from '../agenda/read-agenda.js';
import { makeAgendaLink } from '../agenda/agenda-links.js';
import { tellInstructors } from './tell-instructors.js';

openCentres();

let person: Person;
let boss: Person;
let asked: EquipmentModel;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

async function makeInstructor(areas: string[] = [], models = [asked]): Promise<Person> {
  const who = await makePerson(app.database.app.manager, { role: 'DRIVER', locale: 'nl' });
  const modelIds = models.map(({ id }) => id);
  const wish = { email: who.email, version: null, modelIds, areas, weekdays: EVERY_DAY };
  await inTransaction(app.database.app, (tx) => saveInstructor(tx, actorOf(boss), wish));
  return who;
}

beforeEach(async () => {
  const { manager } = app.database.app;
  boss = await makePerson(manager, { role: 'PLANNER' });
  asked = await makeModel(manager);
  await inTransaction(app.database.app, (tx) => setAccompanied(tx, actorOf(boss), { modelId: asked.id, asked: true }));
  person = await makeInstructor();
}, SLOW_MS);

const kit = (model = asked) => makeUnit(app.database.app.manager, model, home);
const comesWith = async ({ id }: { id: string }) =>
  (
    await rows<{ personId: string }>('SELECT person_id AS "personId" FROM instruction WHERE reservation_id = $1 AND active', [id])
  ).map(({ personId }) => personId);
const tell = () => {
  const settings = readSettings({ DATABASE_URL: app.database.appUrl, LOG_LEVEL: 'silent' });
  return inTransaction(app.database.app, (tx) => tellInstructors(tx, settings));
};
const mailsTo = async ({ id }: Person) =>
  (await rows<{ template: string }>('SELECT template FROM mail WHERE person_id = $1 ORDER BY created_at, id', [id])).map(
    ({ template }) => template,
  );

describe('a kit that asks for somebody to come along', () => {
  test('books the instructor with it; two kits at once find nobody for the second', async () => {
    const first = await reserve([await kit()]);
    expect(await comesWith(first)).toEqual([person.id]);
    expect(codes(await reserve([await kit()]))).toEqual(['INSTRUCTOR_MISSING']);
    const later = await reserve([await kit()], own, { firstDay: dayAhead(2), lastDay: dayAhead(2) });
    expect(await comesWith(later)).toEqual([person.id]);
  });

  test('offers other days, and search says the same as booking', async () => {
    await reserve([await kit()]);
    const second = await kit();
    const refusal = await reserve([second]);
    expect(refusal.alternatives[0]).toMatchObject({ kind: 'OTHER_DATES' });
    const { data } = await app.graphql(
      `query ($input: AvailabilityInput!) { availability(input: $input) { edges { node { unit { id } verdict reasons { code } } } } }`,
      { input: { modelCode: asked.code, siteId: far.id, firstDay: dayAhead(0), lastDay: dayAhead(1) } },
      own,
    );
    const found = (data as unknown as { availability: { edges: { node: { unit: { id: string }; verdict: string } }[] } })
      .availability;
    expect(found.edges.find(({ node }) => node.unit.id === second.id)!.node).toMatchObject({
      verdict: 'UNAVAILABLE',
      reasons: [{ code: 'INSTRUCTOR_MISSING' }],
    });
  });

  test('one instructor accompanies several kits of one loan', async () => {
    const both = await reserve([await kit(), await kit()]);
    expect(await comesWith(both)).toEqual([person.id]);
  });

  test('cancelling, rejecting and changing give the time back', async () => {
    const booked = await reserve([await kit()]);
    const moved = await act(
      'changeReservation',
      {
        input: { id: booked.id, version: booked.version, firstDay: dayAhead(7), lastDay: dayAhead(8) },
      },
      own,
    );
    expect(await comesWith(moved)).toEqual([person.id]);
    const other = await reserve([await kit()]);
    await act('cancelReservation', { id: other.id, version: other.version }, own);
    expect(await comesWith(other)).toEqual([]);
    await act('rejectReservation', { id: moved.id, version: moved.version, reason: 'Te weinig volk' }, planner);
    expect(await comesWith(moved)).toEqual([]);
  });

  test('who is absent, ended, or works elsewhere does not come', async () => {
    const wish = { idempotencyKey: nextKey('absence'), personId: person.id, firstDay: dayAhead(1), lastDay: dayAhead(1) };
    await inTransaction(app.database.app, (tx) => addAbsence(tx, actorOf(person), wish));
    expect(codes(await reserve([await kit()]))).toEqual(['INSTRUCTOR_MISSING']);
    const next = await makeInstructor();
    expect(await comesWith(await reserve([await kit()]))).toEqual([next.id]);
    await inTransaction(app.database.app, (tx) => endInstructor(tx, actorOf(boss), next.id));
    expect(codes(await reserve([await kit()], own, { firstDay: dayAhead(1), lastDay: dayAhead(1) }))).toEqual([
      'INSTRUCTOR_MISSING',
    ]);
  });

  test('a planner books without one knowingly, and sends somebody along by hand; not somebody who is taken', async () => {
    const first = await reserve([await kit()]);
    const knowingly = await reserve([await kit()], planner, { overrideReason: 'De school stelt zelf iemand' });
    expect(knowingly).toMatchObject({ __typename: 'Reservation', overridden: ['INSTRUCTOR_MISSING'] });
    expect(await comesWith(knowingly)).toEqual([]);
    const assign = async ({ id }: { id: string }, version: number, personIds: string[], as = planner) => {
      const { data } = await app.graphql(
        `mutation ($id: ID!, $version: Int!, $personIds: [ID!]!) { result: assignInstructors(id: $id, version: $version, personIds: $personIds) {
          __typename ... on Reservation { version instructors { personId } instructorChoices { personId free } } ... on Refusal { reasons { code field } } } }`,
        { id, version, personIds },
        as,
      );
      return (data as unknown as { result: { version: number } }).result;
    };
    expect(await assign(knowingly, knowingly.version, [person.id])).toMatchObject(refused('INSTRUCTOR_TAKEN'));
    expect(await assign(knowingly, knowingly.version, [person.id], own)).toMatchObject(refused('NOT_FOUND'));
    const next = await makeInstructor(['KORTRIJK']);
    const done = await assign(knowingly, knowingly.version, [next.id]);
    expect(done).toMatchObject({ instructors: [{ personId: next.id }] });
    expect(await assign(knowingly, knowingly.version, [])).toMatchObject(refused('STATE_CHANGED'));
    const confirmed = await act('confirmReservation', { id: knowingly.id, version: done.version }, planner);
    expect(confirmed).toMatchObject({ state: 'CONFIRMED' });
    expect(await comesWith(confirmed)).toEqual([next.id]);
    expect(await comesWith(first)).toEqual([person.id]);
  });

  test('an expired hold takes nobody’s time', async () => {
    const held = await act(
      'holdKit',
      {
        input: {
          idempotencyKey: nextKey('hold'),
          unitIds: [(await kit()).id],
          siteId: far.id,
          firstDay: dayAhead(0),
          lastDay: dayAhead(1),
        },
      },
      own,
    );
    expect(codes(await reserve([await kit()]))).toEqual(['INSTRUCTOR_MISSING']);
    await rows(`UPDATE reservation SET hold_expires_at = now() - interval '1 minute' WHERE id = $1`, [held.id]);
    expect(await comesWith(await reserve([await kit()]))).toEqual([person.id]);
  });

  test('tells the instructor once of what is confirmed, and once that it is off; the calendar has it', async () => {
    const booked = await reserve([await kit()]);
    await tell();
    expect(await mailsTo(person)).toEqual([]);
    const confirmed = await act('confirmReservation', { id: booked.id, version: booked.version }, planner);
    await tell();
    await tell();
    expect(await mailsTo(person)).toEqual(['instructionPlanned']);
    const { token } = await inTransaction(app.database.app, (tx) => makeAgendaLink(tx, actorOf(person), 'PERSON', null));
    expect(await readFeed(app.database.app.manager, 'http://x', token)).toContain(booked.number);
    const off = await act('cancelReservation', { id: booked.id, version: confirmed.version }, own);
    expect(off.state).toBe('CANCELLED');
    await tell();
    await tell();
    expect(await mailsTo(person)).toEqual(['instructionPlanned', 'instructionFreed']);
  });

  test('the instructor sees the own loans, a planner everybody, a coordinator nobody', async () => {
    const booked = await reserve([await kit()]);
    const ask = async (as: string) => {
      const { data, errors } = await app.graphql(
        '{ instructors { personId name models { id } loans { number siteName } } }',
        {},
        as,
      );
      expect(errors).toBeUndefined();
      return (data as unknown as { instructors: { personId: string; loans: { number: string }[] }[] }).instructors;
    };
    expect(await ask(await app.signInAs(person))).toEqual([
      {
        personId: person.id,
        name: person.name,
        models: [{ id: asked.id }],
        loans: [{ number: booked.number, siteName: far.name }],
      },
    ]);
    expect((await ask(planner)).map(({ personId }) => personId)).toContain(person.id);
    expect(await ask(own)).toEqual([]);
  });
});

describe('two who want the same instructor at the same moment', () => {
  test('one gets the instructor, the other is told that nobody is free', async () => {
    const [a, b] = [await kit(), await kit()];
    const results = await Promise.all([reserve([a]), reserve([b])]);
    const booked = results.find(({ __typename }) => __typename === 'Reservation');
    const refusal = results.find(({ __typename }) => __typename === 'Refusal');
    expect(booked).toBeDefined();
    expect(codes(refusal!)).toEqual(['INSTRUCTOR_MISSING']);
    expect(await overlapping()).toBe(0);
  });

  const overlapping = async () => {
    const [row] = await rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM instruction a JOIN instruction b ON a.person_id = b.person_id AND a.id < b.id
        AND a.active AND b.active AND a.during && b.during WHERE a.person_id = $1`,
      [person.id],
    );
    return row!.n;
  };
  const insert = (runner: QueryRunner, reservationId: string) =>
    runner.query('INSERT INTO instruction (person_id, reservation_id, during) VALUES ($1, $2, $3)', [
      person.id,
      reservationId,
      during(dayAhead(0)),
    ]);

  /** Both look, both find nobody in the way, then both write: what the program would do without its lock. */
  async function bothWrite(): Promise<string | undefined> {
    const { manager } = app.database.app;
    const made = async () =>
      makeReservation(manager, { units: [await makeUnit(manager, asked, home)], site: home, firstDay: dayAhead(0) });
    const ids = [(await made()).id, (await made()).id] as const;
    const runners = [app.database.app.createQueryRunner(), app.database.app.createQueryRunner()] as const;
    try {
      for (const runner of runners) await runner.startTransaction('READ COMMITTED');
      await insert(runners[0], ids[0]);
      const late = insert(runners[1], ids[1]).then(
        () => undefined,
        (error: unknown) => constraintOf(error),
      );
      await runners[0].commitTransaction();
      const refusal = await late;
      if (!refusal) await runners[1].commitTransaction();
      return refusal;
    } finally {
      for (const runner of runners) {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        await runner.release();
      }
    }
  }

  test('the constraint alone keeps two apart who looked before either wrote', async () => {
    expect(await bothWrite()).toBe('instruction_one_place_at_a_time');
    expect(await overlapping()).toBe(0);
  });

  test('without it the instructor is in two places', async () => {
    const guard = 'instruction_one_place_at_a_time';
    await app.database.owner.query(`ALTER TABLE instruction DROP CONSTRAINT ${guard}`);
    try {
      expect(await bothWrite()).toBeUndefined();
      expect(await overlapping()).toBe(1);
    } finally {
      await rows('UPDATE instruction SET active = false WHERE person_id = $1', [person.id]);
      await app.database.owner.query(
        `ALTER TABLE instruction ADD CONSTRAINT ${guard} EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (active)`,
      );
    }
  });
});
