import type { RecordKind, RecordShape } from './field.js';
import { ORGANISATION } from './shapes/organisation.js';
import { SITE } from './shapes/site.js';
import { MODEL } from './shapes/model.js';
import { UNIT } from './shapes/unit.js';
import { PERSON } from './shapes/person.js';
import { HOLIDAY } from './shapes/holiday.js';
import { VEHICLE } from './shapes/vehicle.js';
import { PACKING_LIST } from './shapes/packing-list.js';

export const SHAPES: Readonly<Record<RecordKind, RecordShape>> = {
  ORGANISATION,
  SITE,
  MODEL,
  UNIT,
  PERSON,
  HOLIDAY,
  VEHICLE,
  PACKING_LIST,
};

/** The kinds with a list and a form of their own; packing lists have their own screen. */
export const MANAGED_KINDS = ['SITE', 'UNIT', 'MODEL', 'ORGANISATION', 'PERSON', 'HOLIDAY', 'VEHICLE'] as const;
