import { Field, InputType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { In, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { type Connection, decodeCursor, pageOf, toConnection } from '../platform/graphql/connection.js';
import { isUuid } from '../platform/is-uuid.js';
import { likeText } from '../sites/list-sites.js';

@InputType({ description: 'By which column a list is ordered; each list names its own.' })
export class BudgetSort {
  @Field()
  by: string;

  @Field({ defaultValue: false })
  descending: boolean;
}

/** What every list of the budget takes. */
export interface Asked {
  readonly first: number;
  readonly after?: string | null;
  readonly text?: string | null;
  readonly sort?: BudgetSort | null;
}

export interface ListSpec<T extends ObjectLiteral> {
  readonly entity: EntityTarget<T>;
  /** Tables and joins; the rows themselves are called `t`. */
  readonly from: string;
  /** Columns to order by: an expression that is never null, and its type. */
  readonly sorts: Readonly<Record<string, { readonly sql: string; readonly type: 'text' | 'date' | 'bigint' | 'timestamptz' }>>;
  readonly order: BudgetSort;
  /** What a text is looked for in. */
  readonly search?: readonly string[];
}

export interface Condition {
  readonly sql: string;
  readonly value?: unknown;
}

/**
 * A page of rows, filtered, searched and ordered by the database, in three queries however long the list is.
 * @param where conditions; `?` stands for their value, and those without a value asked (undefined or null) are left out
 */
export async function listRows<T extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  { entity, from, sorts, order, search = [] }: ListSpec<T>,
  asked: Asked,
  where: readonly (Condition | false | null | undefined)[],
): Promise<Connection<T>> {
  const first = pageOf(asked.first);
  const { by, descending } = asked.sort ?? order;
  const sort = sorts[by];
  if (!sort)
    throw new GraphQLError(`sort.by must be one of ${Object.keys(sorts).join(', ')}.`, {
      extensions: { code: 'BAD_USER_INPUT', field: 'sort' },
    });
  const after = decodeCursor(asked.after, 2, ([key, id]) => typeof key === 'string' && isUuidOrNumber(id));
  const { parts, values, bind } = matching(asked.text, search, where);
  const all = parts.length ? `WHERE ${parts.join(' AND ')}` : '';
  const [{ n }] = await manager.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM ${from} ${all}`, values);
  if (after) {
    const position = `(${bind(after[0])}::${sort.type}, ${bind(String(after[1]))}::${idType(String(after[1]))})`;
    parts.push(`(${sort.sql}, t.id) ${descending ? '<' : '>'} ${position}`);
  }
  const way = descending ? 'DESC' : 'ASC';
  const keys = await manager.query<{ id: string; key: string }[]>(
    `SELECT t.id::text AS id, (${sort.sql})::text AS key FROM ${from} ${parts.length ? `WHERE ${parts.join(' AND ')}` : ''}
      ORDER BY ${sort.sql} ${way}, t.id ${way} LIMIT ${first + 1}`,
    values,
  );
  const rows = keys.length ? await manager.find<T>(entity, { where: { id: In(keys.map(({ id }) => id)) } as never }) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const page = toConnection(keys, first, n, ({ key, id }) => [key, id]);
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: byId.get(node.id)! })) };
}

/** What all rows of a list add up to, filtered and searched as the list itself. */
export async function sumRows<T extends ObjectLiteral>(
  manager: EntityManager,
  { from, search = [] }: ListSpec<T>,
  sql: string,
  text: string | null | undefined,
  where: readonly (Condition | false | null | undefined)[],
): Promise<bigint> {
  const { parts, values } = matching(text, search, where);
  const all = parts.length ? `WHERE ${parts.join(' AND ')}` : '';
  const [{ sum }] = await manager.query<[{ sum: string }]>(
    `SELECT COALESCE(sum(${sql}), 0)::text AS sum FROM ${from} ${all}`,
    values,
  );
  return BigInt(sum);
}

function matching(
  text: string | null | undefined,
  search: readonly string[],
  where: readonly (Condition | false | null | undefined)[],
) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const parts = where
    .filter((each) => !!each)
    .map(({ sql, value }) => (sql.includes('?') ? sql.replaceAll('?', bind(value)) : sql));
  if (text?.trim() && search.length) {
    const like = bind(`%${likeText(text)}%`);
    parts.push(`(${search.map((sql) => `${sql} ILIKE ${like}`).join(' OR ')})`);
  }
  return { parts, values, bind };
}

const isUuidOrNumber = (id: unknown) => isUuid(id) || /^\d{1,18}$/.test(String(id));
const idType = (id: string) => (isUuid(id) ? 'uuid' : 'bigint');

/** A condition on a value that was asked; none else. */
export const when = (sql: string, value: unknown): Condition | undefined =>
  value === undefined || value === null ? undefined : { sql, value };
