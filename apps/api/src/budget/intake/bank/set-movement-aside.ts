import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../auth/actor.js';
import { refusalOf } from '../../../auth/require-permission.js';
import { recordAudit } from '../../../platform/audit.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { refuse } from '../../../platform/refuse.js';
import { requireId } from '../../officer.js';
import { BankMatch, BankMovement } from './bank.entities.js';

interface Seen {
  readonly id: string;
  readonly version: number;
}

/** A movement in a state and the version that was seen, locked; for who may write. */
export async function lockMovement(
  tx: EntityManager,
  actor: Actor,
  { id, version }: Seen,
  state: BankMovement['state'],
): Promise<BankMovement> {
  const refusal = refusalOf(actor, 'budget.write');
  if (refusal) refuse(refusal);
  const movement = isUuid(id) ? await tx.findOne(BankMovement, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!movement) refuse('NOT_FOUND', { field: 'id' });
  if (movement.state !== state || movement.version !== version) refuse('STATE_CHANGED');
  return movement;
}

export async function changeMovement(
  tx: EntityManager,
  actor: Actor,
  movement: BankMovement,
  action: string,
  changes: Partial<Pick<BankMovement, 'state' | 'note'>>,
): Promise<BankMovement> {
  const { id, version, state } = movement;
  await tx.update(BankMovement, { id }, { ...changes, version: version + 1 });
  await recordAudit(tx, actor, {
    action,
    entity: 'bank_movement',
    entityId: id,
    before: { state },
    after: { state: changes.state ?? state },
  });
  return Object.assign(movement, changes, { version: version + 1 });
}

/** Says that a movement pays no invoice. Refuses NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, STATE_CHANGED, INVALID_INPUT. */
export async function setMovementAside(
  tx: EntityManager,
  actor: Actor,
  { reason, ...seen }: Seen & { readonly reason: string },
): Promise<BankMovement> {
  const movement = await lockMovement(tx, actor, seen, 'OPEN');
  const note = reason.trim();
  if (note.length === 0 || note.length > 500) refuse('INVALID_INPUT', { field: 'reason' });
  return changeMovement(tx, actor, movement, 'bankMovement.setAside', { state: 'SET_ASIDE', note });
}

/**
 * Takes a movement back that was set aside, or whose payments were all taken back. Refuses NOT_SIGNED_IN, NOT_ALLOWED,
 * NOT_FOUND, STATE_CHANGED.
 */
export async function reopenMovement(tx: EntityManager, actor: Actor, seen: Seen): Promise<BankMovement> {
  const matched = await tx.existsBy(BankMovement, { id: requireId(seen.id, 'id'), state: 'MATCHED' });
  const movement = await lockMovement(tx, actor, seen, matched ? 'MATCHED' : 'SET_ASIDE');
  if (matched) {
    const [{ standing }] = await tx.query<[{ standing: number }]>(
      `SELECT count(*)::int AS standing FROM bank_match m
        WHERE m.movement_id = $1 AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.takes_back = m.payment_id)`,
      [movement.id],
    );
    if (standing > 0) refuse('STATE_CHANGED', { available: 'MATCHED' });
    await tx.delete(BankMatch, { movementId: movement.id });
  }
  return changeMovement(tx, actor, movement, 'bankMovement.reopen', { state: 'OPEN', note: '' });
}
