import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../src/database/migrate.js';

/** Addresses of the test server; DATABASE stands where a database's name goes. `run`: process id of this test run. */
interface TestServer {
  readonly run: number;
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** Any number that no other lock of the tests uses. */
const TEMPLATE_LOCK = 4711;

/** A fresh copy of the migrated database. */
export async function copyDatabase(): Promise<{ name: string; ownerUrl: string; appUrl: string; drop: () => Promise<void> }> {
  const server = JSON.parse(process.env.TEST_POSTGRES ?? '{}') as TestServer;
  const template = `run_${server.run}_template`;
  const name = `run_${server.run}_${randomBytes(5).toString('hex')}`;
  await withClient(server.superUrl, async (client) => {
    // Held until the copy is made: PostgreSQL copies a template only while nobody else uses it.
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureTemplate(client, server, template);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${ownerOf(server)}`);
  });
  return {
    name,
    ownerUrl: at(server.ownerUrl, name),
    appUrl: at(server.appUrl, name),
    drop: () =>
      withClient(server.superUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

async function ensureTemplate(client: pg.Client, server: TestServer, template: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (rowCount) return;
  const fresh = `${template}_new`;
  await client.query(`DROP DATABASE IF EXISTS ${fresh} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${fresh} OWNER ${ownerOf(server)}`);
  await migrate(at(server.ownerUrl, fresh), new URL(server.appUrl).username);
  await client.query(`ALTER DATABASE ${fresh} RENAME TO ${template}`);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const ownerOf = (server: TestServer) => new URL(server.ownerUrl).username;
const at = (url: string, name: string) => url.replace(/DATABASE$/, name);
