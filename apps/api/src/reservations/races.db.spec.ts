import type { AddressInfo } from 'node:net';
import { startTestApp, type TestApp } from '../../test/app.js';
import { makePerson } from '../../test/factories.js';
import { dayAhead } from '../../test/place-factories.js';
import { createApp } from '../create-app.js';
import { connect } from '../database/connect.js';
import { inTransaction } from '../database/transaction.js';
import type { EquipmentUnit } from '../equipment/equipment-unit.entity.js';
import { expireHolds } from '../placement/expire-holds.js';
import { readSettings } from '../platform/settings.js';
import type { Site } from '../sites/site.entity.js';
import { count, makeWorld, OVERLAPS, type RaceWorld, TELEPORTS } from './races.fixture.js';

const SLOW_MS = 60_000;
const MONDAY = dayAhead(0);
const TUESDAY = dayAhead(1);

const RESULT = `{ __typename ... on Reservation { id version state } ... on Refusal { reasons { code } } }`;
const RESERVE = `mutation ($input: ReserveInput!) { result: reserveKit(input: $input) ${RESULT} }`;
const HOLD = `mutation ($input: HoldInput!) { result: holdKit(input: $input) ${RESULT} }`;
const SUBMIT = `mutation ($id: ID!, $version: Int!) { result: submitReservation(id: $id, version: $version, details: {}) ${RESULT} }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) { result: confirmReservation(id: $id, version: $version) ${RESULT} }`;
const REJECT = `mutation ($id: ID!, $version: Int!) { result: rejectReservation(id: $id, version: $version, reason: "No room") ${RESULT} }`;

interface Result {
  __typename: 'Reservation' | 'Refusal';
  id: string;
  version: number;
  state: string;
  reasons: { code: string }[];
}

const someKey = () => `key-${Math.random()}`;
const codes = (result: Result) => result.reasons.map((reason) => reason.code);
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('fifty clients at two running servers', () => {
  let first: TestApp;
  let second: { url: string; close: () => Promise<void> };
  let world: RaceWorld;
  let cookies: string[];
  let planner: string;

  beforeAll(async () => {
    first = await startTestApp();
    const settings = readSettings({
      DATABASE_URL: first.database.appUrl,
      LOG_LEVEL: 'silent',
      PORT: '0',
      WEB_FOLDER: '/nonexistent',
    });
    const app = await createApp(settings, await connect(settings.databaseUrl, 'api', settings.databasePool));
    await app.listen(0, '127.0.0.1');
    second = {
      url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`,
      close: () => app.close(),
    };
    const { manager } = first.database.app;
    world = await makeWorld(manager);
    const people = await Promise.all(range(5).map(() => makePerson(manager)));
    cookies = await Promise.all(people.map((person) => first.signInAs(person)));
    planner = await first.signInAs(await makePerson(manager, { role: 'PLANNER' }));
  }, SLOW_MS);
  afterAll(async () => {
    await second.close();
    await first.close();
  });

  /** One operation at one of the servers in turn; what is no typed answer fails the test. */
  let turn = 0;
  async function ask(query: string, variables: object, cookie: string): Promise<Result> {
    const url = turn++ % 2 ? second.url : first.url;
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: { result: Result }; errors?: unknown };
    expect({ status: response.status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
    return body.data!.result;
  }
  const reserve = (units: EquipmentUnit[], site: Site, day: string, client: number, key = someKey()) =>
    ask(
      RESERVE,
      {
        input: {
          idempotencyKey: key,
          unitIds: units.map((unit) => unit.id),
          siteId: site.id,
          firstDay: day,
          lastDay: day,
          details: {},
        },
      },
      cookies[client % cookies.length]!,
    );
  const made = (results: Result[]) => results.filter((result) => result.__typename === 'Reservation');
  const query = (sql: string, parameters: unknown[]) => count(first.database.owner, sql, parameters);

  test(
    'for one slot: one reservation and 49 typed refusals',
    async () => {
      const unit = await world.unit();
      const results = await Promise.all(range(50).map((client) => reserve([unit], world.far, MONDAY, client)));
      expect(made(results)).toHaveLength(1);
      for (const result of results) if (result.__typename === 'Refusal') expect(codes(result)).toEqual(['UNIT_TAKEN']);
      expect(await query('SELECT count(*)::int AS n FROM occupancy WHERE unit_id = $1', [unit.id])).toBe(1);
    },
    SLOW_MS,
  );

  test(
    'for several units in any order: no fault, and all of them or none',
    async () => {
      const units = await Promise.all(range(5).map(world.unit));
      for (let round = 0; round < 3; round++) {
        const wishes = range(30).map((client) => {
          const some = [units[client % 5]!, units[(client * 2 + 1) % 5]!, units[(client * 3 + 2) % 5]!];
          return [...new Set(client % 2 ? some.toReversed() : some)];
        });
        const day = dayAhead(round * 7);
        const results = await Promise.all(wishes.map((wish, client) => reserve(wish, world.far, day, client)));
        expect(made(results).length).toBeGreaterThan(0);
        for (const [client, result] of results.entries()) {
          if (result.__typename === 'Refusal') {
            expect(new Set(codes(result))).toEqual(new Set(['UNIT_TAKEN']));
            continue;
          }
          const stays = `SELECT count(*)::int AS n FROM occupancy WHERE reservation_id = $1 AND active`;
          expect(await query(stays, [result.id])).toBe(wishes[client]!.length);
        }
      }
      const ids = units.map((unit) => unit.id);
      expect(await query(OVERLAPS, [ids])).toBe(0);
      // Of what was refused nothing stays: every reservation that exists has its stays.
      const partial = `SELECT count(*)::int AS n FROM reservation r WHERE NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.reservation_id = r.id)`;
      expect(await query(partial, [])).toBe(0);
    },
    SLOW_MS,
  );

  test(
    'for neighbouring days at sites far apart: never a teleport',
    async () => {
      const units = await Promise.all(range(6).map(world.unit));
      for (const unit of units) {
        const results = await Promise.all(
          range(8).map((client) =>
            reserve([unit], client % 2 ? world.far : world.farther, client % 2 ? MONDAY : TUESDAY, client),
          ),
        );
        expect(made(results)).toHaveLength(1);
      }
      const ids = units.map((unit) => unit.id);
      expect(await query(TELEPORTS, [ids])).toBe(0);
      expect(await query(OVERLAPS, [ids])).toBe(0);
    },
    SLOW_MS,
  );

  test(
    'who decide on one reservation: one decides, with one mail and one trace',
    async () => {
      const unit = await world.unit();
      const { id, version } = await reserve([unit], world.far, MONDAY, 0);
      const results = await Promise.all(range(10).map((client) => ask(client % 2 ? CONFIRM : REJECT, { id, version }, planner)));
      expect(made(results)).toHaveLength(1);
      for (const result of results) if (result.__typename === 'Refusal') expect(codes(result)).toEqual(['STATE_CHANGED']);
      const decided = `SELECT count(*)::int AS n FROM audit_entry WHERE entity_id = $1 AND action IN ('reservation.confirm', 'reservation.reject')`;
      expect(await query(decided, [id])).toBe(1);
      const mails = `SELECT count(*)::int AS n FROM mail WHERE template IN ('confirmed', 'rejected') AND body_text LIKE '%' || $1 || '%'`;
      expect(await query(mails, [id])).toBe(1);
    },
    SLOW_MS,
  );

  test(
    'while a hold ends: it is submitted or somebody else has the time, never both',
    async () => {
      let submitted = 0;
      for (let round = 0; round < 16; round++) {
        const unit = await world.unit();
        const input = { idempotencyKey: someKey(), unitIds: [unit.id], siteId: world.far.id, firstDay: MONDAY, lastDay: MONDAY };
        const hold = await ask(HOLD, { input }, cookies[0]!);
        const left = [1, 10, 15, 20, 25, 30, 40, 5_000][round % 8]!;
        await first.database.owner.query(
          `WITH r AS (UPDATE reservation SET hold_expires_at = clock_timestamp() + make_interval(secs => $2) WHERE id = $1 RETURNING id, hold_expires_at)
         UPDATE occupancy SET expires_at = r.hold_expires_at FROM r WHERE reservation_id = r.id`,
          [hold.id, left / 1000],
        );
        const [submit, ...others] = await Promise.all([
          ask(SUBMIT, { id: hold.id, version: hold.version }, cookies[0]!),
          ...range(3).map((client) => reserve([unit], world.farther, MONDAY, client + 1)),
          inTransaction(first.database.app, (tx) => expireHolds(tx)),
        ]);
        const winners = made([submit!, ...others.filter((other) => typeof other !== 'number')]);
        expect(winners.length).toBeLessThanOrEqual(1);
        if (submit!.__typename === 'Reservation') submitted++;
        else expect(codes(submit!)).toEqual(['HOLD_EXPIRED']);
        const live = `SELECT count(*)::int AS n FROM occupancy WHERE unit_id = $1 AND active AND (expires_at IS NULL OR expires_at > now())`;
        expect(await query(live, [unit.id])).toBe(winners.length);
      }
      // Both happen, else the moment was never right.
      expect(submitted).toBeGreaterThan(0);
      expect(submitted).toBeLessThan(16);
    },
    SLOW_MS,
  );

  test(
    'with one idempotency key: one reservation, ten times the same answer',
    async () => {
      const unit = await world.unit();
      const key = someKey();
      const results = await Promise.all(range(10).map(() => reserve([unit], world.far, MONDAY, 0, key)));
      expect(made(results)).toHaveLength(10);
      expect(new Set(results.map((result) => result.id)).size).toBe(1);
      const reservations = `SELECT count(DISTINCT reservation_id)::int AS n FROM occupancy WHERE unit_id = $1`;
      expect(await query(reservations, [unit.id])).toBe(1);
    },
    SLOW_MS,
  );
});
