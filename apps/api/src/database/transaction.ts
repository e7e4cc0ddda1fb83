import type { DataSource, EntityManager } from 'typeorm';

/**
 * Runs `work` in one transaction at READ COMMITTED: after waiting for a row lock a statement must see what the other
 * transaction committed, which a snapshot taken at the start would hide.
 */
export function inTransaction<T>(dataSource: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return dataSource.transaction('READ COMMITTED', work);
}
