import { MANAGED_KINDS, type RecordKind } from '@karavaan/domain';

export type ManagedKind = (typeof MANAGED_KINDS)[number];

const SLUGS: Readonly<Record<RecordKind, string>> = {
  SITE: 'locaties',
  UNIT: 'toestellen',
  MODEL: 'modellen',
  ORGANISATION: 'organisaties',
  PERSON: 'mensen',
  HOLIDAY: 'feestdagen',
  VEHICLE: 'bestelwagens',
  PACKING_LIST: 'paklijsten',
};

export const recordAddress = (kind: RecordKind, id?: string): string =>
  `/beheer/gegevens/${SLUGS[kind]}${id === undefined ? '' : `/${id}`}`;

export const kindOfSlug = (slug: string | undefined): ManagedKind | undefined =>
  MANAGED_KINDS.find((kind) => SLUGS[kind] === slug);

/** What the audit trail calls them. */
export const ENTITIES: Readonly<Record<ManagedKind, string>> = {
  SITE: 'site',
  UNIT: 'equipment_unit',
  MODEL: 'equipment_model',
  ORGANISATION: 'organisation',
  PERSON: 'person',
  HOLIDAY: 'holiday',
  VEHICLE: 'vehicle',
};

/** What each is called as a file. */
export const LISTS: Readonly<Record<RecordKind, string>> = {
  SITE: 'gegevens-locaties',
  UNIT: 'gegevens-toestellen',
  MODEL: 'gegevens-modellen',
  ORGANISATION: 'gegevens-organisaties',
  PERSON: 'gegevens-mensen',
  HOLIDAY: 'gegevens-feestdagen',
  VEHICLE: 'gegevens-bestelwagens',
  PACKING_LIST: 'gegevens-paklijsten',
};

/** The columns of each list. */
export const COLUMNS: Readonly<Record<ManagedKind, readonly string[]>> = {
  SITE: ['name', 'code', 'organisation', 'town', 'validTo'],
  UNIT: ['code', 'model', 'homeSite', 'owner', 'mobility'],
  MODEL: ['nameNl', 'code', 'domain', 'mobility'],
  ORGANISATION: ['name', 'code', 'kind', 'enterpriseNumber'],
  PERSON: ['name', 'email', 'organisation', 'role'],
  HOLIDAY: ['nameNl', 'kind', 'firstDay', 'lastDay'],
  VEHICLE: ['name', 'code', 'depotSite', 'volumeM3', 'payloadKg'],
};
