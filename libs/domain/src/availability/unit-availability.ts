import { type Turnaround, turnaroundAround, type TurnaroundPeriods } from '../care/turnaround.js';
import { type Accompanied, chooseInstructors, type InstructorFacts } from '../people/instructors.js';
import { areaOf } from '../requests/areas.js';
import { type MovePlan, type MoveSchedule, planMove } from '../transport/move.js';
import type { Travel } from '../transport/travel.js';
import { dayOf } from '../values/brussels-time.js';
import { type Day, daysBetween } from '../values/days.js';
import { overlaps, type Period, subtract } from '../values/period.js';
import { hard, type PlacementRefusal, type PlacementWarning } from '../values/refusal.js';
import type { Calendar, Names } from './calendar.js';
import { type Basis, type ModelNeeds, siteFit, type SiteFacilities } from './site-fit.js';

/** One physical thing, with what its model asks. */
export interface UnitFacts {
  readonly id: string;
  /** Where it matters that two units are of the same model. */
  readonly modelId?: string;
  readonly mobility: 'FIXED' | 'MOBILE';
  readonly homeSiteId: string;
  readonly inService: boolean;
  /** The last day of a valid inspection; null when unknown. */
  readonly inspectionValidTo: Day | null;
  readonly inspectionDuty: boolean;
  /** What the inspection is called whose validity ends first. */
  readonly inspectionName?: Names | null;
  /** A visit of the inspector on this day, from which it will be valid until the other. */
  readonly inspectionPlannedOn?: Day | null;
  readonly inspectionPlannedValidTo?: Day | null;
  /** A defect keeps it from being used, up to the day it is expected back; null when nobody knows that. */
  readonly blockedByDefect?: boolean;
  readonly defectUntil?: Day | null;
  /** Working time that each loan needs before and after. */
  readonly turnaround?: Turnaround | null;
  /** Days of request rounds that are open or not yet shared out, for this model. */
  readonly rounds?: readonly RoundDays[] | null;
  /** Who may come along, where the model asks for somebody; null when it asks nobody. */
  readonly instructors?: readonly InstructorFacts[] | null;
  readonly packMinutes: number;
  readonly setupMinutes: number;
  /** What the minutes of packing and set-up rest on, where known. */
  readonly timeBasis?: Basis;
  readonly needs: ModelNeeds;
}

/** The days a request round shares out, both included, with its name. */
export interface RoundDays {
  readonly name: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export interface SiteFacts extends SiteFacilities {
  readonly id: string;
  readonly calendar: Calendar;
  /** Of its municipality; null when unknown. */
  readonly nis?: string | null;
  /** Nobody told the opening hours: a closed day is then an assumption. */
  readonly openingHoursAssumed?: boolean;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

/** An active occupancy of the unit. A stay has a site; maintenance, blocks and turn-around take time where the unit stands. */
export interface Taken extends Period {
  readonly id: string;
  readonly kind: 'STAY' | 'MAINTENANCE' | 'BLOCK' | 'TURNAROUND';
  readonly siteId: string | null;
  readonly reservationId: string | null;
}

/** What is asked. `siteId` null asks for no place: the unit is then looked at where it stands. */
export interface Ask {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly period: Period;
  readonly siteId: string | null;
  readonly groupSize: number | null;
  readonly now: number;
  /** Places what a round shares out, or judges what was booked before: its days are not kept from it. */
  readonly beyondRounds?: boolean;
  /** What is asked for: who comes along with it already is not taken by it. */
  readonly reservationId?: string | null;
}

/** The world around: all lookups are in memory. */
export interface World {
  site(id: string): SiteFacts;
  /** Between two different sites. */
  travel(fromSiteId: string, toSiteId: string): Travel;
  readonly transport: Calendar;
  /** A stay that needs a move is asked at least this many days ahead. */
  readonly noticeDays: number;
}

export type Verdict = 'FREE_HERE' | 'REACHABLE' | 'GUEST' | 'UNAVAILABLE';

export interface Availability {
  readonly verdict: Verdict;
  /** Where the stay would be: the asked site, or the host of a fixed unit. */
  readonly siteId: string;
  /** Where the unit stands just before. */
  readonly standsAtSiteId: string;
  /** The kit's way to the asked site, or a guest group's way to the host; null when there is none. */
  readonly travel: Travel | null;
  /** What the stay adds to the kit's journey, km: way in + way out − what it would drive anyway. */
  readonly extraKm: number;
  /** How the kit comes and how it goes on to its next stay; null when it need not move. */
  readonly arrival: MoveSchedules | null;
  readonly departure: MoveSchedules | null;
  readonly refusals: readonly PlacementRefusal[];
  readonly warnings: readonly PlacementWarning[];
}

export interface MoveSchedules {
  readonly earliest: MoveSchedule;
  readonly latest: MoveSchedule;
}

/**
 * The one answer to "can this unit be at that site in that period?", for search, booking, approval and calendar alike.
 * @param occupancies the unit's active occupancies around the period in order of time: at least all that overlap it, the
 *   stay before, the stay after, and everything between those two
 */
export function availability(unit: UnitFacts, occupancies: readonly Taken[], ask: Ask, world: World): Availability {
  const before = lastStayBefore(occupancies, ask.period.start);
  const after = firstStayAfter(occupancies, ask.period.end);
  // The stay that has begun by then, also when it is still on: while it lasts the unit stands there.
  const standsAt = lastStayBegun(occupancies, ask.period.start)?.siteId ?? unit.homeSiteId;
  const guest = unit.mobility === 'FIXED' && ask.siteId !== null && ask.siteId !== unit.homeSiteId;
  const siteId = unit.mobility === 'FIXED' ? unit.homeSiteId : (ask.siteId ?? standsAt);
  const site = world.site(siteId);

  const own = turnaroundOf(unit, ask.period, world);
  const taken = takenRefusals(unit, occupancies, ask.period, own);
  const refusals = [...unitRefusals(unit, ask), ...siteRefusals(site, ask), ...taken];
  const warnings: PlacementWarning[] = [];
  if (waitsForInspection(unit, ask))
    warnings.push({
      code: 'INSPECTION_PLANNED',
      unitId: unit.id,
      firstDay: unit.inspectionPlannedOn!,
      lastDay: unit.inspectionPlannedOn!,
      name: unit.inspectionName,
      estimated: false,
      overridable: true,
    });
  if (unit.inspectionDuty && unit.inspectionValidTo === null)
    warnings.push({ code: 'INSPECTION_UNKNOWN', unitId: unit.id, estimated: false, overridable: true });

  if (unit.instructors && !chooseInstructors([unit.instructors], accompaniedAt(site, ask)))
    refusals.push(
      hard('INSTRUCTOR_MISSING', { unitId: unit.id, firstDay: ask.firstDay, lastDay: ask.lastDay, overridable: true }),
    );

  let arrival: MovePlan | null = null;
  let departure: MovePlan | null = null;
  // Of a unit that is taken, how it would have travelled says nothing.
  if (unit.mobility === 'MOBILE' && taken.length === 0) {
    arrival = moveBetween(
      unit,
      standsAt,
      siteId,
      { start: Math.max(before?.end ?? ask.now, ask.now), end: own.whole.start },
      occupancies,
      world,
    );
    if (arrival && !arrival.ok) refusals.push(tooFar('TOO_FAR_BEFORE', unit, standsAt, siteId, before, world));
    if (after?.siteId) {
      const gap = { start: Math.max(own.whole.end, ask.now), end: after.start };
      departure = moveBetween(unit, siteId, after.siteId, gap, occupancies, world);
      if (departure && !departure.ok) refusals.push(tooFar('TOO_FAR_AFTER', unit, siteId, after.siteId, after, world));
    }
  }

  // It has to be brought, or made ready: both ask some days ahead.
  const ahead = daysBetween(dayOf(ask.now), ask.firstDay);
  const readying = own.before && own.before.start < ask.now ? daysBetween(dayOf(own.before.start), ask.firstDay) : 0;
  const needed = Math.max(arrival ? world.noticeDays : 0, readying && Math.max(readying, ahead + 1));
  if (ahead < needed)
    refusals.push(
      hard('TOO_SHORT_NOTICE', { unitId: unit.id, needed: String(needed), available: String(ahead), overridable: true }),
    );

  const fit = siteFit(unit.needs, site, ask.groupSize, unit.mobility === 'FIXED');
  refusals.push(...fit.refusals.map((refusal) => ({ ...refusal, unitId: unit.id, siteId })));
  warnings.push(...fit.warnings.map((warning) => ({ ...warning, unitId: unit.id, siteId })));

  const km = (from: string, to: string) => (from === to ? 0 : world.travel(from, to).km);
  const travel = guest
    ? world.travel(ask.siteId, siteId)
    : unit.mobility === 'MOBILE' && standsAt !== siteId
      ? world.travel(standsAt, siteId)
      : null;
  const next = after?.siteId ?? null;
  const extra = unit.mobility === 'FIXED' ? 0 : km(standsAt, siteId) + (next ? km(siteId, next) - km(standsAt, next) : 0);
  return {
    verdict: refusals.length ? 'UNAVAILABLE' : guest ? 'GUEST' : arrival ? 'REACHABLE' : 'FREE_HERE',
    siteId,
    standsAtSiteId: standsAt,
    travel,
    extraKm: Math.max(0, Math.round(extra * 10) / 10),
    arrival: arrival?.ok ? arrival : null,
    departure: departure?.ok ? departure : null,
    refusals,
    warnings,
  };
}

/** A loan as those see it who would come along. */
export function accompaniedAt(site: SiteFacts, { firstDay, lastDay, period, reservationId }: Ask): Accompanied {
  const area = site.nis ? areaOf(site.nis) : null;
  return { firstDay, lastDay, period, area, reservationId, isOpen: (day) => site.calendar.isOpen(day) };
}

function unitRefusals(unit: UnitFacts, ask: Ask): PlacementRefusal[] {
  const refusals: PlacementRefusal[] = [];
  if (!unit.inService) refusals.push(hard('UNIT_OUT_OF_SERVICE', { unitId: unit.id }));
  if (unit.inspectionValidTo !== null && ask.lastDay > unit.inspectionValidTo && !waitsForInspection(unit, ask))
    refusals.push(hard('INSPECTION_EXPIRED', { unitId: unit.id, lastDay: unit.inspectionValidTo, name: unit.inspectionName }));
  if (unit.blockedByDefect && (!unit.defectUntil || ask.firstDay <= unit.defectUntil))
    refusals.push(hard('UNIT_DEFECT', { unitId: unit.id, lastDay: unit.defectUntil ?? undefined }));
  const round = ask.beyondRounds
    ? undefined
    : unit.rounds?.find(({ firstDay, lastDay }) => firstDay <= ask.lastDay && ask.firstDay <= lastDay);
  if (round) {
    const { name, firstDay, lastDay } = round;
    refusals.push(hard('IN_ROUND', { unitId: unit.id, available: name, firstDay, lastDay, overridable: true }));
  }
  return refusals;
}

/** The validity ends before the stay does, but an inspection is planned before it begins. One that was missed does not count. */
function waitsForInspection(unit: UnitFacts, ask: Ask): boolean {
  const { inspectionValidTo: until, inspectionPlannedOn: on, inspectionPlannedValidTo: then } = unit;
  if (until === null || ask.lastDay <= until || !on || !then) return false;
  return on >= dayOf(ask.now) && ask.firstDay > on && ask.lastDay <= then;
}

/** Who makes it ready works by the hours of the host of fixed equipment, or else of the transport service. */
export function turnaroundOf(unit: UnitFacts, stay: Period, world: Pick<World, 'site' | 'transport'>): TurnaroundPeriods {
  const calendar = unit.turnaround && unit.mobility === 'FIXED' ? world.site(unit.homeSiteId).calendar : world.transport;
  return turnaroundAround(unit.turnaround, stay, calendar);
}

function siteRefusals(site: SiteFacts, ask: Ask): PlacementRefusal[] {
  const refusals: PlacementRefusal[] = [];
  if (ask.period.start < ask.now) refusals.push(hard('IN_THE_PAST', { firstDay: ask.firstDay }));
  if ((site.validFrom && ask.firstDay < site.validFrom) || (site.validTo && ask.lastDay > site.validTo))
    return [
      ...refusals,
      hard('SITE_NOT_VALID', { siteId: site.id, firstDay: site.validFrom ?? undefined, lastDay: site.validTo ?? undefined }),
    ];
  // The kit is received on the first day and handed back on the last; closed days between them do not matter.
  for (const day of new Set([ask.firstDay, ask.lastDay])) {
    if (site.calendar.isOpen(day)) continue;
    // A closure is told, by whomever; opening hours may be a guess.
    const assumed = site.openingHoursAssumed && site.calendar.closedReason(day)?.kind !== 'CLOSURE';
    const soft = assumed ? { estimated: true, overridable: true } : {};
    refusals.push({ ...hard('SITE_CLOSED', { siteId: site.id, firstDay: day, lastDay: day }), ...soft });
  }
  return refusals;
}

/** What lies in the time of the stay itself, and what lies in the time to make it ready before and put it right after. */
function takenRefusals(
  unit: UnitFacts,
  occupancies: readonly Taken[],
  period: Period,
  { whole }: TurnaroundPeriods,
): PlacementRefusal[] {
  return occupancies
    .filter((taken) => overlaps(taken, whole))
    .map((taken) => {
      const during = overlaps(taken, period) && taken.kind !== 'TURNAROUND';
      return hard(during ? 'UNIT_TAKEN' : 'TURNAROUND', { unitId: unit.id, ...thingInTheWay(taken) });
    });
}

function tooFar(
  code: 'TOO_FAR_BEFORE' | 'TOO_FAR_AFTER',
  unit: UnitFacts,
  fromSiteId: string,
  toSiteId: string,
  stay: Taken | undefined,
  world: World,
): PlacementRefusal {
  const siteId = code === 'TOO_FAR_BEFORE' ? fromSiteId : toSiteId;
  const estimated = unit.timeBasis === 'ESTIMATED' || world.travel(fromSiteId, toSiteId).source === 'estimate';
  return hard(code, { unitId: unit.id, siteId, ...(stay ? thingInTheWay(stay) : {}), estimated });
}

function thingInTheWay(taken: Taken): Partial<PlacementRefusal> {
  return {
    occupancyId: taken.id,
    reservationId: taken.reservationId,
    firstDay: dayOf(taken.start),
    lastDay: dayOf(taken.end - 1),
    ...(taken.siteId ? { siteId: taken.siteId } : {}),
  };
}

/**
 * The move inside a gap: wholly in one of its free pieces. The earliest schedule is the first piece's that works, the
 * latest the last's. Null when nothing moves.
 */
function moveBetween(
  unit: UnitFacts,
  fromSiteId: string,
  toSiteId: string,
  gap: Period,
  occupancies: readonly Taken[],
  world: World,
): MovePlan | null {
  if (fromSiteId === toSiteId) return null;
  const driveMinutes = world.travel(fromSiteId, toSiteId).minutes;
  const pieces = subtract(gap, occupancies);
  const planIn = (piece: Period): MovePlan =>
    planMove({
      leaveAfter: piece.start,
      readyBefore: piece.end,
      from: world.site(fromSiteId).calendar,
      to: world.site(toSiteId).calendar,
      transport: world.transport,
      packMinutes: unit.packMinutes,
      driveMinutes,
      setupMinutes: unit.setupMinutes,
    });
  let earliest: MovePlan = { ok: false, missing: 'TIME' };
  for (let at = 0; at < pieces.length && !earliest.ok; at++) earliest = planIn(pieces[at]!);
  if (!earliest.ok) return earliest;
  for (let at = pieces.length - 1; at > 0; at--) {
    const latest = planIn(pieces[at]!);
    if (latest.ok) return { ...earliest, latest: latest.latest };
  }
  return earliest;
}

function lastStayBefore(occupancies: readonly Taken[], instant: number): Taken | undefined {
  return occupancies.findLast((taken) => taken.kind === 'STAY' && taken.end <= instant);
}

function lastStayBegun(occupancies: readonly Taken[], instant: number): Taken | undefined {
  return occupancies.findLast((taken) => taken.kind === 'STAY' && taken.start < instant);
}

function firstStayAfter(occupancies: readonly Taken[], instant: number): Taken | undefined {
  return occupancies.find((taken) => taken.kind === 'STAY' && taken.start >= instant);
}
