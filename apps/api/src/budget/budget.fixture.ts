import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { actorOf, makePerson } from '../../test/factories.js';
import type { Actor } from '../auth/actor.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { activateVersion } from './funding/activate-version.js';
import { AgreementShare, BudgetLine, Envelope, Funder, FundingAgreement } from './funding/funding.entities.js';
import { addBudgetVersion } from './funding/save-version.js';
import { findDifferences } from './ledger/verify-ledger.js';
import { LineBalance } from './ledger/ledger.entities.js';
import { addCommitment } from './papers/add-commitment.js';
import { Supplier } from './papers/papers.entities.js';
import { recordInvoice } from './papers/record-invoice.js';
import { recordPayment } from './paying/record-payment.js';
import { runBudgetVerb } from './results.js';

export const euro = (amount: number) => BigInt(Math.round(amount * 100));

/** An agreement that runs now, with funders, two officers and lines with money; every amount is in whole euros. */
/** @param given a database that the caller drops; else one of its own */
export async function openBudget(given?: TestDatabase) {
  const database: TestDatabase = given ?? (await createTestDatabase());
  const { manager } = database.app;
  const officer = actorOf(await makePerson(manager, { role: 'BUDGET_OFFICER' }));
  const second = actorOf(await makePerson(manager, { role: 'BUDGET_OFFICER' }));
  const planner = actorOf(await makePerson(manager, { role: 'PLANNER' }));
  let serial = 0;
  const nextKey = () => `budget-${randomUUID()}-${++serial}`;
  const run = <T extends object>(verb: (tx: EntityManager) => Promise<T>) => runBudgetVerb(database.app, verb);
  /** For what must succeed. */
  const done = async <T>(verb: (tx: EntityManager) => Promise<T>): Promise<T> => {
    const result = await runBudgetVerb(database.app, async (tx) => ({ value: await verb(tx) }));
    if (result instanceof Refusal) throw new Error(`refused: ${JSON.stringify(result.reasons)}`);
    return result.value;
  };
  const codes = async (verb: (tx: EntityManager) => Promise<unknown>): Promise<string[] | 'done'> => {
    const result = await runBudgetVerb(database.app, async (tx) => ({ value: await verb(tx) }));
    return result instanceof Refusal ? result.reasons.map(({ code }) => code) : 'done';
  };

  const envelope = await manager.save(Envelope, {
    code: 'ENV',
    name: 'Enveloppe',
    kind: 'EQUIPMENT',
    amountCents: euro(90_000_000),
  });
  const funders = await manager.save(
    Funder,
    ['A', 'B', 'C'].map((code) => ({ code, name: `Funder ${code}` })),
  );
  async function agreement(fields: Partial<FundingAgreement> = {}, shares = [4_000, 3_333, 2_667]): Promise<FundingAgreement> {
    const row = await manager.save(FundingAgreement, {
      envelopeId: envelope.id,
      code: `AGR-${++serial}`,
      name: 'Agreement',
      regime: '2021-2027',
      amountCents: euro(30_000_000),
      eligibleFrom: '2024-01-01',
      eligibleTo: '2029-12-31',
      vatRule: 'NOT_RECOVERABLE',
      durabilityYears: 5,
      retentionYears: 5,
      retentionFrom: 'END_OF_YEAR_OF_LAST_PAYMENT',
      ...fields,
    });
    await manager.insert(
      AgreementShare,
      shares.map((basisPoints, position) => ({ agreementId: row.id, funderId: funders[position]!.id, position, basisPoints })),
    );
    return (await manager.findOneByOrFail(FundingAgreement, { id: row.id }))!;
  }
  /** Lines of a new agreement with these budgets in euros. */
  async function lines(budgets: number[], of?: FundingAgreement, fields: Partial<BudgetLine>[] = []): Promise<BudgetLine[]> {
    const mine = of ?? (await agreement());
    const rows = await manager.save(
      BudgetLine,
      budgets.map((_, at) => ({
        agreementId: mine.id,
        code: `L${++serial}`,
        name: `Line ${at}`,
        rubric: 'INVESTMENT' as const,
        ...fields[at],
      })),
    );
    const asked = rows.map(({ id }, at) => ({ lineId: id, cents: euro(budgets[at]!) }));
    const input = { idempotencyKey: nextKey(), agreementId: mine.id, reason: 'Start', lines: asked };
    const id = await done((tx) => addBudgetVersion(tx, officer, input));
    await done((tx) => activateVersion(tx, second, id, 1));
    return rows;
  }
  const supplier = () => manager.save(Supplier, { name: `Supplier ${++serial}` });
  const someSupplier = await supplier();
  const line = async (budget: number, of?: FundingAgreement) => (await lines([budget], of))[0]!;

  const order =
    (lineId: string, amount: number, more: object = {}, by: Actor = officer) =>
    (tx: EntityManager) =>
      addCommitment(tx, by, {
        idempotencyKey: nextKey(),
        lineId,
        supplierId: someSupplier.id,
        description: 'Kits',
        orderedOn: '2025-03-03',
        cents: euro(amount),
        documentIds: [],
        ...more,
      });
  const charged = (lineId: string, net: number, more: object = {}) => ({
    description: 'Kit',
    netCents: euro(net),
    vatCents: 0n,
    recoverableVatCents: 0n,
    charges: [{ lineId, basisPoints: 10_000, ...more }],
  });
  const invoice =
    (invoiced: ReturnType<typeof charged>[], more: object = {}, by: Actor = officer) =>
    (tx: EntityManager) =>
      recordInvoice(tx, by, {
        idempotencyKey: nextKey(),
        supplierId: someSupplier.id,
        number: `F-${++serial}`,
        issuedOn: '2025-04-01',
        lines: invoiced,
        documentIds: [],
        ...more,
      });
  const pay =
    (invoiceId: string, amount: number, more: object = {}, by: Actor = officer) =>
    (tx: EntityManager) =>
      recordPayment(tx, by, { idempotencyKey: nextKey(), invoiceId, paidOn: '2025-05-05', cents: euro(amount), ...more });
  /** Where the money of a line stands, in euros. */
  const standing = async (lineId: string) => {
    const { lineId: _, ...balance } = (await manager.findOneByOrFail(LineBalance, { lineId }))!;
    return Object.fromEntries(
      Object.entries(balance)
        .filter(([, cents]) => cents !== 0n)
        .map(([stage, cents]) => [stage, Number(cents) / 100]),
    );
  };
  return {
    database,
    manager,
    officer,
    second,
    planner,
    envelope,
    funders,
    nextKey,
    run,
    done,
    codes,
    agreement,
    line,
    lines,
    supplier,
    someSupplier,
    order,
    charged,
    invoice,
    pay,
    standing,
    rows: <T>(sql: string, parameters: unknown[] = []) => database.owner.query<T[]>(sql, parameters),
    differences: () => findDifferences(manager),
    /** All balances are what the postings make them. */
    async requireClean() {
      const differences = await findDifferences(manager);
      if (differences.length > 0) throw new Error(`not clean: ${JSON.stringify(differences)}`);
    },
  };
}

export type Budget = Awaited<ReturnType<typeof openBudget>>;
