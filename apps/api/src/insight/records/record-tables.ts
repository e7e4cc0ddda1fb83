import { readHours, SHAPES, writeHours, type Field, type RecordKind } from '@karavaan/domain';

export interface RecordTable {
  readonly table: string;
  /** Where the column is not called as the field. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether a record is in use, as SQL on the row `t`. */
  readonly active: string;
  /** Columns that a search looks in. */
  readonly search: readonly string[];
  readonly hasVersion: boolean;
}

const ACTIVE = 't.active';

export const RECORD_TABLES: Readonly<Record<RecordKind, RecordTable>> = {
  ORGANISATION: {
    table: 'organisation',
    columns: {},
    active: ACTIVE,
    search: ['code', 'name', 'enterprise_number'],
    hasVersion: true,
  },
  SITE: {
    table: 'site',
    columns: { organisation: 'organisation_id', floorAreaM2: 'floor_area_m2' },
    active: `(t.valid_to IS NULL OR t.valid_to >= (now() AT TIME ZONE 'Europe/Brussels')::date)`,
    search: ['code', 'name', 'town', 'municipality', 'postcode'],
    hasVersion: true,
  },
  MODEL: {
    table: 'equipment_model',
    columns: { volumeM3: 'volume_m3', floorM2: 'floor_m2' },
    active: ACTIVE,
    search: ['code', 'name_nl', 'name_fr', 'name_en'],
    hasVersion: true,
  },
  UNIT: {
    table: 'equipment_unit',
    columns: { model: 'model_id', homeSite: 'home_site_id', owner: 'owner_organisation_id' },
    active: 't.in_service',
    search: ['code'],
    hasVersion: true,
  },
  PERSON: {
    table: 'person',
    columns: { organisation: 'organisation_id' },
    active: ACTIVE,
    search: ['name', 'email'],
    hasVersion: true,
  },
  HOLIDAY: { table: 'holiday', columns: {}, active: ACTIVE, search: ['name_nl', 'name_fr', 'name_en'], hasVersion: true },
  VEHICLE: {
    table: 'vehicle',
    columns: { depotSite: 'depot_site_id', volumeM3: 'volume_m3', co2GramsPerKm: 'co2_grams_per_km' },
    active: ACTIVE,
    search: ['code', 'name', 'plate'],
    hasVersion: true,
  },
  PACKING_LIST: {
    table: 'packing_item',
    columns: { model: 'model_id' },
    active: 'true',
    search: ['name_nl', 'name_fr', 'name_en'],
    hasVersion: false,
  },
};

export const columnOf = (kind: RecordKind, key: string): string =>
  RECORD_TABLES[kind].columns[key] ?? key.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();

/** The value of a column as the canonical text of its field. */
export function toText(field: Field, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (field.kind === 'hours') return writeHours(value as never) || null;
  if (field.kind === 'choices') {
    const all = (field.choices ?? []).map((each) => each.value).filter((each) => (value as string[]).includes(each));
    return all.join(';') || null;
  }
  return String(value as string | number | boolean) || null;
}

/** The canonical text of a field as the value of its column. */
export function toValue(field: Field, text: string | null): unknown {
  if (text === null) return null;
  if (field.kind === 'integer' || field.kind === 'decimal') return Number(text);
  if (field.kind === 'yesNo') return text === 'true';
  if (field.kind === 'choices') return text.split(';');
  return field.kind === 'hours' ? readHours(text) : text;
}

/** What a field that refers to another kind joins with. */
export const referencesOf = (kind: RecordKind): readonly Field[] => SHAPES[kind].fields.filter(({ refers }) => refers);
