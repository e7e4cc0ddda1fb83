import { addDays, type Day, fromEpochDay, epochDay } from '../values/days.js';

/** How often something must be inspected or maintained: every so many months, every so many hours of use, or whichever comes first. */
export interface InspectionInterval {
  readonly intervalMonths: number | null;
  readonly intervalHours: number | null;
}

export type InspectionResult = 'PASSED' | 'REMARKS' | 'FAILED';

export interface LastInspection {
  readonly doneOn: Day;
  readonly result: InspectionResult;
  /** As the report says; null when it follows from the interval. */
  readonly validTo: Day | null;
}

export type DueState = 'OVERDUE' | 'DUE' | 'FINE' | 'UNKNOWN';

/** From how many days ahead an inspection is due. */
export const DUE_DAYS = 30;

/** The same day some months later; the last of the month where that day does not exist. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const at = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  const next = at + 1;
  const firstOfNext = `${String(Math.floor(next / 12)).padStart(4, '0')}-${String((next % 12) + 1).padStart(2, '0')}-01`;
  return fromEpochDay(Math.min(epochDay(first) + date - 1, epochDay(firstOfNext) - 1));
}

/**
 * The last day on which the equipment may be used by its last inspection, or null when nobody knows of one. Too many
 * hours of use end it yesterday; a failed inspection ends it the day before.
 * @param hoursSince hours of use since that inspection
 */
export function validUntil(plan: InspectionInterval, last: LastInspection | null, hoursSince: number, today: Day): Day | null {
  if (!last) return null;
  if (last.result === 'FAILED') return addDays(last.doneOn, -1);
  const ends: Day[] = [];
  if (last.validTo) ends.push(last.validTo);
  else if (plan.intervalMonths !== null) ends.push(addMonths(last.doneOn, plan.intervalMonths));
  if (plan.intervalHours !== null && hoursSince >= plan.intervalHours) ends.push(addDays(today, -1));
  return ends.length ? ends.reduce((a, b) => (a < b ? a : b)) : null;
}

/** Whether it is time, on a day. A plan by hours alone has no day: it is due when nine tenths of its hours are used. */
export function dueState(
  plan: InspectionInterval,
  last: LastInspection | null,
  hoursSince: number,
  today: Day,
  dueDays = DUE_DAYS,
): DueState {
  if (!last) return 'UNKNOWN';
  const until = validUntil(plan, last, hoursSince, today);
  if (until !== null && until < today) return 'OVERDUE';
  if (until !== null && until <= addDays(today, dueDays)) return 'DUE';
  return plan.intervalHours !== null && hoursSince >= plan.intervalHours * 0.9 ? 'DUE' : 'FINE';
}
