import { readAmount } from '@karavaan/domain';

/** Cents of what was typed; nothing when it is no amount. */
export function centsOf(typed: string): bigint | undefined {
  const reading = readAmount(typed);
  return reading.ok ? reading.cents : undefined;
}
