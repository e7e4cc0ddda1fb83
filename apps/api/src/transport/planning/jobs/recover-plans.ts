import type { EntityManager } from 'typeorm';
import { enqueue } from '../../../platform/jobs/enqueue.js';

/** Without a beat for so long, a run is dead. */
const SILENT_SECONDS = 45;
const MOST_ATTEMPTS = 2;

/** Plans whose worker died are worked out again, once; then they count as failed. What they proposed was never written. */
export async function recoverPlans(tx: EntityManager): Promise<void> {
  const [rows] = await tx.query<[{ id: string; state: string }[], number]>(
    `UPDATE plan_job SET
       state = CASE WHEN attempts < $2 THEN 'QUEUED' ELSE 'FAILED' END,
       failure = CASE WHEN attempts < $2 THEN NULL ELSE 'WORKER_LOST' END,
       ended_at = CASE WHEN attempts < $2 THEN NULL ELSE now() END,
       run_id = NULL
     WHERE state = 'RUNNING' AND heartbeat_at < now() - $1 * interval '1 second' RETURNING id, state`,
    [SILENT_SECONDS, MOST_ATTEMPTS],
  );
  for (const { id, state } of rows) if (state === 'QUEUED') await enqueue(tx, 'plan.run', { planId: id });
}
