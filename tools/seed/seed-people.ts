import { hash } from '@node-rs/argon2';
import type { ClientBase } from 'pg';
import { DEMO_PASSWORD } from './demo-password.ts';
import { idOf, idsByCode, insertRows } from './insert-rows.ts';
import { readData } from './read-data.ts';

/** Demo people for every role, one coordinator per organisation; only those with an account can sign in. */
export async function seedPeople(client: ClientBase): Promise<void> {
  const organisations = await idsByCode(client, 'organisation');
  const passwordHash = await hash(DEMO_PASSWORD);
  await insertRows(
    client,
    'person',
    readData('persons').map(({ name, organisation, role, email, locale, account }, index) => ({
      organisation_id: idOf(organisations, organisation),
      name,
      email,
      // Numbers from 0460 00 00 00 on are not in use: nobody is called by accident.
      phone: `+32 460 00 00 ${String(index).padStart(2, '0')}`,
      role,
      locale,
      active: true,
      password_hash: account ? passwordHash : null,
      demo: true,
    })),
  );
}
