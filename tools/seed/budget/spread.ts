import { plusDays } from '../days.ts';
import type { Random } from '../random.ts';

export type Day = string;

/** So many days later, at the latest on a day. */
export function daysFrom(day: Day, count: number, latest?: Day): Day {
  const found = plusDays(day, count);
  return latest && found > latest ? latest : found;
}

/** Uneven parts that make the whole to the cent. */
export function spread(total: bigint, count: number, chance: Random): bigint[] {
  const weights = Array.from({ length: count }, () => BigInt(chance.whole(60, 160)));
  const sum = weights.reduce((all, each) => all + each, 0n);
  const parts = weights.map((weight) => (total * weight) / sum);
  parts[0]! += total - parts.reduce((all, each) => all + each, 0n);
  return parts;
}
