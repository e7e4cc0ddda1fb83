import { addDays, eachDay, weekday, type Day } from '@karavaan/domain';

/** A month as `YYYY-MM`. */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);

export function addMonths(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The same day of another month, or that month's last. */
export function sameDayInMonth(day: Day, count: number): Day {
  const month = addMonths(monthOf(day), count);
  const last = lastOf(month);
  const wanted = `${month}-${day.slice(8)}`;
  return wanted > last ? last : wanted;
}

export function lastOf(month: Month): Day {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/** The month in weeks from Monday, with the days of its neighbours that complete them. */
export function weeksOf(month: Month): Day[][] {
  const first = `${month}-01`;
  const last = lastOf(month);
  const days = eachDay(addDays(first, 1 - weekday(first)), addDays(last, 7 - weekday(last)));
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
