import { centiHours, perHour } from '@karavaan/domain';
import type { UnitValue } from './value.graphql.js';

export type ModelValue = {
  code: string;
  domain: string;
  name: UnitValue['unit']['model']['name'];
  units: number;
  acquisition: bigint;
  cents: bigint;
  hours: number;
  trainingHours: number;
  perHour: bigint | null;
  /** All units of it stand still. */
  idle: boolean;
};

/** The units of each model together, the dearest hour first; models that were never used at the end. */
export function byModel(units: readonly UnitValue[]): ModelValue[] {
  return [...Map.groupBy(units, ({ unit }) => unit.model.code)]
    .map(([code, mine]): ModelValue => {
      const { name, domain } = mine[0]!.unit.model;
      const cents = mine.reduce((sum, unit) => sum + BigInt(unit.cents), 0n);
      const hours = mine.reduce((sum, unit) => sum + unit.hours, 0);
      return {
        code,
        domain: domain.code,
        name,
        units: mine.length,
        acquisition: mine.reduce((sum, unit) => sum + BigInt(unit.acquisition), 0n),
        cents,
        hours,
        trainingHours: mine.reduce((sum, unit) => sum + unit.trainingHours, 0),
        perHour: perHour(cents, centiHours(hours)),
        idle: mine.every(({ idle }) => idle),
      };
    })
    .toSorted((a, b) => Number((b.perHour ?? -1n) - (a.perHour ?? -1n)) || (a.code < b.code ? -1 : 1));
}
