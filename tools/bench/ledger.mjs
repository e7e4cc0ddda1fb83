// Postings by sixteen clients against plain inserts of the same rows, and the envelope page with many postings against few.
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { copyDatabase, openDatabase, startApi } from './program.mjs';
import { machine, table } from './report.mjs';
import { asRatio, median, ratios } from './stats.ts';

const CLIENTS = 16;
const EACH = 60;
const ROUNDS = 5;
const FEW = 10_000;
const MANY = 1_000_000;
const PAGES = 12;

/** What the page of the envelope asks: its state, the curves with their forecast, and what needs attention. */
const PAGE = `{ budgetAlerts { kind tone aboutId label count cents day } ledgerCheck { clean } envelopes { code name amountCents undivided amounts { budget left committed invoiced paid claimed certified deducted }
  byRubric { rubric amounts { budget left committed paid } } byFunder { funder { code name } amounts { budget left committed paid } }
  agreements { code name durableUntil retainUntil absorption { day planned committed paid claimed certified p10 p50 p90 } shares { funder { code } basisPoints }
    lines { code name rubric amounts { budget left committed invoiced paid claimed certified } } } } }`;

export async function benchLedger(log) {
  const database = await openDatabase();
  const apis = [];
  try {
    const lines = await makeLines(database.owner);
    const { postings, inserts } = await measurePostings(database, lines, log);
    await fill(database.owner, lines, FEW, log);
    const few = await copyDatabase(database, 'few_postings');
    await fill(database.owner, lines, MANY, log);
    for (const env of [few, database.env]) apis.push(await startApi(env));
    const cookies = [];
    for (const { url } of apis) cookies.push(await signIn(url));
    const took = [[], []];
    for (let round = 0; round <= ROUNDS; round++)
      for (const [at, { url }] of apis.entries()) {
        const middle = await page(url, cookies[at], PAGES);
        // The first round warms both up.
        if (round > 0) took[at].push(middle);
      }
    const text = [
      table([
        ['16 clients, 64 lines', 'per second, middle round'],
        ['postings, balances and checks on', median(postings).toFixed(0)],
        ['plain inserts of the same rows', median(inserts).toFixed(0)],
        ['plain inserts for one posting', asRatio(ratios(inserts, postings))],
      ]),
      '',
      table([
        ['envelope page over HTTP', 'milliseconds, middle'],
        [`with ${FEW.toLocaleString('en')} postings`, median(took[0]).toFixed(1)],
        [`with ${MANY.toLocaleString('en')} postings`, median(took[1]).toFixed(1)],
        ['growth (at most 1.3)', asRatio(ratios(took[1], took[0]))],
      ]),
      '',
      await machine(database.owner),
    ].join('\n');
    return { text };
  } finally {
    for (const api of apis) await api.stop();
    await database.close();
  }
}

/** Postings and plain inserts in turn, round by round. */
async function measurePostings({ owner, postgres }, lines, log) {
  const pools = [postgres.appUrl(), postgres.ownerUrl()].map(
    (connectionString) => new pg.Pool({ connectionString, max: CLIENTS }),
  );
  for (const pool of pools) pool.on('error', () => {});
  await owner.query('CREATE TABLE plain_posting (LIKE posting INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING INDEXES)');
  let at = 0;
  const add = (pool, name) => async () => {
    const n = at++;
    await pool.query(
      `INSERT INTO ${name} (act, act_key, position, kind, line_id, from_account, to_account, cents, to_paper, booked_on)
       VALUES ('bench', $1, 0, 'COMMIT', $2, 'AVAILABLE', 'COMMITTED', 1, gen_random_uuid(), '2030-06-03')`,
      [`bench:${n}`, lines[n % lines.length]],
    );
  };
  const [post, insert] = [add(pools[0], 'posting'), add(pools[1], 'plain_posting')];
  await perSecond(post);
  await perSecond(insert);
  const [postings, inserts] = [[], []];
  for (let round = 1; round <= ROUNDS; round++) {
    log(`Round ${round} of ${ROUNDS}…`);
    postings.push(await perSecond(post));
    inserts.push(await perSecond(insert));
  }
  for (const pool of pools) await pool.end();
  await owner.query('DROP TABLE plain_posting');
  return { postings, inserts };
}

/** Lines with more than enough for what the rounds order, in an agreement of their own. */
async function makeLines(owner) {
  const { rows } = await owner.query(
    `WITH e AS (INSERT INTO envelope (code, name, kind, amount_cents) VALUES ('BENCH', 'Bench', 'EQUIPMENT', 1e13::bigint) RETURNING id),
          a AS (INSERT INTO funding_agreement (envelope_id, code, name, regime, amount_cents, eligible_from, eligible_to, vat_rule,
                  durability_years, retention_years, retention_from)
                SELECT id, 'BENCH', 'Bench', 'bench', 1e13::bigint, '2020-01-01', '2030-12-31', 'NEVER', 5, 5, 'LAST_PAYMENT' FROM e RETURNING id)
     INSERT INTO budget_line (agreement_id, code, name, rubric) SELECT a.id, 'B' || n, 'Bench', 'INVESTMENT' FROM a, generate_series(1, 64) n RETURNING id`,
  );
  await owner.query(
    `INSERT INTO posting (act, act_key, position, kind, line_id, from_account, to_account, cents, booked_on)
     SELECT 'bench', 'bench-allot:' || id, 0, 'ALLOT', id, 'OUTSIDE', 'AVAILABLE', 1e10::bigint, '2030-06-03' FROM unnest($1::uuid[]) id`,
    [rows.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}

/** Postings until there are so many, through the trigger, in a few statements. */
async function fill(owner, lines, wanted, log) {
  for (;;) {
    const { rows } = await owner.query('SELECT count(*)::int AS n FROM posting');
    const missing = wanted - rows[0].n;
    if (missing <= 0) break;
    log(`${rows[0].n} of ${wanted} postings…`);
    await owner.query(
      `INSERT INTO posting (act, act_key, position, kind, line_id, from_account, to_account, cents, to_paper, booked_on)
       SELECT 'bench', 'fill:' || gen_random_uuid(), 0, 'COMMIT', ($1::uuid[])[1 + n % $2], 'AVAILABLE', 'COMMITTED', 1, gen_random_uuid(), '2030-06-03'
         FROM generate_series(1, $3::int) n`,
      [lines, lines.length, Math.min(missing, 50_000)],
    );
  }
  await owner.query('ANALYZE');
}

/** How long the page takes, in milliseconds: the middle of so many. */
async function page(url, cookie, count) {
  const took = [];
  for (let n = 0; n < count; n++) {
    const start = performance.now();
    const answer = await fetch(`${url}/graphql`, request(cookie, PAGE));
    const { errors } = await answer.json();
    if (errors) throw new Error(JSON.stringify(errors));
    took.push(performance.now() - start);
  }
  return median(took);
}

async function perSecond(work) {
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let done = 0; done < EACH; done++) await work();
    }),
  );
  return (CLIENTS * EACH) / ((performance.now() - start) / 1000);
}

async function signIn(url) {
  const accounts = await (
    await fetch(`${url}/graphql`, request('', '{ settings { demoAccounts { email password role } } }'))
  ).json();
  const { email, password } = accounts.data.settings.demoAccounts.find(({ role }) => role === 'BUDGET_OFFICER');
  const answer = await fetch(
    `${url}/graphql`,
    request('', 'mutation ($e: String!, $p: String!) { signIn(email: $e, password: $p) { __typename } }', {
      e: email,
      p: password,
    }),
  );
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

const request = (cookie, query, variables) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true', cookie },
  body: JSON.stringify({ query, variables }),
});
