// Reservations by fifty clients at once over HTTP, against fifty connections that insert into the same table.
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { makeUnits } from './fill.mjs';
import { openDatabase, startApi } from './program.mjs';
import { machine, table } from './report.mjs';
import { asRatio, median, ratios } from './stats.ts';

const CLIENTS = 50;
const ROUNDS = 6;
/** Reservations of one client in a round. */
const EACH = 8;
const RESERVE = `mutation Reserve($input: ReserveInput!) { reserveKit(input: $input) { __typename ... on Refusal { reasons { code } } } }`;

export async function benchReserve(log) {
  const database = await openDatabase();
  const { owner, env, postgres } = database;
  // The API's own pool is smaller; the reference has a connection for each client.
  const pool = new pg.Pool({ connectionString: postgres.appUrl(), max: CLIENTS });
  // A connection that ends together with its server is no fault of the run.
  pool.on('error', () => {});
  const api = await startApi(env);
  try {
    await makeUnits(owner);
    const places = await takeablePlaces(owner);
    const cookie = await signIn(api.url);
    let at = 0;
    const reserve = async () => {
      const { unitId, siteId, day } = places[at++];
      const input = {
        idempotencyKey: `bench-${unitId}-${day}`,
        unitIds: [unitId],
        siteId,
        firstDay: day,
        lastDay: day,
        details: { purpose: 'Meting' },
      };
      const { reserveKit } = await post(api.url, cookie, RESERVE, { input });
      if (reserveKit.__typename !== 'Reservation') throw new Error(JSON.stringify(reserveKit));
    };
    const insert = async () => {
      const { unitId, siteId, day } = places[at++];
      await pool.query(
        `INSERT INTO occupancy (unit_id, kind, during, site_id, stay_state)
         VALUES ($1, 'STAY', tstzrange($2::date + interval '8 hours', $2::date + interval '17 hours'), $3, 'PLANNED')`,
        [unitId, day, siteId],
      );
    };
    await perSecond(reserve);
    await perSecond(insert);
    const [reservations, inserts] = [[], []];
    for (let round = 1; round <= ROUNDS; round++) {
      log(`Round ${round} of ${ROUNDS}…`);
      reservations.push(await perSecond(reserve));
      inserts.push(await perSecond(insert));
    }
    const text = [
      table([
        ['50 clients', 'per second, middle round'],
        ['reservations over HTTP', median(reservations).toFixed(0)],
        ['rows by plain INSERT into the same table, the guards on', median(inserts).toFixed(0)],
        ['inserts for one reservation', asRatio(ratios(inserts, reservations))],
      ]),
      '',
      'A reservation is a transaction that locks its units, judges time, place and fit, and writes the reservation, its stays,',
      'the audit row, the idempotency key and the mail with its job.',
      '',
      await machine(owner),
    ].join('\n');
    return { text };
  } finally {
    await api.stop();
    await pool.end();
    await database.close();
  }
}

/** How many a second when every client does its share, one after the other. */
async function perSecond(work) {
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let done = 0; done < EACH; done++) await work();
    }),
  );
  return (CLIENTS * EACH) / ((performance.now() - start) / 1000);
}

/** Units at home on working days far apart, so that nothing travels and nobody is refused; more than the rounds take. */
async function takeablePlaces(owner) {
  const { rows } = await owner.query(
    `SELECT u.id AS "unitId", u.home_site_id AS "siteId", d.day::date::text AS day
       FROM generate_series(current_date + 60, current_date + 400, interval '7 days') AS d(day)
       CROSS JOIN equipment_unit u JOIN site s ON s.id = u.home_site_id JOIN equipment_model m ON m.id = u.model_id
      WHERE extract(isodow FROM d.day) = extract(isodow FROM current_date + 60) AND m.max_participants > 0
        AND s.power_supplies IS NULL AND s.floor_area_m2 IS NULL AND s.step_free IS NULL AND s.valid_from IS NULL AND s.valid_to IS NULL
        AND NOT s.closed_in_school_holidays
        AND NOT EXISTS (SELECT 1 FROM holiday h WHERE d.day::date BETWEEN h.first_day AND h.last_day)
      ORDER BY d.day, u.code`,
  );
  const needed = CLIENTS * EACH * (ROUNDS + 1) * 2;
  if (rows.length < needed) throw new Error(`${rows.length} places to reserve, ${needed} needed`);
  return rows;
}

async function signIn(url) {
  const answer = await fetch(`${url}/graphql`, request('', `{ settings { demoAccounts { email password role } } }`));
  const { data } = await answer.json();
  const planner = data.settings.demoAccounts.find(({ role }) => role === 'PLANNER');
  const signedIn = await fetch(
    `${url}/graphql`,
    request('', 'mutation($e: String!, $p: String!) { signIn(email: $e, password: $p) { __typename } }', {
      e: planner.email,
      p: planner.password,
    }),
  );
  return signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

async function post(url, cookie, query, variables) {
  const { data, errors } = await (await fetch(`${url}/graphql`, request(cookie, query, variables))).json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

function request(cookie, query, variables) {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true', cookie },
    body: JSON.stringify({ query, variables }),
  };
}
