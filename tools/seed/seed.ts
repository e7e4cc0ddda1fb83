// node tools/seed/seed.ts [--facts-only] [--quiet]
//
// Fills an empty, migrated database once, in one transaction: the facts of tools/seed/data and, without --facts-only,
// all that is invented to show the product: units, packing lists, facilities, people and a year of reservations round today. Connects with DATABASE_OWNER_URL, or else DATABASE_URL.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { brusselsToday } from './days.ts';
import { seedOnce } from './seed-once.ts';

const { values } = parseArgs({
  options: { 'facts-only': { type: 'boolean', default: false }, quiet: { type: 'boolean', default: false } },
});

try {
  await main(values['facts-only'], values.quiet);
} catch (error) {
  console.error(`The seed did not run, and nothing was changed: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function main(factsOnly: boolean, quiet: boolean): Promise<void> {
  const say = quiet ? () => {} : console.log;
  const connectionString = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
  if (!connectionString) throw new Error('set DATABASE_OWNER_URL or DATABASE_URL.');
  if (!factsOnly && process.env.NODE_ENV === 'production') throw new Error('demo data is not for production: use --facts-only.');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const seeded = await seedOnce(client, { demo: !factsOnly, today: brusselsToday() });
    if (seeded && factsOnly) say('There are no units yet: an administrator imports them on /beheer/invoer?soort=UNIT.');
    say(
      seeded ? `Seeded${factsOnly ? ' the facts' : ' with demo data'}.` : 'This database was seeded before; it stays as it is.',
    );
  } finally {
    await client.end();
  }
}
