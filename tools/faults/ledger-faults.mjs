// Kills the API, and then the database, with -9 in the middle of orders, invoices and payments, starts them again, repeats every
// step with its key, and counts: each step happened exactly once, and every balance is what its postings make it.
// Prints one line of JSON; ends with 1 when something is not so.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv, node24, root } from '../node24.mjs';
import { freePort, startPostgres } from '../postgres.mjs';
import { connect, openDatabase, untilReady } from '../bench/program.mjs';

const CLIENTS = 6;
/** What is killed, and after how many answers of the eighteen that a round waits for. */
const KILLS = [
  ['api', 1],
  ['database', 5],
  ['api', 10],
  ['database', 14],
];
const CENTS = '1250';
const STEPS = ['order', 'invoice', 'pay'];

const database = await openDatabase();
let { postgres } = database;
let api;
try {
  api = await startApi(database.env);
  const cookie = await signIn();
  const [{ lineId, supplierId, before }] = await ask(
    `SELECT l.id AS "lineId", (SELECT id FROM supplier ORDER BY name LIMIT 1) AS "supplierId", b.available AS before
       FROM budget_line l JOIN line_balance b ON b.line_id = l.id WHERE l.code = 'D-INV'`,
  );
  const answers = new Map();
  let acknowledged = 0;
  for (const [round, [what, after]] of KILLS.entries()) {
    const chains = Array.from({ length: CLIENTS }, (_, client) =>
      chain(cookie, `${round}-${client}`, { lineId, supplierId }, answers),
    );
    const working = Promise.all(chains.map((each) => each.run()));
    const answered = () => chains.reduce((sum, each) => sum + each.acknowledged(), 0);
    for (let waited = 0; answered() < after && waited < 30_000; waited += 1) await sleep(1);
    await kill(what);
    await working;
    acknowledged += answered();
    // Again with the same keys, from the first step on: what was done gives its answer, what was not is done.
    for (const each of chains) await each.repeat();
  }
  const [counts] = await ask(
    `SELECT (SELECT count(*)::int FROM commitment WHERE description = 'Storing') AS orders,
            (SELECT count(*)::int FROM invoice WHERE number LIKE 'STORING-%') AS invoices,
            (SELECT count(*)::int FROM payment WHERE reference = 'Storing') AS payments,
            (SELECT $2::bigint - available FROM line_balance WHERE line_id = $1)::text AS taken`,
    [lineId, before],
  );
  const { verifyLedger } = await post(
    cookie,
    'mutation { verifyLedger { ... on LedgerCheck { clean } ... on Refusal { reasons { code } } } }',
  );
  const each = CLIENTS * KILLS.length;
  const outcome = { ...counts, expected: each, taken: Number(counts.taken), acknowledged, clean: verifyLedger.clean };
  console.log(JSON.stringify(outcome));
  const right =
    [counts.orders, counts.invoices, counts.payments].every((n) => n === each) && outcome.taken === each * Number(CENTS);
  // Else nothing was killed in the middle.
  const midway = acknowledged > 0 && acknowledged < each * STEPS.length;
  if (!right || !midway || !verifyLedger.clean) process.exitCode = 1;
} finally {
  await api?.stop();
  await database.owner.end().catch(() => {});
  await postgres.stop();
  await database.close().catch(() => {});
}

/** Order, invoice and pay, one after the other, until the answer does not come. */
function chain(cookie, name, { lineId, supplierId }, answers) {
  const key = (step) => `storing-${name}-${step}`;
  const send = {
    order: async () =>
      post(
        cookie,
        `mutation ($input: AddCommitmentInput!) { result: addCommitment(input: $input) { ... on Commitment { id } ... on Refusal { reasons { code } } } }`,
        {
          input: {
            idempotencyKey: key('order'),
            lineId,
            supplierId,
            description: 'Storing',
            orderedOn: '2026-01-05',
            cents: CENTS,
          },
        },
      ),
    invoice: async () =>
      post(
        cookie,
        `mutation ($input: AddInvoiceInput!) { result: recordInvoice(input: $input) { ... on Invoice { id } ... on Refusal { reasons { code } } } }`,
        {
          input: {
            idempotencyKey: key('invoice'),
            supplierId,
            number: `STORING-${name}`,
            issuedOn: '2026-01-06',
            lines: [
              {
                description: 'Storing',
                netCents: CENTS,
                vatCents: '0',
                charges: [{ lineId, commitmentId: answers.get(key('order')) }],
              },
            ],
          },
        },
      ),
    pay: async () =>
      post(
        cookie,
        `mutation ($input: PaymentInput!) { result: recordPayment(input: $input) { ... on Payment { id } ... on Refusal { reasons { code } } } }`,
        {
          input: {
            idempotencyKey: key('pay'),
            invoiceId: answers.get(key('invoice')),
            paidOn: '2026-01-07',
            cents: CENTS,
            reference: 'Storing',
          },
        },
      ),
  };
  const steps = async () => {
    for (const step of STEPS) {
      const { result } = await send[step]();
      if (!result.id) throw new Error(`${key(step)}: ${JSON.stringify(result)}`);
      const earlier = answers.get(key(step));
      if (earlier && earlier !== result.id) throw new Error(`${key(step)} was ${earlier} and is ${result.id}`);
      answers.set(key(step), result.id);
    }
  };
  return {
    run: () => steps().catch(() => {}),
    repeat: steps,
    acknowledged: () => STEPS.filter((step) => answers.has(key(step))).length,
  };
}

async function kill(what) {
  if (what === 'api') api.kill();
  else {
    await database.owner.end().catch(() => {});
    process.kill(postgres.pid, 'SIGKILL');
    await sleep(300);
    api.kill();
    postgres = await startPostgres({ folder: postgres.folder ?? database.postgres.folder });
    database.owner = await connect(postgres.ownerUrl());
  }
  await api.ended;
  api = await startApi({ DATABASE_URL: postgres.appUrl(), DATABASE_OWNER_URL: postgres.ownerUrl() });
}

async function startApi(env) {
  const port = await freePort();
  const child = spawn(node24(), ['apps/api/dist/main.js'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore'],
    env: childEnv({ ...env, DATABASE_OWNER_URL: undefined, PORT: String(port), LOG_LEVEL: 'silent', SIGN_IN_ATTEMPTS: '1000' }),
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = `http://localhost:${port}`;
  await untilReady(url, () => child.exitCode !== null || child.signalCode !== null);
  return {
    url,
    ended,
    kill: () => child.kill('SIGKILL'),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function ask(sql, parameters = []) {
  return (await database.owner.query(sql, parameters)).rows;
}

async function signIn() {
  const accounts = await post('', '{ settings { demoAccounts { email password role } } }');
  const { email, password } = accounts.settings.demoAccounts.find(({ role }) => role === 'BUDGET_OFFICER');
  const answer = await send('', 'mutation ($e: String!, $p: String!) { signIn(email: $e, password: $p) { __typename } }', {
    e: email,
    p: password,
  });
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

async function post(cookie, query, variables) {
  const { data, errors } = await (await send(cookie, query, variables)).json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

function send(cookie, query, variables) {
  return fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true', cookie },
    body: JSON.stringify({ query, variables }),
  });
}
