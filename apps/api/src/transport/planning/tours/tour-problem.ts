import {
  type Calendar,
  type Day,
  addDays,
  dayOf,
  daysBetween,
  type Taken,
  type TourWish,
  type UnitFacts,
} from '@karavaan/domain';
import type { Break, Plan, Problem, Shift, Vehicle, Visit } from '@karavaan/routing';
import type { PlanWeight, PlanWeights } from '../jobs/plan-weights.js';

/** What the search must know of the world. */
export interface TourQuestion {
  readonly wishes: readonly TourWish[];
  readonly kits: readonly { readonly unit: UnitFacts; readonly occupancies: readonly Taken[] }[];
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly transport: Calendar;
  km(fromSiteId: string, toSiteId: string): number;
  readonly weights: Pick<PlanWeights, 'distance' | 'idle'>;
}

export interface TourProblem {
  readonly problem: Problem;
  /** What a plan says, in our words. */
  read(plan: Plan): { wishId: string; unitId: string; firstDay: Day }[];
}

const POINTS_PER_KM: Record<PlanWeight, number> = { NONE: 0, SOME: 0.3, MUCH: 1 };
const KM_PER_IDLE_DAY: Record<PlanWeight, number> = { NONE: 0, SOME: 2, MUCH: 10 };
/** What one working day of moving holds: packing, driving and set-up together. */
const MOVE_MINUTES_A_DAY = 9 * 60;
const TYPICAL_DRIVE_MINUTES = 60;

/**
 * Kits that go from wish to wish, as a question to the optimiser. Time is counted in days on which vans drive, so that a
 * weekend neither costs time nor makes it: a stay begins on the number of its first day and a move takes one such day (more
 * where packing and set-up fill it). Each gap between two stays that a kit already has is a shift, from the one's site to
 * the other's; what takes a kit in between is a break. What this leaves out (the sites' own calendars, inspections that end)
 * the availability function decides afterwards.
 */
export function tourProblem(question: TourQuestion): TourProblem {
  const { wishes, kits, weights } = question;
  const clock = workingDays(question);
  const places = new Map<string, number>();
  const place = (siteId: string) => places.get(siteId) ?? places.set(siteId, places.size).get(siteId)!;
  const moves = kits.map(({ unit }) => moveDays(unit));
  const profiles = [...new Set(moves)].sort((a, b) => a - b);
  const doable = new Map<string, string[]>();
  for (const { id, unitIds } of wishes) for (const unitId of unitIds) doable.set(unitId, [...(doable.get(unitId) ?? []), id]);

  const vehicles = kits.flatMap(({ unit, occupancies }, at): Vehicle[] => {
    const skills = doable.get(unit.id);
    if (!skills) return [];
    const shifts = gapsOf(unit, occupancies, question, clock, place);
    return shifts.length === 0 ? [] : [{ id: unit.id, profile: profiles.indexOf(moves[at]!), skills, shifts }];
  });
  const possible = new Set(vehicles.flatMap(({ skills }) => skills ?? []));
  const starts = new Map<string, Map<number, Day>>();
  const jobs = wishes.flatMap((wish): Visit[] => {
    const days = new Map<number, Day>();
    let service = 1;
    for (const day of wish.firstDays) {
      const at = clock.before(day);
      if (!days.has(at)) days.set(at, day);
      service = Math.max(service, clock.before(addDays(day, wish.days)) - at);
    }
    if (wish.hopeless || days.size === 0 || !possible.has(wish.id)) return [];
    starts.set(wish.id, days);
    const windows = [...days.keys()].sort((a, b) => a - b).map((at) => [at, at] as const);
    return [
      {
        kind: 'visit',
        id: wish.id,
        prize: wish.worth,
        skills: [wish.id],
        place: { location: place(wish.siteId), service, windows: joined(windows) },
      },
    ];
  });

  const sites = [...places.keys()];
  const size = sites.length;
  const distances = new Float64Array(size * size);
  for (let from = 0; from < size; from++)
    for (let to = 0; to < size; to++) if (from !== to) distances[from * size + to] = question.km(sites[from]!, sites[to]!);
  const matrices = profiles.map((days) => ({ size, distances, durations: distances.map((km) => (km > 0 ? days : 0)) }));
  const perKm = POINTS_PER_KM[weights.distance];
  const idle = KM_PER_IDLE_DAY[weights.idle];
  const way = { distance: 1, waiting: idle };
  const problem: Problem = {
    matrices,
    vehicles,
    jobs,
    objectives: perKm > 0 ? [{ unserved: 1, distance: perKm, waiting: perKm * idle }] : ['unserved', way],
  };
  return {
    problem,
    read: (plan) =>
      plan.routes.flatMap(({ vehicle, stops }) =>
        stops.flatMap(({ job, start }) => {
          const firstDay = job === undefined ? undefined : starts.get(job)?.get(start);
          return firstDay === undefined ? [] : [{ wishId: job!, unitId: vehicle, firstDay }];
        }),
      ),
  };
}

interface Clock {
  /** Days on which vans drive before this one, from the first of the plan. */
  before(day: Day): number;
}

function workingDays({ firstDay, lastDay, transport }: TourQuestion): Clock {
  const counts: number[] = [0];
  const days = daysBetween(firstDay, lastDay) + 400;
  for (let at = 0; at < days; at++) counts.push(counts[at]! + (transport.isOpen(addDays(firstDay, at)) ? 1 : 0));
  return { before: (day) => counts[Math.min(Math.max(daysBetween(firstDay, day), 0), days)]! };
}

function moveDays({ packMinutes, setupMinutes }: UnitFacts): number {
  return Math.max(1, Math.ceil((packMinutes + setupMinutes + TYPICAL_DRIVE_MINUTES) / MOVE_MINUTES_A_DAY));
}

/** The time a kit has between its stays, as shifts. */
function gapsOf(
  unit: UnitFacts,
  occupancies: readonly Taken[],
  { lastDay }: TourQuestion,
  clock: Clock,
  place: (siteId: string) => number,
): Shift[] {
  const shifts: Shift[] = [];
  const end = clock.before(addDays(lastDay, 1));
  let from = 0;
  let at = unit.homeSiteId;
  let breaks: Break[] = [];
  const close = (until: number, to: string | undefined) => {
    if (until > from)
      shifts.push({
        start: place(at),
        ...(to ? { end: place(to) } : {}),
        window: [from, until],
        breaks: breaks.filter((each) => each.windows[0]![0] >= from && each.windows[0]![0] + each.duration <= until),
      });
    breaks = [];
  };
  for (const taken of [...occupancies].sort((a, b) => a.start - b.start)) {
    const begins = Math.max(from, clock.before(dayOf(taken.start)));
    const ends = Math.max(begins, clock.before(addDays(dayOf(taken.end - 1), 1)));
    if (dayOf(taken.start) > lastDay && taken.kind === 'STAY') {
      close(Math.min(begins, end + MOVE_ROOM), taken.siteId ?? undefined);
      return shifts;
    }
    if (taken.kind !== 'STAY') {
      if (ends > begins) breaks.push({ duration: ends - begins, windows: [[begins, begins]] });
      continue;
    }
    close(begins, taken.siteId ?? undefined);
    from = ends;
    at = taken.siteId ?? at;
  }
  close(end + MOVE_ROOM, undefined);
  return shifts;
}

/** Beyond the last day of the plan, for the way on. */
const MOVE_ROOM = 10;

/** Windows that follow each other day by day are one. */
function joined(windows: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const all: [number, number][] = [];
  for (const [open, shut] of windows) {
    const last = all.at(-1);
    if (last && open === last[1] + 1) last[1] = shut;
    else all.push([open, shut]);
  }
  return all;
}
