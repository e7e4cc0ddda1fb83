import type { EntityManager } from 'typeorm';
import type { QueueName } from './queues.js';

/**
 * Adds a job in the transaction of the write that causes it: rolled back, there is no job; committed, it is there.
 * @param startAfter not before then
 * Plain SQL into pg-boss's table, with the queue's own options, since only a started pg-boss can send.
 */
export async function enqueue(tx: EntityManager, queue: QueueName, data: object, startAfter: Date | null = null): Promise<void> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO pgboss.job
       (name, data, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, deletion_seconds, start_after, keep_until)
     SELECT name, $2::jsonb, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, deletion_seconds,
            COALESCE($3, now()), COALESCE($3, now()) + retention_seconds * interval '1 second'
       FROM pgboss.queue WHERE name = $1
     RETURNING id`,
    [queue, JSON.stringify(data), startAfter],
  );
  if (rows.length !== 1) throw new Error(`The job queue ${queue} does not exist: run the migration step.`);
}
