import type { Cell, CellKind, Names } from './table.js';

/** A row as GraphQL gives it. */
export type Row = Readonly<Record<string, unknown>>;

export interface ListColumn {
  readonly heading: Names;
  /** Where in the row: `site.name`; through a list (`stays.unit.code`) it gives each different one, with commas. */
  readonly path: string;
  readonly kind?: CellKind;
  /** What the values of an enum are called. */
  readonly words?: Readonly<Record<string, Names>>;
  /** Where one value of the row is not enough. */
  readonly value?: (found: unknown) => Cell;
}

/**
 * A list that can leave as a file. It is read by the same GraphQL field as its screen, page after page, by the person
 * who asks: the rights, the filter and its checks are those of the list itself.
 */
export interface ListExport {
  /** In the address and the file's name: small letters and hyphens. */
  readonly name: string;
  readonly title: Names;
  /**
   * A query with the variables of the screen's own, whose one field has the alias `list`: a connection that takes
   * `$first` and `$after`, or a plain list.
   */
  readonly query: string;
  /** The field of a node that holds the rows, where each node has several; a row then finds its node under `of`. */
  readonly each?: string;
  readonly columns: readonly ListColumn[];
}

export const names = (nl: string, fr: string, en: string): Names => ({ nl, fr, en });

/** The rows of nodes: the nodes themselves, or what each of them holds. */
export function rowsOf(nodes: readonly Row[], { each }: ListExport): readonly Row[] {
  if (!each) return nodes;
  return nodes.flatMap((node) => ((node[each] ?? []) as readonly Row[]).map((row) => ({ ...row, of: node })));
}

/** The value at a path of a row, as one cell. */
export function cellAt(row: Row, { path, words, value, kind }: ListColumn, locale: keyof Names): Cell {
  const found = values(row, path.split('.'));
  if (value) return value(found.length > 1 ? found : (found[0] ?? null));
  const cells = found.map((each) => toCell(each, words, locale)).filter((each) => each !== null);
  if (cells.length <= 1) return cells[0] ?? null;
  if (kind === 'number') return cells.reduce<number>((sum, each) => sum + Number(each), 0);
  return [...new Set(cells)].join(', ');
}

function values(at: unknown, path: readonly string[]): unknown[] {
  if (at === null || at === undefined) return [];
  if (Array.isArray(at)) return at.flatMap((each) => values(each, path));
  const [name, ...rest] = path;
  return name === undefined ? [at] : values((at as Row)[name], rest);
}

function toCell(value: unknown, words: ListColumn['words'], locale: keyof Names): Cell {
  if (typeof value === 'string') return words?.[value]?.[locale] ?? value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  // A text in three languages.
  const text = (value as Partial<Names> | null)?.[locale];
  return typeof text === 'string' ? text : null;
}
