import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { refuse } from '../../platform/refuse.js';
import { BudgetLine } from '../funding/funding.entities.js';
import { requireId, requireOfficer } from '../officer.js';
import { CLAIMABLE } from '../paying/list-paying.js';
import { Claim, ClaimItem, Expenditure } from '../paying/paying.entities.js';
import { saveVersion } from '../save.js';
import { declarableOf, requireDeclarable, requireEligible } from './declarable.js';
import { lockDraft } from './open-claim.js';

/** Far more than a claim has. */
const MOST_ITEMS = 20_000;

/**
 * Puts expenditures in a draft, each for all that may be declared of it; those that are in it already take the amount of now.
 * @param expenditureIds undefined for all that may be declared and stands in no other draft
 */
export async function addClaimItems(
  tx: EntityManager,
  actor: Actor,
  input: { claimId: string; version: number; expenditureIds?: readonly string[] | null; paidTo?: string | null },
): Promise<Claim> {
  requireOfficer(actor);
  const { claim, agreement } = await lockDraft(tx, input.claimId, input.version);
  const ids =
    input.expenditureIds?.map((id) => requireId(id, 'expenditureIds')) ?? (await allClaimable(tx, agreement.id, input.paidTo));
  if (ids.length === 0 || ids.length > MOST_ITEMS)
    refuse(ids.length ? 'INVALID_INPUT' : 'CLAIM_EMPTY', { field: 'expenditureIds' });
  const expenditures = await tx.findBy(Expenditure, { id: In([...ids]) });
  if (expenditures.length !== new Set(ids).size) refuse('NOT_FOUND', { field: 'expenditureIds' });
  const lines = await tx.findBy(BudgetLine, { id: In(expenditures.map(({ lineId }) => lineId)) });
  const declarable = await declarableOf(tx, ids);
  const items = expenditures.map((expenditure) => {
    const line = lines.find(({ id }) => id === expenditure.lineId)!;
    requireEligible(agreement, line, expenditure);
    const declaredCents = declarable.get(expenditure.id)!;
    if (declaredCents <= 0n) requireDeclarable(line.id, expenditure.cents, declaredCents);
    return { claimId: claim.id, lineId: line.id, expenditureId: expenditure.id, declaredCents };
  });
  for (let from = 0; from < items.length; from += 1_000)
    await tx.upsert(ClaimItem, items.slice(from, from + 1_000), ['claimId', 'expenditureId']);
  await recordAudit(tx, actor, { action: 'claim.addItems', entity: 'claim', entityId: claim.id, after: { items: items.length } });
  return saveVersion(tx, actor, 'claim.change', Claim, claim, {});
}

async function allClaimable(tx: EntityManager, agreementId: string, paidTo: string | null = null): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT t.id FROM expenditure t JOIN budget_line l ON l.id = t.line_id JOIN funding_agreement a ON a.id = l.agreement_id
       LEFT JOIN paper_balance b ON b.paper_id = t.id
      WHERE l.agreement_id = $1 AND ($2::date IS NULL OR t.paid_on <= $2) AND ${CLAIMABLE} ORDER BY t.paid_on, t.id`,
    [agreementId, paidTo],
  );
  const declarable = await declarableOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id }) => id).filter((id) => declarable.get(id)! > 0n);
}

/** Declares less of an item than could be. */
export async function changeClaimItem(
  tx: EntityManager,
  actor: Actor,
  input: { claimId: string; version: number; itemId: string; cents: bigint },
): Promise<Claim> {
  requireOfficer(actor);
  const { claim } = await lockDraft(tx, input.claimId, input.version);
  const item = await requireItem(tx, claim, input.itemId);
  requireDeclarable(item.lineId, input.cents, (await declarableOf(tx, [item.expenditureId!])).get(item.expenditureId!)!);
  await tx.update(ClaimItem, { id: item.id }, { declaredCents: input.cents });
  const changed = { before: { declaredCents: item.declaredCents }, after: { declaredCents: input.cents } };
  await recordAudit(tx, actor, { action: 'claim.changeItem', entity: 'claim_item', entityId: item.id, ...changed });
  return saveVersion(tx, actor, 'claim.change', Claim, claim, {});
}

export async function removeClaimItem(
  tx: EntityManager,
  actor: Actor,
  input: { claimId: string; version: number; itemId: string },
): Promise<Claim> {
  requireOfficer(actor);
  const { claim } = await lockDraft(tx, input.claimId, input.version);
  const item = await requireItem(tx, claim, input.itemId);
  await tx.delete(ClaimItem, { id: item.id });
  await recordAudit(tx, actor, {
    action: 'claim.removeItem',
    entity: 'claim_item',
    entityId: item.id,
    before: { claimId: claim.id },
  });
  return saveVersion(tx, actor, 'claim.change', Claim, claim, {});
}

async function requireItem(tx: EntityManager, claim: Claim, itemId: string): Promise<ClaimItem> {
  const item = await tx.findOneBy(ClaimItem, { id: requireId(itemId, 'itemId'), claimId: claim.id });
  return item?.expenditureId ? item : refuse('NOT_FOUND', { field: 'itemId' });
}
