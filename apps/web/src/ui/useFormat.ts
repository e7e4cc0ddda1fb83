import type { Day } from '@karavaan/domain';
import { useMemo } from 'react';
import * as format from './format.js';
import { useLanguage } from './i18n/useLanguage.js';

/** The functions of `format.ts` in the reader's language. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(
    () => ({
      day: (day: Day) => format.formatDay(day, language),
      dayShort: (day: Day) => format.formatDayShort(day, language),
      dayNumeric: format.formatDayNumeric,
      dayFull: (day: Day) => format.formatDayFull(day, language),
      weekday: (day: Day) => format.weekdayShort(day, language),
      weekdayLong: (day: Day) => format.weekdayLong(day, language),
      month: (day: Day) => format.formatMonth(day, language),
      week: (day: Day) => format.formatWeek(day, language),
      period: (first: Day, last: Day) => format.formatPeriod(first, last, language),
      periodShort: (first: Day, last: Day) => format.formatPeriodShort(first, last, language),
      instant: (iso: string) => format.formatInstant(iso, language),
      euro: (cents: string | bigint) => format.formatEuro(cents, language),
      km: (km: number) => format.formatKm(km, language),
      extraKm: (km: number) => format.formatExtraKm(km, language),
      number: (value: number, digits?: number) => format.formatNumber(value, language, digits),
      minutes: (minutes: number) => format.formatMinutes(minutes, language),
    }),
    [language],
  );
}
