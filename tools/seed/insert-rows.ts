import type { ClientBase } from 'pg';

/**
 * Inserts rows, given by column name, in one statement that keeps their order; columns that the first row lacks take
 * their default. Returns the ids by the value of `key`, or an empty map without one.
 */
export async function insertRows(
  client: ClientBase,
  table: string,
  rows: Record<string, unknown>[],
  key?: string,
): Promise<Map<string, string>> {
  const [first] = rows;
  if (!first) return new Map();
  const columns = Object.keys(first).join(', ');
  const returning = key ? `RETURNING id, ${key} AS key` : '';
  const { rows: made } = await client.query<{ id: string; key: string }>(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ${returning}`,
    [JSON.stringify(rows)],
  );
  return new Map(key ? made.map((row) => [row.key, row.id]) : []);
}

/** `ids.get(code)`, or an error that names the code no row has. */
export function idOf(ids: Map<string, string>, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`the seed names "${code}", which does not exist`);
  return id;
}

/** The ids of all rows of a table, by their code. */
export async function idsByCode(client: ClientBase, table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; code: string }>(`SELECT id, code FROM ${table}`);
  return new Map(rows.map(({ code, id }) => [code, id]));
}
