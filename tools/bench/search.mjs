// The availability search, as the web client asks it, against the same statements sent by `pg` alone. Both sizes have an API
// of their own and take turns, so that a slow minute of the machine touches every side of every ratio.
import { performance } from 'node:perf_hooks';
import { fill, makeUnits } from './fill.mjs';
import { client, connect, copyDatabase, openDatabase, startApi } from './program.mjs';
import { recordStatements } from './record-statements.mjs';
import { machine, table } from './report.mjs';
import { asMs, asRatio, median, percentile, ratios } from './stats.ts';

const [SMALL, LARGE] = [10_000, 1_000_000];
const ROUNDS = 15;
const PER_ROUND = 12;
const WARM_UP = 200;
const PAGE = 50;

export async function benchSearch(log) {
  const database = await openDatabase();
  const contestants = [];
  try {
    log('Making 1,000 units…');
    await makeUnits(database.owner);
    const { rows } = await database.owner.query(`SELECT id FROM site ORDER BY code LIMIT 1`);
    const variables = { first: PAGE, input: { ...daysAhead(14, 3), siteId: rows[0].id } };
    log(`Filling in ${SMALL.toLocaleString('en')} occupancies…`);
    await fill(database.owner, SMALL);
    const small = await copyDatabase(database, 'small');
    log(`Filling in ${LARGE.toLocaleString('en')} occupancies…`);
    await fill(database.owner, LARGE);
    log('Warming up…');
    contestants.push(await prepare(SMALL, small, variables), await prepare(LARGE, database.env, variables));
    for (let round = 1; round <= ROUNDS; round++) {
      log(`Round ${round} of ${ROUNDS}…`);
      for (const { ask, sql, taken } of contestants) {
        taken.http.push(await times(ask));
        taken.sql.push(await times(sql));
      }
    }
    return { text: await describe(database.owner, contestants) };
  } finally {
    for (const { close } of contestants) await close();
    await database.close();
  }
}

async function prepare(size, env, variables) {
  const statements = await recordStatements(env, (url) => client(url)('Search', variables));
  const api = await startApi(env);
  const alone = await connect(env.DATABASE_URL);
  const post = client(api.url);
  const ask = () => post('Search', variables);
  const sql = async () => {
    for (const { text, values } of statements) await alone.query(text, values);
  };
  const { availability } = await ask();
  if (availability.edges.length !== PAGE) throw new Error(`a page of ${availability.edges.length} instead of ${PAGE}`);
  await times(ask, WARM_UP);
  await times(sql, WARM_UP / 4);
  const close = async () => {
    await alone.end();
    await api.stop();
  };
  return { size, statements: statements.length, free: availability.freeCount, ask, sql, close, taken: { http: [], sql: [] } };
}

async function times(work, count = PER_ROUND) {
  const taken = [];
  for (let at = 0; at < count; at++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken;
}

async function describe(owner, contestants) {
  const row = ({ size, statements, free, taken: { http, sql } }) => [
    size.toLocaleString('en'),
    String(free),
    String(statements),
    asMs(percentile(http.flat(), 0.5)),
    asMs(percentile(http.flat(), 0.95)),
    asMs(percentile(sql.flat(), 0.5)),
    asRatio(ratios(http.map(median), sql.map(median))),
  ];
  const [small, large] = contestants.map(({ taken }) => taken.http.map(median));
  return [
    table([
      ['occupancies', 'free of 1,000', 'statements', 'p50', 'p95', 'its SQL alone, p50', 'ratio to its SQL'],
      ...contestants.map(row),
    ]),
    '',
    `Growth from 10,000 to 1,000,000 occupancies: ${asRatio(ratios(large, small))}.`,
    '',
    await machine(owner),
  ].join('\n');
}

/** Three working days in one week, some weeks from now. */
function daysAhead(from, count) {
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const weekday = (new Date(Date.now() + from * 86_400_000).getUTCDay() + 6) % 7;
  const start = weekday > 2 ? from + 7 - weekday : from;
  return { firstDay: day(start), lastDay: day(start + count - 1) };
}
