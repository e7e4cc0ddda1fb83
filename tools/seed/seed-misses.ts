import type { ClientBase } from 'pg';
import { plusDays, type Day } from './days.ts';
import { insertRows } from './insert-rows.ts';
import type { Random } from './random.ts';

const DAYS = 120;
const MISSES = 220;

/** Invented searches that found nothing, most of them in the Westhoek and for what is scarce. Its chance is its own. */
export async function seedMisses(client: ClientBase, today: Day, random: Random): Promise<void> {
  const { rows: models } = await client.query<{ code: string }>('SELECT code FROM equipment_model ORDER BY code');
  const { rows: towns } = await client.query<{ nis: string; area: string }>('SELECT nis, area FROM municipality ORDER BY nis');
  const far = towns.filter(({ area }) => area === 'Ieper' || area === 'Diksmuide' || area === 'Veurne');
  const wanted = models.filter((_, at) => at % 5 === 0);
  const misses = new Map<string, Record<string, unknown>>();
  for (let count = 0; count < MISSES; count++) {
    const row = {
      on_day: plusDays(today, -random.whole(0, DAYS)),
      wanted_month: `${plusDays(today, random.whole(5, 120)).slice(0, 7)}-01`,
      model_code: random.chance(0.12) ? '' : random.pick(random.chance(0.7) ? wanted : models).code,
      domain: '',
      nis: random.chance(0.08) ? '' : random.pick(random.chance(0.6) ? far : towns).nis,
      times: random.whole(1, 3),
    };
    misses.set([row.on_day, row.wanted_month, row.model_code, row.nis].join(' '), row);
  }
  await insertRows(client, 'search_miss', [...misses.values()]);
}
