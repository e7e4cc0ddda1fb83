// npm run ledger:verify
//
// Makes every balance afresh from the postings, compares, records the outcome where the screens find it, and ends with 1 when
// they differ. Connects with DATABASE_OWNER_URL, or else DATABASE_URL, or else to the built-in PostgreSQL.
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const built = (name: string) => import(path.join(root, 'apps/api/dist', name)) as Promise<Record<string, never>>;

interface Check {
  readonly clean: boolean;
  readonly postings: bigint;
  readonly differences: readonly { what: string; id: string; account: string; kept: string; rebuilt: string }[];
}
type Connect = (
  url: string,
  role: 'migrate',
  pool: number,
) => Promise<{ transaction: <T>(work: (tx: unknown) => Promise<T>) => Promise<T>; destroy: () => Promise<void> }>;

try {
  const { connect } = (await built('database/connect.js')) as unknown as { connect: Connect };
  const { verifyLedger } = (await built('budget/ledger/verify-ledger.js')) as unknown as {
    verifyLedger: (tx: unknown, actor: null) => Promise<Check>;
  };
  const dataSource = await connect(await databaseUrl(), 'migrate', 1);
  const { clean, postings, differences } = await dataSource.transaction((tx) => verifyLedger(tx, null));
  await dataSource.destroy();
  if (clean) console.log(`Clean: all balances are what ${postings} postings make them.`);
  else {
    console.error(`NOT CLEAN: ${differences.length} balances differ from what ${postings} postings make them.`);
    for (const { what, id, account, kept, rebuilt } of differences)
      console.error(`  ${what} ${id} ${account}: kept ${kept}, rebuilt ${rebuilt} cents`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(`The ledger was not verified: ${(error as Error).message}`);
  process.exitCode = 2;
}

async function databaseUrl(): Promise<string> {
  const given = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (given) return given;
  const { startPostgres } = (await import(path.join(root, 'tools/postgres.mjs'))) as {
    startPostgres: (options: { folder: string }) => Promise<{ ownerUrl: () => string }>;
  };
  return (await startPostgres({ folder: path.resolve(process.env.KARAVAAN_DATA ?? path.join(root, '.karavaan')) })).ownerUrl();
}
