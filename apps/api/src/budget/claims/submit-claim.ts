import { dayOf, divideNext, flatRateOf, least } from '@karavaan/domain';
import { In, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refuse } from '../../platform/refuse.js';
import { AgreementShare, BudgetLine, type FundingAgreement } from '../funding/funding.entities.js';
import { LineBalance } from '../ledger/ledger.entities.js';
import { lockLines, post } from '../ledger/post.js';
import { requireOfficer } from '../officer.js';
import { Claim, ClaimItem, ClaimShare, Expenditure } from '../paying/paying.entities.js';
import { saveVersion } from '../save.js';
import { declarableOf, requireDeclarable, requireEligible } from './declarable.js';
import { lockDraft } from './open-claim.js';

/** Declares a draft to the funders: from now on its items, their amounts and the shares of the funders are frozen. */
export async function submitClaim(tx: EntityManager, actor: Actor, id: string, version: number): Promise<Claim> {
  requireOfficer(actor);
  const { claim, agreement } = await lockDraft(tx, id, version);
  const real = await tx.find(ClaimItem, { where: { claimId: id }, order: { id: 'ASC' } });
  if (real.length === 0) refuse('CLAIM_EMPTY', { available: String(claim.number) });
  const lines = new Map((await tx.findBy(BudgetLine, { agreementId: agreement.id })).map((line) => [line.id, line]));
  await lockLines(tx, [...lines.keys()].toSorted());
  await requireAllDeclarable(tx, agreement, lines, real);
  const items = [...real, ...(await addFlatRates(tx, id, lines, real))];
  const day = dayOf(Date.now());
  await post(
    tx,
    actor,
    { act: 'claim.submit', key: `claim.submit:${id}:${claim.version}`, day },
    items.map(({ lineId, expenditureId, declaredCents: cents, id: to }) =>
      expenditureId === null
        ? { kind: 'CLAIM_FLAT', lineId, cents, to }
        : { kind: 'CLAIM', lineId, cents, from: expenditureId, to },
    ),
  );
  const declaredCents = items.reduce((sum, item) => sum + item.declaredCents, 0n);
  await freezeShares(tx, claim, declaredCents);
  return saveVersion(tx, actor, 'claim.submit', Claim, claim, { state: 'SUBMITTED', submittedOn: day, declaredCents });
}

async function requireAllDeclarable(
  tx: EntityManager,
  agreement: FundingAgreement,
  lines: ReadonlyMap<string, BudgetLine>,
  items: readonly ClaimItem[],
): Promise<void> {
  const ids = items.map(({ expenditureId }) => expenditureId!);
  const expenditures = new Map((await tx.findBy(Expenditure, { id: In(ids) })).map((each) => [each.id, each]));
  const declarable = await declarableOf(tx, ids);
  for (const { lineId, expenditureId, declaredCents } of items) {
    requireEligible(
      agreement,
      lines.get(lineId) ?? refuse('OTHER_AGREEMENT', { budgetLineId: lineId }),
      expenditures.get(expenditureId!)!,
    );
    requireDeclarable(lineId, declaredCents, declarable.get(expenditureId!)!);
  }
}

/** What flat rates add: a part of what is declared of the costs they are reckoned from, as far as their line reaches. */
async function addFlatRates(
  tx: EntityManager,
  claimId: string,
  lines: ReadonlyMap<string, BudgetLine>,
  items: readonly ClaimItem[],
): Promise<ClaimItem[]> {
  const flat = [...lines.values()].filter(({ flatRateBasisPoints, active }) => active && flatRateBasisPoints !== null);
  const balances = await tx.findBy(LineBalance, { lineId: In(flat.map(({ id }) => id)) });
  const rows = flat.flatMap((line) => {
    const base = items
      .filter(({ lineId }) => lines.get(lineId)!.rubric === line.flatRateOf)
      .reduce((sum, { declaredCents }) => sum + declaredCents, 0n);
    const available = balances.find(({ lineId }) => lineId === line.id)?.available ?? 0n;
    const declaredCents = least(flatRateOf(base, line.flatRateBasisPoints!), available);
    return declaredCents > 0n ? [{ claimId, lineId: line.id, expenditureId: null, declaredCents }] : [];
  });
  if (rows.length > 0) await tx.insert(ClaimItem, rows);
  return rows.length > 0 ? tx.findBy(ClaimItem, { claimId, lineId: In(rows.map(({ lineId }) => lineId)) }) : [];
}

/** By cumulative rounding over all claims of the agreement, so that they add up to the cent. */
async function freezeShares(tx: EntityManager, claim: Claim, declaredCents: bigint): Promise<void> {
  const shares = await tx.find(AgreementShare, {
    where: { agreementId: claim.agreementId },
    order: { position: 'ASC', funderId: 'ASC' },
  });
  if (shares.length === 0) return;
  const before = await tx.findBy(Claim, { agreementId: claim.agreementId, state: Not('DRAFT') });
  const divided = divideNext(
    before.reduce((sum, each) => sum + each.declaredCents, 0n),
    declaredCents,
    shares,
  );
  await tx.insert(
    ClaimShare,
    shares.map(({ funderId, basisPoints }, position) => ({
      claimId: claim.id,
      funderId,
      position,
      basisPoints,
      declaredCents: divided[position]!.cents,
    })),
  );
}
