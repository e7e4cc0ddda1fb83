import type { DataSource } from 'typeorm';
import { migrations } from './data-source.js';

/** Whether every migration that this program knows has run. Newer ones, of a version that is rolling in, do no harm. */
export async function isUpToDate(dataSource: DataSource): Promise<boolean> {
  const names = migrations.map((migration) => migration.name);
  const [{ ran }] = await dataSource.query<[{ ran: number }]>(
    'SELECT count(*)::int AS ran FROM migration WHERE name = ANY ($1)',
    [names],
  );
  return ran === names.length;
}
