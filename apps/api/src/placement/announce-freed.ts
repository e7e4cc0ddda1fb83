import type { EntityManager } from 'typeorm';
import { enqueue } from '../platform/jobs/enqueue.js';

/** Time came free: in the transaction that frees it, asks for a look along the waiting lines. */
export function announceFreed(tx: EntityManager): Promise<void> {
  return enqueue(tx, 'waiting.offer', {});
}
