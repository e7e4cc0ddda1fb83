import { estimateTravel } from '@karavaan/domain';
import type { ClientBase } from 'pg';
import { insertRows } from './insert-rows.ts';

/** Fills the travel table for every ordered pair of sites with the estimate. */
export async function seedTravel(client: ClientBase): Promise<void> {
  const { rows: sites } = await client.query<{ id: string; latitude: number; longitude: number }>(
    'SELECT id, latitude, longitude FROM site ORDER BY code',
  );
  const rows = sites.flatMap((from) =>
    sites
      .filter((to) => to.id !== from.id)
      .map((to) => {
        const { km, minutes, source } = estimateTravel(from, to);
        return { from_site_id: from.id, to_site_id: to.id, km, minutes: Math.ceil(minutes), source };
      }),
  );
  await insertRows(client, 'site_travel', rows);
}
