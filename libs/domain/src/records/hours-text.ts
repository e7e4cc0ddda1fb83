import type { OpeningHours } from '../availability/calendar.js';

const TIME = /^([01]?\d|2[0-3])[:.hu]([0-5]\d)$/i;
/** Day names that mean one day in every language we speak; `ma` and `di` do not. */
const DAY_NAMES: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['maandag', 'lundi', 'monday', 'lun', 'mon'],
    ['dinsdag', 'mardi', 'tuesday', 'mar', 'tue'],
    ['woensdag', 'mercredi', 'wednesday', 'wo', 'mer', 'wed'],
    ['donderdag', 'jeudi', 'thursday', 'do', 'jeu', 'thu'],
    ['vrijdag', 'vendredi', 'friday', 'vr', 'ven', 'fri'],
    ['zaterdag', 'samedi', 'saturday', 'za', 'sam', 'sat'],
    ['zondag', 'dimanche', 'sunday', 'zo', 'dim', 'sun'],
  ].flatMap((words, at) => words.map((word) => [word, at + 1])),
);

/** Whether one time of a day, `HH:MM`, is earlier than another. */
export const isTimeBefore = (first: string, last: string): boolean => first < last;

/** `1-5 08:00-12:00 13:00-17:00; 6 09:00-12:00` as opening hours, or undefined when it says no hours or they overlap. */
export function readHours(text: string): OpeningHours[] | undefined {
  const hours: OpeningHours[] = [];
  for (const part of text
    .split(/[;\n]/)
    .map((each) => each.trim())
    .filter(Boolean)) {
    const [, days = '', times = ''] = /^(\S+(?:\s*[-–]\s*[^\s\d]\S*)?):?\s+(.*)$/.exec(part) ?? [];
    const weekdays = readDays(days);
    const windows = times
      .replaceAll(/\s*[-–]\s*/g, '-')
      .split(/[\s,+&]+/)
      .filter(Boolean)
      .map(readWindow);
    if (!weekdays || windows.length === 0 || windows.some((window) => !window)) return undefined;
    for (const weekday of weekdays) for (const window of windows) hours.push({ weekday, ...window! });
  }
  const sorted = hours.toSorted((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1));
  const overlaps = sorted.some((each, at) => sorted[at + 1]?.weekday === each.weekday && sorted[at + 1]!.from < each.to);
  return overlaps ? undefined : sorted;
}

/** The same, with days that have the same hours together: one text for one week. */
export function writeHours(hours: readonly OpeningHours[]): string {
  const perDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    hours
      .filter((each) => each.weekday === weekday)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ from, to }) => `${from}-${to}`)
      .join(' '),
  );
  const parts: string[] = [];
  for (let first = 0; first < 7;) {
    let last = first;
    while (last < 6 && perDay[last + 1] === perDay[first]) last++;
    if (perDay[first]) parts.push(`${first === last ? first + 1 : `${first + 1}-${last + 1}`} ${perDay[first]}`);
    first = last + 1;
  }
  return parts.join('; ');
}

function readDays(text: string): number[] | undefined {
  const days: number[] = [];
  for (const part of text.toLowerCase().replace(/:$/, '').split(/[,+]/)) {
    const [first, last, ...more] = part.split(/[-–]/).map((each) => dayNumber(each.trim()));
    if (!first || more.length > 0 || (part.includes('-') && !last)) return undefined;
    for (let day = first; day <= (last ?? first); day++) days.push(day);
  }
  return days.length > 0 && new Set(days).size === days.length ? days : undefined;
}

const dayNumber = (text: string) => (/^[1-7]$/.test(text) ? Number(text) : DAY_NAMES[text.replace(/\.$/, '')]);

function readWindow(text: string): { from: string; to: string } | undefined {
  const [from, to, ...more] = text.split('-').map(readTime);
  return from && to && more.length === 0 && from < to ? { from, to } : undefined;
}

/** `8:00`, `08.00` or `8u00` as `08:00`. */
export function readTime(text: string): string | undefined {
  const [, hour, minute] = TIME.exec(text) ?? [];
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}
