import { DEFAULT_VAN_FACTOR } from '@karavaan/domain';
import path from 'node:path';
import { readers, type Problems } from './read-setting.js';

/** Everything that the environment decides, read and checked once at start. Also the injection token. */
export abstract class Settings {
  abstract readonly production: boolean;
  abstract readonly host: string;
  abstract readonly port: number;
  abstract readonly databaseUrl: string;
  abstract readonly databasePool: number;
  /** Keys the hashes of throttling, and signs the links by which mails are unsubscribed from: the API and the worker share it. */
  abstract readonly sessionSecret: string;
  /** Where people reach this installation, without a slash at the end. */
  abstract readonly publicUrl: string;
  /** Proxies between the internet and this server, for the address that throttling counts. */
  abstract readonly trustProxy: number;
  abstract readonly webFolder: string;
  abstract readonly logLevel: string;
  abstract readonly smtpUrl: string | undefined;
  abstract readonly mailFrom: string;
  abstract readonly tileUrl: string | undefined;
  abstract readonly tileAttribution: string | undefined;
  /** Transport shift on working days, 'HH:MM'. */
  abstract readonly transportShift: { readonly from: string; readonly to: string };
  /** An OSRM server that knows the roads; without one travel is estimated. */
  abstract readonly osrmUrl: string | undefined;
  /** What a van in traffic takes of what a car takes in free flow, in percent. */
  abstract readonly vanFactorPercent: number;
  abstract readonly holdMinutes: number;
  /** How long what came free is held for who is next in line. */
  abstract readonly offerHours: number;
  abstract readonly noticeDays: number;
  /** From which hour of the day reminders leave. */
  abstract readonly reminderHour: number;
  abstract readonly priceCents: bigint;
  abstract readonly termsVersion: string;
  abstract readonly contactEmail: string;
  abstract readonly contactPhone: string | undefined;
  /** Failed sign-ins allowed for one e-mail address in a quarter of an hour; an IP address gets five times as many. */
  abstract readonly signInAttempts: number;
}

/** Wrong settings, one sentence each. */
export class SettingsError extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

const WEAK_SECRET = /^(.)\1+$|change.?me|secret|password|karavaan|example|12345678/i;

/**
 * Reads the settings of the API and the worker; an empty variable counts as absent.
 * @throws {SettingsError} with a sentence per wrong setting
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const problems: Problems = [];
  const read = readers(env, problems);
  const production = env.NODE_ENV === 'production';
  const port = read.whole('PORT', 3000, 0, 65_535);
  const publicUrl = read.url('PUBLIC_URL', production ? undefined : `http://localhost:${port}`, ['http:', 'https:']);
  const settings: Settings = {
    production,
    host: read.text('HOST', '::'),
    port,
    databaseUrl: read.url('DATABASE_URL', undefined, ['postgres:', 'postgresql:']),
    databasePool: read.whole('DATABASE_POOL', 20, 2, 500),
    sessionSecret: read.text('SESSION_SECRET', production ? '' : 'only for development, never in production'),
    publicUrl: publicUrl.replace(/\/+$/, ''),
    trustProxy: read.whole('TRUST_PROXY', 0, 0, 10),
    webFolder: path.resolve(read.text('WEB_FOLDER', path.resolve(import.meta.dirname, '../../../web/dist'))),
    logLevel: read.oneOf('LOG_LEVEL', production ? 'info' : 'warn', [
      'fatal',
      'error',
      'warn',
      'info',
      'debug',
      'trace',
      'silent',
    ]),
    smtpUrl: read.optionalUrl('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: read.text('MAIL_FROM', 'Karavaan <no-reply@localhost>'),
    tileUrl: read.optionalUrl('TILE_URL', ['http:', 'https:']),
    tileAttribution: read.text('TILE_ATTRIBUTION', '') || undefined,
    transportShift: read.shift('TRANSPORT_SHIFT', '07:30-17:30'),
    osrmUrl: read.optionalUrl('OSRM_URL', ['http:', 'https:']),
    vanFactorPercent: read.whole('VAN_FACTOR_PERCENT', Math.round(DEFAULT_VAN_FACTOR * 100), 100, 200),
    holdMinutes: read.whole('HOLD_MINUTES', 10, 1, 24 * 60),
    offerHours: read.whole('OFFER_HOURS', 24, 1, 24 * 14),
    noticeDays: read.whole('NOTICE_DAYS', 0, 0, 365),
    reminderHour: read.whole('REMINDER_HOUR', 8, 8, 18),
    priceCents: BigInt(read.whole('PRICE_CENTS', 0, 0, 100_000_000)),
    termsVersion: read.text('TERMS_VERSION', '2026-11'),
    contactEmail: read.email('CONTACT_EMAIL', 'karavaan@localhost'),
    contactPhone: read.text('CONTACT_PHONE', '') || undefined,
    signInAttempts: read.whole('SIGN_IN_ATTEMPTS', 10, 1, 100_000),
  };
  if (production && settings.sessionSecret.length < 32)
    problems.push('SESSION_SECRET must be set in production, with at least 32 characters; make one with: openssl rand -hex 32.');
  else if (production && WEAK_SECRET.test(settings.sessionSecret))
    problems.push('SESSION_SECRET looks like an example; make one of your own with: openssl rand -hex 32.');
  if (production && /^http:\/\/(?!localhost[:/]|localhost$|127\.)/.test(publicUrl))
    problems.push('PUBLIC_URL must start with https:// in production: the session cookie may not travel in the open.');
  if (settings.tileUrl && !settings.tileAttribution)
    problems.push('TILE_ATTRIBUTION must be set when TILE_URL is set, for example: © OpenStreetMap contributors.');
  if (settings.smtpUrl && !env.MAIL_FROM)
    problems.push('MAIL_FROM must be set when SMTP_URL is set, for example: Karavaan <karavaan@example.be>.');
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}
