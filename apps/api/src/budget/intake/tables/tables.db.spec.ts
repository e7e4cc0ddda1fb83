import { randomUUID } from 'node:crypto';
import { euro, openBudget, type Budget } from '../../budget.fixture.js';
import { BudgetVersionLine } from '../../funding/funding.entities.js';
import type { BudgetImportKind } from '../intake.enums.js';
import type { BudgetImport } from './budget-import.entity.js';
import { confirmTable } from './confirm-table.js';
import { previewTable } from './preview-table.js';

let budget: Budget;
beforeAll(async () => {
  budget = await openBudget();
});
afterAll(() => budget?.database.drop());

const preview = (kind: BudgetImportKind, text: string, agreementId: string | null = null, id = randomUUID()) =>
  budget.run((tx) =>
    previewTable(tx, budget.officer, { id, kind, agreementId, fileName: 'tabel.csv', content: Buffer.from(text) }),
  ) as Promise<BudgetImport>;
const does = (run: BudgetImport) =>
  run.rows.map(({ line, does: each, wrong }) => [line, each, ...wrong.map(({ code, column }) => `${code} ${column}`)].join(' '));
const confirm = (id: string) => budget.codes((tx) => confirmTable(tx, budget.officer, id));
async function owed(number: string, amount: number, more: object = {}) {
  const line = await budget.line(amount * 2);
  const id = await budget.done(budget.invoice([budget.charged(line.id, amount)], { number, ...more }));
  return { line, id };
}

test('payments: what each row would do, and all of them written or none', async () => {
  const one = await owed('T-1', 1_000);
  const two = await owed('T-2', 200, { communication: '123456789002' });
  const text = `Factuur;Mededeling;Betaald op;Bedrag;Kenmerk
T-1;;15/05/2025;1.000,00;B1
;+++123/4567/89002+++;2025-05-16;€ 150,5;B2
T-9;;15/05/2025;1,00;
T-2;;31/02/2025;1.234;
T-2;;16/05/2025;50;B3`;
  const wrong = await preview('PAYMENTS', text);
  expect(does(wrong)).toEqual([
    '2 NEW',
    '3 NEW',
    '4 WRONG UNKNOWN_INVOICE Factuur',
    '5 WRONG NOT_A_DAY Betaald op AMBIGUOUS Bedrag',
    '6 WRONG OVER_INVOICE Bedrag',
  ]);
  expect(wrong.rows[3]!.wrong[1]).toMatchObject({ text: '1.234', more: '123400 123' });
  expect(await confirm(wrong.id)).toEqual(['INVALID_INPUT']);
  expect(await budget.standing(one.line.id)).toEqual({ available: 1_000, invoiced: 1_000 });

  const right = await preview('PAYMENTS', text.split('\n').slice(0, 3).join('\n'));
  expect(await Promise.all([confirm(right.id), confirm(right.id)])).toEqual(['done', 'done']);
  expect(await budget.standing(one.line.id)).toEqual({ available: 1_000, paid: 1_000 });
  expect(await budget.standing(two.line.id)).toEqual({ available: 200, invoiced: 49.5, paid: 150.5 });
  expect(does(await preview('PAYMENTS', text.split('\n').slice(0, 3).join('\n')))).toEqual(['2 UNCHANGED', '3 UNCHANGED']);
});

test('what was paid since the preview stops the whole import', async () => {
  const one = await owed('T-3', 100);
  const two = await owed('T-4', 100);
  const run = await preview('PAYMENTS', 'Factuur;Datum;Bedrag\nT-3;2025-05-15;50\nT-4;2025-05-15;100');
  await budget.done(budget.pay(one.id, 10));
  expect(await confirm(run.id)).toEqual(['STATE_CHANGED']);
  expect(await budget.standing(two.line.id)).toEqual({ available: 100, invoiced: 100 });
});

test('a budget becomes new lines and a draft that a second person makes active; what it does not name stays', async () => {
  const agreement = await budget.agreement();
  const [old] = await budget.lines([500, 300], agreement);
  const text = `Code,Naam,Rubriek,Budget\n${old!.code},,,750\nNEW-1,Nieuw,Investeringen,"1,234.50"\nNEW-2,,muziek,-1\nNEW-1,Weer,promotie,1`;
  expect(does(await preview('BUDGET', text, agreement.id))).toEqual([
    '2 CHANGED',
    '3 NEW',
    '4 WRONG NOT_AN_AMOUNT Budget MISSING Naam UNKNOWN_RUBRIC Rubriek',
    '5 WRONG TWICE Code',
  ]);
  const run = await preview('BUDGET', text.split('\n').slice(0, 3).join('\n'), agreement.id);
  expect(await confirm(run.id)).toBe('done');
  const [{ id }] = (await budget.rows<{ id: string }>(
    `SELECT id FROM budget_version WHERE agreement_id = $1 AND state = 'DRAFT'`,
    [agreement.id],
  )) as [{ id: string }];
  const lines = await budget.manager.findBy(BudgetVersionLine, { versionId: id });
  // 750 instead of 500, 300 as it was, 1234,50 new
  expect(lines.map(({ cents }) => cents).toSorted((a, b) => Number(a - b))).toEqual([euro(300), euro(750), euro(1_234.5)]);
  expect(await budget.standing(old!.id)).toEqual({ available: 500 });
});

test('the official books beside ours: the same, another amount, only there, only here', async () => {
  for (const [number, amount] of [
    ['X-1', 10],
    ['X-2', 20],
    ['X-3', 30],
  ] as const) {
    const { id } = await owed(number, amount);
    await budget.done(budget.pay(id, amount, { paidOn: '2024-07-01' }));
  }
  const run = await preview(
    'EXTERNAL_LEDGER',
    'Factuur;Datum;Bedrag\nX-1;01/07/2024;10,00\nX-2;01/07/2024;21,00\nX-8;01/07/2024;5,00',
  );
  expect(does(run)).toEqual(['2 UNCHANGED', '3 WRONG DIFFERS Bedrag', '4 WRONG NOT_BOOKED_HERE Factuur', '0 WRONG NOT_IN_FILE ']);
  expect(run.rows[3]).toMatchObject({ before: '3000', wrong: [{ text: '2024-07-01' }] });
  expect(await confirm(run.id)).toEqual(['INVALID_INPUT']);
});

test('a file without the columns that it needs is refused by their names; planners bring nothing', async () => {
  expect(await preview('PAYMENTS', 'Foo;Bar\n1;2')).toMatchObject({
    reasons: [{ field: 'columns', available: 'betaald op, bedrag' }],
  });
  await expect(preview('PAYMENTS', '')).rejects.toMatchObject({ problem: 'EMPTY' });
  const input = { id: randomUUID(), kind: 'PAYMENTS', agreementId: null, fileName: 'x', content: Buffer.from('a') } as const;
  expect(await budget.codes((tx) => previewTable(tx, budget.planner, input))).toEqual(['NOT_ALLOWED']);
});
