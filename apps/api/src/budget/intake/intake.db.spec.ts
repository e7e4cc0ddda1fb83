import { randomUUID } from 'node:crypto';
import { Document } from '../../platform/documents/document.entity.js';
import { Supplier } from '../papers/papers.entities.js';
import { euro, openBudget, type Budget } from '../budget.fixture.js';
import { storeDocument } from '../../platform/documents/store-document.js';
import { takeBackInvoice } from '../papers/take-back-invoice.js';
import { takeBackPayment } from '../paying/take-back-payment.js';
import { attachPapers } from './attach-papers.js';
import { BankMovement } from './bank/bank.entities.js';
import { listMovements } from './bank/list-bank.js';
import type { MovementSuggestion } from './bank/bank.types.js';
import { matchMovement } from './bank/match-movement.js';
import { reopenMovement, setMovementAside } from './bank/set-movement-aside.js';
import { suggestionsOf } from './bank/suggest.js';
import { takeStatements } from './bank/take-statements.js';
import { makeCoda, type GivenStatement } from './coda/coda.fixture.js';
import { addSupplierOf } from './incoming/add-supplier-of.js';
import { bookIncoming } from './incoming/book-incoming.js';
import { dismissIncoming } from './incoming/dismiss-incoming.js';
import { IncomingInvoice } from './incoming/incoming.entities.js';
import { listIncoming } from './incoming/list-incoming.js';
import { RefusedEInvoice, takeEInvoice } from './incoming/take-e-invoice.js';
import { makeUbl, type GivenInvoice } from './peppol/ubl.fixture.js';

let budget: Budget;
let supplierId: string;
beforeAll(async () => {
  budget = await openBudget();
  supplierId = (
    await budget.manager.save(Supplier, { name: 'Robotica', enterpriseNumber: '0123456749', iban: 'BE62510007547061' })
  ).id;
});
afterAll(() => budget?.database.drop());

const ubl = (given: Partial<GivenInvoice>) =>
  Buffer.from(makeUbl({ issuedOn: '2025-04-01', dueOn: '2025-05-01', lines: [{ net: 100_000n }], ...given }));
const take = (content: Buffer, id = randomUUID(), by = budget.officer) =>
  budget.run((tx) => takeEInvoice(tx, by, { id, fileName: 'factuur.xml', content })) as Promise<IncomingInvoice>;
let serial = 0;
const nextNumber = () => `F-2025-${1_000 + ++serial}`;
const order = (lineId: string, amount: number, reference: string) =>
  budget.done(budget.order(lineId, amount, { supplierId, reference }));

test('what names an open order of its supplier is booked at once, with its files', async () => {
  const line = await budget.line(10_000);
  await order(line.id, 5_000, 'PO-1');
  const pdf = { name: 'factuur.pdf', mime: 'application/pdf', content: Buffer.from('%PDF-1.7') };
  const taken = await take(ubl({ number: nextNumber(), order: 'po-1', attachments: [pdf] }));
  expect(taken).toMatchObject({ state: 'BOOKED', reason: null });
  // 1000 + 21 % = 1210 of the order of 5000
  expect(await budget.standing(line.id)).toEqual({ available: 5_000, committed: 3_790, invoiced: 1_210 });
  const files = await budget.manager.findBy(Document, { entity: 'invoice', entityId: taken.invoiceId! });
  expect(files.map(({ name, mediaType }) => [name, mediaType])).toEqual([
    ['factuur.pdf', 'application/pdf'],
    ['factuur.xml', 'application/xml'],
  ]);
  expect(await budget.differences()).toEqual([]);
});

test('more than the order holds is not booked: it waits, with what stood in the way', async () => {
  const line = await budget.line(10_000);
  await order(line.id, 1_000, 'PO-2');
  await order(line.id, 100, 'PO-2b');
  const taken = await take(ubl({ number: nextNumber(), order: 'PO-2' }));
  expect(taken).toMatchObject({ state: 'PARKED', reason: 'REFUSED', note: 'COMMITMENT_TOO_SMALL € 1.210,00 € 1.000,00' });
  expect(await budget.standing(line.id)).toEqual({ available: 8_900, committed: 1_100 });
});

test('an order is also known by our own number, when nothing else stands there', async () => {
  const line = await budget.line(10_000);
  const id = await order(line.id, 2_000, '');
  const [{ number }] = (await budget.rows<{ number: number }>('SELECT number FROM commitment WHERE id = $1', [id])) as [
    { number: number },
  ];
  expect(await take(ubl({ number: nextNumber(), order: `XX-${number}` }))).toMatchObject({ reason: 'NEEDS_LINE' });
  expect(await take(ubl({ number: nextNumber(), order: `Bestelling ${number}` }))).toMatchObject({ state: 'BOOKED' });
});

test('without an order it waits for a line; booking it takes the room of the line', async () => {
  const [one, two] = await budget.lines([10_000, 10_000]);
  const taken = await take(ubl({ number: nextNumber(), lines: [{ net: 10_000n }, { net: 5_000n, rate: 6 }] }));
  expect(taken).toMatchObject({ state: 'PARKED', reason: 'NEEDS_LINE' });
  const input = { id: taken.id, version: 1 };
  expect(
    await budget.codes((tx) => bookIncoming(tx, budget.officer, { ...input, charges: [{ lineId: one!.id, position: 0 }] })),
  ).toEqual(['INVALID_INPUT']);
  const charges = [{ lineId: one!.id }, { lineId: two!.id, position: 1, recoverableVatCents: 300n }];
  await budget.done((tx) => bookIncoming(tx, budget.officer, { ...input, charges }));
  // 100 + 21 = 121; 50 + 3 − 3 recoverable = 50
  expect(await budget.standing(one!.id)).toEqual({ available: 9_879, invoiced: 121 });
  expect(await budget.standing(two!.id)).toEqual({ available: 9_950, invoiced: 50 });
  expect(await budget.codes((tx) => bookIncoming(tx, budget.officer, { ...input, charges }))).toEqual(['STATE_CHANGED']);
});

test('sixteen officers book one e-invoice at once: one does', async () => {
  const line = await budget.line(10_000);
  const { id } = await take(ubl({ number: nextNumber() }));
  const charges = [{ lineId: line.id }];
  const results = await Promise.all(
    Array.from({ length: 16 }, () => budget.codes((tx) => bookIncoming(tx, budget.officer, { id, version: 1, charges }))),
  );
  expect(results.filter((each) => each === 'done')).toHaveLength(1);
  expect(await budget.standing(line.id)).toEqual({ available: 8_790, invoiced: 1_210 });
});

test('an unknown supplier waits, and is made of what the document says; the others of theirs go on too', async () => {
  const supplier = { name: 'Nieuw bv', enterpriseNumber: '0206653946' };
  const [a, b] = [await take(ubl({ number: nextNumber(), supplier })), await take(ubl({ number: nextNumber(), supplier }))];
  expect([a.reason, b.reason]).toEqual(['SUPPLIER_UNKNOWN', 'SUPPLIER_UNKNOWN']);
  const line = await budget.line(5_000);
  expect(
    await budget.codes((tx) => bookIncoming(tx, budget.officer, { id: a.id, version: 1, charges: [{ lineId: line.id }] })),
  ).toEqual(['INVALID_INPUT']);
  expect(await budget.done((tx) => addSupplierOf(tx, budget.officer, { id: a.id, version: 1 }))).toMatchObject({
    reason: 'NEEDS_LINE',
  });
  expect(await budget.manager.findOneBy(IncomingInvoice, { id: b.id })).toMatchObject({ reason: 'NEEDS_LINE' });
  expect(await budget.manager.countBy(Supplier, { enterpriseNumber: '0206653946' })).toBe(1);
});

test('wrong sums wait with what is wrong and can only be put away', async () => {
  const text = makeUbl({ number: nextNumber(), issuedOn: '2025-04-01', lines: [{ net: 10_000n }] });
  const taken = await take(
    Buffer.from(text.replace('PayableAmount currencyID="EUR">121.00', 'PayableAmount currencyID="EUR">122.00')),
  );
  expect(taken).toMatchObject({ reason: 'WRONG', findings: [{ code: 'TOTAL_DIFFERS', found: '122.00', expected: '121.00' }] });
  const line = await budget.line(5_000);
  expect(
    await budget.codes((tx) => bookIncoming(tx, budget.officer, { id: taken.id, version: 1, charges: [{ lineId: line.id }] })),
  ).toEqual(['INVALID_INPUT']);
  const away = { id: taken.id, version: 1, reason: 'Nieuwe gevraagd' };
  expect(await budget.codes((tx) => dismissIncoming(tx, budget.officer, { ...away, reason: ' ' }))).toEqual(['INVALID_INPUT']);
  expect(await budget.done((tx) => dismissIncoming(tx, budget.officer, away))).toMatchObject({ state: 'DISMISSED' });
});

test('the same document, the same invoice, what is broken: refused; the same upload again: one', async () => {
  const number = nextNumber();
  const content = ubl({ number });
  const id = randomUUID();
  await take(content, id);
  expect((await take(content, id)).id).toBe(id);
  const problem = (file: Buffer) =>
    take(file).then(
      () => 'taken',
      (error: RefusedEInvoice) => `${error.problem} ${error.number}`.trim(),
    );
  expect(await problem(content)).toBe(`DUPLICATE ${number}`);
  expect(await problem(ubl({ number, lines: [{ net: 200n }] }))).toBe(`DUPLICATE ${number}`);
  expect(await problem(ubl({ number, issuedOn: '2025-04-02' }))).toBe('taken');
  expect(await problem(Buffer.from('%PDF-1.7'))).toBe('NOT_XML');
  const both = await Promise.all([1, 2].map(() => problem(ubl({ number: 'AT-ONCE' }))));
  expect(both.toSorted()).toEqual(['DUPLICATE AT-ONCE', 'taken']);
});

test('a credit note waits for its invoice and takes back from it', async () => {
  const line = await budget.line(10_000);
  await order(line.id, 5_000, 'PO-3');
  const invoice = await take(ubl({ number: nextNumber(), order: 'PO-3' }));
  const note = await take(ubl({ kind: 'CreditNote', number: nextNumber(), lines: [{ net: 10_000n }] }));
  expect(note).toMatchObject({ state: 'PARKED', reason: 'NEEDS_INVOICE' });
  await budget.done((tx) =>
    bookIncoming(tx, budget.officer, { id: note.id, version: 1, charges: [], creditsId: invoice.invoiceId! }),
  );
  // 1210 − 121 = 1089; the order has 3790 + 121 = 3911 again
  expect(await budget.standing(line.id)).toEqual({ available: 5_000, committed: 3_911, invoiced: 1_089 });
});

test('another currency waits; planners may look and not bring', async () => {
  expect(await take(ubl({ number: nextNumber(), currency: 'SEK' }))).toMatchObject({ reason: 'OTHER_CURRENCY' });
  const refused = await budget.codes((tx) =>
    takeEInvoice(tx, budget.planner, { id: randomUUID(), fileName: 'x', content: ubl({ number: nextNumber() }) }),
  );
  expect(refused).toEqual(['NOT_ALLOWED']);
  const page = await listIncoming(budget.manager, { reasons: ['OTHER_CURRENCY'] }, { first: 5, text: 'robotica' });
  expect(page.totalCount).toBe(1);
});

const coda = (given: GivenStatement) => Buffer.from(makeCoda({ day: '150525', ...given }), 'latin1');
const bank = (content: Buffer, id = randomUUID()) =>
  budget.run((tx) => takeStatements(tx, budget.officer, { id, fileName: 'uittreksel.cod', content }));
async function booked(amount: number, communication: string | null = null) {
  const line = await budget.line(amount * 2);
  const number = nextNumber();
  const id = await budget.done(budget.invoice([budget.charged(line.id, amount)], { supplierId, number, communication }));
  return { line, number, id };
}

test('a statement pays by structured communication what is still owed, and leaves the rest to people', async () => {
  const first = await booked(100, '123456789002');
  const second = await booked(50, '000000001010');
  const moves = [
    { cents: -euro(100), communication: '123456789002' },
    { cents: -euro(60), communication: '000000001010' },
    { cents: -euro(5), message: 'KOFFIE' },
    { cents: euro(7), message: 'TERUG' },
  ];
  const content = coda({ number: '010', moves });
  const id = randomUUID();
  expect(await bank(content, id)).toEqual({ statements: 1, movements: 4, matched: 1 });
  expect(await bank(content, id)).toEqual({ statements: 1, movements: 4, matched: 1 });
  expect(await budget.standing(first.line.id)).toEqual({ available: 100, paid: 100 });
  expect(await budget.standing(second.line.id)).toEqual({ available: 50, invoiced: 50 });
  const open = await listMovements(budget.manager, { states: ['OPEN'] }, { first: 10 });
  expect(open.edges.map(({ node }) => node.note).toSorted()).toEqual(['', '', 'PAYMENT_OVER_INVOICE']);
  expect(await budget.differences()).toEqual([]);
});

test('a statement that is there already refuses the file, also beside a new one', async () => {
  const old = { number: '020', moves: [{ cents: -1n }] };
  await bank(coda(old));
  const both = Buffer.concat([coda({ number: '021', moves: [] }), coda(old)]);
  expect(await bank(both)).toMatchObject({ reasons: [{ code: 'ALREADY_EXISTS' }] });
  expect(await budget.rows(`SELECT 1 FROM bank_statement WHERE number = '021'`)).toEqual([]);
  await expect(bank(Buffer.from('x'))).rejects.toMatchObject({ problem: 'NOT_CODA' });
});

test('by hand: the best invoices are offered, one movement may pay several, only as much as it is', async () => {
  const [a, b] = [await booked(30), await booked(20)];
  await bank(coda({ number: '030', moves: [{ cents: -euro(50), message: `FACT ${a.number}`, account: 'BE62510007547061' }] }));
  const [{ id }] = (await budget.rows<{ id: string }>(`SELECT id FROM bank_movement WHERE message LIKE 'FACT%'`)) as [
    { id: string },
  ];
  const offered = (await suggestionsOf([id], { manager: budget.manager, actor: budget.officer }))[0] as MovementSuggestion[];
  expect(offered[0]).toMatchObject({ invoice: { number: a.number }, because: ['NUMBER', 'ACCOUNT'] });
  const match = (payments: { invoiceId: string; cents: bigint }[]) =>
    budget.codes((tx) => matchMovement(tx, budget.officer, { id, version: 1, payments }));
  expect(await match([{ invoiceId: a.id, cents: euro(30) }])).toEqual(['SUM_DIFFERS']);
  expect(await match([{ invoiceId: a.id, cents: euro(50) }])).toEqual(['PAYMENT_OVER_INVOICE']);
  const payments = [
    { invoiceId: a.id, cents: euro(30) },
    { invoiceId: b.id, cents: euro(20) },
  ];
  const together = await Promise.all(Array.from({ length: 8 }, () => match(payments)));
  expect(together.filter((each) => each === 'done')).toHaveLength(1);
  expect(await budget.standing(a.line.id)).toEqual({ available: 30, paid: 30 });
  expect(await budget.standing(b.line.id)).toEqual({ available: 20, paid: 20 });
});

test('what came back is a payment below zero; what is no invoice is set aside and can be taken back', async () => {
  const { line, id: invoiceId } = await booked(40);
  await budget.done(budget.pay(invoiceId, 40));
  await bank(
    coda({
      number: '040',
      moves: [
        { cents: euro(15), message: 'CREDIT' },
        { cents: -euro(3), message: 'KOSTEN' },
      ],
    }),
  );
  const find = (message: string) => budget.manager.findOneByOrFail(BankMovement, { message });
  const back = (await find('CREDIT'))!;
  await budget.done((tx) =>
    matchMovement(tx, budget.officer, { id: back.id, version: 1, payments: [{ invoiceId, cents: euro(15) }] }),
  );
  expect(await budget.standing(line.id)).toEqual({ available: 40, invoiced: 15, paid: 25 });
  const costs = (await find('KOSTEN'))!;
  await budget.done((tx) => setMovementAside(tx, budget.officer, { id: costs.id, version: 1, reason: 'Bankkosten' }));
  expect(await find('KOSTEN')).toMatchObject({ state: 'SET_ASIDE', note: 'Bankkosten', version: 2 });
  await budget.done((tx) => reopenMovement(tx, budget.officer, { id: costs.id, version: 2 }));
  expect(await find('KOSTEN')).toMatchObject({ state: 'OPEN', version: 3 });
});

test('files are added to a paper that is there, by who keeps the budget', async () => {
  const { id } = await booked(10);
  const loose = async () => {
    const file = { id: randomUUID(), name: 'scan.pdf', content: Buffer.from('%PDF-1.7 scan') };
    return (await budget.done((tx) => storeDocument(tx, budget.officer, file))).id;
  };
  const documentIds = [await loose(), await loose()];
  const attach = (more: object, by = budget.officer) =>
    budget.codes((tx) => attachPapers(tx, by, { kind: 'INVOICE', id, documentIds, ...more }));
  expect(await attach({}, budget.planner)).toEqual(['NOT_ALLOWED']);
  expect(await attach({ kind: 'CLAIM' })).toEqual(['NOT_FOUND']);
  expect(await attach({ documentIds: [] })).toEqual(['INVALID_INPUT']);
  expect(await attach({})).toBe('done');
  expect(await budget.manager.countBy(Document, { entity: 'invoice', entityId: id })).toBe(2);
});

test('what was put away, or whose invoice was taken back, comes in again by the same file', async () => {
  const line = await budget.line(5_000);
  const content = ubl({ number: nextNumber() });
  const first = await take(content);
  await budget.done((tx) => dismissIncoming(tx, budget.officer, { id: first.id, version: 1, reason: 'Vergissing' }));
  const again = await take(content);
  expect(again).toMatchObject({ id: first.id, state: 'PARKED', reason: 'NEEDS_LINE', version: 3 });
  const book = (version: number) =>
    budget.done((tx) => bookIncoming(tx, budget.officer, { id: first.id, version, charges: [{ lineId: line.id }] }));
  const { invoiceId } = await book(3);
  await expect(take(content)).rejects.toMatchObject({ problem: 'DUPLICATE' });
  await budget.done((tx) => takeBackInvoice(tx, budget.officer, invoiceId!, 1));
  expect(await take(content)).toMatchObject({ id: first.id, state: 'PARKED', invoiceId: null });
  expect((await book(5)).invoiceId).not.toBe(invoiceId);
  expect(await budget.standing(line.id)).toEqual({ available: 3_790, invoiced: 1_210 });
  expect(await budget.differences()).toEqual([]);
});

test('a movement whose payment was taken back can be matched again, and no sooner', async () => {
  const { line, id: invoiceId } = await booked(60, '123456789002');
  const other = await booked(61);
  await bank(coda({ number: '050', moves: [{ cents: -euro(60), message: 'NOG EENS', communication: '000000002020' }] }));
  const [{ id }] = (await budget.rows<{ id: string }>(
    `SELECT m.id FROM bank_movement m JOIN bank_statement b ON b.id = m.statement_id WHERE b.number = '050'`,
  )) as [{ id: string }];
  const match = (version: number, to: string) =>
    budget.codes((tx) => matchMovement(tx, budget.officer, { id, version, payments: [{ invoiceId: to, cents: euro(60) }] }));
  const reopen = (version: number) => budget.codes((tx) => reopenMovement(tx, budget.officer, { id, version }));
  expect(await match(1, other.id)).toBe('done');
  expect(await reopen(2)).toEqual(['STATE_CHANGED']);
  const [{ payment }] = (await budget.rows<{ payment: string }>(
    'SELECT payment_id AS payment FROM bank_match WHERE movement_id = $1',
    [id],
  )) as [{ payment: string }];
  await budget.done((tx) => takeBackPayment(tx, budget.officer, payment));
  expect(await reopen(2)).toBe('done');
  expect(await match(3, invoiceId)).toBe('done');
  expect(await budget.standing(line.id)).toEqual({ available: 60, paid: 60 });
});
