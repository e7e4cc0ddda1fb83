import { estimateTravel, type Travel } from '@karavaan/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../../database/transaction.js';
import { Setting } from '../../platform/setting.entity.js';
import type { Settings } from '../../platform/settings.js';
import { TravelUnknown, type TravelProvider } from './travel-provider.js';

/** The row of `setting` that tells how the last round went. */
export const TRAVEL_REFRESH = 'travel-refresh';

export interface TravelRefresh {
  readonly provider: TravelProvider['name'];
  readonly endedAt: string;
  readonly written: number;
  /** Why the provider gave less than was asked. */
  readonly failure: string | null;
}

/** Roads change slowly; after so long a figure is asked again. */
const FRESH_DAYS = 180;
/** What was asked is kept before more is asked. */
const ORIGINS_AT_ONCE = 50;
const ROWS_AT_ONCE = 5_000;

interface Place {
  readonly id: string;
  readonly latitude: number;
  readonly longitude: number;
}

interface Way extends Travel {
  readonly from: Place;
  readonly to: Place;
}

/**
 * Makes the travel between all sites what the provider says: ways that are estimated, missing or old are asked; of the
 * estimate those that differ. What the provider cannot say is estimated and marked so. A provider that fails changes
 * nothing of what was known; it is noted, and the next round asks again. Gives how many ways were written.
 */
export async function refreshTravel(dataSource: DataSource, settings: Settings, provider: TravelProvider): Promise<number> {
  const places = await dataSource.manager.query<Place[]>('SELECT id, latitude, longitude FROM site ORDER BY id');
  const known = await knownWays(dataSource.manager, provider.name);
  const vanFactor = settings.vanFactorPercent / 100;
  const estimate = (from: Place, to: Place): Way => ({ from, to, ...estimateTravel(from, to, { vanFactor }) });
  const pairs = places.flatMap((from) => places.flatMap((to) => (from === to ? [] : [{ from, to }])));

  let written = 0;
  let failure: string | null = null;
  if (provider.name === 'estimate') {
    const ways = pairs
      .map(({ from, to }) => estimate(from, to))
      .filter((way) => {
        const now = known.get(keyOf(way));
        return now?.km !== way.km || now.minutes !== way.minutes || now.source !== way.source;
      });
    written = await write(dataSource, ways);
  } else {
    const wanted = new Set(pairs.filter((pair) => !known.get(keyOf(pair))?.fresh).map(keyOf));
    const origins = places.filter((from) => places.some((to) => wanted.has(keyOf({ from, to }))));
    try {
      for (let at = 0; at < origins.length; at += ORIGINS_AT_ONCE) {
        const some = origins.slice(at, at + ORIGINS_AT_ONCE);
        const targets = places.filter((to) => some.some((from) => wanted.has(keyOf({ from, to }))));
        const table = await provider.table(some, targets);
        const ways = some.flatMap((from, row) =>
          targets
            .map((to, column): Way => ({ ...estimate(from, to), ...table[row]?.[column] }))
            .filter((way) => wanted.has(keyOf(way))),
        );
        written += await write(dataSource, ways);
      }
    } catch (error) {
      if (!(error instanceof TravelUnknown)) throw error;
      failure = error.message;
      // A site that is new has no way at all yet: better an estimate that says so than none.
      written += await write(
        dataSource,
        pairs.filter((pair) => !known.has(keyOf(pair))).map(({ from, to }) => estimate(from, to)),
      );
    }
  }
  const value: TravelRefresh = { provider: provider.name, endedAt: new Date().toISOString(), written, failure };
  await dataSource.manager.upsert(Setting, { key: TRAVEL_REFRESH, value, updatedAt: new Date() } as never, ['key']);
  return written;
}

const keyOf = ({ from, to }: { from: Place; to: Place }) => `${from.id} ${to.id}`;

interface Known {
  readonly km: number;
  readonly minutes: number;
  readonly source: string;
  readonly fresh: boolean;
}

async function knownWays(manager: EntityManager, source: string): Promise<Map<string, Known>> {
  const rows = await manager.query<(Known & { key: string })[]>(
    `SELECT from_site_id || ' ' || to_site_id AS key, km, minutes, source,
            source = $1 AND computed_at > now() - make_interval(days => $2) AS fresh
       FROM site_travel`,
    [source, FRESH_DAYS],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** A site that moved while the provider was asked gets nothing of it: its move had it estimated, and the next round asks. */
async function write(dataSource: DataSource, ways: readonly Way[]): Promise<number> {
  let written = 0;
  for (let at = 0; at < ways.length; at += ROWS_AT_ONCE) {
    const rows = ways.slice(at, at + ROWS_AT_ONCE).map(({ from, to, km, minutes, source }) => ({
      from: from.id,
      from_latitude: from.latitude,
      from_longitude: from.longitude,
      to: to.id,
      to_latitude: to.latitude,
      to_longitude: to.longitude,
      km,
      minutes,
      source,
    }));
    const [{ count }] = await inTransaction(dataSource, (tx) =>
      tx.query<[{ count: number }]>(
        `WITH written AS (
           INSERT INTO site_travel (from_site_id, to_site_id, km, minutes, source, computed_at)
           SELECT w."from", w."to", w.km, w.minutes, w.source, now()
             FROM jsonb_to_recordset($1::jsonb) AS w ("from" uuid, from_latitude float8, from_longitude float8,
                    "to" uuid, to_latitude float8, to_longitude float8, km float8, minutes int, source text)
             JOIN site f ON f.id = w."from" AND f.latitude = w.from_latitude AND f.longitude = w.from_longitude
             JOIN site t ON t.id = w."to" AND t.latitude = w.to_latitude AND t.longitude = w.to_longitude
            ORDER BY 1, 2
           ON CONFLICT (from_site_id, to_site_id) DO UPDATE
             SET km = excluded.km, minutes = excluded.minutes, source = excluded.source, computed_at = excluded.computed_at
           RETURNING 1)
         SELECT count(*)::int AS count FROM written`,
        [JSON.stringify(rows)],
      ),
    );
    written += count;
  }
  return written;
}
