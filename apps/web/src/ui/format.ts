import { dayOf, isDay, isoWeek, timeOf, type Day } from '@karavaan/domain';
import type { Language } from './i18n/languages.js';

const LOCALES: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** One part of a day's name: 'di', 'januari', … without the dots that French shortens with. */
function part(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(new Date(`${day}T12:00:00Z`)).replace(/\.$/, '');
}

const dayNumber = (day: Day) => String(Number(day.slice(8)));
const year = (day: Day) => day.slice(0, 4);

/** `di 19 jan 2027` */
export function formatDay(day: Day, language: Language): string {
  return `${formatDayShort(day, language)} ${year(day)}`;
}

/** `di 19 jan` */
export function formatDayShort(day: Day, language: Language): string {
  return `${weekdayShort(day, language)} ${dayNumber(day)} ${part(day, language, { month: 'short' })}`;
}

/** `19/01/2027` */
export function formatDayNumeric(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${year(day)}`;
}

/** As it is read out: `dinsdag 19 januari 2027` */
export function formatDayFull(day: Day, language: Language): string {
  const month = part(day, language, { month: 'long' });
  return `${part(day, language, { weekday: 'long' })} ${dayNumber(day)} ${month} ${year(day)}`;
}

/** `di` */
export function weekdayShort(day: Day, language: Language): string {
  return part(day, language, { weekday: 'short' }).slice(0, 3);
}

/** `dinsdag` */
export function weekdayLong(day: Day, language: Language): string {
  return part(day, language, { weekday: 'long' });
}

/** `januari 2027` */
export function formatMonth(day: Day, language: Language): string {
  return `${part(day, language, { month: 'long' })} ${year(day)}`;
}

/** `week 53 van 2026`: the ISO week with its own year. */
export function formatWeek(day: Day, language: Language): string {
  const { week, year: weekYear } = isoWeek(day);
  return { nl: `week ${week} van ${weekYear}`, fr: `semaine ${week} de ${weekYear}`, en: `week ${week} of ${weekYear}` }[
    language
  ];
}

/** Both days included: `van di 19 tot en met do 21 jan 2027`, `op di 19 jan 2027`. */
export function formatPeriod(first: Day, last: Day, language: Language): string {
  const end = formatDay(last, language);
  if (first === last) return { nl: `op ${end}`, fr: `le ${end}`, en: `on ${end}` }[language];
  const begin = startOfPeriod(first, last, language);
  return {
    nl: `van ${begin} tot en met ${end}`,
    fr: `du ${begin} au ${end} inclus`,
    en: `from ${begin} up to and including ${end}`,
  }[language];
}

/** For narrow places: `di 19 t.e.m. do 21 jan 2027`. */
export function formatPeriodShort(first: Day, last: Day, language: Language): string {
  const end = formatDay(last, language);
  if (first === last) return end;
  const word = { nl: 't.e.m.', fr: 'au', en: 'to' }[language];
  return `${startOfPeriod(first, last, language)} ${word} ${end}`;
}

/** What the end says again is left out of the beginning. */
function startOfPeriod(first: Day, last: Day, language: Language): string {
  if (year(first) !== year(last)) return formatDay(first, language);
  if (first.slice(0, 7) !== last.slice(0, 7)) return formatDayShort(first, language);
  return `${weekdayShort(first, language)} ${dayNumber(first)}`;
}

/** An instant on the clock in Brussels: `di 19 jan 2027, 08:05`. */
export function formatInstant(iso: string, language: Language): string {
  const instant = Date.parse(iso);
  return `${formatDay(dayOf(instant), language)}, ${timeOf(instant)}`;
}

/** Cents, exactly: `€ 7.200.000,00`, `€ -1.250,30`. */
export function formatEuro(cents: string | bigint, language: Language): string {
  const amount = BigInt(cents);
  const sign = amount < 0n ? '-' : '';
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  const text = `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}` as Intl.StringNumericLiteral;
  const style: Intl.NumberFormatOptions = { style: 'currency', currency: 'EUR' };
  return plainSpaces(new Intl.NumberFormat(LOCALES[language], style).format(text));
}

/** `9 km`; a tenth below 10 km when it says something. */
export function formatKm(km: number, language: Language): string {
  const digits = Math.abs(km) < 10 ? 1 : 0;
  return `${formatNumber(km, language, digits)} km`;
}

/** What a choice adds: `+ 9 km`, `- 4 km`. */
export function formatExtraKm(km: number, language: Language): string {
  return `${km < 0 ? '-' : '+'} ${formatNumber(Math.abs(Math.round(km)), language)} km`;
}

export function formatNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(value);
}

/** Spelled out: `1 uur en 15 minuten`. */
export function formatMinutes(minutes: number, language: Language): string {
  const hours = Math.floor(Math.round(minutes) / 60);
  const rest = Math.round(minutes) % 60;
  const words = [hours > 0 ? unit(hours, 'hour', language) : '', rest > 0 || hours === 0 ? unit(rest, 'minute', language) : ''];
  return words.filter(Boolean).join({ nl: ' en ', fr: ' et ', en: ' and ' }[language]);
}

function unit(value: number, name: 'hour' | 'minute', language: Language): string {
  return plainSpaces(new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit: name, unitDisplay: 'long' }).format(value));
}

/** Intl puts narrow and unbreakable spaces, which differ from one engine to the next. */
function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** A day typed as `19/01/2027`, `19-1-2027`, `19.01.27` or `2027-01-19`; null when it is none. */
export function parseDay(text: string): Day | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  const typed = /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})\s*$/.exec(text);
  const [y, m, d] = iso ? iso.slice(1) : typed ? [typed[3], typed[2], typed[1]] : [];
  if (!y || !m || !d) return null;
  const day = `${y.length === 2 ? `20${y}` : y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
