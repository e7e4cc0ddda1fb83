import type { EntityManager } from 'typeorm';
import type { LiveKind } from './change.js';

/** The channel of LISTEN and NOTIFY; the trigger function `tell_change` of the migrations knows it too. */
export const CHANNEL = 'karavaan_change';

/**
 * Tells the open screens of others, on every replica, that something changed: in the transaction of the change, so that
 * only what is committed is told. Many calls for one thing in a transaction are told once.
 *
 * Reservations, requests and rounds, units with their occupancies and the waiting list tell it by triggers on their tables, whoever writes
 * them; a table of your own joins by a line in its migration:
 * `CREATE TRIGGER request_told AFTER INSERT OR UPDATE ON request FOR EACH ROW EXECUTE FUNCTION tell_change('REQUEST', 'id')`.
 * Call this function where no row of such a table changes.
 */
export async function announceChange(tx: EntityManager, kind: LiveKind, id: string): Promise<void> {
  await tx.query('SELECT pg_notify($1, $2)', [CHANNEL, `${kind}:${id}`]);
}
