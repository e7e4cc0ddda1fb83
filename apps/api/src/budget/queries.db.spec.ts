import pg from 'pg';
import { startTestApp, type TestApp } from '../../test/app.js';
import { makePerson } from '../../test/factories.js';
import { makeModel, makeSite, makeUnit } from '../../test/place-factories.js';
import { saveAsset } from './assets/save-asset.js';
import { type Budget, euro, openBudget } from './budget.fixture.js';
import { addClaimItems } from './claims/claim-items.js';
import { openClaim } from './claims/open-claim.js';
import { submitClaim } from './claims/submit-claim.js';
import { requestTransfer } from './deciding/request-transfer.js';
import { InvoiceLine } from './papers/papers.entities.js';

const SLOW_MS = 60_000;
const MANY = 24;
const AMOUNTS = `{ budget left committed invoiced paid claimed certified deducted }`;
const LINE = `line { code agreement { name } amounts ${AMOUNTS} }`;
const SHOWN = `pageInfo { hasNextPage endCursor } totalCount`;
const PAGES: Record<string, string> = {
  lines: `budgetLines(first: $first) { edges { node { code site { name } agreement { name shares { funder { code } } } amounts ${AMOUNTS} } } ${SHOWN} }`,
  commitments: `commitments(first: $first) { edges { node { number ${LINE} supplier { name } state { open overThreshold } invoices { number } documents { id } } } ${SHOWN} }`,
  invoices: `invoices(first: $first) { edges { node { number supplier { name } unpaidCents creditNotes { number } lines { description allocations { part { cents } } }
    parts { ${LINE} commitment { number } unpaidCents } payments { cents } documents { id } } } ${SHOWN} }`,
  payments: `payments(first: $first) { edges { node { cents invoice { number supplier { name } } documents { id } } } ${SHOWN} }`,
  expenditures: `expenditures(first: $first) { edges { node { cents declarableCents ${LINE} invoice { number } payment { cents } } } ${SHOWN} }`,
  claims: `claims(first: $first) { edges { node { number agreement { name } sums { items declared } shares { funder { code } declaredCents } } } ${SHOWN} }`,
  transfers: `transfers(first: $first) { edges { node { reason requestedBy decidedBy mine fromLine { code } toLine { code } } } ${SHOWN} }`,
  postings: `postings(first: $first) { edges { node { kind cents createdBy ${LINE} from { kind label } to { kind label } } } ${SHOWN} }`,
  assets: `assets(first: $first) { edges { node { costCents bookValueCents durableUntil unit { code } parts { cents invoiceLine { description invoice { number } } } } } ${SHOWN} }`,
};

let app: TestApp;
let budget: Budget;
let planner: string;

beforeAll(async () => {
  app = await startTestApp();
  budget = await openBudget(app.database);
  planner = await app.signInAs(await makePerson(budget.manager, { role: 'PLANNER' }));
  const home = await makeSite(budget.manager);
  const model = await makeModel(budget.manager);
  for (let at = 0; at < MANY; at++) {
    const agreement = await budget.agreement();
    const [line, other] = await budget.lines([100 + at, 50], agreement);
    const commitmentId = await budget.done(budget.order(line!.id, 60));
    const invoiceId = await budget.done(budget.invoice([budget.charged(line!.id, 40, { commitmentId })]));
    await budget.done(budget.pay(invoiceId, 30));
    const ask = { fromLineId: line!.id, toLineId: other!.id, cents: euro(5), reason: 'Nodig' };
    await budget.done((tx) => requestTransfer(tx, budget.officer, { ...ask, idempotencyKey: budget.nextKey() }));
    const claim = { idempotencyKey: budget.nextKey(), agreementId: agreement.id, title: 'Claim' };
    const claimId = await budget.done((tx) => openClaim(tx, budget.officer, claim));
    await budget.done((tx) => addClaimItems(tx, budget.officer, { claimId, version: 1 }));
    await budget.done((tx) => submitClaim(tx, budget.officer, claimId, 2));
    const unit = await makeUnit(budget.manager, model, home);
    const [{ id: invoiceLineId }] = (await budget.manager.findBy(InvoiceLine, { invoiceId })) as [InvoiceLine];
    const asset = { unitId: unit.id, version: 0, depreciationYears: 5, shares: [{ invoiceLineId, basisPoints: 10_000 }] };
    await budget.done((tx) => saveAsset(tx, budget.officer, asset));
  }
}, SLOW_MS);
afterAll(() => app.close());

/** How many statements a request sends to the database, and what comes back. */
async function statementsOf(query: string, variables: object): Promise<{ statements: number; data: Record<string, never> }> {
  let statements = 0;
  const original = pg.Client.prototype.query as (...parameters: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...parameters: unknown[]) {
    const [asked] = parameters as [string | { text: string }];
    // Not what opening a connection says.
    if (/\bFROM\b/i.test(typeof asked === 'string' ? asked : asked.text)) statements++;
    return original.apply(this, parameters);
  } as never;
  try {
    const { data, errors } = await app.graphql(query, variables, planner);
    expect(errors).toBeUndefined();
    return { statements, data: data! };
  } finally {
    pg.Client.prototype.query = original as never;
  }
}

test.each(Object.keys(PAGES))('%s: as many statements for twenty rows as for two, and a planner reads them', async (name) => {
  const query = `query ($first: Int!) { page: ${PAGES[name]!} }`;
  const [few, many] = [await statementsOf(query, { first: 2 }), await statementsOf(query, { first: 20 })];
  const page = (answer: typeof few) => answer.data['page'] as unknown as { edges: unknown[]; totalCount: number };
  expect([page(few).edges.length, page(many).edges.length]).toEqual([2, 20]);
  expect(page(many).totalCount).toBeGreaterThanOrEqual(MANY);
  expect(many.statements).toBe(few.statements);
});

test('the envelope adds up: lines, rubrics and funders make the same sums, in a few statements', async () => {
  const { data, statements } = await statementsOf(
    `{ envelopes { code amounts ${AMOUNTS} undivided amountCents byRubric { rubric amounts ${AMOUNTS} } byFunder { funder { code } amounts ${AMOUNTS} }
       agreements { amounts ${AMOUNTS} durableUntil retainUntil lines { code amounts ${AMOUNTS} } } } }`,
    {},
  );
  expect(statements).toBeLessThan(14);
  type Amounts = Record<string, string>;
  interface Heap {
    amounts: Amounts;
  }
  const [envelope] = data['envelopes'] as unknown as (Heap & {
    amountCents: string;
    undivided: string;
    byRubric: Heap[];
    byFunder: Heap[];
    agreements: (Heap & { lines: Heap[] })[];
  })[];
  const sum = (heaps: Heap[]): Amounts =>
    Object.fromEntries(
      Object.keys(envelope!.amounts).map((name) => [
        name,
        String(heaps.reduce((all, { amounts }) => all + BigInt(amounts[name]!), 0n)),
      ]),
    );
  expect(sum(envelope!.byRubric)).toEqual(envelope!.amounts);
  expect(sum(envelope!.byFunder)).toEqual(envelope!.amounts);
  expect(sum(envelope!.agreements)).toEqual(envelope!.amounts);
  expect(sum(envelope!.agreements.flatMap(({ lines }) => lines))).toEqual(envelope!.amounts);
  expect(BigInt(envelope!.undivided) + BigInt(envelope!.amounts['budget']!)).toBe(BigInt(envelope!.amountCents));
});

test('pages follow one another by any column, both ways, without losing or doubling a row', async () => {
  const query = `query ($after: String, $sort: BudgetSort!) { page: budgetLines(first: 7, after: $after, sort: $sort) { edges { node { id code } } ${SHOWN} } }`;
  for (const by of ['code', 'name', 'rubric', 'left', 'budget'])
    for (const descending of [false, true]) {
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const { data } = await statementsOf(query, { after, sort: { by, descending } });
        const page = data['page'] as unknown as {
          edges: { node: { id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
        ids.push(...page.edges.map(({ node }) => node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect({ by, descending, rows: ids.length, different: new Set(ids).size }).toEqual({
        by,
        descending,
        rows: MANY * 2,
        different: MANY * 2,
      });
    }
  const wrong = await app.graphql(query, { sort: { by: 'x; DROP TABLE posting', descending: false } }, planner);
  expect(wrong.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('a figure drills to its postings, and a paper to its own', async () => {
  const [invoice] = await budget.rows<{ id: string }>('SELECT id FROM invoice ORDER BY id LIMIT 1');
  const about = `query ($id: ID!) { page: postings(first: 20, filter: { aboutId: $id }) { edges { node { kind cents } } } }`;
  const { data } = await statementsOf(about, { id: invoice!.id });
  const kinds = (data['page'] as unknown as { edges: { node: { kind: string } }[] }).edges.map(({ node }) => node.kind);
  expect(kinds.toSorted()).toEqual(['CLAIM', 'INVOICE', 'PAY']);
});

test('who is no planner or officer sees nothing of the budget, and a planner changes nothing', async () => {
  const coordinator = await app.signInAs(await makePerson(budget.manager));
  const driver = await app.signInAs(await makePerson(budget.manager, { role: 'DRIVER' }));
  for (const page of [
    'envelopes { code }',
    'tariffs { cents }',
    'ledgerCheck { clean }',
    ...Object.values(PAGES).map((each) => each.replace('$first', '2')),
  ]) {
    for (const cookie of [coordinator, driver]) {
      const { errors } = await app.graphql(`{ ${page} }`, {}, cookie);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    }
    const { errors } = await app.graphql(`{ ${page} }`);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
  }
  const { data } = await app.graphql('mutation { verifyLedger { __typename ... on Refusal { reasons { code } } } }', {}, planner);
  expect(data).toEqual({ verifyLedger: { __typename: 'Refusal', reasons: [{ code: 'NOT_ALLOWED' }] } });
});
