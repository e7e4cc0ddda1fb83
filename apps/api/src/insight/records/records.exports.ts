import { SHAPES, type Field, type RecordKind } from '@karavaan/domain';
import type { ListColumn, ListExport } from '../../platform/export/list-export.js';
import type { Cell, CellKind } from '../../platform/export/table.js';

const NAMES: Readonly<Record<RecordKind, string>> = {
  SITE: 'gegevens-locaties',
  UNIT: 'gegevens-toestellen',
  MODEL: 'gegevens-modellen',
  ORGANISATION: 'gegevens-organisaties',
  PERSON: 'gegevens-mensen',
  HOLIDAY: 'gegevens-feestdagen',
  VEHICLE: 'gegevens-bestelwagens',
  PACKING_LIST: 'gegevens-paklijsten',
};

const KINDS: Partial<Record<Field['kind'], CellKind>> = { integer: 'number', decimal: 'number', day: 'day' };

/** Each kind as a file whose headings an import understands: what leaves can come back. */
export const recordExports: readonly ListExport[] = Object.values(SHAPES).map(({ kind, names, fields }) => ({
  name: NAMES[kind],
  title: names,
  query: `query ($text: String, $state: RecordState, $sort: String, $down: Boolean, $first: Int!, $after: String) {
    list: managedRecords(kind: ${kind}, text: $text, state: $state, sort: $sort, down: $down, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { values { field value } } } } }`,
  columns: fields.map(toColumn),
}));

function toColumn(field: Field): ListColumn {
  const kind = KINDS[field.kind];
  return { heading: field.label, path: 'values', ...(kind ? { kind } : {}), value: (found) => cellOf(field, found) };
}

function cellOf(field: Field, found: unknown): Cell {
  const text = (found as { field: string; value: string | null }[]).find((each) => each.field === field.key)?.value ?? null;
  if (text === null) return null;
  if (field.kind === 'yesNo') return text === 'true';
  return field.kind === 'integer' || field.kind === 'decimal' ? Number(text) : text;
}
