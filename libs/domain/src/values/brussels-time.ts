import { type Day, epochDay, fromEpochDay, weekday } from './days.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const summers = new Map<number, { from: number; to: number }>();

/** Summer time runs from the last Sunday of March to the last Sunday of October, 01:00 UTC (directive 2000/84/EC). */
function summerOf(year: number): { from: number; to: number } {
  let summer = summers.get(year);
  if (!summer) {
    summer = { from: lastSunday(`${year}-03-31`), to: lastSunday(`${year}-10-31`) };
    summers.set(year, summer);
  }
  return summer;
}

function lastSunday(lastOfMonth: Day): number {
  return (epochDay(lastOfMonth) - (weekday(lastOfMonth) % 7)) * DAY_MS + 60 * MINUTE_MS;
}

/** Minutes that Brussels is ahead of UTC at an instant (epoch ms): 60 or 120. */
export function offsetMinutes(instant: number): number {
  const { from, to } = summerOf(new Date(instant).getUTCFullYear());
  return instant >= from && instant < to ? 120 : 60;
}

/** The instant (epoch ms) at which the clock in Brussels shows `time` ("08:00"; "24:00" is the end) on `day`. */
export function instantAt(day: Day, time: string): number {
  const asUtc = epochDay(day) * DAY_MS + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS;
  const winter = asUtc - 60 * MINUTE_MS;
  const summer = asUtc - 120 * MINUTE_MS;
  return offsetMinutes(summer) === 120 ? summer : winter;
}

/** The day in Brussels of an instant (epoch ms). */
export function dayOf(instant: number): Day {
  return fromEpochDay(Math.floor((instant + offsetMinutes(instant) * MINUTE_MS) / DAY_MS));
}

/** The time on the clock in Brussels, "HH:MM". */
export function timeOf(instant: number): string {
  return new Date(instant + offsetMinutes(instant) * MINUTE_MS).toISOString().slice(11, 16);
}
