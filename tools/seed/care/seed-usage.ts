import type { ClientBase } from 'pg';
import { insertRows } from '../insert-rows.ts';
import type { Random } from '../random.ts';
import { usageGroups } from './usage-groups.ts';

/** Tells of each ended reservation who took part. Its chance is its own, so that the year of bookings stays as it was. */
export async function seedUsage(client: ClientBase, random: Random): Promise<void> {
  const { rows } = await client.query<{ id: string; kind: string; participants: number }>(
    `SELECT r.id, s.kind, r.participants FROM reservation r JOIN site s ON s.id = r.site_id
      WHERE r.state = 'ENDED' AND r.participants > 0 ORDER BY r.number`,
  );
  await insertRows(
    client,
    'usage_group',
    rows.flatMap(({ id, kind, participants }) => usageGroups(id, kind, participants, random)).map((row) => ({ ...row })),
  );
}
