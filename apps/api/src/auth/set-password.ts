import { IsNull, type EntityManager } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { PasswordToken, Session } from '../people/session.entity.js';
import { recordAudit } from '../platform/audit.js';
import { refuse } from '../platform/refuse.js';
import { hashPassword, isGoodPassword } from './password.js';
import { usePasswordToken } from './password-token.js';
import { startSession } from './session.js';

/**
 * Sets a password by a mailed token and begins a session; every other session and token of the person ends.
 * Refuses with WRONG_CREDENTIALS (the link is over) or INVALID_INPUT (the password is too weak; the link stays good).
 */
export async function setPassword(
  tx: EntityManager,
  token: string,
  password: string,
): Promise<{ token: string; person: Person }> {
  const personId = await usePasswordToken(tx, token);
  const person = personId === undefined ? null : await tx.findOneBy(Person, { id: personId, active: true });
  if (!person) refuse('WRONG_CREDENTIALS');
  if (!isGoodPassword(password, person)) refuse('INVALID_INPUT', { field: 'password' });

  await tx.update(Person, { id: person.id }, { passwordHash: await hashPassword(password) });
  await tx.delete(Session, { personId: person.id });
  await tx.update(PasswordToken, { personId: person.id, usedAt: IsNull() }, { usedAt: new Date() });
  const actor = { role: person.role, personId: person.id, organisationId: person.organisationId };
  await recordAudit(tx, actor, {
    action: 'person.setPassword',
    entity: 'person',
    entityId: person.id,
    before: { passwordHash: 'old' },
    after: { passwordHash: 'new' },
  });
  return { token: await startSession(tx, person.id), person };
}
