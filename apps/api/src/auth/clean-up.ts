import { LessThan, type DataSource } from 'typeorm';
import { PasswordToken, Session, SignInAttempt } from '../people/session.entity.js';
import { dropLoose } from '../platform/documents/drop-loose.js';
import { IdempotencyKey } from '../platform/idempotency-key.entity.js';

const DAY_MS = 86_400_000;
/** Long after any retry; until then a repeated key still gives its first result. */
export const KEY_DAYS = 30;

/** Throws away what has lost its use: ended sessions and links, old attempts, old idempotency keys. Gives the count. */
export async function cleanUp({ manager }: DataSource, now = Date.now()): Promise<number> {
  const results = [
    await manager.delete(Session, { expiresAt: LessThan(new Date(now)) }),
    await manager.delete(PasswordToken, { expiresAt: LessThan(new Date(now - DAY_MS)) }),
    await manager.delete(SignInAttempt, { at: LessThan(new Date(now - DAY_MS)) }),
    await manager.delete(IdempotencyKey, { createdAt: LessThan(new Date(now - KEY_DAYS * DAY_MS)) }),
  ];
  const loose = await dropLoose(manager, now);
  return results.reduce((sum, { affected }) => sum + (affected ?? 0), loose);
}
