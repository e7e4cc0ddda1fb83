import { addDays, daysBetween, epochDay, type Day } from '../values/days.js';
import { seededRandom } from '../values/seeded-random.js';
import { least, ofAmount, type Cents } from './cents.js';
import { monthOf, nextMonth } from './months.js';

/** How long things took, in days, one number for each time: from an order to each of its invoices, from an invoice to its payment. */
export interface LeadTimes {
  readonly orderToInvoice: readonly number[];
  readonly invoiceToPayment: readonly number[];
}

export interface ForecastInput {
  readonly today: Day;
  /** Last day on which a payment counts. */
  readonly windowEnd: Day;
  /** Paid until now. */
  readonly paid: Cents;
  /** Not taken by anything yet. */
  readonly available: Cents;
  /** What is still expected of each open order. */
  readonly orders: readonly { readonly orderedOn: Day; readonly cents: Cents }[];
  readonly invoices: readonly { readonly issuedOn: Day; readonly cents: Cents }[];
  readonly leads: LeadTimes;
  /** In how many invoices an order usually comes. */
  readonly invoicesPerOrder: number;
  /** What was ordered in each of the last months; months without orders count as nothing. */
  readonly monthlyOrders: readonly Cents[];
  readonly seed: number;
  readonly runs?: number;
}

export interface ForecastPoint {
  /** The last day of a month, or of the window. */
  readonly day: Day;
  /** Paid by then in 10, 50 and 90 of 100 runs at most. */
  readonly p10: Cents;
  readonly p50: Cents;
  readonly p90: Cents;
}

const RUNS = 1_000;
/** A run draws for each paper; more papers get fewer runs, so that one forecast takes about as long as another. */
const MOST_DRAWS = 1_500_000;
const FEWEST_RUNS = 200;
/** Before anything was ever paid: the terms of an ordinary order. */
const USUAL: LeadTimes = { orderToInvoice: [60], invoiceToPayment: [30] };

/**
 * How much will be paid at the end of each month until the window closes, by simulation. In each run every unpaid invoice and
 * every open order gets a lead time drawn from those that were seen, longer than it waits already; each month to come gets the
 * orders of a month drawn from the last ones, as long as there is room. What is paid after the window does not count. Amounts
 * stay whole cents: a percentile is what one of the runs gave. The same input and seed give the same answer.
 */
export function forecastPayments(input: ForecastInput): ForecastPoint[] {
  const { today, windowEnd } = input;
  if (today > windowEnd) return [];
  const ends = monthEnds(today, windowEnd);
  const random = seededRandom(input.seed);
  const draw = drawer(today, random);
  const toInvoice = sorted(input.leads.orderToInvoice, USUAL.orderToInvoice);
  const toPayment = sorted(input.leads.invoiceToPayment, USUAL.invoiceToPayment);
  const parts = Math.max(1, Math.round(input.invoicesPerOrder));
  const papers = input.invoices.length + (input.orders.length + ends.length) * parts;
  const runs = input.runs ?? Math.max(FEWEST_RUNS, Math.min(RUNS, Math.floor(MOST_DRAWS / Math.max(1, papers))));
  const outcomes: Cents[][] = ends.map(() => []);
  for (let run = 0; run < runs; run++) {
    const months: Cents[] = ends.map(() => 0n);
    const pay = (day: number, cents: Cents) => {
      const at = ends.findIndex((end) => day <= epochDay(end));
      if (at >= 0) months[at]! += cents;
    };
    const order = (on: number, cents: Cents) => {
      for (const part of inParts(cents, parts)) pay(draw(draw(on, toInvoice), toPayment), part);
    };
    for (const { issuedOn, cents } of input.invoices) pay(draw(epochDay(issuedOn), toPayment), cents);
    for (const { orderedOn, cents } of input.orders) order(epochDay(orderedOn), cents);
    let room = input.available;
    for (let month = nextMonth(monthOf(today)); month <= windowEnd && room > 0n; month = nextMonth(month)) {
      if (input.monthlyOrders.length === 0) break;
      const cents = least(room, pick(input.monthlyOrders, random));
      if (cents <= 0n) continue;
      room -= cents;
      order(epochDay(month) + Math.floor(random() * 28), cents);
    }
    let sum = input.paid;
    for (const [at, cents] of months.entries()) {
      sum += cents;
      outcomes[at]!.push(sum);
    }
  }
  return ends.map((day, at) => {
    const ordered = outcomes[at]!.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const [p10, p50, p90] = [10, 50, 90].map((percent) => ordered[Math.ceil((percent * ordered.length) / 100) - 1]!);
    return { day, p10: p10!, p50: p50!, p90: p90! };
  });
}

/** The plan beside what is paid: the budget by equal parts per day over the window. */
export function plannedBy(budget: Cents, from: Day, to: Day, day: Day): Cents {
  if (day < from) return 0n;
  if (day >= to) return budget;
  return ofAmount(budget, BigInt(daysBetween(from, day) + 1), BigInt(daysBetween(from, to) + 1));
}

/** The last days of the months from `from` on, the last one cut off at `to`. */
export function monthEnds(from: Day, to: Day): Day[] {
  const ends: Day[] = [];
  for (let month = monthOf(from); month <= to; month = nextMonth(month)) {
    const end = addDays(nextMonth(month), -1);
    ends.push(end < to ? end : to);
  }
  return ends;
}

const sorted = (days: readonly number[], usual: readonly number[]) => (days.length ? days : usual).toSorted((a, b) => a - b);
const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)]!;

/** A day so long after another as something took before, and never before today; what waits longer than anything did starts afresh. */
function drawer(today: Day, random: () => number) {
  const now = epochDay(today);
  return (from: number, leads: readonly number[]): number => {
    const age = now - from;
    let first = 0;
    while (first < leads.length && leads[first]! < age) first++;
    if (first === leads.length) return now + pick(leads, random);
    return from + leads[first + Math.floor(random() * (leads.length - first))]!;
  };
}

function inParts(cents: Cents, count: number): Cents[] {
  let before = 0n;
  return Array.from({ length: count }, (_, at) => {
    const next = ofAmount(cents, BigInt(at + 1), BigInt(count));
    const part = next - before;
    before = next;
    return part;
  });
}
