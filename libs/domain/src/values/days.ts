/** A day in Europe/Brussels, `YYYY-MM-DD`. */
export type Day = string;

const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is a day that exists in the calendar. */
export function isDay(text: string): boolean {
  return PATTERN.test(text) && fromEpochDay(epochDay(text)) === text;
}

/** Both ways are remembered: a search asks for the same few hundred days thousands of times. */
const MOST_REMEMBERED = 20_000;
const numberOfDay = new Map<Day, number>();
const dayOfNumber = new Map<number, Day>();

function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, value);
  return value;
}

/** Days since 1970-01-01. */
export function epochDay(day: Day): number {
  return numberOfDay.get(day) ?? remember(numberOfDay, day, countDays(day));
}

function countDays(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
}

export function fromEpochDay(number: number): Day {
  return dayOfNumber.get(number) ?? remember(dayOfNumber, number, new Date(number * DAY_MS).toISOString().slice(0, 10));
}

export function addDays(day: Day, count: number): Day {
  return fromEpochDay(epochDay(day) + count);
}

/** How many days after `from` `to` lies; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return epochDay(to) - epochDay(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return ((((epochDay(day) + 3) % 7) + 7) % 7) + 1;
}

/** All days from `first` to `last`, both included; empty when `last` lies before `first`. */
export function eachDay(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let at = epochDay(first), end = epochDay(last); at <= end; at++) days.push(fromEpochDay(at));
  return days;
}

/** ISO 8601 week with its own year: 1 January 2027 lies in week 53 of 2026. */
export function isoWeek(day: Day): { year: number; week: number } {
  const thursday = epochDay(day) - (weekday(day) - 1) + 3;
  const year = Number(fromEpochDay(thursday).slice(0, 4));
  return { year, week: Math.floor((thursday - epochDay(`${year}-01-01`)) / 7) + 1 };
}
