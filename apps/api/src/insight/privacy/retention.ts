import { addDays, dayOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { refusalOf } from '../../auth/require-permission.js';
import { recordAudit } from '../../platform/audit.js';
import { names } from '../../platform/export/list-export.js';
import type { Names } from '../../platform/export/table.js';
import { refuse } from '../../platform/refuse.js';
import { Setting } from '../../platform/setting.entity.js';
import { RetentionRun } from './retention-run.entity.js';

export interface RetentionRule {
  readonly name: string;
  readonly what: Names;
  readonly days: number;
  /** Fewer would take away what is still needed. */
  readonly least: number;
  /** Takes away what is older than the day $1, and gives a row for each. */
  readonly sql: string;
}

export const MOST_DAYS = 3_650;
const SETTING = 'retention';
/** One run at a time, however many workers and administrators ask. */
const LOCK = 7_164_900;

export const RETENTION: readonly RetentionRule[] = [
  {
    name: 'mails',
    what: names('Mails wissen', 'Effacer les e-mails', 'Delete e-mails'),
    days: 180,
    least: 30,
    sql: `DELETE FROM mail WHERE created_at < $1::date AND state <> 'QUEUED' RETURNING 1`,
  },
  {
    name: 'contacts',
    what: names(
      'Contactpersoon, telefoon en opmerking van oude reservaties wissen',
      'Effacer contact, téléphone et remarque des anciennes réservations',
      'Blank contact, phone and remark of old reservations',
    ),
    days: 730,
    least: 90,
    sql: `UPDATE reservation SET contact_name = NULL, contact_phone = NULL, remark = NULL
           WHERE last_day < $1::date AND (contact_name IS NOT NULL OR contact_phone IS NOT NULL OR remark IS NOT NULL) RETURNING 1`,
  },
  {
    name: 'waiting',
    what: names(
      'Contactpersoon van oude plaatsen op de wachtlijst wissen',
      'Effacer le contact des anciennes places sur la liste d’attente',
      'Blank the contact of old places on the waiting list',
    ),
    days: 365,
    least: 30,
    sql: `UPDATE waiting_entry SET contact_name = NULL, contact_phone = NULL, remark = NULL
           WHERE last_day < $1::date AND state NOT IN ('WAITING', 'OFFERED')
             AND (contact_name IS NOT NULL OR contact_phone IS NOT NULL OR remark IS NOT NULL) RETURNING 1`,
  },
  {
    name: 'requests',
    what: names(
      'Opmerkingen van oude open aanvragen wissen',
      'Effacer les remarques des anciennes demandes ouvertes',
      'Blank remarks of old requests',
    ),
    days: 365,
    least: 30,
    sql: `UPDATE request SET remark = NULL WHERE latest_day < $1::date AND state <> 'OPEN' AND remark IS NOT NULL RETURNING 1`,
  },
  {
    name: 'signatures',
    what: names(
      'Handtekeningen van oude overdrachten wissen',
      'Effacer les signatures des anciennes remises',
      'Blank signatures of old hand-overs',
    ),
    days: 730,
    least: 90,
    sql: `UPDATE handover SET giver_name = '-', giver_strokes = NULL, receiver_name = '-', receiver_strokes = NULL
           WHERE happened_at < $1::date AND (giver_name <> '-' OR receiver_name <> '-') RETURNING 1`,
  },
  {
    name: 'accessRequests',
    what: names(
      'Gegevens van beantwoorde aanvragen om gebruiker te worden wissen',
      'Effacer les données des demandes d’accès traitées',
      'Blank answered requests to become a user',
    ),
    days: 365,
    least: 30,
    sql: `UPDATE access_request SET contact_name = '-', contact_email = 'erased-' || id || '@invalid', contact_phone = NULL,
                 street = NULL, message = NULL
           WHERE decided_at < $1::date AND state <> 'OPEN' AND contact_name <> '-' RETURNING 1`,
  },
  {
    name: 'searchMisses',
    what: names('Tellingen van zoekopdrachten wissen', 'Effacer les décomptes de recherches', 'Delete counts of searches'),
    days: 1_095,
    least: 90,
    sql: `DELETE FROM search_miss WHERE on_day < $1::date RETURNING 1`,
  },
];

/** For each rule how many days it keeps: what an administrator chose, or its own. */
export async function retentionDays(manager: EntityManager): Promise<Map<string, number>> {
  const chosen = (await manager.findOneBy(Setting, { key: SETTING }))?.value as Record<string, number> | undefined;
  return new Map(RETENTION.map(({ name, days }) => [name, chosen?.[name] ?? days]));
}

/** Chooses how many days a rule keeps. Refuses NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, INVALID_INPUT (too few or many). */
export async function setRetention(tx: EntityManager, actor: Actor, name: string, days: number): Promise<void> {
  const refusal = refusalOf(actor, 'person.erase');
  if (refusal) refuse(refusal);
  const rule = RETENTION.find((each) => each.name === name);
  if (!rule) refuse('NOT_FOUND', { field: 'name' });
  if (!Number.isInteger(days) || days < rule.least || days > MOST_DAYS)
    refuse('INVALID_INPUT', { field: 'days', needed: `${rule.least}-${MOST_DAYS}` });
  await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const before = await retentionDays(tx);
  const after = Object.fromEntries(before);
  await tx.upsert(Setting, { key: SETTING, value: { ...after, [name]: days }, updatedAt: new Date() } as never, ['key']);
  await recordAudit(tx, actor, {
    action: 'retention.set',
    entity: 'retention',
    entityId: name,
    before: { days: before.get(name) },
    after: { days },
  });
}

/**
 * Takes away what is older than its rule keeps, and writes down what each rule did.
 * @param actor who asks; null for the nightly run
 */
export async function applyRetention(tx: EntityManager, actor: Actor | null, now = Date.now()): Promise<RetentionRun[]> {
  if (actor) {
    const refusal = refusalOf(actor, 'person.erase');
    if (refusal) refuse(refusal);
  }
  await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const kept = await retentionDays(tx);
  const runs: RetentionRun[] = [];
  for (const { name, sql } of RETENTION) {
    const beforeDay = addDays(dayOf(now), -kept.get(name)!);
    const [{ removed }] = await tx.query<[{ removed: number }]>(
      `WITH gone AS (${sql.replace('RETURNING 1', 'RETURNING 1 AS one')}) SELECT count(*)::int AS removed FROM gone`,
      [beforeDay],
    );
    runs.push(
      await tx.save(RetentionRun, { rule: name, beforeDay, removed, actorId: actor?.personId ?? null, at: new Date(now) }),
    );
  }
  const removed = Object.fromEntries(runs.filter((run) => run.removed > 0).map((run) => [run.rule, run.removed]));
  await recordAudit(tx, actor, { action: 'retention.run', entity: 'retention', entityId: dayOf(now), after: removed });
  return runs;
}
