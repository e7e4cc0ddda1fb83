import { addDays, weekday, type Day } from '@karavaan/domain';
import { sameDayInMonth } from './month-days.js';

/** Where a key leads from a day in a calendar; null when the key means nothing there. */
export function moveByKey(key: string, from: Day): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(from, -1);
    case 'ArrowRight':
      return addDays(from, 1);
    case 'ArrowUp':
      return addDays(from, -7);
    case 'ArrowDown':
      return addDays(from, 7);
    case 'Home':
      return addDays(from, 1 - weekday(from));
    case 'End':
      return addDays(from, 7 - weekday(from));
    case 'PageUp':
      return sameDayInMonth(from, -1);
    case 'PageDown':
      return sameDayInMonth(from, 1);
    default:
      return null;
  }
}
