import type { QueueOptions } from 'pg-boss';

export const JOB_SCHEMA = 'pgboss';

/** Every kind of job. The migration step makes the queues; the worker works them. */
export const queues = {
  'mail.send': { retryLimit: 6, retryDelay: 15, retryBackoff: true, expireInSeconds: 120, retentionSeconds: 7 * 86_400 },
  'holds.expire': { retryLimit: 1, expireInSeconds: 300 },
  'waiting.offer': { retryLimit: 3, retryDelay: 5, expireInSeconds: 300, retentionSeconds: 86_400 },
  'inspections.remind': { retryLimit: 3, retryDelay: 300, expireInSeconds: 300 },
  'privacy.retain': { retryLimit: 2, retryDelay: 300, expireInSeconds: 900 },
  'follows.tell': { retryLimit: 3, retryDelay: 30, expireInSeconds: 300, retentionSeconds: 86_400 },
  'instructors.tell': { retryLimit: 1, expireInSeconds: 60 },
  'reservations.remind': { retryLimit: 3, retryDelay: 60, expireInSeconds: 300 },
  'costs.propose': { retryLimit: 2, retryDelay: 300, expireInSeconds: 300 },
  'ledger.verify': { retryLimit: 2, retryDelay: 300, expireInSeconds: 900 },
  // A search runs for minutes; of a worker that died `plans.recover` hears by its silence.
  'plan.run': { retryLimit: 0, expireInSeconds: 1_800, retentionSeconds: 86_400 },
  'plans.recover': { retryLimit: 1, expireInSeconds: 60 },
  // Asked again by the next round when a routing server is away.
  'travel.refresh': { retryLimit: 1, retryDelay: 60, expireInSeconds: 1_800, retentionSeconds: 86_400 },
  'rows.clean-up': { retryLimit: 2, retryDelay: 300, expireInSeconds: 900 },
} as const satisfies Record<string, QueueOptions>;

export type QueueName = keyof typeof queues;
