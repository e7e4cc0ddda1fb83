import { dayOf, timeOf } from '@karavaan/domain';
import type { EntityManager } from 'typeorm';
import type { Cell, Names, Table } from '../../platform/export/table.js';
import type { Locale } from '../../platform/graphql/enums.js';
import { REGISTER, type PersonalData } from './register.js';

const MOST_ROWS = 5_000;

type Row = Record<string, unknown>;
type Found = { readonly entry: PersonalData; readonly rows: readonly Row[] };

/** All that is stored of a person, by the register; without keys, and without what only says that it is theirs. */
export async function readOwnData(manager: EntityManager, personId: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const entry of REGISTER.toReversed()) {
    if (!entry.about) continue;
    const columns = shownOf(entry);
    // Who it was is the person themselves: of some rows only their number is left to tell.
    const select = columns.map((column) => `t.${column}`).join(', ') || 'true AS yours';
    const rows = await manager.query<Row[]>(
      `SELECT ${select} FROM ${entry.table} t, person p WHERE p.id = $1 AND (${entry.about}) LIMIT ${MOST_ROWS}`,
      [personId],
    );
    if (rows.length > 0) found.push({ entry, rows });
  }
  return found;
}

/** That a row is theirs is why it is here: the number of the person in it says nothing more. */
const POINTER = /(_id|_by)$|^scope$/;

const shownOf = ({ columns, hidden = [] }: PersonalData) =>
  Object.keys(columns).filter((column) => !hidden.includes(column) && !POINTER.test(column));

/** For a program: each table with its rows. */
export function asJson(found: readonly Found[], now = new Date()): string {
  const tables = Object.fromEntries(found.map(({ entry, rows }) => [entry.table, rows]));
  return JSON.stringify({ madeAt: now.toISOString(), program: 'Karavaan', data: tables }, null, 2);
}

/** For a person: each table with what it is and why it is there. */
export function asTables(found: readonly Found[], locale: Locale): Table[] {
  return found.map(({ entry, rows }) => {
    const columns = shownOf(entry);
    return {
      title: entry.what[locale],
      columns: columns.map((column) => ({ heading: entry.columns[column]![locale], kind: 'text' as const })),
      rows: columns.length === 0 ? [] : rows.map((row) => columns.map((column) => cellOf(row[column]))),
      notes: [
        `${COUNT[locale](rows.length)} ${sentence(WHY[locale], entry.why, locale)} ${sentence(KEPT[locale], entry.kept, locale)}`,
      ],
    };
  });
}

const COUNT: Record<Locale, (count: number) => string> = {
  nl: (count) => `Aantal: ${count}.`,
  fr: (count) => `Nombre : ${count}.`,
  en: (count) => `Number: ${count}.`,
};
const WHY: Record<Locale, string> = { nl: 'Waarom:', fr: 'Pourquoi :', en: 'Why:' };
const KEPT: Record<Locale, string> = { nl: 'Bewaard:', fr: 'Conservé :', en: 'Kept:' };
const sentence = (start: string, text: Names, locale: Locale) => `${start} ${text[locale]}.`;

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return `${dayOf(value.getTime())} ${timeOf(value.getTime())}`;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
