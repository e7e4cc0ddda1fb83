import type { DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction.js';
import { Person } from '../people/person.entity.js';
import { recordAudit } from '../platform/audit.js';
import { Refusal } from '../platform/graphql/refusal.js';
import { isPassword } from './password.js';
import { startSession } from './session.js';
import { countAttempt } from './throttle.js';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly ip: string;
  /** Failures allowed for the e-mail address in a quarter of an hour; five times as many for the IP address. */
  readonly attempts: number;
  readonly secret: string;
}

/** Begins a session; refuses with WRONG_CREDENTIALS or TOO_MANY_ATTEMPTS, and never tells whether the address is known. */
export async function signIn(dataSource: DataSource, input: SignIn): Promise<{ token: string; person: Person } | Refusal> {
  const { manager } = dataSource;
  const attempt = await countAttempt(manager, input.secret, [
    { what: `email:${input.email}`, most: input.attempts },
    { what: `ip:${input.ip}`, most: input.attempts * 5 },
  ]);
  if (!attempt.allowed) return Refusal.of('TOO_MANY_ATTEMPTS');
  const person = await manager.findOne(Person, {
    where: { email: input.email.trim(), active: true },
    select: { passwordHash: true, id: true, role: true, organisationId: true },
  });
  if (!(await isPassword(person?.passwordHash, input.password)) || !person) return Refusal.of('WRONG_CREDENTIALS');

  const token = await inTransaction(dataSource, async (tx) => {
    const actor = { role: person.role, personId: person.id, organisationId: person.organisationId };
    await recordAudit(tx, actor, { action: 'person.signIn', entity: 'person', entityId: person.id });
    return startSession(tx, person.id);
  });
  await attempt.forget();
  return { token, person };
}
