import { instantAt } from '../values/brussels-time.js';
import { periodOfDays } from '../values/period.js';
import {
  ASSUMED_OPENING_HOURS,
  type CalendarRules,
  compileCalendar,
  DEFAULT_TRANSPORT_SHIFT,
  type Holiday,
  holidayTable,
} from './calendar.js';
import type { ModelNeeds } from './site-fit.js';
import type { Ask, SiteFacts, Taken, UnitFacts, World } from './unit-availability.js';

const named = (nl: string) => ({ nl, fr: `${nl} (fr)`, en: `${nl} (en)` });

export const HOLIDAYS: readonly Holiday[] = [
  { kind: 'PUBLIC', firstDay: '2026-11-11', lastDay: '2026-11-11', names: named('Wapenstilstand') },
  { kind: 'SCHOOL', firstDay: '2026-11-02', lastDay: '2026-11-08', names: named('Herfstvakantie') },
  { kind: 'COMMUNITY', firstDay: '2026-07-11', lastDay: '2026-07-11', names: named('Feest van de Vlaamse Gemeenschap') },
  { kind: 'PUBLIC', firstDay: '2026-12-25', lastDay: '2026-12-25', names: named('Kerstmis') },
  { kind: 'SCHOOL', firstDay: '2026-12-21', lastDay: '2027-01-03', names: named('Kerstvakantie') },
  { kind: 'PUBLIC', firstDay: '2027-01-01', lastDay: '2027-01-01', names: named('Nieuwjaar') },
  { kind: 'PUBLIC', firstDay: '2027-03-29', lastDay: '2027-03-29', names: named('Paasmaandag') },
  { kind: 'SCHOOL', firstDay: '2027-07-01', lastDay: '2027-08-31', names: named('Zomervakantie') },
];
export const TABLE = holidayTable(HOLIDAYS);

export const calendar = (rules: Partial<CalendarRules> = {}) =>
  compileCalendar({ openingHours: ASSUMED_OPENING_HOURS, closedInSchoolHolidays: false, ...rules }, TABLE);

export const VANS = calendar({ openingHours: DEFAULT_TRANSPORT_SHIFT });

export const NEEDS: ModelNeeds = {
  powerNeed: 'V230_16A',
  powerBasis: 'KNOWN',
  floorM2: 10,
  floorBasis: 'ESTIMATED',
  needsStepFreeAccess: true,
  massBasis: 'ESTIMATED',
  maxParticipants: 8,
  participantsBasis: 'ESTIMATED',
};

/** A kit at home in Brugge that takes 45 minutes to pack and 60 to set up. */
export const kit = (facts: Partial<UnitFacts> = {}): UnitFacts => ({
  id: 'kit-1',
  mobility: 'MOBILE',
  homeSiteId: 'brugge',
  inService: true,
  inspectionValidTo: '2028-12-31',
  inspectionDuty: true,
  packMinutes: 45,
  setupMinutes: 60,
  needs: NEEDS,
  ...facts,
});

export const site = (id: string, facts: Partial<SiteFacts> = {}): SiteFacts => ({
  id,
  calendar: calendar({ validFrom: facts.validFrom, validTo: facts.validTo }),
  validFrom: null,
  validTo: null,
  powerSupplies: ['V230_16A', 'V400_16A'],
  floorAreaM2: 60,
  stepFree: true,
  maxGroupSize: 20,
  ...facts,
});

/** Brugge, Kortrijk, Ieper and Veurne, on a line of 20 km and 30 minutes between neighbours. */
const PLACES = ['brugge', 'kortrijk', 'ieper', 'veurne'];

export function world(sites: readonly SiteFacts[] = [], more: Partial<World> = {}): World {
  const byId = new Map([...PLACES.map((id) => site(id)), ...sites].map((each) => [each.id, each]));
  return {
    site: (id) => byId.get(id)!,
    travel: (from, to) => {
      const hops = Math.abs(PLACES.indexOf(from) - PLACES.indexOf(to));
      return { km: 20 * hops, minutes: 30 * hops, source: 'osrm' };
    },
    transport: VANS,
    noticeDays: 0,
    ...more,
  };
}

/** Noon of Monday 2 November 2026. */
export const NOW = instantAt('2026-11-02', '12:00');

export const ask = (firstDay: string, lastDay: string, siteId: string | null, more: Partial<Ask> = {}): Ask => ({
  firstDay,
  lastDay,
  period: periodOfDays(firstDay, lastDay),
  siteId,
  groupSize: null,
  now: NOW,
  ...more,
});

export const stay = (firstDay: string, lastDay: string, siteId: string): Taken => ({
  ...periodOfDays(firstDay, lastDay),
  id: `stay ${firstDay} ${siteId}`,
  kind: 'STAY',
  siteId,
  reservationId: `reservation ${firstDay}`,
});

export const maintenance = (firstDay: string, lastDay: string): Taken => ({
  ...periodOfDays(firstDay, lastDay),
  id: `maintenance ${firstDay}`,
  kind: 'MAINTENANCE',
  siteId: null,
  reservationId: null,
});
