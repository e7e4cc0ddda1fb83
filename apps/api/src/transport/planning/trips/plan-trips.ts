import { addDays, dayOf, daysBetween, eachDay, instantAt, weekday } from '@karavaan/domain';
import { type Explanation, solve } from '@karavaan/routing';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Person } from '../../../people/person.entity.js';
import { loadWorld } from '../../../placement/world.js';
import { RefusalCode } from '../../../platform/graphql/enums.js';
import type { Settings } from '../../../platform/settings.js';
import { Leg } from '../../legs/leg.entity.js';
import { IMPOSSIBLE_CODES, openLegs } from '../../trips/compose-trip.js';
import type { StopRef } from '../../trips/compose-trip.js';
import { TransportAbsence } from '../../vehicles/transport-absence.entity.js';
import { Vehicle } from '../../vehicles/vehicle.entity.js';
import type { PlanJob } from '../jobs/plan-job.entity.js';
import type { Draft, ItemDraft, Watch } from '../proposals/draft.js';
import type { LeftOutRow } from '../proposals/proposal.entity.js';
import { figuresOf, sumOf } from '../proposals/rates.js';
import { crewsOf } from './crews.js';
import { tripProblem } from './trip-problem.js';
import type { Crew, TripQuestion } from './trip-question.js';

/** What a proposed trip is made of, kept beside its part of the proposal. */
export interface TripDetails {
  readonly vehicleId: string;
  readonly driverId: string;
  readonly helperId: string | null;
  readonly stops: readonly StopRef[];
  /** As they were when the plan was made. */
  readonly legs: readonly { readonly id: string; readonly version: number }[];
}

/** What is needed in the first days after the period has to be driven inside it: a Monday morning after a Friday. */
const NEEDED_AFTER_DAYS = 3;
const MINUTE_MS = 60_000;
/** Less of a day than this is left alone. */
const SHORTEST_MINUTES = 90;
/** What is later than a working day needs another crew, not more time. */
const LATE_AT_MOST = 600;

export interface TripLimits extends Pick<PlanJob, 'firstDay' | 'lastDay' | 'seconds' | 'seed'> {
  /** For tests: one thread and so many rounds, with the same result on every machine. */
  readonly iterations?: number;
}

/**
 * Which van drives what and when, for the legs of a period that are in no trip yet: fewest vans, then least time and
 * distance. Trips that are there already stay as they are; who is back from one has the rest of that day.
 */
export async function planTrips(manager: EntityManager, settings: Settings, job: TripLimits, watch: Watch): Promise<Draft> {
  const { question, legs, vehicles } = await askOf(manager, settings, job);
  const { problem, impossible, read } = tripProblem(question);
  const byId = new Map(legs.map((leg) => [leg.id, leg]));
  const leftOut = impossible.map(({ legId, reason, by, nextDay }) =>
    left(byId.get(legId)!, IMPOSSIBLE_CODES[reason], by, nextDay),
  );
  let better = 0;
  const solution =
    problem.jobs.length === 0 || problem.vehicles.length === 0 || watch.signal.aborted
      ? null
      : await solve(problem, {
          ...(job.iterations ? { workers: 0, iterations: job.iterations } : { timeLimit: job.seconds * 1_000 }),
          seed: job.seed,
          signal: watch.signal,
          onProgress: ({ served, terms, elapsed }) =>
            watch.progress({
              served,
              asked: legs.length,
              km: Math.round(terms.distance),
              elapsed: Math.round(elapsed),
              better: ++better,
            }),
        });
  const rates = new Map(vehicles.map((vehicle) => [vehicle.id, vehicle]));
  const items = (solution ? read(solution.plan) : []).map((trip): ItemDraft => {
    const [driverId, helperId] = trip.driverIds;
    const minutes = ((trip.return - trip.departure) / MINUTE_MS) * trip.driverIds.length;
    const details: TripDetails = {
      vehicleId: trip.vanId,
      driverId: driverId!,
      helperId: helperId ?? null,
      stops: trip.stops.map(({ legId, at }) => ({ legId, kind: at === 'pickup' ? 'PICK_UP' : 'DELIVER' })),
      legs: [...new Set(trip.stops.map(({ legId }) => legId))].map((id) => ({ id, version: byId.get(id)!.version })),
    };
    return {
      kind: 'TRIP',
      firstDay: trip.day,
      lastDay: trip.day,
      seenVersion: 1,
      unitId: null,
      siteId: rates.get(trip.vanId)!.depotSiteId,
      figures: figuresOf(trip.km, minutes, rates.get(trip.vanId)),
      details,
    };
  });
  const unserved = solution
    ? solution.plan.unserved.map((id) => left(byId.get(id)!, RefusalCode.TRIP_NO_TIME, lateBy(solution.explanations, id)))
    : [];
  const served = items.reduce((total, { details }) => total + (details as TripDetails).legs.length, 0);
  return {
    items: items.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : 0)),
    figures: { ...sumOf(items.map(({ figures }) => figures)), served, asked: legs.length },
    leftOut: [...leftOut, ...unserved],
  };
}

function left(leg: Leg, code: RefusalCode, by?: number, nextDay?: string): LeftOutRow {
  const { unitId, reservationId } = leg;
  const refusal = { code, unitId, reservationId, ...(by === undefined ? {} : { needed: String(Math.ceil(by)) }) };
  const needed = dayOf(leg.deliverBefore.getTime());
  const nearest = nextDay ? { unitId, firstDay: nextDay, daysOff: Math.max(0, daysBetween(needed, nextDay)) } : null;
  return { reservationId, refusal, rivals: [], nearest };
}

function lateBy(explanations: readonly Explanation[], job: string): number | undefined {
  const broken = explanations.find((each) => each.job === job)?.nearest?.broken ?? [];
  const late = Math.max(0, ...broken.map(({ by }) => by));
  return late > 0 && late <= LATE_AT_MOST ? late : undefined;
}

async function askOf(manager: EntityManager, settings: Settings, job: TripLimits) {
  const { firstDay, lastDay } = job;
  const legs = await manager
    .createQueryBuilder(Leg, 'l')
    .where(`l.active AND l.carriage = 'VAN' AND l.deliver_before >= :from AND l.deliver_before < :to`, {
      from: new Date(instantAt(firstDay, '00:00')),
      to: new Date(instantAt(addDays(lastDay, NEEDED_AFTER_DAYS + 1), '00:00')),
    })
    .andWhere('NOT EXISTS (SELECT 1 FROM stop s WHERE s.leg_id = l.id)')
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.unit_id = l.unit_id AND o.reservation_id = l.reservation_id AND o.active
                      AND o.kind = 'STAY' AND o.stay_state <> 'PLANNED')`,
    )
    .orderBy('l.deliver_before')
    .addOrderBy('l.id')
    .getMany();
  const vehicles = await manager.find(Vehicle, { where: { active: true }, order: { code: 'ASC' } });
  const people = await manager.find(Person, {
    where: { active: true, drivingLicences: Not(IsNull()) },
    order: { email: 'ASC' },
  });
  const absences = await manager.find(TransportAbsence, {
    where: [{ vehicleId: In(vehicles.map(({ id }) => id)) }, { personId: In(people.map(({ id }) => id)) }],
  });
  const there = await manager.query<{ day: string; vehicleId: string; people: string[]; returns: Date }[]>(
    `SELECT day::text AS day, vehicle_id AS "vehicleId", array_remove(ARRAY[driver_id, helper_id], NULL) AS people,
            max(returns_at) OVER (PARTITION BY day, vehicle_id) AS returns
       FROM trip WHERE state <> 'CANCELLED' AND day BETWEEN $1 AND $2 ORDER BY day, departs_at`,
    [firstDay, lastDay],
  );
  const away = (id: string) => [
    ...there.filter((trip) => trip.vehicleId === id || trip.people.includes(id)).map(({ day }) => day),
    ...absences
      .filter(({ vehicleId, personId }) => (vehicleId ?? personId) === id)
      .flatMap((each) =>
        eachDay(each.firstDay > firstDay ? each.firstDay : firstDay, each.lastDay < lastDay ? each.lastDay : lastDay),
      ),
  ];
  const world = await loadWorld(manager, settings);
  const soonest = Math.max(Date.now(), instantAt(firstDay, '00:00'));
  const open = (await openLegs(manager, legs)).map((leg) => ({
    ...leg,
    period: { start: Math.min(Math.max(leg.period.start, soonest), leg.period.end), end: leg.period.end },
  }));
  const vans = vehicles.map((vehicle) => ({ ...vehicle, away: away(vehicle.id) }));
  const drivers = people.map(({ id, drivingLicences, drivingHours }) => ({
    id,
    licences: drivingLicences ?? [],
    hours: drivingHours ?? [],
    away: away(id),
  }));
  // Who is back from a trip has the rest of the day, in the same van and with the same people.
  const again = there.flatMap(({ day, vehicleId, people: crew, returns }): Crew[] => {
    const ends = crew.map(
      (id) => drivers.find((driver) => driver.id === id)?.hours.findLast((each) => each.weekday === weekday(day))?.to,
    );
    const end = Math.min(...ends.map((to) => (to ? instantAt(day, to) : 0)));
    const last = there.findLast((trip) => trip.day === day && crew.some((id) => trip.people.includes(id)));
    const start = returns.getTime();
    const only = last?.vehicleId === vehicleId && last.people.join() === crew.join();
    return only && end - start >= SHORTEST_MINUTES * MINUTE_MS ? [{ vanId: vehicleId, driverIds: crew, day, start, end }] : [];
  });
  const crews = eachDay(firstDay, lastDay).flatMap((day) =>
    world.transport.isOpen(day)
      ? [
          ...crewsOf(day, vans, drivers, open),
          ...again.filter((crew, at) => crew.day === day && again.findIndex((each) => sameCrew(each, crew)) === at),
        ]
      : [],
  );
  const question: TripQuestion = {
    legs: open,
    vans,
    drivers,
    crews,
    fixed: [],
    firstDay,
    lastDay,
    transport: world.transport,
    calendar: (siteId) => world.site(siteId).calendar,
    travel: (from, to) => world.travel(from, to),
  };
  return { question, legs, vehicles };
}

const sameCrew = (a: Crew, b: Crew) => a.day === b.day && a.vanId === b.vanId;
