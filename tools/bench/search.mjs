// The availability search, as the web client asks it, against the same statements sent by `pg` alone in the same rounds.
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { fill, makeUnits } from './fill.mjs';
import { client, openDatabase, startApi } from './program.mjs';
import { recordStatements } from './record-statements.mjs';
import { machine, table } from './report.mjs';
import { asMs, asRatio, median, percentile, ratios } from './stats.ts';

const SIZES = [10_000, 1_000_000];
const ROUNDS = 12;
const PER_ROUND = 15;
const WARM_UP = 200;

export async function benchSearch(log) {
  const database = await openDatabase();
  try {
    log('Making 1,000 units…');
    await makeUnits(database.owner);
    const { rows } = await database.owner.query(`SELECT id FROM site ORDER BY code LIMIT 1`);
    const variables = { first: 50, input: { ...daysAhead(14, 3), siteId: rows[0].id } };
    const results = [];
    for (const size of SIZES) {
      log(`Filling in ${size.toLocaleString('en')} occupancies…`);
      await fill(database.owner, size);
      results.push({ size, ...(await measure(database, variables, log)) });
    }
    return { text: await describe(database.owner, results), results };
  } finally {
    await database.close();
  }
}

async function measure({ env, postgres }, variables, log) {
  const statements = await recordStatements(env, (url) => client(url)('Search', variables));
  const api = await startApi(env);
  const alone = new pg.Client({ connectionString: postgres.appUrl() });
  await alone.connect();
  try {
    const ask = client(api.url);
    const sql = async () => {
      for (const { text, values } of statements) await alone.query(text, values);
    };
    const page = (await ask('Search', variables)).availability;
    if (page.edges.length !== 50) throw new Error(`a page of ${page.edges.length} instead of 50`);
    await times(() => ask('Search', variables), WARM_UP);
    await times(sql, WARM_UP / 4);
    const [http, reference] = [[], []];
    for (let round = 1; round <= ROUNDS; round++) {
      log(`Round ${round} of ${ROUNDS}…`);
      http.push(await times(() => ask('Search', variables), PER_ROUND));
      reference.push(await times(sql, PER_ROUND));
    }
    return { statements: statements.length, free: page.freeCount, total: page.totalCount, http, reference };
  } finally {
    await alone.end();
    await api.stop();
  }
}

async function times(work, count) {
  const taken = [];
  for (let at = 0; at < count; at++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken;
}

async function describe(owner, results) {
  const row = ({ size, statements, free, http, reference }) => [
    size.toLocaleString('en'),
    String(free),
    String(statements),
    asMs(percentile(http.flat(), 0.5)),
    asMs(percentile(http.flat(), 0.95)),
    asMs(percentile(reference.flat(), 0.5)),
    asRatio(ratios(http.map(median), reference.map(median))),
  ];
  const [small, large] = results.map(({ http }) => median(http.flat()));
  return [
    table([
      ['occupancies', 'free of 1,000', 'statements', 'p50', 'p95', 'its SQL alone, p50', 'ratio to its SQL'],
      ...results.map(row),
    ]),
    '',
    `Growth of the p50 from 10,000 to 1,000,000 occupancies: ${(large / small).toFixed(2)} ×.`,
    '',
    await machine(owner),
  ].join('\n');
}

/** A Tuesday some weeks ahead would hide the days of the run: the days are counted from today, over a weekend or not. */
function daysAhead(from, count) {
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const weekday = (new Date(Date.now() + from * 86_400_000).getUTCDay() + 6) % 7;
  const start = weekday > 2 ? from + 7 - weekday : from;
  return { firstDay: day(start), lastDay: day(start + count - 1) };
}
