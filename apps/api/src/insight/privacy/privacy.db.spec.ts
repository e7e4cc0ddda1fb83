import { addDays, dayOf } from '@karavaan/domain';
import { createTestDatabase } from '../../../test/database.js';
import { actorOf, makePerson } from '../../../test/factories.js';
import { dayAhead, makeReservation, makeSite } from '../../../test/place-factories.js';
import { inTransaction } from '../../database/transaction.js';
import { Person } from '../../people/person.entity.js';
import { orRefusal } from '../../platform/refuse.js';
import { app, openCentres, planner, rows, unit } from '../../reservations/centres.fixture.js';
import { erasePerson } from './erase-person.js';
import { unregisteredColumns } from './personal-columns.js';
import { REGISTER } from './register.js';
import { applyRetention, RETENTION } from './retention.js';

openCentres();

const ERASE_ME = `mutation ($email: String!) { result: eraseMe(email: $email) { __typename ... on Refusal { reasons { code field } } } }`;
const ERASE = `mutation ($email: String!) { result: erasePerson(email: $email) { __typename ... on Refusal { reasons { code field } } } }`;

async function result(
  query: string,
  variables: object,
  as?: string,
): Promise<{ __typename: string; reasons?: { code: string }[] }> {
  const { data, errors } = await app.graphql(query, variables, as);
  expect(errors).toBeUndefined();
  return (data as unknown as { result: { __typename: string } }).result;
}

const administrator = async () => app.signInAs(await makePerson(app.database.app.manager, { role: 'ADMINISTRATOR' }));

describe('the register', () => {
  test('names every column that says something of people', async () => {
    expect(await unregisteredColumns(app.database.owner.manager)).toEqual([]);
  });

  test('names only columns that are there', async () => {
    const there = new Set(
      (
        await rows<{ name: string }>(
          `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
          [],
        )
      ).map(({ name }) => name),
    );
    const named = REGISTER.flatMap(({ table, columns, hidden = [], blank = {} }) =>
      [...Object.keys(columns), ...hidden, ...Object.keys(blank)].map((column) => `${table}.${column}`),
    );
    expect(named.filter((name) => !there.has(name))).toEqual([]);
  });

  test('control: a new column of a contact, and a new reference to a person, are found', async () => {
    const database = await createTestDatabase();
    const before = await unregisteredColumns(database.owner.manager);
    await database.owner.query('ALTER TABLE site ADD COLUMN contact_fax text, ADD COLUMN caretaker uuid REFERENCES person (id)');
    const found = await unregisteredColumns(database.owner.manager);
    expect(found.filter((name) => !before.includes(name))).toEqual(['site.caretaker', 'site.contact_fax']);
    await database.drop();
  });

  test('tells everybody, and hides no column that is not a key or only says who', async () => {
    const { data } = await app.graphql('{ personalData { table what { nl fr en } columns { nl } erasure } }');
    expect((data as unknown as { personalData: { table: string }[] }).personalData.map(({ table }) => table)).toContain('person');
  });
});

/** Every table that holds the text anywhere. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
    [],
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await rows<{ hit: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ${name === 'job' ? 'pgboss.job' : await qualified(name)} t WHERE t::text ILIKE '%' || $1 || '%') AS hit`,
      [text],
    );
    if (row!.hit) found.push(name);
  }
  return found.sort();
}
const qualified = async (name: string) =>
  (
    await rows<{ at: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS at FROM pg_tables WHERE tablename = $1 LIMIT 1`,
      [name],
    )
  )[0]!.at;

async function somebody() {
  const { manager } = app.database.app;
  const name = `Zoë Uniek${Math.random().toString(36).slice(2, 10)}`;
  const email = `${name.replace(/\W/g, '').toLowerCase()}@example.org`;
  const person = await makePerson(manager, { name, email, phone: '+32 477 99 88 77' } as never);
  const site = await makeSite(manager);
  const made = await makeReservation(manager, { units: [await unit()], site, firstDay: '2025-05-05' }, {
    state: 'ENDED',
    participants: 9,
    hoursUsed: 4,
    organisationId: person.organisationId,
    requesterId: person.id,
    contactName: name,
    contactPhone: '+32 477 99 88 77',
    remark: `Bel ${name}`,
  } as never);
  await rows(
    `INSERT INTO mail (to_address, person_id, locale, template, subject, body_text, body_html, state)
     VALUES ($1, $2, 'nl', 'submitted', 'x', 'Dag ' || $3, 'Dag ' || $3, 'SENT')`,
    [email, person.id, name],
  );
  await rows(
    `INSERT INTO access_request (organisation_name, organisation_kind, enterprise_number, contact_name, contact_email, contact_phone, terms_version, state)
     VALUES ('Firma', 'COMPANY', '0123456749', $1, $2, '+32 477 99 88 77', '1', 'ACCEPTED')`,
    [name, email],
  );
  await rows(
    `INSERT INTO handover (reservation_id, moment, happened_at, recorded_by, giver_name, giver_strokes, receiver_name)
     VALUES ($1, 'RETURN', now(), $2, $3, 'M 1 1', 'Iemand anders')`,
    [made.id, person.id, name],
  );
  return { person, name, email, made, cookie: await app.signInAs(person) };
}

describe('erasure', () => {
  test('leaves nothing of the person anywhere, and keeps what was booked with its figures', async () => {
    const { name, email, made, cookie, person } = await somebody();
    expect(await tablesWith(name)).toEqual(['access_request', 'handover', 'mail', 'person', 'reservation']);
    expect(await result(ERASE_ME, { email: ` ${email.toUpperCase()} ` }, cookie)).toEqual({ __typename: 'Done' });
    expect(await tablesWith(name)).toEqual([]);
    expect(await tablesWith(email)).toEqual([]);
    expect(await tablesWith('477 99 88 77')).toEqual([]);
    const [kept] = await rows('SELECT state, participants, hours_used, requester_id FROM reservation WHERE id = $1', [made.id]);
    expect(kept).toEqual({ state: 'ENDED', participants: 9, hours_used: 4, requester_id: person.id });
    const [other] = await rows('SELECT giver_name, giver_strokes, receiver_name FROM handover WHERE reservation_id = $1', [
      made.id,
    ]);
    expect(other).toEqual({ giver_name: '-', giver_strokes: null, receiver_name: 'Iemand anders' });
  });

  test('ends the sessions and the way in', async () => {
    const { email, cookie, person } = await somebody();
    await result(ERASE_ME, { email }, cookie);
    expect((await app.graphql('{ viewer { id } }', {}, cookie)).data).toEqual({ viewer: null });
    expect(await rows('SELECT active, password_hash FROM person WHERE id = $1', [person.id])).toEqual([
      { active: false, password_hash: null },
    ]);
    const link = await app.graphql('mutation ($email: String!) { requestPasswordLink(email: $email) { ok } }', { email });
    expect(link.data).toEqual({ requestPasswordLink: { ok: true } });
    expect(await rows('SELECT 1 FROM password_token WHERE person_id = $1', [person.id])).toEqual([]);
  });

  test('the trail stays, without a name', async () => {
    const { email, person } = await somebody();
    const by = await administrator();
    expect(await result(ERASE, { email }, by)).toEqual({ __typename: 'Done' });
    const trail = await rows<{ action: string; changes: object }>(
      `SELECT action, changes FROM audit_entry WHERE entity = 'person' AND entity_id = $1`,
      [person.id],
    );
    expect(trail).toEqual([{ action: 'person.erase', changes: { active: { before: 'true', after: 'false' } } }]);
    // Again: there is nobody by that address.
    expect(await result(ERASE, { email }, by)).toMatchObject({ reasons: [{ code: 'NOT_FOUND' }] });
  });

  test('wants the own address again, and the right for others', async () => {
    const { email, cookie } = await somebody();
    expect(await result(ERASE_ME, { email: 'other@example.org' }, cookie)).toMatchObject({
      reasons: [{ code: 'INVALID_INPUT' }],
    });
    expect(await result(ERASE_ME, { email })).toMatchObject({ reasons: [{ code: 'NOT_SIGNED_IN' }] });
    expect(await result(ERASE, { email }, planner)).toMatchObject({ reasons: [{ code: 'NOT_ALLOWED' }] });
    expect((await app.graphql('{ viewer { id } }', {}, cookie)).data?.['viewer']).toBeTruthy();
  });

  test('of the last two administrators at the same moment, one stays', async () => {
    const database = await createTestDatabase();
    const two = [
      await makePerson(database.app.manager, { role: 'ADMINISTRATOR' }),
      await makePerson(database.app.manager, { role: 'ADMINISTRATOR' }),
    ];
    const erased = await Promise.all(
      two.map((person) =>
        orRefusal(() =>
          inTransaction(database.app, async (tx) => {
            await erasePerson(tx, actorOf(person), person.id);
            return { ok: true } as never;
          }),
        ),
      ),
    );
    expect(
      erased.map((each) => ('reasons' in each ? (each as { reasons: { code: string }[] }).reasons[0]!.code : 'erased')).sort(),
    ).toEqual(['LAST_ADMINISTRATOR', 'erased']);
    expect(await database.app.manager.countBy(Person, { role: 'ADMINISTRATOR', active: true })).toBe(1);
    await database.drop();
  });

  test('control: without the lock on all administrators, both could go', async () => {
    const database = await createTestDatabase();
    const two = [
      await makePerson(database.app.manager, { role: 'ADMINISTRATOR' }),
      await makePerson(database.app.manager, { role: 'ADMINISTRATOR' }),
    ];
    const counted: (() => void)[] = [];
    // Both count before either writes, as two transactions without the lock may.
    const both = new Promise<void>((resolve) => {
      let waiting = 0;
      counted.push(() => (++waiting === 2 ? resolve() : undefined));
    });
    await Promise.all(
      two.map((person) =>
        inTransaction(database.app, async (tx) => {
          const others = await tx.countBy(Person, { role: 'ADMINISTRATOR', active: true });
          counted[0]!();
          await both;
          if (others > 1) await tx.update(Person, { id: person.id }, { active: false });
        }),
      ),
    );
    expect(await database.app.manager.countBy(Person, { role: 'ADMINISTRATOR', active: true })).toBe(0);
    await database.drop();
  });
});

describe('one’s own data', () => {
  test('as JSON and to read, with what is mine and nothing of others', async () => {
    const { name, email, made, cookie } = await somebody();
    const { name: stranger } = await somebody();
    const answer = await fetch(`${app.url}/export/mijn-gegevens.json`, { headers: { cookie } });
    const text = await answer.text();
    const { data } = JSON.parse(text) as { data: Record<string, Record<string, unknown>[]> };
    expect(data['person']).toEqual([expect.objectContaining({ name, email, phone: '+32 477 99 88 77' })]);
    expect(data['reservation']).toEqual([expect.objectContaining({ number: made.number, contact_name: name })]);
    expect(data['mail']).toHaveLength(1);
    expect(text).not.toContain(stranger);
    expect(text).not.toMatch(/hash/);
    const pdf = await fetch(`${app.url}/export/mijn-gegevens.pdf?lang=fr`, { headers: { cookie } });
    expect({ status: pdf.status, type: pdf.headers.get('content-type') }).toEqual({ status: 200, type: 'application/pdf' });
    expect((await fetch(`${app.url}/export/mijn-gegevens.json`)).status).toBe(401);
  });
});

describe('retention', () => {
  const SET = `mutation ($name: ID!, $days: Int!) { result: setRetention(name: $name, days: $days) { __typename ... on Refusal { reasons { code field } } } }`;

  test('takes away what is older, and not what is younger; tells what it did and for whom', async () => {
    await rows(
      `UPDATE mail SET created_at = now() - interval '181 days' WHERE id = (SELECT id FROM mail WHERE state = 'SENT' LIMIT 1)`,
      [],
    );
    const [{ before }] = (await rows<{ before: number }>('SELECT count(*)::int AS before FROM mail', [])) as [{ before: number }];
    const old = await makeReservation(
      app.database.app.manager,
      { units: [await unit()], site: await makeSite(app.database.app.manager), firstDay: addDays(dayOf(Date.now()), -731) },
      { state: 'ENDED', contactName: 'Oud', participants: 3 } as never,
    );
    const recent = await makeReservation(
      app.database.app.manager,
      { units: [await unit()], site: await makeSite(app.database.app.manager), firstDay: dayAhead(2) },
      { contactName: 'Nieuw' } as never,
    );
    const cookie = await administrator();
    expect(await result('mutation { result: runRetention { __typename } }', {}, cookie)).toEqual({ __typename: 'Done' });
    const [{ after }] = (await rows<{ after: number }>('SELECT count(*)::int AS after FROM mail', [])) as [{ after: number }];
    expect(before - after).toBe(1);
    expect(
      await rows('SELECT contact_name, participants FROM reservation WHERE id = ANY($1) ORDER BY last_day', [
        [old.id, recent.id],
      ]),
    ).toEqual([
      { contact_name: null, participants: 3 },
      { contact_name: 'Nieuw', participants: null },
    ]);
    const { data } = await app.graphql('{ retentionRuns(first: 20) { rule removed actor { name } } }', {}, cookie);
    const runs = (data as unknown as { retentionRuns: { rule: string; removed: number; actor: object | null }[] }).retentionRuns;
    expect(runs.map(({ rule }) => rule).sort()).toEqual(RETENTION.map(({ name }) => name).sort());
    expect(runs.find(({ rule }) => rule === 'mails')).toMatchObject({
      removed: 1,
      actor: { name: expect.any(String) as string },
    });
    // The nightly run has nobody, and finds nothing more.
    const nightly = await inTransaction(app.database.app, (tx) => applyRetention(tx, null));
    expect(nightly.every(({ removed, actorId }) => removed === 0 && actorId === null)).toBe(true);
  });

  test('an administrator chooses the days, not fewer than are needed', async () => {
    const cookie = await administrator();
    expect(await result(SET, { name: 'mails', days: 60 }, cookie)).toEqual({ __typename: 'Done' });
    expect(await result(SET, { name: 'mails', days: 2 }, cookie)).toMatchObject({ reasons: [{ code: 'INVALID_INPUT' }] });
    expect(await result(SET, { name: 'nothing', days: 60 }, cookie)).toMatchObject({ reasons: [{ code: 'NOT_FOUND' }] });
    expect(await result(SET, { name: 'mails', days: 60 }, planner)).toMatchObject({ reasons: [{ code: 'NOT_ALLOWED' }] });
    const { data } = await app.graphql('{ retentionRules { name days } }', {}, cookie);
    expect((data as unknown as { retentionRules: object[] }).retentionRules).toContainEqual({ name: 'mails', days: 60 });
  });
});
