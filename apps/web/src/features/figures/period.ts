import { addDays, isDay, type Day } from '@karavaan/domain';

export type Period = { from: Day; to: Day };

/** Periods that people ask for, by the names they have in the address. */
export const PERIODS = ['dit-jaar', 'vorig-jaar', 'dit-kwartaal', 'vorige-maand'] as const;
export type PeriodName = (typeof PERIODS)[number];

export function periodNamed(name: PeriodName, today: Day): Period {
  const year = Number(today.slice(0, 4));
  if (name === 'dit-jaar') return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (name === 'vorig-jaar') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  const month = Number(today.slice(5, 7));
  if (name === 'dit-kwartaal') {
    const first = month - ((month - 1) % 3);
    return { from: firstOf(year, first), to: addDays(firstOf(year, first + 3), -1) };
  }
  return { from: firstOf(year, month - 1), to: addDays(firstOf(year, month), -1) };
}

/** The first day of a month; month 0 is December of the year before, month 13 January of the year after. */
export function firstOf(year: number, month: number): Day {
  const at = new Date(Date.UTC(year, month - 1, 1));
  return at.toISOString().slice(0, 10);
}

/** The period of the address; this year when there is none, or one that cannot be. */
export function periodIn(params: URLSearchParams, today: Day): Period {
  const [from, to] = [params.get('van') ?? '', params.get('tot') ?? ''];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : periodNamed('dit-jaar', today);
}

export const samePeriod = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to;
