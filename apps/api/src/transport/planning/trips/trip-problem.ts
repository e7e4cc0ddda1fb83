import { type Day, eachDay, instantAt, type Period, weekday } from '@karavaan/domain';
import type { Place, Plan, Problem, Shift, Shipment, SoftWindow, Vehicle } from '@karavaan/routing';
import { crewsOf } from './crews.js';
import { impossible, type Impossible } from './impossible.js';
import type { Crew, OpenLeg, PlannedTrip, TripQuestion, Van } from './trip-question.js';

export interface TripProblem {
  readonly problem: Problem;
  /** Legs that are not in it, since nobody could drive them whatever else is planned. */
  readonly impossible: readonly Impossible[];
  /** A plan in our words. */
  read(plan: Plan): PlannedTrip[];
}

const MINUTE_MS = 60_000;
const PAUSE = { minutes: 30, from: '11:30', until: '13:30', afterMinutes: 360 };
/** A driver's day that is not needed is worth this much driving. */
const CREW_CENTS = 20_000;
/** What a day outside the usual one costs: less than a detour of twenty kilometres. */
const UNUSUAL_CENTS_PER_MINUTE = 0.5;

/**
 * Open legs and those who can drive them, as a question to the optimiser: minutes from the first day, kilometres and cents. A
 * van is a vehicle, or two where it has a crew of two on some days; each of its days is a shift. Service starts inside the
 * opening of the site and ends inside it too.
 */
export function tripProblem(question: TripQuestion): TripProblem {
  const { legs, vans, drivers, fixed, firstDay, lastDay } = question;
  const origin = instantAt(firstDay, '00:00');
  const minute = (instant: number) => Math.round((instant - origin) / MINUTE_MS);
  const days = eachDay(firstDay, lastDay).filter((day) => question.transport.isOpen(day));
  const places = new Map<string, number>();
  const location = (siteId: string) => places.get(siteId) ?? places.set(siteId, places.size).get(siteId)!;
  const crews = question.crews ?? days.flatMap((day) => crewsOf(day, vans, drivers, legs));
  const shiftsOf = new Map<string, Crew[]>();

  const possible = vans.flatMap((van) =>
    [1, 2].flatMap((people): Vehicle[] => {
      const own = crews.filter(({ vanId, driverIds }) => vanId === van.id && driverIds.length === people);
      if (own.length === 0) return [];
      const id = `${van.id}|${people}`;
      shiftsOf.set(id, own);
      return [
        {
          id,
          capacity: [litres(van.volumeM3), van.payloadKg],
          skills: [...(van.tailLift ? ['tail-lift'] : []), ...(people === 2 ? ['two-persons'] : [])],
          costPerDistance: van.centsPerKm,
          costPerTime: (van.centsPerHour * people) / 60,
          shifts: own.map((crew) => shiftOf(crew, van, fixed, location, minute)),
        },
      ];
    }),
  );
  const out: Impossible[] = [];
  const jobs = legs.flatMap((leg) => {
    const job = shipmentOf(leg, question, days, location, minute);
    const why = impossible(leg, job, possible, question);
    if (why) out.push(why);
    return why ? [] : [job];
  });
  // What became impossible after its trip was published is told, and the rest of the trip stays.
  const doable = new Set(jobs.map(({ id }) => id));
  const vehicles = possible.map((vehicle) => ({
    ...vehicle,
    shifts: vehicle.shifts.map((shift) =>
      shift.locked ? { ...shift, locked: shift.locked.filter(({ job }) => doable.has(job)) } : shift,
    ),
  }));
  const sites = [...places.keys()];
  const size = sites.length;
  const distances = new Float64Array(size * size);
  const durations = new Float64Array(size * size);
  for (let from = 0; from < size; from++)
    for (let to = 0; to < size; to++) {
      if (from === to) continue;
      const { km, minutes } = question.travel(sites[from]!, sites[to]!);
      distances[from * size + to] = km;
      durations[from * size + to] = minutes;
    }
  return {
    impossible: out,
    problem: {
      matrices: [{ size, distances, durations }],
      dimensions: ['volume (l)', 'mass (kg)'],
      vehicles,
      jobs,
      objectives: ['vehicles', { cost: 1, softWindows: 1 }],
    },
    read: (plan) =>
      plan.routes.map((route) => {
        const { vanId, driverIds, day } = shiftsOf.get(route.vehicle)![route.shift]!;
        const instant = (at: number) => origin + at * MINUTE_MS;
        return {
          vanId,
          driverIds,
          day,
          departure: instant(route.departure),
          return: instant(route.return),
          km: Math.round(route.distance * 10) / 10,
          driveMinutes: Math.round(route.travelTime),
          stops: route.stops.flatMap(({ kind, job, location: at, arrival, start, departure, load }) =>
            kind === 'pickup' || kind === 'delivery'
              ? [
                  {
                    legId: job!,
                    at: kind,
                    siteId: sites[at]!,
                    arrival: instant(arrival),
                    start: instant(start),
                    departure: instant(departure),
                    volumeM3: load[0]! / 1_000,
                    massKg: load[1]!,
                  },
                ]
              : [],
          ),
        };
      }),
  };
}

function shiftOf(
  { day, start, end }: Crew,
  van: Van,
  fixed: TripQuestion['fixed'],
  location: (siteId: string) => number,
  minute: (instant: number) => number,
): Shift {
  const depot = location(van.depotSiteId);
  const window = [minute(start), minute(end)] as const;
  const published = fixed.find((trip) => trip.vanId === van.id && trip.day === day);
  const paused = window[1] - window[0] > PAUSE.afterMinutes;
  return {
    start: depot,
    end: depot,
    window,
    fixedCost: CREW_CENTS,
    ...(paused
      ? {
          breaks: [
            { duration: PAUSE.minutes, windows: [[minute(instantAt(day, PAUSE.from)), minute(instantAt(day, PAUSE.until))]] },
          ],
        }
      : {}),
    ...(published ? { locked: published.stops.map(({ legId, at }) => ({ job: legId, at })) } : {}),
  };
}

function shipmentOf(
  leg: OpenLeg,
  question: TripQuestion,
  days: readonly Day[],
  location: (siteId: string) => number,
  minute: (instant: number) => number,
): Shipment {
  const place = (siteId: string, service: number): Place => ({
    location: location(siteId),
    service,
    windows: windowsAt(siteId, leg.period, service, question, days, minute),
  });
  const soft = usualDay(leg, days, minute);
  return {
    kind: 'shipment',
    id: leg.id,
    pickup: place(leg.fromSiteId, leg.loadMinutes),
    delivery: { ...place(leg.toSiteId, leg.unloadMinutes), ...(soft ? { soft } : {}) },
    load: [litres(leg.volumeM3), leg.massKg],
    skills: [...(leg.tailLift ? ['tail-lift'] : []), ...(leg.twoPersons ? ['two-persons'] : [])],
  };
}

/** When service can start: while the site is open, early enough to end before it closes. */
function windowsAt(
  siteId: string,
  period: Period,
  service: number,
  { calendar }: TripQuestion,
  days: readonly Day[],
  minute: (instant: number) => number,
): [number, number][] {
  return days.flatMap((day) =>
    calendar(siteId)
      .movingWindows(day)
      .flatMap(({ start, end }): [number, number][] => {
        const open = Math.max(minute(start), minute(period.start));
        const shut = Math.min(minute(end), minute(period.end)) - service;
        return open <= shut ? [[open, shut]] : [];
      }),
  );
}

/** The first of the usual days within reach, as a wish. */
function usualDay(
  { usualWeekdays, period }: OpenLeg,
  days: readonly Day[],
  minute: (instant: number) => number,
): SoftWindow | null {
  const day = days.find(
    (each) =>
      usualWeekdays?.includes(weekday(each)) && instantAt(each, '23:00') > period.start && instantAt(each, '06:00') < period.end,
  );
  if (!day) return null;
  const cost = UNUSUAL_CENTS_PER_MINUTE;
  return { from: minute(instantAt(day, '00:00')), until: minute(instantAt(day, '23:59')), earlyCost: cost, lateCost: cost };
}

const litres = (m3: number) => Math.round(m3 * 1_000);
