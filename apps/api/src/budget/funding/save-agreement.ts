import { isDay, sharesAddUp } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { said } from '../ledger/post.js';
import { requireId, requireOfficer, requireText } from '../officer.js';
import { lockRow, lockVersion, saveVersion } from '../save.js';
import { AgreementShare, Envelope, Funder, FundingAgreement } from './funding.entities.js';
import type { AgreementInput, AgreementShareInput } from './funding.inputs.js';

/** A new agreement within what its envelope has left. Gives its id. */
export function addAgreement(
  tx: EntityManager,
  actor: Actor,
  input: AgreementInput & { idempotencyKey: string },
): Promise<string> {
  requireOfficer(actor);
  return once(tx, actor, input.idempotencyKey, 'addAgreement', input, async () => {
    const fields = await check(tx, input, null);
    const { identifiers } = await tx.insert(FundingAgreement, fields);
    const { id } = identifiers[0] as { id: string };
    await saveShares(tx, id, input.shares);
    const after = { ...fields, shares: input.shares };
    await recordAudit(tx, actor, { action: 'agreement.add', entity: 'funding_agreement', entityId: id, after });
    return id;
  });
}

/** The rules and shares of an agreement. What was claimed keeps the shares that it was frozen with. */
export async function changeAgreement(
  tx: EntityManager,
  actor: Actor,
  input: AgreementInput & { id: string; version: number },
): Promise<FundingAgreement> {
  requireOfficer(actor);
  const before = await lockVersion(tx, FundingAgreement, input.id, input.version);
  const fields = await check(tx, { ...input, envelopeId: before.envelopeId }, before.id);
  if (fields.amountCents < before.allottedCents)
    refuse('AGREEMENT_TOO_SMALL', { needed: said(before.allottedCents), available: said(fields.amountCents) });
  await saveShares(tx, before.id, input.shares);
  return saveVersion(tx, actor, 'agreement.change', FundingAgreement, before, fields);
}

async function check(tx: EntityManager, input: AgreementInput, ownId: string | null) {
  const envelope = await lockRow(tx, Envelope, input.envelopeId, 'envelopeId');
  if (input.amountCents <= 0n) refuse('AMOUNT_NOT_POSITIVE', { needed: said(input.amountCents) });
  const [{ cents }] = await tx.query<[{ cents: string }]>(
    `SELECT COALESCE(sum(amount_cents), 0)::text AS cents FROM funding_agreement WHERE envelope_id = $1 AND id IS DISTINCT FROM $2`,
    [envelope.id, ownId],
  );
  const left = envelope.amountCents - BigInt(cents);
  if (input.amountCents > left) refuse('AGREEMENT_TOO_SMALL', { needed: said(input.amountCents), available: said(left) });
  if (!isDay(input.eligibleFrom) || input.eligibleTo < input.eligibleFrom) refuse('INVALID_INPUT', { field: 'eligibleTo' });
  for (const field of ['durabilityYears', 'retentionYears'] as const)
    if (!Number.isInteger(input[field]) || input[field] < 0 || input[field] > 30) refuse('INVALID_INPUT', { field });
  if (!sharesAddUp(input.shares) || input.shares.some(({ basisPoints }) => basisPoints < 0))
    refuse('SHARES_NOT_WHOLE', { available: String(input.shares.reduce((sum, each) => sum + each.basisPoints, 0) / 100) });
  const { amountCents, eligibleFrom, eligibleTo, vatRule, durabilityYears, retentionYears, retentionFrom } = input;
  return {
    envelopeId: envelope.id,
    code: requireText(input.code, 'code', 40),
    name: requireText(input.name, 'name', 200),
    regime: requireText(input.regime, 'regime', 60),
    amountCents,
    eligibleFrom,
    eligibleTo,
    vatRule,
    durabilityYears,
    retentionYears,
    retentionFrom,
    finalPaymentOn: input.finalPaymentOn ?? null,
  };
}

async function saveShares(tx: EntityManager, agreementId: string, shares: readonly AgreementShareInput[]): Promise<void> {
  const ids = shares.map(({ funderId }) => requireId(funderId, 'shares'));
  if (new Set(ids).size !== ids.length) refuse('INVALID_INPUT', { field: 'shares' });
  if ((await tx.countBy(Funder, { id: In(ids) })) !== ids.length) refuse('NOT_FOUND', { field: 'shares' });
  // Those who no longer share bear nothing; the row stays, since the application removes no funding.
  await tx.update(AgreementShare, { agreementId }, { basisPoints: 0 });
  await tx.upsert(
    AgreementShare,
    shares.map(({ funderId, basisPoints }, position) => ({ agreementId, funderId, basisPoints, position })),
    ['agreementId', 'funderId'],
  );
}
