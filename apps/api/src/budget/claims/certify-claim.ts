import { dayOf, divideNext, judgeClaimVerdict } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refuse } from '../../platform/refuse.js';
import { type Move, post, said } from '../ledger/post.js';
import { requireOfficer } from '../officer.js';
import { Claim, ClaimItem, ClaimShare } from '../paying/paying.entities.js';
import { saveVersion } from '../save.js';
import { requireNextState } from './control-claim.js';
import { lockClaim } from './open-claim.js';

export interface ItemVerdict {
  readonly itemId: string;
  readonly certifiedCents: bigint;
  readonly deductedCents: bigint;
  readonly parkedCents: bigint;
  readonly verdict?: string | null;
}

/**
 * The outcome of the control: each item is certified, deducted and parked, together what was declared. Items that nobody names
 * are certified whole; what is parked may be declared again.
 */
export async function certifyClaim(
  tx: EntityManager,
  actor: Actor,
  input: { id: string; version: number; certifiedOn?: string | null; verdicts: readonly ItemVerdict[] },
): Promise<Claim> {
  requireOfficer(actor);
  const { claim } = await lockClaim(tx, input.id, input.version);
  const state = requireNextState('CERTIFY', claim);
  const today = dayOf(Date.now());
  const certifiedOn = input.certifiedOn ?? today;
  if (certifiedOn > today || certifiedOn < claim.submittedOn!) refuse('INVALID_INPUT', { field: 'certifiedOn' });
  const items = await tx.find(ClaimItem, { where: { claimId: claim.id }, order: { id: 'ASC' } });
  const judged = judge(items, input.verdicts);
  await tx.query(
    `UPDATE claim_item SET certified_cents = v.certified, deducted_cents = v.deducted, parked_cents = v.parked, verdict = v.verdict
       FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[]) AS v(id, certified, deducted, parked, verdict)
      WHERE claim_item.id = v.id`,
    [
      judged.map(({ item }) => item.id),
      judged.map(({ certified }) => String(certified)),
      judged.map(({ deducted }) => String(deducted)),
      judged.map(({ parked }) => String(parked)),
      judged.map(({ verdict }) => verdict),
    ],
  );
  await post(tx, actor, { act: 'claim.certify', key: `claim.certify:${claim.id}`, day: certifiedOn }, judged.flatMap(movesOf));
  const certifiedCents = judged.reduce((sum, { certified }) => sum + certified, 0n);
  await certifyShares(tx, claim, certifiedCents);
  return saveVersion(tx, actor, 'claim.certify', Claim, claim, { state, certifiedOn, certifiedCents });
}

type Judged = ReturnType<typeof judge>[number];

function judge(items: readonly ClaimItem[], verdicts: readonly ItemVerdict[]) {
  const byItem = new Map(verdicts.map((verdict) => [verdict.itemId, verdict]));
  if (byItem.size !== verdicts.length || verdicts.some(({ itemId }) => !items.some(({ id }) => id === itemId)))
    refuse('NOT_FOUND', { field: 'verdicts' });
  return items.map((item) => {
    const given = byItem.get(item.id);
    const parts = given
      ? { certified: given.certifiedCents, deducted: given.deductedCents, parked: given.parkedCents }
      : { certified: item.declaredCents, deducted: 0n, parked: 0n };
    if (judgeClaimVerdict(item.declaredCents, parts))
      refuse('PARTS_DIFFER_FROM_DECLARED', {
        budgetLineId: item.lineId,
        needed: said(item.declaredCents),
        available: said(parts.certified + parts.deducted + parts.parked),
      });
    return { item, ...parts, verdict: (given?.verdict ?? '').trim().slice(0, 1_000) };
  });
}

function movesOf({ item: { id, lineId, expenditureId }, certified, deducted, parked }: Judged): Move[] {
  const moves: Move[] = [
    { kind: 'CERTIFY', lineId, cents: certified, from: id, to: id },
    { kind: 'DEDUCT', lineId, cents: deducted, from: id, to: id },
    expenditureId === null
      ? { kind: 'PARK_FLAT', lineId, cents: parked, from: id }
      : { kind: 'PARK', lineId, cents: parked, from: id, to: expenditureId },
  ];
  return moves.filter(({ cents }) => cents > 0n);
}

async function certifyShares(tx: EntityManager, claim: Claim, certifiedCents: bigint): Promise<void> {
  const shares = await tx.find(ClaimShare, { where: { claimId: claim.id }, order: { position: 'ASC' } });
  const before = await tx.findBy(Claim, { agreementId: claim.agreementId, state: 'CERTIFIED' });
  const divided = divideNext(
    before.reduce((sum, each) => sum + each.certifiedCents, 0n),
    certifiedCents,
    shares,
  );
  for (const [at, { funderId }] of shares.entries())
    await tx.update(ClaimShare, { claimId: claim.id, funderId }, { certifiedCents: divided[at]!.cents });
}
