import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { inTransaction } from '../database/transaction.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { orRefusal } from '../platform/refuse.js';
import { BudgetLine, BudgetVersion, FundingAgreement } from './funding/funding.entities.js';
import { ClosedMonth, StandIn, Transfer } from './deciding/deciding.entities.js';
import { LedgerCheck } from './ledger/ledger.entities.js';
import { Commitment, Invoice, Supplier } from './papers/papers.entities.js';
import { CostProposal, Tariff } from './running/running.entities.js';
import { Claim, Payment } from './paying/paying.entities.js';

function resultOf<T extends object>(type: Type<T>, name: string) {
  return createUnionType({
    name: `${name}Result`,
    types: () => [type, Refusal] as const,
    resolveType: (value: object) => (value instanceof Refusal ? Refusal : type),
  });
}

export const AgreementResult = resultOf(FundingAgreement, 'FundingAgreement');
export const BudgetLineResult = resultOf(BudgetLine, 'BudgetLine');
export const BudgetVersionResult = resultOf(BudgetVersion, 'BudgetVersion');
export const TransferResult = resultOf(Transfer, 'Transfer');
export const StandInResult = resultOf(StandIn, 'StandIn');
export const ClosedMonthResult = resultOf(ClosedMonth, 'ClosedMonth');
export const SupplierResult = resultOf(Supplier, 'Supplier');
export const CommitmentResult = resultOf(Commitment, 'Commitment');
export const InvoiceResult = resultOf(Invoice, 'Invoice');
export const PaymentResult = resultOf(Payment, 'Payment');
export const ClaimResult = resultOf(Claim, 'Claim');
export const CostProposalResult = resultOf(CostProposal, 'CostProposal');
export const TariffResult = resultOf(Tariff, 'Tariff');
export const LedgerCheckResult = resultOf(LedgerCheck, 'LedgerCheck');

const TRIES = 3;

/** Runs a verb in its transaction; what it refuses comes back as a value, and a deadlock is tried again. */
export async function runBudgetVerb<T extends object>(
  dataSource: DataSource,
  verb: (tx: EntityManager) => Promise<T>,
): Promise<T | Refusal> {
  return orRefusal(async () => {
    for (let tries = 1; ; tries++) {
      try {
        return await inTransaction(dataSource, verb);
      } catch (error) {
        const { code } = (error as { driverError?: { code?: string } }).driverError ?? {};
        if (tries >= TRIES || (code !== '40P01' && code !== '40001')) throw error;
      }
    }
  });
}

/** The row that a verb made, by the id that it gave. */
export async function madeRow<T extends ObjectLiteral & { id: string }>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  id: Promise<string>,
): Promise<T> {
  return tx.findOneByOrFail<T>(entity, { id: await id } as never);
}
