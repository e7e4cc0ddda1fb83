import {
  ASSUMED_OPENING_HOURS,
  type CalendarRules,
  compileCalendar,
  estimateTravel,
  type HolidayTable,
  holidayTable,
  type Point,
  type SiteFacts,
  type Travel,
  type World,
} from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import type { Settings } from '../platform/settings.js';
import { Closure, Holiday } from '../sites/calendar.entities.js';
import { Site } from '../sites/site.entity.js';

type Rules = Pick<Settings, 'transportShift' | 'noticeDays'>;

/** The world as the rules see it, plus where its sites lie. */
export interface LoadedWorld extends World {
  readonly siteIds: readonly string[];
  point(siteId: string): Point;
  readonly holidays: HolidayTable;
}

/** A moment's world for reads: calendars and travel change rarely, and whatever is written is judged on a fresh one. */
const FRESH_MS = 5_000;
let remembered: { manager: EntityManager; rules: Rules; at: number; world: Promise<LoadedWorld> } | undefined;

export function worldForReading(manager: EntityManager, rules: Rules): Promise<LoadedWorld> {
  if (remembered?.manager === manager && remembered.rules === rules && Date.now() - remembered.at < FRESH_MS)
    return remembered.world;
  const world = loadWorld(manager, rules);
  remembered = { manager, rules, at: Date.now(), world };
  world.catch(() => (remembered = undefined));
  return world;
}

export function forgetWorld(): void {
  remembered = undefined;
}

/** @param siteIds only these sites and the ways between them; all when absent. Four queries. */
export async function loadWorld(manager: EntityManager, rules: Rules, siteIds?: readonly string[]): Promise<LoadedWorld> {
  const sites = await manager.find(Site, siteIds ? { where: { id: In([...siteIds]) } } : {});
  const holidays = holidayTable(
    (await manager.findBy(Holiday, { active: true })).map((row) => ({
      ...row,
      names: { nl: row.nameNl, fr: row.nameFr, en: row.nameEn },
    })),
  );
  const closures = await manager.find(Closure);
  const ways = await manager.query<{ from: string; to: string; km: number; minutes: number; source: string }[]>(
    `SELECT from_site_id AS "from", to_site_id AS "to", km, minutes, source FROM site_travel
      WHERE $1::uuid[] IS NULL OR (from_site_id = ANY($1) AND to_site_id = ANY($1))`,
    [siteIds ?? null],
  );
  const travels = new Map<string, Map<string, Travel>>(sites.map((site) => [site.id, new Map()]));
  for (const way of ways) travels.get(way.from)?.set(way.to, way);
  const facts = new Map(sites.map((site) => [site.id, toFacts(site, closures, holidays)]));
  const points = new Map<string, Point>(sites.map((site) => [site.id, site]));
  const point = (id: string) => points.get(id)!;
  return {
    siteIds: sites.map((site) => site.id),
    holidays,
    point,
    site: (id) => facts.get(id)!,
    travel: (from, to) => travels.get(from)?.get(to) ?? estimateTravel(point(from), point(to)),
    transport: compileCalendar(
      { openingHours: shift(rules), closedInSchoolHolidays: false, closures: everywhere(closures) },
      holidays,
    ),
    noticeDays: rules.noticeDays,
  };
}

/** The same world with one bare place in it, under `id`: assumed hours, nothing known, travel estimated. */
export function withPlace(world: LoadedWorld, id: string, place: Point): LoadedWorld {
  const facts: SiteFacts = {
    id,
    calendar: compileCalendar({ openingHours: ASSUMED_OPENING_HOURS, closedInSchoolHolidays: false }, world.holidays),
    openingHoursAssumed: true,
    validFrom: null,
    validTo: null,
    powerSupplies: null,
    floorAreaM2: null,
    stepFree: null,
    maxGroupSize: null,
  };
  const point = (siteId: string) => (siteId === id ? place : world.point(siteId));
  return {
    ...world,
    point,
    site: (siteId) => (siteId === id ? facts : world.site(siteId)),
    travel: (from, to) => (from === id || to === id ? estimateTravel(point(from), point(to)) : world.travel(from, to)),
  };
}

function toFacts(site: Site, closures: readonly Closure[], holidays: HolidayTable): SiteFacts {
  const rules: CalendarRules = {
    openingHours: site.openingHours,
    closedInSchoolHolidays: site.closedInSchoolHolidays,
    closures: closures.filter((closure) => closure.siteId === null || closure.siteId === site.id),
    validFrom: site.validFrom,
    validTo: site.validTo,
  };
  return { ...site, calendar: compileCalendar(rules, holidays) };
}

const everywhere = (closures: readonly Closure[]) => closures.filter((closure) => closure.siteId === null);
const shift = ({ transportShift }: Rules) => [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...transportShift }));
