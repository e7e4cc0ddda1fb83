import { dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refuse } from '../../platform/refuse.js';
import { post } from '../ledger/post.js';
import { requireOfficer, requireSecondPerson, requireText } from '../officer.js';
import { lockVersion, saveVersion } from '../save.js';
import { Transfer } from './deciding.entities.js';

/** A second person agrees, and the room moves: out of the one line and into the other in one statement. */
export async function approveTransfer(tx: EntityManager, actor: Actor, id: string, version: number): Promise<Transfer> {
  const transfer = await lockRequested(tx, id, version);
  await requireSecondPerson(tx, actor, transfer.requestedBy);
  const { fromLineId, toLineId, cents } = transfer;
  await post(tx, actor, { act: 'transfer.approve', key: `transfer.approve:${id}`, day: dayOf(Date.now()) }, [
    { kind: 'TRANSFER_OUT', lineId: fromLineId, cents },
    { kind: 'TRANSFER_IN', lineId: toLineId, cents },
  ]);
  return saveVersion(tx, actor, 'transfer.approve', Transfer, transfer, decided(actor, 'APPROVED'));
}

export async function rejectTransfer(
  tx: EntityManager,
  actor: Actor,
  id: string,
  version: number,
  answer: string,
): Promise<Transfer> {
  const transfer = await lockRequested(tx, id, version);
  await requireSecondPerson(tx, actor, transfer.requestedBy);
  const changes = { ...decided(actor, 'REJECTED'), answer: requireText(answer, 'answer') };
  return saveVersion(tx, actor, 'transfer.reject', Transfer, transfer, changes);
}

/** Who asked for it thinks better of it. */
export async function withdrawTransfer(tx: EntityManager, actor: Actor, id: string, version: number): Promise<Transfer> {
  requireOfficer(actor);
  const transfer = await lockRequested(tx, id, version);
  if (transfer.requestedBy !== actor.personId) refuse('NOT_ALLOWED');
  return saveVersion(tx, actor, 'transfer.withdraw', Transfer, transfer, decided(actor, 'WITHDRAWN'));
}

async function lockRequested(tx: EntityManager, id: string, version: number): Promise<Transfer> {
  const transfer = await lockVersion(tx, Transfer, id, version);
  if (transfer.state !== 'REQUESTED') refuse('STATE_CHANGED', { available: transfer.state });
  return transfer;
}

const decided = <S extends Transfer['state']>({ personId }: Actor, state: S) => ({
  state,
  decidedBy: personId,
  decidedAt: new Date(),
});
