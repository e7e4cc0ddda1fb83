import { type Ask, daysBetween, periodOfDays } from '@karavaan/domain';
import { isUuid } from '../platform/is-uuid.js';
import { refuse } from '../platform/refuse.js';

export const MOST_DAYS = 60;
export const MOST_PARTICIPANTS = 500;

/** A checked question for dates, place and group. Refuses INVALID_INPUT with the field's name. */
export function toAsk(input: { firstDay: string; lastDay: string; siteId: string | null; groupSize?: number | null }): Ask {
  const { firstDay, lastDay, siteId, groupSize = null } = input;
  const days = daysBetween(firstDay, lastDay) + 1;
  if (days < 1) refuse('INVALID_INPUT', { field: 'lastDay', firstDay, lastDay });
  if (days > MOST_DAYS) refuse('INVALID_INPUT', { field: 'lastDay', needed: String(days), available: String(MOST_DAYS) });
  if (groupSize !== null && !(Number.isInteger(groupSize) && groupSize >= 1 && groupSize <= MOST_PARTICIPANTS))
    refuse('INVALID_INPUT', { field: 'groupSize', available: String(MOST_PARTICIPANTS) });
  return { firstDay, lastDay, period: periodOfDays(firstDay, lastDay), siteId, groupSize, now: Date.now() };
}

/** A site's id that has the shape of one. */
export function requireUuid(id: string, field: string): string {
  return isUuid(id) ? id : refuse('INVALID_INPUT', { field });
}
