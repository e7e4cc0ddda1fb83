// npm run admin:create [-- --email … --name …]
//
// Makes an administrator, and their organisation (POM West-Vlaanderen) when it is missing. What is not given as an
// argument or in ADMIN_EMAIL, ADMIN_NAME and ADMIN_PASSWORD is asked for. Connects with DATABASE_OWNER_URL, or else
// DATABASE_URL, or else to the built-in PostgreSQL.
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { ask, askPassword } from './admin/ask.ts';
import { createAdministrator, problemOf } from './admin/create-administrator.ts';

const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } });

try {
  const { ADMIN_EMAIL, ADMIN_NAME, ADMIN_PASSWORD } = process.env;
  const wanted = {
    email: (values.email || ADMIN_EMAIL || (await ask('E-mail address: ', 'ADMIN_EMAIL'))).trim(),
    name: (values.name || ADMIN_NAME || (await ask('Name: ', 'ADMIN_NAME'))).trim(),
    password: ADMIN_PASSWORD || (await askPassword('Password (12 characters or more): ', 'ADMIN_PASSWORD')),
  };
  const problem = problemOf(wanted);
  if (problem) throw new Error(problem);
  const client = new pg.Client({ connectionString: await databaseUrl() });
  await client.connect();
  try {
    await createAdministrator(client, wanted);
  } finally {
    await client.end();
  }
  console.log(`${wanted.name} can now sign in as administrator with ${wanted.email}.`);
  console.log('While there are no units nobody can book: /beheer/invoer?soort=UNIT imports them from a file.');
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}

async function databaseUrl(): Promise<string> {
  const given = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (given) return given;
  const root = path.resolve(import.meta.dirname, '..');
  const { startPostgres } = (await import(path.join(root, 'tools/postgres.mjs'))) as {
    startPostgres: (options: { folder: string }) => Promise<{ ownerUrl: () => string }>;
  };
  return (await startPostgres({ folder: path.resolve(process.env.KARAVAAN_DATA ?? path.join(root, '.karavaan')) })).ownerUrl();
}

function sentenceOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (code === 'ECONNREFUSED') return 'The database cannot be reached: nothing answers at the address in DATABASE_URL.';
  if (code === '42P01') return 'The database is empty: run the migration step first (npm start does).';
  return message;
}
