import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';
import { Initial1764000000000 } from './migrations/1764000000000-initial.js';
import { AgendaLinks1764100000000 } from './migrations/1764100000000-agenda-links.js';
import { RequestsAndRounds1764200000000 } from './migrations/1764200000000-requests-and-rounds.js';
import { AuthorisationSessions1765000000000 } from './migrations/1765000000000-authorisation-sessions.js';
import { Reliability1765000000001 } from './migrations/1765000000001-reliability.js';
import { LoanTerms1765000000002 } from './migrations/1765000000002-loan-terms.js';
import { Instructors1765000000003 } from './migrations/1765000000003-instructors.js';
import { Authorisations1764400000000 } from './migrations/1764400000000-authorisations.js';
import { Documents1764500000000 } from './migrations/1764500000000-documents.js';
import { HandOver1764500000001 } from './migrations/1764500000001-hand-over.js';
import { UsageReports1764600000000 } from './migrations/1764600000000-usage-reports.js';
import { Series1764300000001 } from './migrations/1764300000001-series.js';
import { Follow1764300000002 } from './migrations/1764300000002-follow.js';
import { WaitingList1764300000000 } from './migrations/1764300000000-waiting-list.js';
import { Care1764600000001 } from './migrations/1764600000001-care.js';
import { Consumables1764600000002 } from './migrations/1764600000002-consumables.js';
import { Figures1764900000000 } from './migrations/1764900000000-figures.js';
import { Privacy1764900000001 } from './migrations/1764900000001-privacy.js';
import { LiveChanges1764700000000 } from './migrations/1764700000000-live-changes.js';
import { MailChoices1764700000001 } from './migrations/1764700000001-mail-choices.js';
import { LiveRequests1764700000002 } from './migrations/1764700000002-live-requests.js';
import { Planning1765300000000 } from './migrations/1765300000000-planning.js';
import { Records1764800000000 } from './migrations/1764800000000-records.js';
import { Legs1765200000000 } from './migrations/1765200000000-legs.js';
import { Trips1765200000100 } from './migrations/1765200000100-trips.js';
import { Budget1765600000000 } from './migrations/1765600000000-budget.js';
import { Ledger1765600000001 } from './migrations/1765600000001-ledger.js';
import { BudgetCorrections1765600000002 } from './migrations/1765600000002-budget-corrections.js';
import { BudgetIntake1765700000000 } from './migrations/1765700000000-budget-intake.js';
import { BudgetImports1765700000001 } from './migrations/1765700000001-budget-imports.js';
import { BudgetFigures1765800000000 } from './migrations/1765800000000-budget-figures.js';
import { SnakeNaming } from './naming.js';

export const migrations = [
  Initial1764000000000,
  AgendaLinks1764100000000,
  RequestsAndRounds1764200000000,
  WaitingList1764300000000,
  Series1764300000001,
  Follow1764300000002,
  Authorisations1764400000000,
  AuthorisationSessions1765000000000,
  Reliability1765000000001,
  LoanTerms1765000000002,
  Instructors1765000000003,
  UsageReports1764600000000,
  Care1764600000001,
  Consumables1764600000002,
  Documents1764500000000,
  Figures1764900000000,
  HandOver1764500000001,
  Privacy1764900000001,
  LiveChanges1764700000000,
  MailChoices1764700000001,
  LiveRequests1764700000002,
  Records1764800000000,
  Legs1765200000000,
  Trips1765200000100,
  Planning1765300000000,
  Budget1765600000000,
  Ledger1765600000001,
  BudgetCorrections1765600000002,
  BudgetIntake1765700000000,
  BudgetImports1765700000001,
  BudgetFigures1765800000000,
];

/** Milliseconds after which the server itself ends a statement, a wait for a lock, a forgotten transaction. */
const LIMITS = { statement_timeout: 20_000, lock_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 };

/** @param url postgresql:// address; @param role shown in pg_stat_activity, and 'migrate' has no time limits */
export function dataSourceOptions(url: string, role: 'api' | 'worker' | 'migrate' | 'test', poolSize = 20) {
  return {
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    applicationName: `karavaan-${role}`,
    poolSize,
    connectTimeoutMS: 5_000,
    extra: role === 'migrate' ? {} : LIMITS,
  } satisfies DataSourceOptions;
}

/** Connects; the caller destroys it. */
export function openDataSource(...options: Parameters<typeof dataSourceOptions>): Promise<DataSource> {
  return new DataSource(dataSourceOptions(...options)).initialize();
}
