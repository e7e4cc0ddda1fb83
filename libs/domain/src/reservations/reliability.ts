import { daysBetween, type Day } from '../values/days.js';

/** Whether who booked gives the time back so late that hardly anybody else can plan with it. It is written down, and changes nothing. */
export function isLateCancellation(firstDay: Day, today: Day, noticeDays: number): boolean {
  return daysBetween(today, firstDay) < noticeDays;
}

/** What is looked back on. */
export const RELIABILITY_DAYS = 365;
