import { daysBetween, dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { Person } from '../../people/person.entity.js';
import { recordAudit } from '../../platform/audit.js';
import { once } from '../../platform/idempotency.js';
import { refuse } from '../../platform/refuse.js';
import { requireId, requireOfficer } from '../officer.js';
import { StandIn } from './deciding.entities.js';

/** Longer than any leave that is known beforehand. */
const LONGEST_DAYS = 366;

/** An officer names who may approve in the own place during an absence: somebody who may read the budget. Gives its id. */
export function nameStandIn(
  tx: EntityManager,
  actor: Actor,
  input: { idempotencyKey: string; standInId: string; firstDay: string; lastDay: string },
): Promise<string> {
  requireOfficer(actor, 'budget.approve');
  return once(tx, actor, input.idempotencyKey, 'nameStandIn', input, async () => {
    const { firstDay, lastDay } = input;
    const standInId = requireId(input.standInId, 'standInId');
    if (lastDay < firstDay || daysBetween(firstDay, lastDay) > LONGEST_DAYS) refuse('INVALID_INPUT', { field: 'lastDay' });
    if (lastDay < dayOf(Date.now())) refuse('IN_THE_PAST', { firstDay, lastDay });
    const person = await tx.findOneBy(Person, { id: standInId, active: true });
    if (!person) refuse('NOT_FOUND', { field: 'standInId' });
    const reads = person.role === 'BUDGET_OFFICER' || person.role === 'PLANNER' || person.role === 'ADMINISTRATOR';
    if (!reads || standInId === actor.personId) refuse('INVALID_INPUT', { field: 'standInId' });
    const fields = { absentId: actor.personId!, standInId, firstDay, lastDay };
    const { identifiers } = await tx.insert(StandIn, fields);
    const { id } = identifiers[0] as { id: string };
    await recordAudit(tx, actor, { action: 'standIn.name', entity: 'stand_in', entityId: id, after: fields });
    return id;
  });
}

/** Back sooner than planned. */
export async function endStandIn(tx: EntityManager, actor: Actor, id: string): Promise<StandIn> {
  requireOfficer(actor, 'budget.approve');
  const row = await tx.findOne(StandIn, { where: { id: requireId(id, 'id') }, lock: { mode: 'pessimistic_write' } });
  if (!row || row.absentId !== actor.personId) refuse('NOT_FOUND', { field: 'id' });
  if (row.ended) refuse('STATE_CHANGED');
  await tx.update(StandIn, { id }, { ended: true });
  await recordAudit(tx, actor, {
    action: 'standIn.end',
    entity: 'stand_in',
    entityId: id,
    before: { ended: false },
    after: { ended: true },
  });
  return { ...row, ended: true };
}
