import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { Refusal } from './graphql/refusal.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { refuse } from './refuse.js';

/**
 * Runs `write` once per key: a second call with the same key gives the first one's result, also when both come at the
 * same moment. A refusal is not kept, so that a later try may succeed.
 * @param key made by the client; it counts within one person (all visitors together are one)
 * @param input everything that decides the result, as JSON; the same key with another input is refused: KEY_REUSED
 * @param write gives JSON: usually the new row's id
 */
export async function once<T>(
  tx: EntityManager,
  actor: Actor,
  key: string,
  operation: string,
  input: unknown,
  write: () => Promise<T>,
): Promise<T> {
  if (key.length < 8 || key.length > 200) refuse('INVALID_INPUT', { field: 'idempotencyKey' });
  const scope = actor.personId ?? 'visitor';
  await lockKey(tx, scope, key);
  const inputHash = createHash('sha256').update(canonical(input)).digest();
  const earlier = await tx.findOneBy(IdempotencyKey, { scope, key });
  if (earlier) {
    if (earlier.operation !== operation || !earlier.inputHash.equals(inputHash)) refuse('KEY_REUSED');
    return earlier.result as T;
  }
  const result = await write();
  if (!(result instanceof Refusal))
    await tx.insert(IdempotencyKey, { scope, key, operation, inputHash, result: result as object });
  return result;
}

/** Makes two calls with one key follow each other; the lock ends with the transaction. */
async function lockKey(tx: EntityManager, scope: string, key: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`idempotency:${scope}:${key}`]);
}

/** JSON with the fields in a fixed order, so that only the content decides. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'bigint'
      ? String(part)
      : part !== null && typeof part === 'object' && !Array.isArray(part) && !(part instanceof Date)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
  );
}
