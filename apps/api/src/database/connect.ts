import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.js';

/** A database that cannot be used, said in one sentence for the person who starts the program. */
export class DatabaseUnusable extends Error {}

const OLDEST = 15;

/**
 * Connects and checks that the server is new enough.
 * @throws {DatabaseUnusable} when it cannot be reached, does not let us in, or is too old
 */
export async function connect(...options: Parameters<typeof openDataSource>): Promise<DataSource> {
  const where = withoutPassword(options[0]);
  const dataSource = await openDataSource(...options).catch((error: unknown) => {
    throw new DatabaseUnusable(`The database ${where} cannot be used: ${reason(error)}.`);
  });
  const [{ version }] = await dataSource.query<[{ version: number }]>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version`,
  );
  if (version >= OLDEST) return dataSource;
  await dataSource.destroy();
  throw new DatabaseUnusable(`The database ${where} runs PostgreSQL ${version}; Karavaan needs ${OLDEST} or later.`);
}

function withoutPassword(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${pathname.slice(1)} on ${hostname}:${port || 5432}`;
}

function reason(error: unknown): string {
  const { code, errors, message } = error as { code?: string; errors?: { code?: string }[]; message: string };
  switch (code ?? errors?.[0]?.code) {
    case 'ECONNREFUSED':
      return 'nothing answers at that address';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'no machine has that name';
    case 'ETIMEDOUT':
      return 'it does not answer in time';
    case '28P01':
    case '28000':
      return 'it does not accept this user and password';
    case '3D000':
      return 'that database does not exist there';
    default:
      return message.replace(/\.$/, '');
  }
}
