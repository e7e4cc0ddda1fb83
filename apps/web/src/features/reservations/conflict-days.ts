import { addDays, daysBetween, eachDay, type Day } from '@karavaan/domain';
import type { Conflict, InboxItem } from './inbox.graphql.js';

/** A bar on the strip: from which column to which, both included, counted from 0. */
export type Bar = { from: number; to: number };
export type ConflictDays = { days: Day[]; mine: Bar; other: Bar };

/** More days than this are no picture any more: the text says it. */
const MOST = 16;

/** The days around two bookings that are in each other's way, with a bar for each; null when the thing in the way has no days. */
export function conflictDays(
  asked: Pick<InboxItem, 'firstDay' | 'lastDay'>,
  { firstDay, lastDay }: Pick<Conflict, 'firstDay' | 'lastDay'>,
): ConflictDays | null {
  const otherFirst = firstDay ?? lastDay;
  const otherLast = lastDay ?? firstDay;
  if (!otherFirst || !otherLast || otherLast < otherFirst) return null;
  const near = cut(asked, otherFirst, otherLast);
  const start = addDays(near.first, -1);
  const end = addDays(near.last, 1);
  const column = (day: Day) => Math.min(Math.max(daysBetween(start, day), 0), daysBetween(start, end));
  return {
    days: eachDay(start, end),
    mine: { from: column(asked.firstDay), to: column(asked.lastDay) },
    other: { from: column(otherFirst), to: column(otherLast) },
  };
}

/** The whole of both when it fits; else the days around where they meet. */
function cut({ firstDay, lastDay }: { firstDay: Day; lastDay: Day }, otherFirst: Day, otherLast: Day): { first: Day; last: Day } {
  const first = firstDay < otherFirst ? firstDay : otherFirst;
  const last = lastDay > otherLast ? lastDay : otherLast;
  const room = MOST - 2;
  if (daysBetween(first, last) < room) return { first, last };
  const meets = otherFirst > lastDay ? lastDay : otherLast < firstDay ? otherLast : firstDay > otherFirst ? firstDay : otherFirst;
  const from = addDays(meets, -Math.floor(room / 2));
  return { first: from < first ? first : from, last: addDays(from < first ? first : from, room - 1) };
}
