import { MOST_PARTICIPANTS } from '../placement/ask.js';
import { refuse } from '../platform/refuse.js';
import type { ReservationDetailsInput } from './reservation.inputs.js';
import type { Reservation } from './reservation.entity.js';

const LONGEST = { purpose: 200, contactName: 120, contactPhone: 40, remark: 2_000 } as const;

type Details = Pick<Reservation, 'purpose' | 'groupSize' | 'contactName' | 'contactPhone' | 'remark'>;

/** The given details, trimmed and checked; fields that were not given are left out. Refuses INVALID_INPUT. */
export function checkDetails(input: ReservationDetailsInput | null | undefined): Partial<Details> {
  const details: Partial<Details> = {};
  for (const [field, longest] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    const value = input?.[field];
    if (value === undefined) continue;
    const text = value?.trim() ?? '';
    if (text.length > longest) refuse('INVALID_INPUT', { field, available: String(longest) });
    details[field] = text || null;
  }
  const groupSize = input?.groupSize;
  if (groupSize !== undefined) {
    if (groupSize !== null && (groupSize < 1 || groupSize > MOST_PARTICIPANTS))
      refuse('INVALID_INPUT', { field: 'groupSize', available: String(MOST_PARTICIPANTS) });
    details.groupSize = groupSize;
  }
  return details;
}

/** A reason that somebody must give, 3 to 1000 characters. */
export function checkReason(reason: string | null | undefined, field: string): string {
  const text = reason?.trim() ?? '';
  if (text.length < 3 || text.length > 1_000) refuse('INVALID_INPUT', { field });
  return text;
}
