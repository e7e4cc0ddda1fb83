import type { DataSource } from 'typeorm';
import { isUpToDate } from '../database/is-up-to-date.js';
import type { Settings } from '../platform/settings.js';

/** What keeps this database from being served (one sentence each), and what is only worth a warning. */
export async function requireFitDatabase(
  dataSource: DataSource,
  { production }: Pick<Settings, 'production'>,
): Promise<{ refusals: string[]; warnings: string[] }> {
  if (!(await isUpToDate(dataSource).catch(() => false)))
    return {
      refusals: [
        'The database has not the schema of this version: run the migration step first (node apps/api/dist/migrate.js).',
      ],
      warnings: [],
    };

  const [facts] = await dataSource.query<[{ rewrites: boolean; demo: boolean; administrator: boolean }]>(
    `SELECT has_table_privilege('audit_entry', 'UPDATE') AS rewrites,
            EXISTS (SELECT 1 FROM person WHERE demo AND active AND password_hash IS NOT NULL) AS demo,
            EXISTS (SELECT 1 FROM person WHERE role = 'ADMINISTRATOR' AND active AND NOT demo) AS administrator`,
  );
  const refusals: string[] = [];
  const warnings: string[] = [];
  if (facts.rewrites)
    (production ? refusals : warnings).push(
      'The role in DATABASE_URL can change the audit trail: serve with a role of its own, which the migration step gives its rights.',
    );
  if (production && facts.demo)
    refusals.push(
      'This database holds demo accounts, whose password everybody can know: use a database without the demo seed in production.',
    );
  if (production && !facts.administrator)
    warnings.push('Nobody can administer Karavaan yet. Create the first administrator with: npm run admin:create');
  return { refusals, warnings };
}
