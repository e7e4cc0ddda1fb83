import { installJobs } from '../platform/jobs/install.js';
import { connect } from './connect.js';
import { grantToApplication } from './grants.js';

/** Any number will do that no other program on the same database server uses. */
const MIGRATION_LOCK = 7_201_390;

/**
 * Brings a database to the schema of this program: migrations, job tables, queues and the application's rights.
 * Two at the same moment follow each other. Safe to repeat.
 * @param appRole the role in DATABASE_URL; undefined when the owner also serves (not in production)
 * @returns the names of the migrations that ran
 */
export async function migrate(ownerUrl: string, appRole: string | undefined): Promise<string[]> {
  const dataSource = await connect(ownerUrl, 'migrate', 3);
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    await installJobs(ownerUrl);
    if (appRole) await dataSource.transaction((tx) => grantToApplication(tx, appRole));
    return ran.map((migration) => migration.name);
  } finally {
    await lock.release(); // the pool closes the connection, which ends the lock
    await dataSource.destroy();
  }
}
