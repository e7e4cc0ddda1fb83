import { dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { attachDocuments } from '../../platform/documents/attach-documents.js';
import { refuse } from '../../platform/refuse.js';
import { PaperBalance } from '../ledger/ledger.entities.js';
import { lockLines, post, said } from '../ledger/post.js';
import { requireOfficer, requireText } from '../officer.js';
import { lockVersion, saveVersion } from '../save.js';
import { procurement } from './add-commitment.js';
import { Commitment } from './papers.entities.js';
import type { CommitmentInput } from './papers.inputs.js';

/** Changes an order: more takes more room, less gives some back, never under what is invoiced. */
export async function changeCommitment(
  tx: EntityManager,
  actor: Actor,
  input: CommitmentInput & { id: string; version: number },
): Promise<Commitment> {
  requireOfficer(actor);
  const commitment = await lockVersion(tx, Commitment, input.id, input.version);
  const more = input.cents - commitment.cents;
  if (commitment.closed && more !== 0n) refuse('COMMITMENT_CLOSED', { available: String(commitment.number) });
  if (input.cents < 0n) refuse('AMOUNT_NOT_POSITIVE', { needed: said(input.cents) });
  if (more !== 0n) await move(tx, actor, commitment, more, 'commitment.change');
  await attachDocuments(tx, actor, input.documentIds, 'commitment', commitment.id);
  return saveVersion(tx, actor, 'commitment.change', Commitment, commitment, {
    description: requireText(input.description, 'description'),
    reference: (input.reference ?? '').trim().slice(0, 100),
    cents: input.cents,
    ...procurement(input),
  });
}

/** No invoice follows any more: what is left of the order becomes free again. */
export async function releaseCommitment(tx: EntityManager, actor: Actor, id: string, version: number): Promise<Commitment> {
  requireOfficer(actor);
  const commitment = await lockVersion(tx, Commitment, id, version);
  if (commitment.closed) refuse('COMMITMENT_CLOSED', { available: String(commitment.number) });
  await lockLines(tx, [commitment.lineId]);
  const rest = (await tx.findOneBy(PaperBalance, { paperId: id }))?.committed ?? 0n;
  if (rest > 0n) await move(tx, actor, commitment, -rest, 'commitment.release');
  const changes = { cents: commitment.cents - rest, closed: true };
  return saveVersion(tx, actor, 'commitment.release', Commitment, commitment, changes);
}

async function move(
  tx: EntityManager,
  actor: Actor,
  { id, lineId, version }: Commitment,
  more: bigint,
  act: string,
): Promise<void> {
  await post(tx, actor, { act, key: `${act}:${id}:${version}`, day: dayOf(Date.now()) }, [
    more > 0n ? { kind: 'COMMIT', lineId, cents: more, to: id } : { kind: 'RELEASE', lineId, cents: -more, from: id },
  ]);
}
