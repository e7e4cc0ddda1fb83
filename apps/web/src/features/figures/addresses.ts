import type { Period } from './period.js';

/** The reservations that a figure of a period counts. */
export function countedReservations({ from, to }: Period, more: Record<string, string> = {}): string {
  return `/reservaties?${new URLSearchParams({ toon: 'cijfer', van: from, tot: to, ...more })}`;
}

/** The refused reservations that unmet demand counts. */
export function refusedReservations({ from, to }: Period, more: Record<string, string> = {}): string {
  return `/reservaties?${new URLSearchParams({ toon: 'cijfer', staat: 'REJECTED', beslist: 'ja', van: from, tot: to, ...more })}`;
}
