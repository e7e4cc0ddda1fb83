import { DatabaseUnusable } from './database/connect.js';
import { migrate } from './database/migrate.js';
import { sayAndExit } from './platform/say-and-exit.js';

// The step before serving: runs with the owner's rights, which the API and the worker never get.
const { DATABASE_OWNER_URL, DATABASE_URL, NODE_ENV } = process.env;
const ownerUrl = DATABASE_OWNER_URL || DATABASE_URL;
if (!ownerUrl)
  sayAndExit('DATABASE_URL and DATABASE_OWNER_URL must be set: the addresses of the database for serving and for migrating.');
for (const [name, url] of Object.entries({ DATABASE_OWNER_URL, DATABASE_URL }))
  if (url && !(URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)))
    sayAndExit(`${name} must be an address that starts with postgresql://.`);

const owner = new URL(ownerUrl).username;
const application = DATABASE_URL ? decodeURIComponent(new URL(DATABASE_URL).username) : undefined;
const apart = application !== undefined && application !== decodeURIComponent(owner);
if (!apart) {
  const sentence = 'One database role both owns and serves: set DATABASE_OWNER_URL and DATABASE_URL with two roles';
  if (NODE_ENV === 'production') sayAndExit(`${sentence}, so that the application cannot change the schema or the audit trail.`);
  console.warn(`${sentence} before real use.`);
}

try {
  const ran = await migrate(ownerUrl, apart ? application : undefined);
  if (ran.length > 0) console.log(`The database was brought up to date (${ran.join(', ')}).`);
} catch (error) {
  if (error instanceof DatabaseUnusable) sayAndExit(error.message);
  const known = migrationProblem(error);
  if (known) sayAndExit(known);
  throw error;
}

function migrationProblem(error: unknown): string | undefined {
  const { code, message } = error as { code?: string; message?: string };
  if (code === '42501')
    return `The role ${owner} may not do what migrating needs (${message}): give it the database with ALTER DATABASE … OWNER TO.`;
  return undefined;
}
