import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { FundingAgreement } from '../funding/funding.entities.js';
import { requireId, requireOfficer } from '../officer.js';
import { Claim } from '../paying/paying.entities.js';
import { lockRow, lockVersion } from '../save.js';

/** A draft of a claim on an agreement, still empty. Gives its id. */
export function openClaim(
  tx: EntityManager,
  actor: Actor,
  input: { idempotencyKey: string; agreementId: string; title: string },
): Promise<string> {
  requireOfficer(actor);
  return once(tx, actor, input.idempotencyKey, 'openClaim', input, async () => {
    const agreement = await lockRow(tx, FundingAgreement, input.agreementId, 'agreementId');
    const number = (await tx.maximum(Claim, 'number', { agreementId: agreement.id })) ?? 0;
    const fields = { agreementId: agreement.id, number: number + 1, title: input.title.trim().slice(0, 200) };
    const { identifiers } = await tx.insert(Claim, fields);
    const { id } = identifiers[0] as { id: string };
    await recordAudit(tx, actor, { action: 'claim.open', entity: 'claim', entityId: id, after: fields });
    return id;
  });
}

/** A draft, locked after its agreement: submitting and drafting on one agreement follow one another. */
export async function lockDraft(
  tx: EntityManager,
  id: string,
  version: number,
): Promise<{ claim: Claim; agreement: FundingAgreement }> {
  const { claim, agreement } = await lockClaim(tx, id, version);
  if (claim.state !== 'DRAFT') refuse('CLAIM_FROZEN', { available: String(claim.number) });
  return { claim, agreement };
}

export async function lockClaim(
  tx: EntityManager,
  id: string,
  version: number,
): Promise<{ claim: Claim; agreement: FundingAgreement }> {
  const known = await tx.findOneBy(Claim, { id: requireId(id, 'id') });
  if (!known) refuse('NOT_FOUND', { field: 'id' });
  const agreement = await lockRow(tx, FundingAgreement, known.agreementId);
  return { agreement, claim: await lockVersion(tx, Claim, id, version) };
}
