import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { DOMAINS } from '../../equipment/domains.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { Site } from '../../sites/site.entity.js';
import { requireId, requireOfficer, requireText } from '../officer.js';
import { BudgetLine, FundingAgreement } from './funding.entities.js';
import type { BudgetLineInput } from './funding.inputs.js';

/** A new line of an agreement; a version of the budget gives it its money. Gives its id. */
export function addBudgetLine(
  tx: EntityManager,
  actor: Actor,
  input: BudgetLineInput & { idempotencyKey: string; agreementId: string },
): Promise<string> {
  requireOfficer(actor);
  return once(tx, actor, input.idempotencyKey, 'addBudgetLine', input, async () => {
    const agreementId = requireId(input.agreementId, 'agreementId');
    if (!(await tx.existsBy(FundingAgreement, { id: agreementId }))) refuse('NOT_FOUND', { field: 'agreementId' });
    const fields = await check(tx, input);
    const { identifiers } = await tx.insert(BudgetLine, { ...fields, agreementId });
    const { id } = identifiers[0] as { id: string };
    await recordAudit(tx, actor, {
      action: 'budgetLine.add',
      entity: 'budget_line',
      entityId: id,
      after: { agreementId, ...fields },
    });
    return id;
  });
}

/** What a line is called and for; its rubric stays once money has moved, since claims and flat rates rest on it. */
export async function changeBudgetLine(
  tx: EntityManager,
  actor: Actor,
  input: BudgetLineInput & { id: string },
): Promise<BudgetLine> {
  requireOfficer(actor);
  const id = requireId(input.id, 'id');
  const before = await tx.findOne(BudgetLine, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!before) refuse('NOT_FOUND', { field: 'id' });
  const fields = await check(tx, input);
  const moved = await tx.query<unknown[]>('SELECT 1 FROM posting WHERE line_id = $1 LIMIT 1', [id]);
  const sameUse = before.rubric === fields.rubric && before.flatRateBasisPoints === fields.flatRateBasisPoints;
  if (moved.length && !sameUse) refuse('INVALID_INPUT', { field: 'rubric' });
  await tx.update(BudgetLine, { id }, fields);
  await recordAudit(tx, actor, { action: 'budgetLine.change', entity: 'budget_line', entityId: id, before, after: fields });
  return (await tx.findOneBy(BudgetLine, { id }))!;
}

async function check(tx: EntityManager, input: BudgetLineInput) {
  const { rubric, domain = null, siteId = null, flatRateBasisPoints = null, flatRateOf = 'PERSONNEL' } = input;
  if (domain !== null && !(domain in DOMAINS)) refuse('INVALID_INPUT', { field: 'domain' });
  if (siteId !== null && !(await tx.existsBy(Site, { id: requireId(siteId, 'siteId') })))
    refuse('NOT_FOUND', { field: 'siteId' });
  if (
    flatRateBasisPoints !== null &&
    !(Number.isInteger(flatRateBasisPoints) && flatRateBasisPoints > 0 && flatRateBasisPoints <= 10_000)
  )
    refuse('INVALID_INPUT', { field: 'flatRateBasisPoints' });
  return {
    code: requireText(input.code, 'code', 40),
    name: requireText(input.name, 'name', 200),
    rubric,
    domain,
    siteId,
    flatRateBasisPoints,
    flatRateOf,
    takesRunningCosts: input.takesRunningCosts ?? false,
    active: input.active ?? true,
  };
}
