import type { DataSource } from 'typeorm';
import { inTransaction } from '../../database/transaction.js';
import type { Settings } from '../../platform/settings.js';
import { remindEnding, remindSessions } from '../authorisations/remind-authorisations.js';
import { remindOverdue } from './remind-overdue.js';
import { remindPickups } from './remind-pickups.js';

/** What the clock has to say about reservations. One that fails does not keep the other from being told. */
export async function remindReservations(dataSource: DataSource, settings: Settings): Promise<void> {
  const done = await Promise.allSettled([
    inTransaction(dataSource, (tx) => remindPickups(tx, settings)),
    inTransaction(dataSource, (tx) => remindOverdue(tx, settings)),
    inTransaction(dataSource, (tx) => remindEnding(tx, settings)),
    inTransaction(dataSource, (tx) => remindSessions(tx, settings)),
  ]);
  const failed = done.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}
