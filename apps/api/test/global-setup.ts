import path from 'node:path';
import pg from 'pg';

interface Postgres {
  superUrl(database: string): string;
  ownerUrl(database: string): string;
  appUrl(database: string): string;
  stop(): Promise<void>;
}

declare global {
  /** Set here and called by the teardown, which runs in the same process. */
  var endTestServer: (() => Promise<void>) | undefined;
}

/**
 * Starts the project's own PostgreSQL once for all suites. It stands outside the tests' own module system, so it
 * imports nothing of the program; the first suite makes the migrated database that the others copy.
 */
export default async function globalSetup(): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../../..');
  const { startPostgres } = (await import(path.join(root, 'tools/postgres.mjs'))) as {
    startPostgres: (options: { folder: string; throwaway: boolean }) => Promise<Postgres>;
  };
  const postgres = await startPostgres({ folder: path.join(root, '.karavaan/test-postgres'), throwaway: true });
  const superUrl = postgres.superUrl('postgres');
  process.env.TEST_POSTGRES = JSON.stringify({
    run: process.pid,
    superUrl,
    ownerUrl: postgres.ownerUrl('DATABASE'),
    appUrl: postgres.appUrl('DATABASE'),
  });
  await dropRuns(superUrl, (run) => run === process.pid || !isAlive(run));
  globalThis.endTestServer = async () => {
    const othersRun = await dropRuns(superUrl, (run) => run === process.pid);
    if (!othersRun) await postgres.stop();
  };
}

/** Drops the databases of the runs that are over; gives whether another run still has some. */
async function dropRuns(superUrl: string, isOver: (run: number) => boolean): Promise<boolean> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  let othersRun = false;
  const { rows } = await client.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE datname LIKE 'run\\_%'`);
  for (const { datname } of rows) {
    if (isOver(Number(datname.split('_')[1]))) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    else othersRun = true;
  }
  await client.end();
  return othersRun;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
