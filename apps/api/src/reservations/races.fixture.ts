import type { EntityManager } from 'typeorm';
import { makeModel, makeSite, makeTravel, makeUnit } from '../../test/place-factories.js';

/** Two stays of a unit that overlap; nothing here knows how the program checks. */
export const OVERLAPS = `SELECT count(*)::int AS n FROM occupancy a JOIN occupancy b
  ON a.unit_id = b.unit_id AND a.id < b.id AND a.active AND b.active AND a.during && b.during WHERE a.unit_id = ANY($1)`;

/** Neighbouring stays at two sites with less between them than packing, driving and setting up take, or without any working day. */
export const TELEPORTS = `SELECT count(*)::int AS n FROM (
    SELECT site_id, upper(during) AS leaves, lead(site_id) OVER next AS next_site, lead(lower(during)) OVER next AS arrives, unit_id
      FROM occupancy WHERE active AND kind = 'STAY' AND unit_id = ANY($1) WINDOW next AS (PARTITION BY unit_id ORDER BY lower(during))) s
  JOIN equipment_unit u ON u.id = s.unit_id JOIN equipment_model m ON m.id = u.model_id
  JOIN site_travel t ON t.from_site_id = s.site_id AND t.to_site_id = s.next_site
 WHERE arrives - leaves < make_interval(mins => m.pack_minutes + t.minutes + m.setup_minutes)
    OR NOT EXISTS (SELECT 1 FROM generate_series((leaves AT TIME ZONE 'Europe/Brussels')::date + 1,
                                                 (arrives AT TIME ZONE 'Europe/Brussels')::date - 1, '1 day') AS day
                    WHERE extract(isodow FROM day) < 6)`;

export interface Asks {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

export async function count(database: Asks, sql: string, parameters: unknown[]): Promise<number> {
  const [row] = (await database.query(sql, parameters)) as { n: number }[];
  return row!.n;
}

export async function makeWorld(manager: EntityManager) {
  const home = await makeSite(manager);
  const far = await makeSite(manager);
  const farther = await makeSite(manager);
  await makeTravel(manager, home, far, 60);
  await makeTravel(manager, home, farther, 60);
  await makeTravel(manager, far, farther, 90);
  const model = await makeModel(manager);
  return { home, far, farther, unit: () => makeUnit(manager, model, home) };
}

export type RaceWorld = Awaited<ReturnType<typeof makeWorld>>;
