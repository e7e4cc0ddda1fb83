import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { recordAudit } from '../../platform/audit.js';
import { isUuid } from '../../platform/is-uuid.js';
import { refuse } from '../../platform/refuse.js';
import { REGISTER } from './register.js';

/**
 * Forgets a person: ends their sessions and links, blanks what is personal, and keeps the bookings with their figures
 * under a row without a name. Somebody may forget themselves; an administrator may forget anybody. Twice is once.
 * Refuses NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, and LAST_ADMINISTRATOR while nobody else could administer.
 */
export async function erasePerson(tx: EntityManager, actor: Actor, personId: string): Promise<void> {
  if (actor.personId === null || actor.personId !== personId) {
    const refusal = refusalOf(actor, 'person.erase');
    if (refusal) refuse(refusal);
  }
  // All administrators are locked together, so that the last two cannot forget themselves at the same moment.
  const administrators = await tx.query<{ id: string }[]>(
    `SELECT id FROM person WHERE role = 'ADMINISTRATOR' AND active ORDER BY id FOR UPDATE`,
  );
  const [person] = isUuid(personId)
    ? await tx.query<{ id: string; erased: boolean }[]>(
        'SELECT id, erased_at IS NOT NULL AS erased FROM person WHERE id = $1 FOR UPDATE',
        [personId],
      )
    : [];
  if (!person) refuse('NOT_FOUND', { field: 'id' });
  if (person.erased) return;
  if (administrators.length === 1 && administrators[0]!.id === personId) refuse('LAST_ADMINISTRATOR');

  for (const { table, about, erasure, blank = {} } of REGISTER) {
    if (!about || erasure === 'PSEUDONYM') continue;
    if (erasure === 'DELETED') await tx.query(`DELETE FROM ${table} t USING person p WHERE p.id = $1 AND (${about})`, [personId]);
    else {
      const set = Object.entries(blank).map(([column, value]) => `${column} = ${value}`);
      await tx.query(`UPDATE ${table} t SET ${set.join(', ')} FROM person p WHERE p.id = $1 AND (${about})`, [personId]);
    }
  }
  await recordAudit(tx, actor, {
    action: actor.personId === personId ? 'person.eraseSelf' : 'person.erase',
    entity: 'person',
    entityId: personId,
    before: { active: true },
    after: { active: false },
  });
}
