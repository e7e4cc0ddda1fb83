import type { PlanFigures } from './proposal.entity.js';

/** What transport costs where no vehicle says so: a van of 3.5 tonnes with its driver. Assumptions, not tariffs. */
export const ASSUMED_RATES = { centsPerKm: 45, centsPerHour: 3_800, co2GramsPerKm: 240 } as const;

export type Rates = { readonly [Rate in keyof typeof ASSUMED_RATES]: number };

/** Kilometres and minutes of driving as everything that a planner weighs. */
export function figuresOf(km: number, minutes: number, rates: Rates = ASSUMED_RATES): PlanFigures {
  return {
    km: round(km, 10),
    hours: round(minutes / 60, 100),
    cents: String(Math.round(km * rates.centsPerKm + (minutes / 60) * rates.centsPerHour)),
    co2Kg: round((km * rates.co2GramsPerKm) / 1000, 10),
  };
}

export function sumOf(all: readonly PlanFigures[]): PlanFigures {
  const sum = (of: (each: PlanFigures) => number) => all.reduce((total, each) => total + of(each), 0);
  return {
    km: round(
      sum(({ km }) => km),
      10,
    ),
    hours: round(
      sum(({ hours }) => hours),
      100,
    ),
    cents: String(sum(({ cents }) => Number(cents))),
    co2Kg: round(
      sum(({ co2Kg }) => co2Kg),
      10,
    ),
  };
}

const round = (value: number, by: number) => Math.round(value * by) / by;
