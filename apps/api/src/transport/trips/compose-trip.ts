import { addDays, type Day, dayOf, instantAt, type Period, weekday } from '@karavaan/domain';
import type { Explanation } from '@karavaan/routing';
import { In, type EntityManager } from 'typeorm';
import { EquipmentUnit } from '../../equipment/equipment-unit.entity.js';
import { Person } from '../../people/person.entity.js';
import { loadWorld } from '../../placement/world.js';
import { RefusalCode } from '../../platform/graphql/enums.js';
import { refuse } from '../../platform/refuse.js';
import type { Settings } from '../../platform/settings.js';
import type { Leg } from '../legs/leg.entity.js';
import type { Impossible } from '../planning/trips/impossible.js';
import { tripProblem } from '../planning/trips/trip-problem.js';
import type { Crew, OpenLeg } from '../planning/trips/trip-question.js';
import { TransportAbsence } from '../vehicles/transport-absence.entity.js';
import type { Vehicle } from '../vehicles/vehicle.entity.js';
import type { Stop, StopKind } from './trip.entity.js';

/** One of the two things that are done with a leg. */
export interface StopRef {
  readonly legId: string;
  readonly kind: StopKind;
}

export interface TripWish {
  /** Of a trip that is there: its own times are free to it. */
  readonly tripId?: string;
  readonly day: Day;
  readonly vehicle: Vehicle;
  readonly driver: Person;
  readonly helper: Person | null;
  readonly legs: readonly Leg[];
  /** The first stops, in this order; the rest follows where it costs least. */
  readonly order: readonly StopRef[];
}

export interface ComposedTrip {
  readonly departsAt: Date;
  readonly returnsAt: Date;
  readonly km: number;
  readonly driveMinutes: number;
  readonly stops: readonly Pick<Stop, 'position' | 'legId' | 'kind' | 'siteId' | 'arrivesAt' | 'startsAt' | 'departsAt'>[];
}

/** At the door, in or out of the van: so long, and so much for each box. An assumption until it is measured. */
const DOOR_MINUTES = 5;
const BOX_MINUTES = 3;
const MINUTE_MS = 60_000;
/** Rounds of the search: a day of one van is small, and the same question gets the same answer. */
const ROUNDS = 400;

/** Why a leg can be driven by nobody, as a refusal. */
export const IMPOSSIBLE_CODES: Readonly<Record<Impossible['reason'], RefusalCode>> = {
  NO_VAN: RefusalCode.TRIP_NO_TIME,
  TAIL_LIFT: RefusalCode.TRIP_TAIL_LIFT,
  TWO_PERSONS: RefusalCode.TRIP_TWO_PERSONS,
  TOO_LARGE: RefusalCode.TRIP_TOO_SMALL,
  TOO_HEAVY: RefusalCode.TRIP_TOO_HEAVY,
  CLOSED: RefusalCode.TRIP_CLOSED,
  TOO_TIGHT: RefusalCode.TRIP_NO_TIME,
};

/**
 * The best order of one van's stops on a day, with its times, or a refusal that names the leg in the way: TRIP_LICENCE,
 * TRIP_AWAY (the van, the driver or the helper), TRIP_TAIL_LIFT, TRIP_TWO_PERSONS, TRIP_TOO_SMALL, TRIP_TOO_HEAVY,
 * TRIP_CLOSED (a site that day), TRIP_NO_TIME (the shift, the opening hours or the legs' own times). Nothing is written.
 */
export async function composeTrip(manager: EntityManager, settings: Settings, wish: TripWish): Promise<ComposedTrip> {
  const { day, vehicle, legs, order } = wish;
  const { busy, ...crew } = await crewOf(manager, wish);
  const world = await loadWorld(manager, settings, [
    ...new Set([vehicle.depotSiteId, ...legs.flatMap(({ fromSiteId, toSiteId }) => [fromSiteId, toSiteId])]),
  ]);
  if (!world.transport.isOpen(day)) refuse('TRIP_CLOSED', { firstDay: day });
  const open = await openLegs(manager, legs);
  if (legs.length === 0) {
    const start = new Date(crew.start);
    return { departsAt: start, returnsAt: new Date(crew.start + MINUTE_MS), km: 0, driveMinutes: 0, stops: [] };
  }
  const units = new Map(legs.map((leg) => [leg.id, leg]));
  const { problem, impossible, read } = tripProblem({
    legs: open,
    vans: [{ ...vehicle, away: [] }],
    drivers: [],
    crews: [crew],
    fixed:
      order.length === 0
        ? []
        : [
            {
              vanId: vehicle.id,
              day,
              stops: order.map(({ legId, kind }) => ({
                legId,
                at: kind === 'PICK_UP' ? ('pickup' as const) : ('delivery' as const),
              })),
            },
          ],
    firstDay: day,
    lastDay: day,
    transport: world.transport,
    calendar: (siteId) => world.site(siteId).calendar,
    travel: (from, to) => world.travel(from, to),
  });
  const [never] = impossible;
  if (never) refuse(IMPOSSIBLE_CODES[never.reason], aboutLeg(units.get(never.legId)!, never.by, never.nextDay));
  // Only who plans needs the optimiser: the server starts without it.
  const { solve } = await import('@karavaan/routing');
  const { plan, explanations } = await solve(problem, { workers: 0, iterations: ROUNDS, seed: 1 });
  const [left] = plan.unserved;
  if (left) refuse(busy ? 'TRIP_TAKEN' : 'TRIP_NO_TIME', aboutLeg(units.get(left)!, lateness(explanations, left)));
  const [trip] = read(plan);
  return {
    departsAt: new Date(trip!.departure),
    returnsAt: new Date(trip!.return),
    km: trip!.km,
    driveMinutes: trip!.driveMinutes,
    stops: trip!.stops.map(({ legId, at, siteId, arrival, start, departure }, position) => ({
      position,
      legId,
      kind: at === 'pickup' ? 'PICK_UP' : 'DELIVER',
      siteId,
      arrivesAt: new Date(arrival),
      startsAt: new Date(start),
      departsAt: new Date(departure),
    })),
  };
}

const aboutLeg = (leg: Leg, by?: number, nextDay?: Day) => ({
  unitId: leg.unitId,
  reservationId: leg.reservationId,
  ...(by === undefined ? {} : { needed: String(by) }),
  ...(nextDay ? { firstDay: nextDay } : {}),
});

/** Minutes by which the leg that broke least would come too late. */
function lateness(explanations: readonly Explanation[], job: string): number | undefined {
  const broken = explanations.find((each) => each.job === job)?.nearest?.broken ?? [];
  const late = broken.filter(({ constraint }) => constraint === 'window' || constraint === 'shift-end');
  return late.length > 0 ? Math.ceil(Math.max(...late.map(({ by }) => by))) : undefined;
}

/**
 * Who drives, and when: on a day on which van and people are there, within the hours of all, in the longest span that other
 * trips of theirs leave.
 */
async function crewOf(
  manager: EntityManager,
  { tripId, day, vehicle, driver, helper }: TripWish,
): Promise<Crew & { busy: boolean }> {
  const people = [driver, ...(helper ? [helper] : [])];
  if (!driver.active || !driver.drivingLicences?.includes(vehicle.licence)) refuse('TRIP_LICENCE', { available: driver.name });
  if (!vehicle.active) refuse('TRIP_AWAY', { available: vehicle.name });
  const absences = await manager.find(TransportAbsence, {
    where: [{ vehicleId: vehicle.id }, { personId: In(people.map(({ id }) => id)) }],
  });
  const away = absences.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  if (away) {
    const who = people.find(({ id }) => id === away.personId)?.name ?? vehicle.name;
    refuse('TRIP_AWAY', { available: who, firstDay: away.firstDay, lastDay: away.lastDay });
  }
  const on = weekday(day);
  const hours = people.map((person) => {
    const shift = person.drivingHours?.filter((each) => each.weekday === on) ?? [];
    if (!person.active || shift.length === 0) refuse('TRIP_AWAY', { available: person.name, firstDay: day, lastDay: day });
    return { start: instantAt(day, shift[0]!.from), end: instantAt(day, shift.at(-1)!.to) };
  });
  const start = Math.max(...hours.map(({ start: from }) => from));
  const end = Math.min(...hours.map(({ end: to }) => to));
  const seats = await manager.query<{ from: Date; to: Date }[]>(
    `SELECT lower(during) AS "from", upper(during) AS "to" FROM trip_seat
      WHERE resource_id = ANY($1::uuid[]) AND during && tstzrange($2, $3) AND trip_id IS DISTINCT FROM $4 ORDER BY 1`,
    [[vehicle.id, ...people.map(({ id }) => id)], new Date(start), new Date(end), tripId ?? null],
  );
  const span = longestFree({ start, end }, seats);
  return { vanId: vehicle.id, driverIds: people.map(({ id }) => id), day, ...span, busy: seats.length > 0 };
}

function longestFree({ start, end }: Period, seats: readonly { from: Date; to: Date }[]): Period {
  let free = { start, end: start };
  let from = start;
  for (const next of [...seats, { from: new Date(end), to: new Date(end) }]) {
    if (next.from.getTime() - from > free.end - free.start) free = { start: from, end: next.from.getTime() };
    from = Math.max(from, next.to.getTime());
  }
  // Nothing left at all: a moment, in which nothing fits.
  return free.end > free.start ? free : { start, end: start + MINUTE_MS };
}

/** How long before it is needed a kit may be brought: a week in which the centre is open. */
const EARLY_DAYS = 7;

/** Legs with what their models need, between packing and setting up. */
export async function openLegs(manager: EntityManager, legs: readonly Leg[]): Promise<OpenLeg[]> {
  const units = await manager.find(EquipmentUnit, {
    where: { id: In(legs.map(({ unitId }) => unitId)) },
    relations: { model: true },
  });
  const models = new Map(units.map(({ id, model }) => [id, model!]));
  return legs.map(({ id, unitId, fromSiteId, toSiteId, pickUpAfter, deliverBefore }) => {
    const model = models.get(unitId)!;
    const end = deliverBefore.getTime() - model.setupMinutes * MINUTE_MS;
    const early = instantAt(addDays(dayOf(deliverBefore.getTime()), -EARLY_DAYS), '00:00');
    const start = pickUpAfter ? pickUpAfter.getTime() + model.packMinutes * MINUTE_MS : early;
    const minutes = DOOR_MINUTES + BOX_MINUTES * model.cases;
    return {
      id,
      fromSiteId,
      toSiteId,
      period: { start: Math.min(start, end), end },
      volumeM3: model.volumeM3,
      massKg: model.massKg,
      tailLift: model.needsTailLift,
      twoPersons: model.needsTwoPersons,
      loadMinutes: minutes,
      unloadMinutes: minutes,
    };
  });
}
