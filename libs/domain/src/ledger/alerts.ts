import { addDays, daysBetween, type Day } from '../values/days.js';
import type { Cents } from './cents.js';
import { usedOf } from './what-if.js';

/** What an officer is told of, the most urgent first. */
export const ALERT_KINDS = [
  'LEDGER_DIFFERS',
  'LEDGER_UNCHECKED',
  'INVOICES_OLD',
  'THRESHOLD_CROSSED',
  'WINDOW_CLOSING',
  'NOT_USED_IN_TIME',
  'LINE_NEARLY_FULL',
  'TRANSFERS_WAIT',
  'CLAIMABLE',
  'DURABILITY_SOON',
  'RETENTION_SOON',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
/** RED asks to act now, YELLOW soon, GREEN may be done. */
export type AlertTone = 'RED' | 'YELLOW' | 'GREEN';

export interface Alert {
  readonly kind: AlertKind;
  readonly tone: AlertTone;
  /** The line, order or agreement; none where it is about several. */
  readonly aboutId: string | null;
  readonly label: string;
  readonly count: number;
  readonly cents: Cents | null;
  readonly day: Day | null;
}

export interface AlertFacts {
  readonly today: Day;
  /** The last check of the ledger: the day, and whether every balance was right. */
  readonly check: { readonly on: Day; readonly clean: boolean; readonly differences: number } | null;
  readonly agreements: readonly {
    readonly id: string;
    readonly name: string;
    readonly eligibleFrom: Day;
    readonly eligibleTo: Day;
    readonly durableUntil: Day | null;
    readonly retainUntil: Day | null;
    /** Of its budget, what is not paid yet. */
    readonly unpaid: Cents;
    /** Of its budget, what in half of the runs is not paid before the window closes; none without a forecast. */
    readonly notUsed: Cents | null;
    readonly claimable: Cents;
  }[];
  readonly lines: readonly {
    readonly id: string;
    readonly agreementId: string;
    readonly code: string;
    readonly budget: Cents;
    readonly left: Cents;
    readonly flatRate: boolean;
  }[];
  /** Unpaid and issued so long ago as `OLD_DAYS`. */
  readonly oldInvoices: { readonly count: number; readonly cents: Cents };
  readonly crossed: readonly { readonly id: string; readonly number: number; readonly cents: Cents }[];
  readonly transfers: { readonly count: number; readonly cents: Cents };
}

export const NEARLY_FULL_BASIS_POINTS = 9_000;
export const OLD_DAYS = 30;
export const CLOSING_DAYS = 180;
export const KEEPING_DAYS = 365;
/** The nightly check is a day old at most; two missed ones are worth saying. */
export const UNCHECKED_DAYS = 3;

/** What is worth telling, the most urgent first. A line that is full matters as long as its agreement runs. */
export function judgeAlerts(facts: AlertFacts): Alert[] {
  const { today, check } = facts;
  const found: Alert[] = [];
  const tell = (kind: AlertKind, tone: AlertTone, more: Partial<Alert> = {}) =>
    found.push({ kind, tone, aboutId: null, label: '', count: 1, cents: null, day: null, ...more });

  if (check && !check.clean) tell('LEDGER_DIFFERS', 'RED', { day: check.on, count: check.differences });
  if (!check || daysBetween(check.on, today) >= UNCHECKED_DAYS) tell('LEDGER_UNCHECKED', 'YELLOW', { day: check?.on ?? null });
  if (facts.oldInvoices.count > 0) tell('INVOICES_OLD', 'RED', facts.oldInvoices);
  for (const { id, number, cents } of facts.crossed)
    tell('THRESHOLD_CROSSED', 'RED', { aboutId: id, label: String(number), cents });
  if (facts.transfers.count > 0) tell('TRANSFERS_WAIT', 'YELLOW', facts.transfers);

  for (const each of facts.agreements) {
    const { id, name: label } = each;
    const open = each.eligibleFrom <= today && today <= each.eligibleTo;
    if (open && each.unpaid > 0n && each.eligibleTo < addDays(today, CLOSING_DAYS))
      tell('WINDOW_CLOSING', 'RED', { aboutId: id, label, cents: each.unpaid, day: each.eligibleTo });
    if (open && each.notUsed !== null && each.notUsed > 0n)
      tell('NOT_USED_IN_TIME', 'YELLOW', { aboutId: id, label, cents: each.notUsed, day: each.eligibleTo });
    if (each.claimable > 0n) tell('CLAIMABLE', 'GREEN', { aboutId: id, label, cents: each.claimable });
    const soon = (day: Day | null): day is Day => day !== null && day >= today && day < addDays(today, KEEPING_DAYS);
    if (soon(each.durableUntil)) tell('DURABILITY_SOON', 'YELLOW', { aboutId: id, label, day: each.durableUntil });
    if (soon(each.retainUntil)) tell('RETENTION_SOON', 'YELLOW', { aboutId: id, label, day: each.retainUntil });
    for (const line of open ? facts.lines : []) {
      if (line.agreementId !== id || line.flatRate || line.budget <= 0n) continue;
      const used = usedOf(line.budget, line.left);
      if (used > NEARLY_FULL_BASIS_POINTS)
        tell('LINE_NEARLY_FULL', 'YELLOW', { aboutId: line.id, label: line.code, count: used, cents: line.left });
    }
  }
  return found.toSorted((a, b) => ALERT_KINDS.indexOf(a.kind) - ALERT_KINDS.indexOf(b.kind));
}
