import { hash } from '@node-rs/argon2';
import type { ClientBase } from 'pg';

const SHORTEST_PASSWORD = 12;

export interface Administrator {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** What is wrong with the answers, in one sentence; undefined when nothing is. */
export function problemOf({ email, name, password }: Administrator): string | undefined {
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(email)) return `"${email}" is no e-mail address.`;
  if (name.length === 0) return 'The name may not be empty.';
  if (password.length < SHORTEST_PASSWORD) return `The password must have ${SHORTEST_PASSWORD} characters or more.`;
  if (new Set(password).size < 5) return 'The password repeats too few characters.';
  return undefined;
}

/**
 * Makes the administrator with its trace, in one transaction; the owner organisation too when there is none.
 * @throws when somebody has this e-mail address already
 */
export async function createAdministrator(client: ClientBase, { email, name, password }: Administrator): Promise<string> {
  const passwordHash = await hash(password);
  await client.query('BEGIN');
  try {
    const { rowCount: known } = await client.query('SELECT 1 FROM person WHERE email = $1', [email]);
    if (known) throw new Error(`Somebody with the e-mail address ${email} exists already.`);
    await client.query(
      `INSERT INTO organisation (code, name, kind) VALUES ('pom', 'POM West-Vlaanderen', 'OWNER') ON CONFLICT (code) DO NOTHING`,
    );
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO person (organisation_id, email, name, role, password_hash)
       SELECT id, $1, $2, 'ADMINISTRATOR', $3 FROM organisation WHERE code = 'pom' RETURNING id`,
      [email, name, passwordHash],
    );
    const id = rows[0]?.id ?? '';
    await client.query(
      `INSERT INTO audit_entry (action, entity, entity_id, changes)
       VALUES ('person.create', 'person', $1, '{"email": {}, "name": {}, "role": {"before": null, "after": "ADMINISTRATOR"}}')`,
      [id],
    );
    await client.query('COMMIT');
    return id;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
