import { instantAt } from '../values/brussels-time.js';
import { type Day, eachDay, weekday } from '../values/days.js';
import type { Period } from '../values/period.js';

/** Open from `from` to `to` ("08:00", "17:00") on a weekday (1 = Monday). */
export interface OpeningHours {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

export interface Names {
  readonly nl: string;
  readonly fr: string;
  readonly en: string;
}

/** PUBLIC closes everywhere, SCHOOL where a site says so, COMMUNITY nowhere by itself. */
export interface Holiday {
  readonly kind: 'PUBLIC' | 'SCHOOL' | 'COMMUNITY';
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly names: Names;
}

export interface Closure {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly reason: string;
}

export interface CalendarRules {
  readonly openingHours: readonly OpeningHours[];
  readonly closedInSchoolHolidays: boolean;
  readonly closures?: readonly Closure[];
  readonly validFrom?: Day | null;
  readonly validTo?: Day | null;
}

export type ClosedReason =
  | { readonly kind: 'HOLIDAY'; readonly names: Names }
  | { readonly kind: 'CLOSURE'; readonly names: Names }
  | { readonly kind: 'NO_OPENING_HOURS' }
  | { readonly kind: 'NOT_VALID' };

/** A compiled working calendar; its answers are remembered per day. */
export interface Calendar {
  /** The opening windows of a day in order of time; none on a closed day. */
  windows(day: Day): readonly Period[];
  /**
   * The windows in which equipment is brought and fetched: those of opening, and by the same hours also before the first
   * valid day (it is set up before a site starts) and after the last (it can still be fetched, else it would be lost).
   */
  movingWindows(day: Day): readonly Period[];
  isOpen(day: Day): boolean;
  /** Why a day is closed, or null on an open day. */
  closedReason(day: Day): ClosedReason | null;
}

/** Holidays by day, made once for many calendars. */
export interface HolidayTable {
  readonly PUBLIC: ReadonlyMap<Day, Names>;
  readonly SCHOOL: ReadonlyMap<Day, Names>;
}

export function holidayTable(holidays: readonly Holiday[]): HolidayTable {
  const table = { PUBLIC: new Map<Day, Names>(), SCHOOL: new Map<Day, Names>() };
  for (const holiday of holidays) {
    if (holiday.kind === 'COMMUNITY') continue;
    for (const day of eachDay(holiday.firstDay, holiday.lastDay)) table[holiday.kind].set(day, holiday.names);
  }
  return table;
}

/** Opening hours, holidays, closures and validity, as one calendar. */
export function compileCalendar(rules: CalendarRules, holidays: HolidayTable): Calendar {
  const windowsOf = new Map<Day, readonly Period[]>();
  const isValid = (day: Day) => !((rules.validFrom && day < rules.validFrom) || (rules.validTo && day > rules.validTo));
  const notWorking = (day: Day): ClosedReason | null => {
    // A closure was told for these days; it says more than what holds every year.
    const closure = rules.closures?.find((each) => each.firstDay <= day && day <= each.lastDay);
    if (closure) return { kind: 'CLOSURE', names: { nl: closure.reason, fr: closure.reason, en: closure.reason } };
    const holiday = holidays.PUBLIC.get(day) ?? (rules.closedInSchoolHolidays ? holidays.SCHOOL.get(day) : undefined);
    if (holiday) return { kind: 'HOLIDAY', names: holiday };
    const on = weekday(day);
    return rules.openingHours.some((hours) => hours.weekday === on) ? null : { kind: 'NO_OPENING_HOURS' };
  };
  const movingWindows = (day: Day): readonly Period[] => {
    let known = windowsOf.get(day);
    if (!known) {
      known = notWorking(day) ? [] : openOn(day, rules.openingHours);
      windowsOf.set(day, known);
    }
    return known;
  };
  const windows = (day: Day) => (isValid(day) ? movingWindows(day) : []);
  return {
    windows,
    movingWindows,
    isOpen: (day) => windows(day).length > 0,
    closedReason: (day) => (isValid(day) ? notWorking(day) : { kind: 'NOT_VALID' }),
  };
}

/** Hours that touch or overlap are one window: work may run on from the one into the other. */
function openOn(day: Day, openingHours: readonly OpeningHours[]): readonly Period[] {
  const on = weekday(day);
  const windows: Period[] = [];
  for (const { from, to } of openingHours.filter((hours) => hours.weekday === on).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const [start, end, last] = [instantAt(day, from), instantAt(day, to), windows.at(-1)];
    if (last && start <= last.end) windows[windows.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else if (start < end) windows.push({ start, end });
  }
  return windows;
}

/** Monday to Friday, 08:00 to 17:00: what is assumed of a site whose hours nobody told. */
export const ASSUMED_OPENING_HOURS: readonly OpeningHours[] = [1, 2, 3, 4, 5].map((on) => ({
  weekday: on,
  from: '08:00',
  to: '17:00',
}));

/** Monday to Friday, 07:00 to 17:00: when vans drive, unless a setting says otherwise. */
export const DEFAULT_TRANSPORT_SHIFT: readonly OpeningHours[] = [1, 2, 3, 4, 5].map((on) => ({
  weekday: on,
  from: '07:00',
  to: '17:00',
}));
