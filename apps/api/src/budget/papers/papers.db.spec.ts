import { type Budget, euro, openBudget } from '../budget.fixture.js';
import { changeCommitment, releaseCommitment } from './change-commitment.js';
import { Commitment, Invoice, InvoiceLine } from './papers.entities.js';
import { recordCreditNote } from './record-credit-note.js';
import { takeBackInvoice } from './take-back-invoice.js';

let budget: Budget;
beforeAll(async () => (budget = await openBudget()));
afterEach(() => budget.requireClean());
afterAll(() => budget.database.drop());

test('an order takes what the line has, and not one cent more', async () => {
  const line = await budget.line(1_000);
  await budget.done(budget.order(line.id, 999.99));
  expect(await budget.codes(budget.order(line.id, 0.02))).toEqual(['BUDGET_LINE_TOO_SMALL']);
  await budget.done(budget.order(line.id, 0.01));
  expect(await budget.standing(line.id)).toEqual({ committed: 1_000 });
});

test('an order of nothing or less, after the window, on a flat rate or by who only reads is refused with its rule', async () => {
  const [line, flat] = await budget.lines([100, 10], undefined, [{}, { rubric: 'OVERHEAD', flatRateBasisPoints: 1_500 }]);
  expect(await budget.codes(budget.order(line!.id, 0))).toEqual(['AMOUNT_NOT_POSITIVE']);
  expect(await budget.codes(budget.order(line!.id, -5))).toEqual(['AMOUNT_NOT_POSITIVE']);
  expect(await budget.codes(budget.order(line!.id, 5, { orderedOn: '2030-01-01' }))).toEqual(['OUTSIDE_WINDOW']);
  expect(await budget.codes(budget.order(flat!.id, 5))).toEqual(['FLAT_RATE_TAKES_NO_COST']);
  expect(await budget.codes(budget.order(line!.id, 5, {}, budget.planner))).toEqual(['NOT_ALLOWED']);
  expect(await budget.standing(line!.id)).toEqual({ available: 100 });
});

test('partial invoices draw an order down, and its rest can be released', async () => {
  const line = await budget.line(1_000);
  const commitmentId = await budget.done(budget.order(line.id, 800));
  await budget.done(budget.invoice([budget.charged(line.id, 300, { commitmentId })]));
  await budget.done(budget.invoice([budget.charged(line.id, 200, { commitmentId })]));
  expect(await budget.standing(line.id)).toEqual({ available: 200, committed: 300, invoiced: 500 });
  expect(await budget.codes(budget.invoice([budget.charged(line.id, 301, { commitmentId })]))).toEqual(['COMMITMENT_TOO_SMALL']);
  const released = await budget.done((tx) => releaseCommitment(tx, budget.officer, commitmentId, 1));
  expect(released).toMatchObject({ cents: euro(500), closed: true, version: 2 });
  expect(await budget.standing(line.id)).toEqual({ available: 500, invoiced: 500 });
  expect(await budget.codes(budget.invoice([budget.charged(line.id, 1, { commitmentId })]))).toEqual(['COMMITMENT_CLOSED']);
  expect(await budget.codes((tx) => releaseCommitment(tx, budget.officer, commitmentId, 1))).toEqual(['STATE_CHANGED']);
});

test('an order grows and shrinks, never under what is invoiced', async () => {
  const line = await budget.line(1_000);
  const commitmentId = await budget.done(budget.order(line.id, 400));
  await budget.done(budget.invoice([budget.charged(line.id, 300, { commitmentId })]));
  const change = (amount: number, version: number) =>
    budget.codes((tx) =>
      changeCommitment(tx, budget.officer, {
        id: commitmentId,
        version,
        description: 'Kits',
        cents: euro(amount),
        documentIds: [],
      }),
    );
  expect(await change(299, 1)).toEqual(['COMMITMENT_TOO_SMALL']);
  expect(await change(1_001, 1)).toEqual(['BUDGET_LINE_TOO_SMALL']);
  expect(await change(300, 1)).toBe('done');
  expect(await change(900, 2)).toBe('done');
  expect(await budget.standing(line.id)).toEqual({ available: 100, committed: 600, invoiced: 300 });
});

test('an invoice without an order takes its own room; VAT that is recovered takes none', async () => {
  const line = await budget.line(1_000);
  const vat = { vatCents: euro(210), recoverableVatCents: euro(105) };
  const id = await budget.done(budget.invoice([{ ...budget.charged(line.id, 895), ...vat }]));
  expect(await budget.standing(line.id)).toEqual({ invoiced: 1_000 });
  expect((await budget.manager.findOneByOrFail(Invoice, { id })).payableCents).toBe(euro(1_105));
  expect(await budget.codes(budget.invoice([budget.charged(line.id, 0.01)]))).toEqual(['BUDGET_LINE_TOO_SMALL']);
  const more = { vatCents: euro(1), recoverableVatCents: euro(1.01) };
  expect(await budget.codes(budget.invoice([{ ...budget.charged(line.id, 1), ...more }]))).toEqual(['RECOVERABLE_OVER_VAT']);
});

test('a line below zero lowers what its line takes; an invoice below zero is none', async () => {
  const line = await budget.line(1_000);
  await budget.done(budget.invoice([budget.charged(line.id, 1_200), budget.charged(line.id, -200)]));
  expect(await budget.standing(line.id)).toEqual({ invoiced: 1_000 });
  expect(await budget.codes(budget.invoice([budget.charged(line.id, 5), budget.charged(line.id, -6)]))).toEqual([
    'AMOUNT_NOT_POSITIVE',
  ]);
  const [a, b] = await budget.lines([10, 10]);
  expect(await budget.codes(budget.invoice([budget.charged(a!.id, 5), budget.charged(b!.id, -4)]))).toEqual(['NEGATIVE_PART']);
});

test('one invoice serves several lines, for no more than the whole of it', async () => {
  const [a, b] = await budget.lines([100, 100]);
  const over = {
    ...budget.charged(a!.id, 100),
    charges: [
      { lineId: a!.id, basisPoints: 6_000 },
      { lineId: b!.id, basisPoints: 4_001 },
    ],
  };
  expect(await budget.codes(budget.invoice([over]))).toEqual(['OVER_ALLOCATED']);
  const id = await budget.done(
    budget.invoice([
      {
        ...over,
        charges: [
          { lineId: a!.id, basisPoints: 6_000 },
          { lineId: b!.id, basisPoints: 3_333 },
        ],
      },
    ]),
  );
  expect(await budget.standing(a!.id)).toEqual({ available: 40, invoiced: 60 });
  expect(await budget.standing(b!.id)).toEqual({ available: 66.67, invoiced: 33.33 });
  const [row] = await budget.manager.findBy(InvoiceLine, { invoiceId: id });
  expect(row!.allocatedBasisPoints).toBe(9_333);
  // The database holds the same, whatever the program lets pass.
  await expect(
    budget.database.app.query(
      `INSERT INTO invoice_allocation (invoice_line_id, part_id, basis_points, cents) SELECT $1, part_id, 668, 1 FROM invoice_allocation LIMIT 1`,
      [row!.id],
    ),
  ).rejects.toThrow('invoice_line_not_over_allocated');
});

test('the same supplier, number and day come once; a mistake is taken back and entered again', async () => {
  const line = await budget.line(100);
  const paper = { number: 'F-2025-1', issuedOn: '2025-02-02' };
  const id = await budget.done(budget.invoice([budget.charged(line.id, 60)], paper));
  expect(await budget.codes(budget.invoice([budget.charged(line.id, 10)], paper))).toEqual(['DUPLICATE_INVOICE']);
  await budget.done((tx) => takeBackInvoice(tx, budget.officer, id, 1));
  expect(await budget.standing(line.id)).toEqual({ available: 100 });
  await budget.done(budget.invoice([budget.charged(line.id, 70)], paper));
  expect(await budget.standing(line.id)).toEqual({ available: 30, invoiced: 70 });
  expect(await budget.codes((tx) => takeBackInvoice(tx, budget.officer, id, 2))).toEqual(['STATE_CHANGED']);
});

test('a total that its lines do not make, or an order of another supplier, is refused', async () => {
  const line = await budget.line(100);
  expect(await budget.codes(budget.invoice([budget.charged(line.id, 10)], { totalCents: euro(10.01) }))).toEqual(['SUM_DIFFERS']);
  const other = await budget.supplier();
  const commitmentId = await budget.done(budget.order(line.id, 50, { supplierId: other.id }));
  expect(await budget.codes(budget.invoice([budget.charged(line.id, 10, { commitmentId })]))).toEqual(['OTHER_SUPPLIER']);
});

test('a credit note gives room back to the order, or to the line, of what is not paid', async () => {
  const line = await budget.line(1_000);
  const commitmentId = await budget.done(budget.order(line.id, 600));
  const ordered = await budget.done(budget.invoice([budget.charged(line.id, 500, { commitmentId })]));
  const direct = await budget.done(budget.invoice([budget.charged(line.id, 200)]));
  const credit = (creditsId: string, amount: number) => (tx: Parameters<ReturnType<Budget['invoice']>>[0]) =>
    recordCreditNote(tx, budget.officer, {
      idempotencyKey: budget.nextKey(),
      creditsId,
      supplierId: budget.someSupplier.id,
      number: `C-${budget.nextKey()}`,
      issuedOn: '2025-04-09',
      lines: [{ ...budget.charged(line.id, amount), charges: [] }],
      documentIds: [],
    });
  await budget.done(credit(ordered, 100));
  await budget.done(credit(direct, 50));
  expect(await budget.standing(line.id)).toEqual({ available: 250, committed: 200, invoiced: 550 });
  await budget.done(budget.pay(direct, 140));
  expect(await budget.codes(credit(direct, 11))).toEqual(['INVOICE_TOO_SMALL']);
  // What was paid comes back first.
  await budget.done(budget.pay(direct, -30));
  await budget.done(credit(direct, 11));
  expect(await budget.standing(line.id)).toEqual({ available: 261, committed: 200, invoiced: 429, paid: 110 });
  // To an order that is done nothing comes back: it becomes free.
  await budget.done((tx) => releaseCommitment(tx, budget.officer, commitmentId, 1));
  await budget.done(credit(ordered, 40));
  expect(await budget.standing(line.id)).toEqual({ available: 501, invoiced: 389, paid: 110 });
  expect(await budget.manager.findOneByOrFail(Commitment, { id: commitmentId })).toMatchObject({ cents: euro(360) });
});

test('a retry with the same key is the same order, also with a key of any length', async () => {
  const line = await budget.line(100);
  const key = `book-${'x'.repeat(150)}-1`;
  const first = await budget.done(budget.order(line.id, 10, { idempotencyKey: key }));
  expect(await budget.done(budget.order(line.id, 10, { idempotencyKey: key }))).toBe(first);
  expect(await budget.codes(budget.order(line.id, 11, { idempotencyKey: key }))).toEqual(['KEY_REUSED']);
  expect(await budget.standing(line.id)).toEqual({ available: 90, committed: 10 });
});
