import { dayOf, isDay, monthOf, nextMonth } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudit } from '../../platform/audit.js';
import { refuse } from '../../platform/refuse.js';
import { requireOfficer } from '../officer.js';
import { ClosedMonth } from './deciding.entities.js';

/**
 * Closes a month that is over, and the ones before it that were still open. It waits for what is being booked, and what comes
 * later is booked in the first open month.
 */
export async function closeMonth(tx: EntityManager, actor: Actor, day: string): Promise<ClosedMonth> {
  requireOfficer(actor);
  if (!isDay(day)) refuse('INVALID_INPUT', { field: 'month' });
  const month = monthOf(day);
  if (nextMonth(month) > dayOf(Date.now())) refuse('MONTH_NOT_OVER', { firstDay: month });
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('ledger.months', 0))`);
  if (await tx.existsBy(ClosedMonth, { month })) refuse('MONTH_CLOSED', { firstDay: month });
  const [{ first }] = await tx.query<[{ first: string }]>(
    `SELECT LEAST(COALESCE((SELECT (max(month) + interval '1 month')::date FROM closed_month WHERE month < $1::date),
                           (SELECT date_trunc('month', min(booked_on))::date FROM posting), $1::date), $1::date)::text AS first`,
    [month],
  );
  const months: string[] = [];
  for (let each = first; each <= month; each = nextMonth(each)) months.push(each);
  await tx
    .createQueryBuilder()
    .insert()
    .into(ClosedMonth)
    .values(months.map((each) => ({ month: each, closedBy: actor.personId })))
    .orIgnore()
    .execute();
  await recordAudit(tx, actor, { action: 'month.close', entity: 'closed_month', entityId: month, after: { months } });
  return (await tx.findOneBy(ClosedMonth, { month }))!;
}
