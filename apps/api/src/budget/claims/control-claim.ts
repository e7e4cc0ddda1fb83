import { dayOf, nextClaimState, type ClaimAction } from '@karavaan/domain';
import { IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refuse } from '../../platform/refuse.js';
import type { ClaimState } from '../enums.js';
import { reverseAct } from '../ledger/reverse-act.js';
import { requireOfficer } from '../officer.js';
import { Claim, ClaimItem, ClaimShare } from '../paying/paying.entities.js';
import { saveVersion } from '../save.js';
import { lockClaim } from './open-claim.js';

/** The state after an action; refuses what does not follow. */
export function requireNextState(action: ClaimAction, claim: Claim): ClaimState {
  return nextClaimState(action, claim.state) ?? refuse('STATE_CHANGED', { available: claim.state });
}

/** Makes a submitted claim a draft again, until control begins; only the last one, on which no other claim's shares rest. */
export async function takeBackClaim(tx: EntityManager, actor: Actor, id: string, version: number): Promise<Claim> {
  requireOfficer(actor);
  const { claim } = await lockClaim(tx, id, version);
  const state = requireNextState('TAKE_BACK', claim);
  const later = await tx.findOneBy(Claim, {
    agreementId: claim.agreementId,
    state: Not('DRAFT'),
    id: Not(id),
    number: MoreThan(claim.number),
  });
  if (later) refuse('LATER_CLAIM', { available: String(later.number) });
  const act = { act: 'claim.takeBack', key: `claim.takeBack:${id}:${version}`, day: dayOf(Date.now()) };
  await reverseAct(tx, actor, act, `claim.submit:${id}:${claim.version - 1}`);
  await tx.delete(ClaimShare, { claimId: id });
  const draft = await saveVersion(tx, actor, 'claim.takeBack', Claim, claim, { state, submittedOn: null, declaredCents: 0n });
  // Flat rates are reckoned anew when it is submitted.
  await tx.delete(ClaimItem, { claimId: id, expenditureId: IsNull() });
  return draft;
}

/** The controller has begun: it cannot be taken back any more. */
export async function startControl(tx: EntityManager, actor: Actor, id: string, version: number): Promise<Claim> {
  requireOfficer(actor);
  const { claim } = await lockClaim(tx, id, version);
  return saveVersion(tx, actor, 'claim.startControl', Claim, claim, { state: requireNextState('START_CONTROL', claim) });
}
