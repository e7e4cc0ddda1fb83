import { startTestApp, type TestApp } from '../../test/app.js';
import { createTestDatabase } from '../../test/database.js';
import { makePerson } from '../../test/factories.js';
import { requestTransfer } from './deciding/request-transfer.js';
import { euro, openBudget, type Budget } from './budget.fixture.js';

/** Three thousand orders over HTTP: a quarter of a minute, or four on a machine that has more to do. */
const SLOW_MS = 240_000;
const OFFICERS = 16;
const ROUNDS = 200;
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

const MUTATIONS = {
  addCommitment: `mutation ($input: AddCommitmentInput!) { result: addCommitment(input: $input) { __typename ... on Commitment { id } ... on Refusal { reasons { code } } } }`,
  recordPayment: `mutation ($input: PaymentInput!) { result: recordPayment(input: $input) { __typename ... on Payment { id } ... on Refusal { reasons { code } } } }`,
  recordCreditNote: `mutation ($input: AddCreditNoteInput!) { result: recordCreditNote(input: $input) { __typename ... on Invoice { id } ... on Refusal { reasons { code } } } }`,
  approveTransfer: `mutation ($id: ID!, $version: Int!) { result: approveTransfer(id: $id, version: $version) { __typename ... on Transfer { id } ... on Refusal { reasons { code } } } }`,
};
interface Result {
  readonly __typename: string;
  readonly id?: string;
  readonly reasons?: { code: string }[];
}

let app: TestApp;
let budget: Budget;
let cookies: string[];
beforeAll(async () => {
  app = await startTestApp();
  budget = await openBudget(app.database);
  const people = await Promise.all(range(OFFICERS).map(() => makePerson(budget.manager, { role: 'BUDGET_OFFICER' })));
  cookies = await Promise.all(people.map((person) => app.signInAs(person)));
}, SLOW_MS);
afterEach(() => budget.requireClean());
afterAll(() => app.close());

async function ask(name: keyof typeof MUTATIONS, variables: object, officer: number): Promise<Result> {
  const { data, errors } = await app.graphql(MUTATIONS[name], variables, cookies[officer % OFFICERS]);
  expect(errors).toBeUndefined();
  return (data as unknown as { result: Result }).result;
}
const order = (lineId: string, cents: bigint, officer: number, idempotencyKey = budget.nextKey()) =>
  ask(
    'addCommitment',
    {
      input: {
        idempotencyKey,
        lineId,
        supplierId: budget.someSupplier.id,
        description: 'Kit',
        orderedOn: '2025-03-03',
        cents: String(cents),
      },
    },
    officer,
  );
const refusedBy = (results: readonly Result[]) => [
  ...new Set(results.flatMap(({ reasons }) => reasons?.map(({ code }) => code) ?? [])),
];
const takenBy = (results: readonly Result[]) => results.filter(({ __typename }) => __typename !== 'Refusal').length;

test(
  `sixteen officers overdraw one line at once, ${ROUNDS} rounds: never one cent over`,
  async () => {
    const lines = await budget.lines(range(ROUNDS).map(() => 100));
    for (const [round, line] of lines.entries()) {
      // From one that fits to fifteen of sixteen: each round another amount.
      const cents = 10_000n / BigInt((round % 15) + 1);
      const results = await Promise.all(range(OFFICERS).map((officer) => order(line.id, cents, officer)));
      expect({ round, taken: takenBy(results), refused: refusedBy(results) }).toEqual({
        round,
        taken: Number(10_000n / cents),
        refused: ['BUDGET_LINE_TOO_SMALL'],
      });
    }
    const [over] = await budget.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM line_balance WHERE available < 0 OR line_id = ANY($1::uuid[]) AND available + committed <> 10000`,
      [lines.map(({ id }) => id)],
    );
    expect(over!.n).toBe(0);
  },
  SLOW_MS,
);

test('with one key it is one order, sixteen times the same answer', async () => {
  const line = await budget.line(100);
  const key = budget.nextKey();
  const results = await Promise.all(range(OFFICERS).map(() => order(line.id, 1_000n, 3, key)));
  expect(new Set(results.map(({ id }) => id)).size).toBe(1);
  expect(await budget.standing(line.id)).toEqual({ available: 90, committed: 10 });
});

test('one transfer is approved once, however many approve it', async () => {
  for (const round of range(10)) {
    const [from, to] = await budget.lines([100, 0]);
    const input = { idempotencyKey: budget.nextKey(), fromLineId: from!.id, toLineId: to!.id, cents: euro(40), reason: 'Nodig' };
    const id = await budget.done((tx) => requestTransfer(tx, budget.officer, input));
    const results = await Promise.all(range(8).map((officer) => ask('approveTransfer', { id, version: 1 }, officer)));
    expect({ round, taken: takenBy(results), refused: refusedBy(results) }).toEqual({
      round,
      taken: 1,
      refused: ['STATE_CHANGED'],
    });
    expect([await budget.standing(from!.id), await budget.standing(to!.id)]).toEqual([{ available: 60 }, { available: 40 }]);
  }
});

test('a payment against a credit note: what is paid and credited is never more than the invoice', async () => {
  const seen = new Set<string>();
  for (const round of range(20)) {
    const line = await budget.line(100);
    const invoiceId = await budget.done(budget.invoice([budget.charged(line.id, 100)]));
    const payment = { input: { idempotencyKey: budget.nextKey(), invoiceId, paidOn: '2025-05-05', cents: '8000' } };
    const credit = {
      input: {
        idempotencyKey: budget.nextKey(),
        creditsId: invoiceId,
        supplierId: budget.someSupplier.id,
        number: `C-${round}`,
        issuedOn: '2025-05-04',
        lines: [{ description: 'Korting', netCents: '3000', vatCents: '0', charges: [] }],
      },
    };
    const asked = [() => ask('recordPayment', payment, 1), () => ask('recordCreditNote', credit, 2)];
    const [paid, credited] = await Promise.all((round % 2 ? asked.toReversed() : asked).map((each) => each()));
    expect(takenBy([paid!, credited!])).toBe(1);
    const standing = await budget.standing(line.id);
    seen.add(JSON.stringify(standing));
    expect([
      { invoiced: 20, paid: 80 },
      { available: 30, invoiced: 70 },
    ]).toContainEqual(standing);
  }
  expect(seen.size).toBeGreaterThan(0);
});

describe('control', () => {
  /** Sixteen who all look, then all order 60 of 100. */
  async function lookThenOrder(control: Budget, lineId: string): Promise<number> {
    const runners = await Promise.all(
      range(OFFICERS).map(async () => {
        const runner = control.database.app.createQueryRunner();
        await runner.startTransaction('READ COMMITTED');
        const [row] = (await runner.query('SELECT available FROM line_balance WHERE line_id = $1', [lineId])) as {
          available: string;
        }[];
        return { runner, fits: BigInt(row!.available) >= 6_000n };
      }),
    );
    const outcomes = await Promise.allSettled(
      runners.map(async ({ runner, fits }, at) => {
        try {
          if (!fits) throw new Error('does not fit');
          await runner.query(
            `INSERT INTO posting (act, act_key, position, kind, line_id, from_account, to_account, cents, to_paper, booked_on)
             VALUES ('x', $1, 0, 'COMMIT', $2, 'AVAILABLE', 'COMMITTED', 6000, gen_random_uuid(), '2026-01-05')`,
            [`control:${lineId}:${at}`, lineId],
          );
          await runner.commitTransaction();
        } catch (error) {
          if (runner.isTransactionActive) await runner.rollbackTransaction();
          throw error;
        } finally {
          await runner.release();
        }
      }),
    );
    return outcomes.filter(({ status }) => status === 'fulfilled').length;
  }

  test('looking before ordering is no guard: without the check sixteen overspend, with it one orders', async () => {
    const control = await openBudget(await createTestDatabase({ poolSize: 20 }));
    const [guarded, open] = await control.lines([100, 100]);
    expect(await lookThenOrder(control, guarded!.id)).toBe(1);
    await control.rows('ALTER TABLE line_balance DROP CONSTRAINT line_balance_available_not_negative');
    expect(await lookThenOrder(control, open!.id)).toBe(OFFICERS);
    expect(await control.standing(open!.id)).toEqual({ available: -860, committed: 960 });
    await control.database.drop();
  });
});
