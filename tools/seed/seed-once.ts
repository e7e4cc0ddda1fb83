import type { ClientBase } from 'pg';
import { DEMO_PASSWORD } from './demo-password.ts';
import { seedDemo } from './seed-demo.ts';
import { seedFacts } from './seed-facts.ts';

/** Any number will do: it only keeps two seeds from running at once. */
const LOCK = 71_41_62;

/**
 * Seeds in one transaction unless that was done before; the setting `seed` remembers it, and the demo password with it.
 * @returns whether it wrote anything
 */
export async function seedOnce(client: ClientBase, { demo, today }: { demo: boolean; today: string }): Promise<boolean> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const { rowCount } = await client.query(`SELECT 1 FROM setting WHERE key = 'seed'`);
    if (!rowCount) {
      await seedFacts(client, { demoFacilities: demo });
      if (demo) await seedDemo(client, { today });
      const marker = { version: 1, at: new Date().toISOString(), demo, ...(demo ? { demoPassword: DEMO_PASSWORD } : {}) };
      await client.query(`INSERT INTO setting (key, value) VALUES ('seed', $1)`, [JSON.stringify(marker)]);
    }
    await client.query('COMMIT');
    return !rowCount;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
