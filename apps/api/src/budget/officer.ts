import { can, dayOf, type Action } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { refusalOf } from '../auth/require-permission.js';
import { isUuid } from '../platform/is-uuid.js';
import { refuse } from '../platform/refuse.js';

/** Refuses who may not do this with the budget. */
export function requireOfficer(actor: Actor, action: Action = 'budget.write'): void {
  const refusal = refusalOf(actor, action);
  if (refusal) refuse(refusal);
}

/**
 * Refuses who may not decide on a request of somebody else: the requester, and a stand-in who may decide only in the place
 * of the requester.
 */
export async function requireSecondPerson(tx: EntityManager, actor: Actor, requestedBy: string | null): Promise<void> {
  if (actor.personId === null) refuse('NOT_SIGNED_IN');
  if (actor.personId === requestedBy) refuse('OWN_REQUEST');
  if (can(actor, 'budget.approve')) return;
  const absent = await absentOfficers(tx, actor.personId);
  if (absent.length === 0) refuse('NOT_ALLOWED');
  if (absent.every((each) => each === requestedBy)) refuse('OWN_REQUEST');
}

/** The officers in whose place this person may decide today. */
export async function absentOfficers(manager: EntityManager, personId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT p.id FROM stand_in s JOIN person p ON p.id = s.absent_id
      WHERE s.stand_in_id = $1 AND NOT s.ended AND p.active AND p.role = 'BUDGET_OFFICER' AND $2::date BETWEEN s.first_day AND s.last_day`,
    [personId, dayOf(Date.now())],
  );
  return rows.map(({ id }) => id);
}

/** Refuses what is no id, as something that is not there. */
export function requireId(id: string, field: string): string {
  if (!isUuid(id)) refuse('NOT_FOUND', { field });
  return id;
}

/** Text that people typed: trimmed, not empty, not too long. */
export function requireText(text: string, field: string, most = 500): string {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > most) refuse('INVALID_INPUT', { field });
  return trimmed;
}
