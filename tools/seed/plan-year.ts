import type { Period } from '@karavaan/domain';
import { chooseSite } from './choose-site.ts';
import { plusDays, weekday, type Day } from './days.ts';
import { HALF_YEAR_DAYS } from './demo-settings.ts';
import type { DemoSite, DemoUnit, DemoWorld } from './demo-world.ts';
import type { Random } from './random.ts';
import { UnitDiary } from './unit-diary.ts';

export type Booking = {
  id: string;
  unit: DemoUnit;
  /** all units of the booking, `unit` first */
  unitIds: string[];
  site: DemoSite;
  organisationId: string;
  firstDay: Day;
  lastDay: Day;
  groupSize: number;
};
export type Maintenance = { unitId: string; period: Period; reason: string };
export type Year = { bookings: Booking[]; maintenance: Maintenance[] };

/** Calendar days of a stay; the long ones run over a weekend. */
const LENGTHS = [1, 1, 2, 2, 3, 3, 3, 4, 5, 5, 8] as const;
const REPAIRS = ['Onderhoud', 'Herstelling', 'Update en nazicht'] as const;
/** Bookings that hold a second kit of the same domain. */
const PAIRS = 90;

/** A year of bookings from half a year before `today` to half a year after it: each kit tours from site to site. */
export function planYear(demo: DemoWorld, today: Day, random: Random): Year {
  const from = plusDays(today, -HALF_YEAR_DAYS);
  const diaries = demo.units.map((unit) => new UnitDiary(unit, demo.world, from));
  const year: Year = { bookings: [], maintenance: [] };
  for (const diary of diaries) tourOf(diary, demo, today, random, year);
  pairKits(year.bookings, diaries, random);
  return year;
}

function tourOf(diary: UnitDiary, demo: DemoWorld, today: Day, random: Random, year: Year): void {
  const { unit } = diary;
  const end = plusDays(today, HALF_YEAR_DAYS);
  let day = plusDays(today, random.whole(0, 10) - HALF_YEAR_DAYS);
  while (day <= end) {
    const site = nextSite(diary, demo, random);
    const booking = placeNear(diary, site, day, random);
    if (!booking) {
      day = plusDays(day, random.whole(2, 6));
      continue;
    }
    booking.organisationId = organisationOf(unit, site, demo, random);
    year.bookings.push(booking);
    day = plusDays(booking.lastDay, 1 + restDays(booking.lastDay, today, random));
    if (random.chance(0.03)) {
      const first = plusDays(booking.lastDay, 1);
      const period = diary.tryMaintenance(first, plusDays(first, random.whole(0, 1)));
      if (period) year.maintenance.push({ unitId: unit.id, period, reason: random.pick(REPAIRS) });
    }
  }
  const inspection =
    unit.inspectionValidTo && unit.inspectionValidTo < end ? beforeExpiry(diary, unit.inspectionValidTo) : undefined;
  if (inspection) year.maintenance.push({ unitId: unit.id, period: inspection, reason: 'Keuring' });
}

function nextSite(diary: UnitDiary, { sites, world }: DemoWorld, random: Random): DemoSite {
  const here = world.site(diary.unit.mobility === 'FIXED' ? diary.unit.homeSiteId : diary.lastSiteId) as DemoSite;
  if (diary.unit.mobility === 'FIXED') return here;
  return chooseSite(diary.unit, here, sites, (a, b) => world.travel(a.id, b.id).km, random);
}

/** The first days from `day` on that work, within two weeks. */
function placeNear(diary: UnitDiary, site: DemoSite, day: Day, random: Random): Booking | undefined {
  const { unit } = diary;
  const length = random.pick(LENGTHS);
  const most = Math.min(unit.needs.maxParticipants, site.maxGroupSize ?? unit.needs.maxParticipants);
  const groupSize = random.whole(Math.max(2, Math.ceil(most * 0.4)), most);
  const id = crypto.randomUUID();
  for (let shift = 0; shift < 14; shift++) {
    const firstDay = plusDays(day, shift);
    const lastDay = plusDays(firstDay, length - 1);
    if (weekday(firstDay) > 5 || weekday(lastDay) > 5 || (length < 6 && weekday(lastDay) < weekday(firstDay))) continue;
    if (diary.tryStay({ siteId: site.id, firstDay, lastDay, groupSize }, id))
      return { id, unit, unitIds: [unit.id], site, organisationId: site.organisationId, firstDay, lastDay, groupSize };
  }
  return undefined;
}

/** Fewer bookings in the summer, and fewer the further ahead one looks. */
function restDays(after: Day, today: Day, random: Random): number {
  const summer = after.slice(5) > '06-24' && after.slice(5) < '08-28' ? 2 : 1;
  const monthsAhead = Math.max(0, (Date.parse(after) - Date.parse(today)) / 2_630_000_000);
  return Math.round(random.whole(1, 17) * summer * (1 + 0.3 * monthsAhead));
}

/** Guests book fixed equipment more often than the host blocks it for itself. */
function organisationOf(unit: DemoUnit, site: DemoSite, { sites, world }: DemoWorld, random: Random): string {
  if (unit.mobility === 'MOBILE' || random.chance(0.4)) return site.organisationId;
  return chooseSite(unit, site, sites, (a, b) => world.travel(a.id, b.id).km, random).organisationId;
}

function beforeExpiry(diary: UnitDiary, expiry: Day): Period | undefined {
  for (let back = 0; back < 10; back++) {
    const day = plusDays(expiry, -back);
    const period = diary.tryMaintenance(day, day);
    if (period) return period;
  }
  return undefined;
}

function pairKits(bookings: Booking[], diaries: UnitDiary[], random: Random): void {
  const mobile = bookings.filter(({ unit }) => unit.mobility === 'MOBILE');
  let paired = 0;
  for (let tries = 0; paired < PAIRS && tries < PAIRS * 30; tries++) {
    const booking = random.pick(mobile);
    if (booking.unitIds.length > 1) continue;
    const others = diaries.filter(
      ({ unit }) => unit.domain === booking.unit.domain && unit.mobility === 'MOBILE' && !booking.unitIds.includes(unit.id),
    );
    if (others.length === 0) continue;
    const other = random.pick(others);
    if (!other.tryStay({ ...booking, siteId: booking.site.id }, booking.id)) continue;
    booking.unitIds.push(other.unit.id);
    paired++;
  }
}
