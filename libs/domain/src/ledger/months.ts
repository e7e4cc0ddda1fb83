import type { Day } from '../values/days.js';

/** The first day of the month of a day, by which a closed month is known. */
export const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`;

export function nextMonth(month: Day): Day {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}

/** The day on which something is booked: its own, or the first day of the first month after it that is still open. */
export function bookingDay(day: Day, closed: ReadonlySet<Day>): Day {
  let month = monthOf(day);
  if (!closed.has(month)) return day;
  while (closed.has(month)) month = nextMonth(month);
  return month;
}
