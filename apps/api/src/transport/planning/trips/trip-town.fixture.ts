import {
  addDays,
  ASSUMED_OPENING_HOURS,
  compileCalendar,
  type Day,
  DEFAULT_TRANSPORT_SHIFT,
  holidayTable,
  instantAt,
} from '@karavaan/domain';
import type { OpenLeg, TripQuestion, Van } from './trip-question.js';

export const MONDAY = '2027-01-04';
const table = holidayTable([
  { kind: 'PUBLIC', firstDay: addDays(MONDAY, 1), lastDay: addDays(MONDAY, 1), names: { nl: 'x', fr: 'x', en: 'x' } },
]);
const open = compileCalendar({ openingHours: ASSUMED_OPENING_HOURS, closedInSchoolHolidays: false }, table);

export const leg = (id: string, from: number, to: number, more: Partial<OpenLeg> = {}): OpenLeg => ({
  id,
  fromSiteId: String(from),
  toSiteId: String(to),
  period: { start: instantAt(MONDAY, '08:00'), end: instantAt(MONDAY, '17:00') },
  volumeM3: 2,
  massKg: 200,
  tailLift: false,
  twoPersons: false,
  loadMinutes: 20,
  unloadMinutes: 20,
  ...more,
});

export const van = (id: string, more: Partial<Van> = {}): Van => ({
  id,
  depotSiteId: '0',
  volumeM3: 10,
  payloadKg: 900,
  tailLift: false,
  licence: 'B',
  centsPerKm: 45,
  centsPerHour: 3_800,
  away: [],
  ...more,
});

export const driver = (id: string, more: Partial<TripQuestion['drivers'][number]> = {}): TripQuestion['drivers'][number] => ({
  id,
  licences: ['B'],
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '07:00', to: '17:00' })),
  away: [],
  ...more,
});

/** Places on a line of 20 km and 20 minutes between neighbours; the Tuesday is a holiday. */
export function tripTown(legs: readonly OpenLeg[], more: Partial<TripQuestion> = {}): TripQuestion {
  return {
    legs,
    vans: [van('van-1')],
    drivers: [driver('jan')],
    fixed: [],
    firstDay: MONDAY as Day,
    lastDay: addDays(MONDAY, 4),
    transport: compileCalendar({ openingHours: DEFAULT_TRANSPORT_SHIFT, closedInSchoolHolidays: false }, table),
    calendar: () => open,
    travel: (from, to) => {
      const km = 20 * Math.abs(Number(from) - Number(to));
      return { km, minutes: km };
    },
    ...more,
  };
}
