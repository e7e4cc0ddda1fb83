import { dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refuse } from '../../platform/refuse.js';
import { Envelope, FundingAgreement } from '../funding/funding.entities.js';
import { post } from '../ledger/post.js';
import { requireOfficer } from '../officer.js';
import { requireSpendable } from '../papers/add-commitment.js';
import { Expenditure } from '../paying/paying.entities.js';
import { lockVersion, saveVersion } from '../save.js';
import { CostProposal } from './running.entities.js';

/**
 * Takes a running cost to a line: of the running budget, or of another one that is marked for it. It is own work, so it is paid
 * at once, and claimable where the agreement lets it be.
 */
export async function acceptCost(
  tx: EntityManager,
  actor: Actor,
  input: { id: string; version: number; lineId: string },
): Promise<CostProposal> {
  requireOfficer(actor);
  const cost = await lockProposed(tx, input.id, input.version);
  const { line, agreement } = await requireSpendable(tx, input.lineId);
  if (!line.takesRunningCosts && !(await isRunning(tx, agreement))) refuse('RUNNING_COSTS_ELSEWHERE', { budgetLineId: line.id });
  const { id, cents, onDay } = cost;
  if (cents > 0n) {
    const fields = { lineId: line.id, costId: id, paidOn: onDay, cents, eligibleCents: cents };
    const { identifiers } = await tx.insert(Expenditure, fields);
    const to = (identifiers[0] as { id: string }).id;
    await post(tx, actor, { act: 'cost.accept', key: `cost.accept:${id}`, day: onDay }, [
      { kind: 'COST', lineId: line.id, cents, to },
    ]);
  }
  return saveVersion(tx, actor, 'cost.accept', CostProposal, cost, { state: 'ACCEPTED', lineId: line.id });
}

/** It is charged nowhere. */
export async function dismissCost(tx: EntityManager, actor: Actor, id: string, version: number): Promise<CostProposal> {
  requireOfficer(actor);
  const cost = await lockProposed(tx, id, version);
  return saveVersion(tx, actor, 'cost.dismiss', CostProposal, cost, { state: 'DISMISSED' });
}

async function lockProposed(tx: EntityManager, id: string, version: number): Promise<CostProposal> {
  const cost = await lockVersion(tx, CostProposal, id, version);
  if (cost.state !== 'PROPOSED') refuse('STATE_CHANGED', { available: cost.state });
  if (cost.onDay > dayOf(Date.now())) refuse('INVALID_INPUT', { field: 'onDay' });
  return cost;
}

async function isRunning(tx: EntityManager, { envelopeId }: FundingAgreement): Promise<boolean> {
  return tx.existsBy(Envelope, { id: envelopeId, kind: 'RUNNING' });
}
