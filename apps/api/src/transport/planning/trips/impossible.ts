import { eachDay, addDays, type Day, dayOf, instantAt } from '@karavaan/domain';
import type { Shipment, TimeWindow, Vehicle } from '@karavaan/routing';
import type { OpenLeg, TripQuestion } from './trip-question.js';

/** Why a leg can be driven by nobody whatever else is planned, and the least that would help. */
export interface Impossible {
  readonly legId: string;
  readonly reason: 'NO_VAN' | 'TAIL_LIFT' | 'TWO_PERSONS' | 'TOO_LARGE' | 'TOO_HEAVY' | 'CLOSED' | 'TOO_TIGHT';
  /** Litres or kilograms too much, minutes too late; of what is closed the next day on which both sites are open. */
  readonly by?: number;
  readonly nextDay?: Day;
}

const LOOK_AHEAD_DAYS = 28;

/** What no van, crew or day could ever do is taken out before the search, with its reason. */
export function impossible(
  leg: OpenLeg,
  { pickup, delivery, load = [], skills = [] }: Shipment,
  vehicles: readonly Vehicle[],
  question: TripQuestion,
): Impossible | null {
  const legId = leg.id;
  if (vehicles.length === 0) return { legId, reason: 'NO_VAN' };
  const has = (skill: string) => vehicles.filter((vehicle) => vehicle.skills?.includes(skill));
  if (leg.tailLift && has('tail-lift').length === 0) return { legId, reason: 'TAIL_LIFT' };
  if (leg.twoPersons && has('two-persons').length === 0) return { legId, reason: 'TWO_PERSONS' };
  const able = vehicles.filter((vehicle) => skills.every((skill) => vehicle.skills?.includes(skill)));
  if (able.length === 0) return { legId, reason: 'TAIL_LIFT' };
  const tooMuch = (dimension: number) => Math.min(...able.map(({ capacity }) => load[dimension]! - capacity![dimension]!));
  if (tooMuch(0) > 0) return { legId, reason: 'TOO_LARGE', by: tooMuch(0) };
  if (tooMuch(1) > 0) return { legId, reason: 'TOO_HEAVY', by: tooMuch(1) };
  const [out, back] = [pickup.windows!, delivery.windows!];
  if (out.length === 0 || back.length === 0) return { legId, reason: 'CLOSED', ...nextOpen(leg, question) };
  const earliest = first(out) + (pickup.service ?? 0) + question.travel(leg.fromSiteId, leg.toSiteId).minutes;
  return earliest > last(back) ? { legId, reason: 'TOO_TIGHT', by: Math.ceil(earliest - last(back)) } : null;
}

const first = (windows: readonly TimeWindow[]) => Math.min(...windows.map(([open]) => open));
const last = (windows: readonly TimeWindow[]) => Math.max(...windows.map(([, close]) => close));

function nextOpen({ fromSiteId, toSiteId, period }: OpenLeg, { calendar, transport }: TripQuestion): { nextDay?: Day } {
  const from = dayOf(period.end);
  const nextDay = eachDay(from, addDays(from, LOOK_AHEAD_DAYS)).find(
    (day) =>
      instantAt(day, '23:59') > period.end &&
      transport.isOpen(day) &&
      [fromSiteId, toSiteId].every((site) => calendar(site).movingWindows(day).length > 0),
  );
  return nextDay ? { nextDay } : {};
}
