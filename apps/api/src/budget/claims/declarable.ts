import { judgeEligibility, least, stillDeclarable } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import { refuse } from '../../platform/refuse.js';
import { BudgetLine, type FundingAgreement } from '../funding/funding.entities.js';
import { PaperBalance } from '../ledger/ledger.entities.js';
import { said } from '../ledger/post.js';
import { ClaimItem, Expenditure } from '../paying/paying.entities.js';

/**
 * What may still be declared of each expenditure: paid, let count by the VAT rule, and not declared yet, or parked. Items of
 * drafts do not count: they take nothing before they are submitted.
 */
export async function declarableOf(manager: EntityManager, ids: readonly string[]): Promise<Map<string, bigint>> {
  const expenditures = await manager.findBy(Expenditure, { id: In([...ids]) });
  const balances = await manager.findBy(PaperBalance, { paperId: In([...ids]) });
  const items = await manager
    .createQueryBuilder(ClaimItem, 'i')
    .where(`i.expenditure_id = ANY(:ids) AND EXISTS (SELECT 1 FROM claim c WHERE c.id = i.claim_id AND c.state <> 'DRAFT')`, {
      ids,
    })
    .getMany();
  const paidOf = new Map(balances.map(({ paperId, paid }) => [paperId, paid]));
  const itemsOf = Map.groupBy(items, ({ expenditureId }) => expenditureId);
  return new Map(
    expenditures.map(({ id, eligibleCents }) => {
      const earlier = (itemsOf.get(id) ?? []).map(({ declaredCents, parkedCents }) => ({
        declared: declaredCents,
        parked: parkedCents ?? 0n,
      }));
      const left = least(paidOf.get(id) ?? 0n, stillDeclarable(eligibleCents, earlier));
      return [id, left < 0n ? 0n : left];
    }),
  );
}

/** Refuses an expenditure that this agreement does not pay for, with the rule that says so. */
export function requireEligible(agreement: FundingAgreement, line: BudgetLine, { costId, paidOn }: Expenditure): void {
  const budgetLineId = line.id;
  if (line.agreementId !== agreement.id) refuse('OTHER_AGREEMENT', { budgetLineId });
  if (costId !== null && !line.takesRunningCosts) refuse('RUNNING_COSTS_ELSEWHERE', { budgetLineId });
  const refusal = judgeEligibility(agreement, paidOn, line.flatRateBasisPoints !== null);
  if (refusal?.code === 'PAID_OUTSIDE_WINDOW')
    refuse('OUTSIDE_WINDOW', { budgetLineId, available: paidOn, firstDay: refusal.from, lastDay: refusal.to });
  if (refusal) refuse('FLAT_RATE_TAKES_NO_COST', { budgetLineId });
}

/** Refuses an amount that is not there to be declared any more. */
export function requireDeclarable(lineId: string, cents: bigint, declarable: bigint): void {
  if (cents <= 0n) refuse('AMOUNT_NOT_POSITIVE', { budgetLineId: lineId, needed: said(cents) });
  if (cents > declarable) refuse('NOT_CLAIMABLE', { budgetLineId: lineId, needed: said(cents), available: said(declarable) });
}
