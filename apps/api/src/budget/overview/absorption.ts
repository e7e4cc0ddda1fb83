import {
  addDays,
  dayOf,
  forecastPayments,
  monthEnds,
  monthOf,
  nextMonth,
  plannedBy,
  throughStage,
  type LeadTimes,
  type Stage,
} from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import { type Batch, grouped, type Loaders } from '../../platform/graphql/loaders.js';
import { NOTHING, plus, type Standing, STANDING_SQL, standingOf } from '../amounts.js';
import type { FundingAgreement } from '../funding/funding.entities.js';
import type { AbsorptionPoint } from './overview.types.js';

/** So many of the last ones tell how long things take. */
const LEADS = 500;
const PACE_MONTHS = 12;
/** Any number: the same one gives the same forecast to everybody. */
const SEED = 1390;

interface MonthRow {
  readonly agreementId: string;
  readonly month: string;
  readonly flat: boolean;
  readonly standing: Standing;
}

const monthsOfAgreements: Batch<string, MonthRow[]> = async (ids, { manager }) => {
  const rows = await manager.query<Record<string, unknown>[]>(
    `SELECT l.agreement_id AS "agreementId", b.month::text AS month, l.flat_rate_basis_points IS NOT NULL AS flat, ${STANDING_SQL}
       FROM line_month b JOIN budget_line l ON l.id = b.line_id WHERE l.agreement_id = ANY($1::uuid[]) GROUP BY 1, 2, 3 ORDER BY 2`,
    [[...ids]],
  );
  const months = rows.map((row) => ({ ...row, standing: standingOf(row) }) as unknown as MonthRow);
  return grouped(ids, months, ({ agreementId }) => agreementId);
};

interface Paper {
  readonly agreementId: string;
  readonly kind: 'ORDER' | 'INVOICE';
  readonly day: string;
  readonly cents: bigint;
}

/** What is ordered and not invoiced, and invoiced and not paid. */
const openPapers: Batch<string, Paper[]> = async (ids, { manager }) => {
  const rows = await manager.query<(Omit<Paper, 'cents'> & { cents: string })[]>(
    `SELECT l.agreement_id AS "agreementId", 'ORDER' AS kind, c.ordered_on::text AS day, b.committed::text AS cents
       FROM budget_line l JOIN commitment c ON c.line_id = l.id JOIN paper_balance b ON b.paper_id = c.id
      WHERE l.agreement_id = ANY($1::uuid[]) AND b.committed > 0
     UNION ALL
     SELECT l.agreement_id, 'INVOICE', i.issued_on::text, b.invoiced::text
       FROM invoice i JOIN invoice_part p ON p.invoice_id = i.id JOIN budget_line l ON l.id = p.line_id
       JOIN paper_balance b ON b.paper_id = p.id
      WHERE i.kind = 'INVOICE' AND NOT i.taken_back AND i.payable_cents > i.credited_cents + i.paid_cents
        AND l.agreement_id = ANY($1::uuid[]) AND b.invoiced > 0`,
    [[...ids]],
  );
  const papers = rows.map((row): Paper => ({ ...row, cents: BigInt(row.cents) }));
  return grouped(ids, papers, ({ agreementId }) => agreementId);
};

export interface Leads extends LeadTimes {
  readonly invoicesPerOrder: number;
}

/** How long the last orders and invoices took, of all agreements: the suppliers and the officers are the same. */
export async function readLeads(manager: EntityManager): Promise<Leads> {
  const [found] = await manager.query<[{ toInvoice: number[] | null; toPayment: number[] | null; perOrder: number | null }]>(
    `WITH invoiced AS (
       SELECT p.commitment_id, i.issued_on - c.ordered_on AS days FROM invoice i JOIN invoice_part p ON p.invoice_id = i.id
         JOIN commitment c ON c.id = p.commitment_id
        WHERE i.kind = 'INVOICE' AND NOT i.taken_back AND i.issued_on >= c.ordered_on ORDER BY i.issued_on DESC LIMIT ${LEADS}),
     paid AS (
       SELECT e.paid_on - i.issued_on AS days FROM expenditure e JOIN invoice_part p ON p.id = e.part_id JOIN invoice i ON i.id = p.invoice_id
        WHERE e.paid_on >= i.issued_on ORDER BY e.paid_on DESC LIMIT ${LEADS})
     SELECT (SELECT array_agg(days) FROM invoiced) AS "toInvoice", (SELECT array_agg(days) FROM paid) AS "toPayment",
            (SELECT count(*)::float8 / NULLIF(count(DISTINCT commitment_id), 0) FROM invoiced) AS "perOrder"`,
  );
  return {
    orderToInvoice: found.toInvoice ?? [],
    invoiceToPayment: found.toPayment ?? [],
    invoicesPerOrder: found.perOrder ?? 1,
  };
}

const leads: Batch<string, Leads> = async (keys, { manager }) => {
  const found = await readLeads(manager);
  return keys.map(() => found);
};

/**
 * How far the money of an agreement came by the end of each month, beside its plan, and what is to come until its window closes.
 * Once the window is closed the curve goes on as long as something moves: claims are certified later.
 */
export async function absorptionOf(
  agreement: FundingAgreement,
  loaders: Loaders,
  today = dayOf(Date.now()),
): Promise<AbsorptionPoint[]> {
  const { id, eligibleFrom, eligibleTo } = agreement;
  const rows = await loaders.of(monthsOfAgreements).load(id);
  const through = (standing: Standing, stage: Stage) => throughStage((each) => standing[each], stage);
  const all = rows.reduce((sum, { standing }) => plus(sum, standing), NOTHING);
  const budget = through(all, 'AVAILABLE');
  const lastMoved = rows.at(-1)?.month ?? eligibleFrom;
  const first = rows[0] && rows[0].month < eligibleFrom ? rows[0].month : eligibleFrom;
  const now = [today, addDays(nextMonth(lastMoved), -1)].toSorted()[0]!;
  const until = today <= eligibleTo ? today : now > eligibleTo ? now : eligibleTo;
  let standing = NOTHING;
  let at = 0;
  const points: AbsorptionPoint[] = monthEnds(first, until).map((day) => {
    for (; at < rows.length && rows[at]!.month <= monthOf(day); at++) standing = plus(standing, rows[at]!.standing);
    return {
      day,
      planned: plannedBy(budget, eligibleFrom, eligibleTo, day),
      committed: through(standing, 'COMMITTED'),
      invoiced: through(standing, 'INVOICED'),
      paid: through(standing, 'PAID'),
      claimed: through(standing, 'CLAIMED'),
      certified: standing.CERTIFIED,
      p10: null,
      p50: null,
      p90: null,
    };
  });
  if (today > eligibleTo) return points;
  const papers = await loaders.of(openPapers).load(id);
  const pace = monthsBefore(today).map((month) =>
    rows.filter((row) => row.month === month && !row.flat).reduce((sum, row) => sum + through(row.standing, 'COMMITTED'), 0n),
  );
  const { invoicesPerOrder, ...times } = await loaders.of(leads).load('');
  const forecast = forecastPayments({
    today,
    windowEnd: eligibleTo,
    paid: through(all, 'PAID'),
    available: rows.filter(({ flat }) => !flat).reduce((sum, row) => sum + row.standing.AVAILABLE, 0n),
    orders: papers.filter(({ kind }) => kind === 'ORDER').map(({ day, cents }) => ({ orderedOn: day, cents })),
    invoices: papers.filter(({ kind }) => kind === 'INVOICE').map(({ day, cents }) => ({ issuedOn: day, cents })),
    leads: times,
    invoicesPerOrder,
    monthlyOrders: pace
      .filter((_, n) => monthsBefore(today)[n]! >= monthOf(eligibleFrom))
      .map((cents) => (cents > 0n ? cents : 0n)),
    seed: SEED,
  });
  return [
    ...points,
    ...forecast.map(({ day, p10, p50, p90 }) => ({
      day,
      planned: plannedBy(budget, eligibleFrom, eligibleTo, day),
      committed: null,
      invoiced: null,
      paid: null,
      claimed: null,
      certified: null,
      p10,
      p50,
      p90,
    })),
  ];
}

/** The first days of the full months before a day, the last one first. */
function monthsBefore(day: string): string[] {
  const months: string[] = [];
  for (let month = monthOf(addDays(monthOf(day), -1)); months.length < PACE_MONTHS; month = monthOf(addDays(month, -1)))
    months.push(month);
  return months;
}
