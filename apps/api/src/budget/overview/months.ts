import { dayOf, nextMonth } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { BudgetMonth } from './overview.types.js';

const MOST = 600;
/** What went through a stage: what came into it and those after it. */
const THROUGH = {
  committed: 'committed + invoiced + paid + claimed + certified + deducted',
  invoiced: 'invoiced + paid + claimed + certified + deducted',
  paid: 'paid + claimed + certified + deducted',
  claimed: 'claimed + certified + deducted',
  certified: 'certified',
};

/** The months from the first posting to now, the last one first; from the balances by month, not from the postings. */
export async function budgetMonths(manager: EntityManager, envelopeId: string | null): Promise<BudgetMonth[]> {
  const today = dayOf(Date.now());
  const rows = await manager.query<Record<string, never>[]>(
    `WITH moved AS (
       SELECT m.month, ${Object.entries(THROUGH)
         .map(([name, sum]) => `sum(${sum})::text AS ${name}`)
         .join(', ')}
         FROM line_month m JOIN budget_line l ON l.id = m.line_id JOIN funding_agreement a ON a.id = l.agreement_id
        WHERE $1::text IS NULL OR a.envelope_id::text = $1 GROUP BY 1),
     every AS (
       SELECT each::date AS month FROM generate_series(
         LEAST((SELECT min(month) FROM line_month), (SELECT min(month) FROM closed_month), date_trunc('month', $2::date)::date),
         GREATEST((SELECT max(month) FROM line_month), date_trunc('month', $2::date)::date), '1 month') each)
     SELECT e.month::text AS month, ${Object.keys(THROUGH)
       .map((name) => `COALESCE(m.${name}, '0') AS ${name}`)
       .join(', ')},
            c.month IS NOT NULL AS closed, c.closed_at AS "closedAt", c.closed_by AS "closedById"
       FROM every e LEFT JOIN moved m ON m.month = e.month LEFT JOIN closed_month c ON c.month = e.month
      ORDER BY e.month DESC LIMIT ${MOST}`,
    [envelopeId, today],
  );
  return rows.map((row) => ({
    ...(row as unknown as BudgetMonth),
    ...Object.fromEntries(Object.keys(THROUGH).map((name) => [name, BigInt(row[name]!)])),
    closable: !row['closed'] && nextMonth(row['month']!) <= today,
  }));
}
