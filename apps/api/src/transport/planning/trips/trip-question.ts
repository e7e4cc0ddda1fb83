import type { Calendar, Day, Period, Travel } from '@karavaan/domain';

/** A move that a kit owes; periods in epoch milliseconds. */
export interface OpenLeg {
  readonly id: string;
  readonly fromSiteId: string;
  readonly toSiteId: string;
  /** From when it can be picked up, and by when it has to be delivered. */
  readonly period: Period;
  readonly volumeM3: number;
  readonly massKg: number;
  readonly tailLift: boolean;
  readonly twoPersons: boolean;
  readonly loadMinutes: number;
  readonly unloadMinutes: number;
  /** Weekdays on which its region is usually served; a wish. */
  readonly usualWeekdays?: readonly number[];
}

export interface Van {
  readonly id: string;
  readonly depotSiteId: string;
  readonly volumeM3: number;
  readonly payloadKg: number;
  readonly tailLift: boolean;
  /** The licence that its driver must have. */
  readonly licence: string;
  readonly centsPerKm: number;
  readonly centsPerHour: number;
  readonly away: readonly Day[];
}

export interface Driver {
  readonly id: string;
  readonly licences: readonly string[];
  /** Working hours by weekday (1 = Monday). */
  readonly hours: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
  readonly away: readonly Day[];
}

/** Who drives which van on a day, and when; the first drives. Instants in epoch milliseconds. */
export interface Crew {
  readonly vanId: string;
  readonly driverIds: readonly string[];
  readonly day: Day;
  readonly start: number;
  readonly end: number;
}

/** A trip that was published: its stops stay the first of its van on that day. */
export interface FixedTrip {
  readonly vanId: string;
  readonly day: Day;
  readonly stops: readonly { readonly legId: string; readonly at: 'pickup' | 'delivery' }[];
}

export interface TripQuestion {
  readonly legs: readonly OpenLeg[];
  readonly vans: readonly Van[];
  readonly drivers: readonly Driver[];
  readonly fixed: readonly FixedTrip[];
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Who drives, where that is settled; else it is chosen from the drivers. */
  readonly crews?: readonly Crew[];
  /** Days on which the service drives. */
  readonly transport: Calendar;
  calendar(siteId: string): Calendar;
  travel(fromSiteId: string, toSiteId: string): Pick<Travel, 'km' | 'minutes'>;
}

export interface PlannedStop {
  readonly legId: string;
  readonly at: 'pickup' | 'delivery';
  readonly siteId: string;
  /** Epoch milliseconds. */
  readonly arrival: number;
  readonly start: number;
  readonly departure: number;
  /** On board afterwards. */
  readonly volumeM3: number;
  readonly massKg: number;
}

export interface PlannedTrip {
  readonly vanId: string;
  readonly driverIds: readonly string[];
  readonly day: Day;
  readonly departure: number;
  readonly return: number;
  readonly km: number;
  readonly driveMinutes: number;
  readonly stops: readonly PlannedStop[];
}
