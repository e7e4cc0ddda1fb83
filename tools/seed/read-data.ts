import fs from 'node:fs';

export type Localized = { nl: string; fr: string; en: string };
export type Basis = 'ESTIMATED' | 'SOURCED' | 'KNOWN';
export type Power = 'NONE' | 'V230_16A' | 'V400_16A' | 'V400_32A';

export type OrganisationFact = { code: string; name: string; kind: string };
export type SiteFact = {
  code: string;
  organisation: string;
  name: string;
  kind: string;
  street: string | null;
  postcode: string;
  town: string;
  municipality: string;
  nis: string;
  latitude: number;
  longitude: number;
  positionQuality: 'TOWN' | 'EXACT';
  sourceNote: string;
  closedInSchoolHolidays: boolean;
  validFrom: string | null;
  demoFacilities: { powerSupplies: Power[]; floorAreaM2: number; stepFree: boolean; maxGroupSize: number } | null;
};
export type ModelFact = {
  code: string;
  name: Localized;
  promise: Localized;
  domain: string;
  drawing: string;
  exampleProduct: string;
  mobility: 'FIXED' | 'MOBILE';
  cases: number;
  volumeM3: number;
  volumeBasis: Basis;
  massKg: number;
  massBasis: Basis;
  valueEurLow: number;
  valueEurHigh: number;
  valueBasis: Basis;
  setupMinutes: number;
  packMinutes: number;
  timeBasis: Basis;
  powerNeed: Power;
  powerDetail: string;
  powerBasis: Basis;
  floorM2: number;
  floorBasis: Basis;
  needsTailLift: boolean;
  needsTwoPersons: boolean;
  maxParticipants: number;
  participantsBasis: Basis;
  trainerRequirement: Localized | null;
  inspectionDuty: Localized | null;
  inspectionIntervalMonths: number | null;
  consumables: Localized | null;
  transportHazards: Localized | null;
  source: string;
  notes: string | null;
};
export type UnitFact = { code: string; model: string; serial: number; homeSite: string; owner: string };
export type PersonFact = {
  name: string;
  organisation: string;
  role: 'COORDINATOR' | 'PLANNER' | 'DRIVER' | 'BUDGET_OFFICER' | 'ADMINISTRATOR';
  email: string;
  locale: 'nl' | 'fr' | 'en';
  /** may sign in with the demo password; the others only have their name on reservations */
  account: boolean;
};
export type HolidayFact = {
  kind: 'PUBLIC' | 'SCHOOL' | 'COMMUNITY';
  firstDay: string;
  lastDay: string;
  name: Localized;
  status: string;
  source: string | null;
};
export type PlaceFact = {
  postcode: string;
  name: string;
  municipality: string;
  nis: string;
  latitude: number;
  longitude: number;
  position: 'geonames' | 'municipality';
};

export type MunicipalityFact = { nis: string; name: string; area: string; inhabitants: number; inhabitantsOn: string };

/** `items` are in every box from the first to the second number of `boxes`. */
export type PackingFact = { model: string; boxes: { boxes: [number, number]; items: { part: string; quantity: number }[] }[] };

type Facts = {
  organisations: OrganisationFact[];
  sites: SiteFact[];
  models: ModelFact[];
  units: UnitFact[];
  persons: PersonFact[];
  holidays: HolidayFact[];
  places: PlaceFact[];
  municipalities: MunicipalityFact[];
  parts: { code: string; name: Localized }[];
  packing: PackingFact[];
};

/** The rows of `tools/seed/data/<name>.json`. */
export function readData<Name extends keyof Facts>(name: Name): Facts[Name] {
  return JSON.parse(fs.readFileSync(new URL(`data/${name}.json`, import.meta.url), 'utf8')) as Facts[Name];
}
