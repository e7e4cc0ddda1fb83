import { type Day, instantAt, weekday } from '@karavaan/domain';
import type { Crew, Driver, OpenLeg, Van } from './trip-question.js';

/** With so many legs for two persons within reach of a day one crew of two is not enough. */
const LEGS_PER_PAIR = 4;

/**
 * The crews of a day: first crews of two where legs ask for them, on vans with a tail-lift before others, then one driver per
 * van. Vans that few may drive choose first. A van without a driver stays home that day.
 */
export function crewsOf(day: Day, vans: readonly Van[], drivers: readonly Driver[], legs: readonly OpenLeg[]): Crew[] {
  const on = weekday(day);
  const free = drivers.flatMap((driver) => {
    const hours = driver.away.includes(day) ? undefined : driver.hours.find((each) => each.weekday === on);
    return hours ? [{ driver, start: instantAt(day, hours.from), end: instantAt(day, hours.to) }] : [];
  });
  const dayPeriod = { start: instantAt(day, '00:00'), end: instantAt(day, '23:59') };
  const heavy = legs.filter((leg) => leg.twoPersons && leg.period.start < dayPeriod.end && leg.period.end > dayPeriod.start);
  const present = vans.filter((van) => !van.away.includes(day));
  const able = (van: Van) => drivers.filter(({ licences }) => licences.includes(van.licence)).length;
  const order = present.toSorted(
    (a, b) => Number(b.tailLift) - Number(a.tailLift) || able(a) - able(b) || (a.id < b.id ? -1 : 1),
  );
  let pairs = Math.ceil(heavy.length / LEGS_PER_PAIR);
  const crews: Crew[] = [];
  for (const van of order) {
    const at = free.findIndex(({ driver }) => driver.licences.includes(van.licence));
    if (at < 0) continue;
    const [first] = free.splice(at, 1);
    // The helper need not drive.
    const second = pairs > 0 ? free.pop() : undefined;
    if (second) pairs--;
    crews.push({
      vanId: van.id,
      driverIds: [first!.driver.id, ...(second ? [second.driver.id] : [])],
      day,
      start: Math.max(first!.start, second?.start ?? 0),
      end: Math.min(first!.end, second?.end ?? Infinity),
    });
  }
  return crews;
}
