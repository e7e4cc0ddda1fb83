import type { EntityManager } from 'typeorm';
import { NOT_PERSONAL, REGISTER } from './register.js';

/** What a column is called when it may say something of a person. */
const LOOKS =
  'mail|phone|contact|person|actor|address|street|remark|message|comment|token|strokes|signature|requester|^note$|_note$|_by$|_hash$|(given|family|giver|receiver|company|organisation)_name$';

/**
 * The columns of the database that say something of people and that the register does not name: those that refer to a
 * person, and those that are called so. Empty when the register is whole.
 */
export async function unregisteredColumns(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    `SELECT c.table_name || '.' || c.column_name AS name
       FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.table_name <> 'migration'
        AND ((c.data_type IN ('text', 'USER-DEFINED', 'bytea', 'jsonb') AND c.column_name ~ $1)
             OR EXISTS (SELECT 1 FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)
                         WHERE k.contype = 'f' AND k.confrelid = 'person'::regclass
                           AND k.conrelid = to_regclass(format('public.%I', c.table_name)) AND a.attname = c.column_name))
      ORDER BY 1`,
    [LOOKS],
  );
  const known = new Set(
    REGISTER.flatMap(({ table, columns, hidden = [] }) =>
      [...Object.keys(columns), ...hidden].map((column) => `${table}.${column}`),
    ),
  );
  return rows.map(({ name }) => name).filter((name) => !known.has(name) && !(name in NOT_PERSONAL));
}
