import { estimateTravel, fieldOf, SHAPES, type RecordKind } from '@karavaan/domain';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { recordAudits } from '../../platform/audit.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import type { Judged } from './judge-records.js';
import { columnOf, RECORD_TABLES, toValue } from './record-tables.js';

type Columns = Record<string, unknown>;

/** What each figure of a model rests on: who fills it in knows it. */
const BASIS: Readonly<Record<string, string>> = {
  volumeM3: 'volume_basis',
  massKg: 'mass_basis',
  setupMinutes: 'time_basis',
  packMinutes: 'time_basis',
  powerNeed: 'power_basis',
  floorM2: 'floor_basis',
  maxParticipants: 'participants_basis',
};

/** Writes what was judged, with a trace of each; gives the ids in the same order. A wrong row must not come here. */
export async function writeRecords(
  tx: EntityManager,
  actor: Actor,
  kind: RecordKind,
  judged: readonly Judged[],
): Promise<string[]> {
  const { table } = RECORD_TABLES[kind];
  const made: (Columns & { id: string })[] = [];
  const changed = new Map<string, (Columns & { id: string })[]>();
  const ids = judged.map(({ outcome, before, draft }) => {
    const id = before?.id ?? randomUUID();
    if (outcome.does !== 'NEW' && outcome.does !== 'CHANGED') return id;
    const keys = before ? outcome.changes.map(({ field }) => field) : SHAPES[kind].fields.map(({ key }) => key);
    const row = { id, ...toColumns(kind, keys, draft.texts, draft.references), ...extras(kind, keys, before === null, draft) };
    if (!before) made.push(row);
    else {
      const columns = Object.keys(row).join();
      changed.set(columns, [...(changed.get(columns) ?? []), row]);
    }
    return id;
  });
  if (made.length > 0) {
    const columns = Object.keys(made[0]!).join(', ');
    await tx.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(made)],
    );
  }
  for (const rows of changed.values()) {
    const set = Object.keys(rows[0]!).filter((column) => column !== 'id');
    await tx.query(
      `UPDATE ${table} t SET ${set.map((column) => `${column} = n.${column}`).join(', ')}
         FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) n WHERE t.id = n.id`,
      [JSON.stringify(rows)],
    );
  }
  if (kind === 'SITE') await estimateTravels(tx, movedSites(judged, ids));
  if (kind === 'PERSON') await endSessions(tx, judged, ids);
  await recordAudits(
    tx,
    actor,
    judged.flatMap(({ outcome, before }, at) => {
      if (outcome.does !== 'NEW' && outcome.does !== 'CHANGED') return [];
      const name = kind === 'UNIT' ? 'unit' : kind === 'MODEL' ? 'model' : kind.toLowerCase();
      const after = Object.fromEntries(outcome.changes.map((change) => [change.field, change.after]));
      return {
        action: `${name === 'packing_list' ? 'packingItem' : name}.${before ? 'change' : 'create'}`,
        entity: table,
        entityId: ids[at]!,
        before: before && Object.fromEntries(outcome.changes.map((change) => [change.field, change.before])),
        after,
      };
    }),
  );
  return ids;
}

function toColumns(
  kind: RecordKind,
  keys: readonly string[],
  texts: Judged['draft']['texts'],
  references: Judged['draft']['references'],
) {
  return Object.fromEntries(
    keys.map((key) => {
      const field = fieldOf(kind, key)!;
      return [columnOf(kind, key), field.refers ? references[key] : toValue(field, texts[key] ?? null)];
    }),
  );
}

function extras(kind: RecordKind, keys: readonly string[], isNew: boolean, draft: Judged['draft']): Columns {
  const says = (key: string) => keys.includes(key);
  if (kind === 'SITE')
    return {
      ...(says('latitude') || says('longitude') ? { position_quality: draft.approximate ? 'TOWN' : 'EXACT' } : {}),
      ...(says('openingHours') ? { opening_hours_assumed: false } : {}),
    };
  if (kind === 'MODEL') {
    const bases = new Set(keys.map((key) => BASIS[key]).filter((basis) => basis !== undefined));
    return Object.fromEntries([...bases].map((basis) => [basis, 'KNOWN']));
  }
  return kind === 'HOLIDAY' && isNew ? { status: 'entered' } : {};
}

const movedSites = (judged: readonly Judged[], ids: readonly string[]): string[] =>
  ids.filter((_, at) => judged[at]!.outcome.changes.some(({ field }) => field === 'latitude' || field === 'longitude'));

/** Travel to and from each of these sites and every other. */
async function estimateTravels(tx: EntityManager, moved: readonly string[]): Promise<void> {
  if (moved.length === 0) return;
  const sites = await tx.query<{ id: string; latitude: number; longitude: number }[]>('SELECT id, latitude, longitude FROM site');
  const set = new Set(moved);
  const rows = sites
    .filter(({ id }) => set.has(id))
    .flatMap((site) =>
      sites
        .filter(({ id }) => id !== site.id)
        .flatMap((other) => [
          { from_site_id: site.id, to_site_id: other.id, ...estimateTravel(site, other) },
          // Between two that moved, the other one makes the way back itself.
          ...(set.has(other.id) ? [] : [{ from_site_id: other.id, to_site_id: site.id, ...estimateTravel(other, site) }]),
        ]),
    );
  for (let from = 0; from < rows.length; from += 20_000)
    await tx.query(
      `INSERT INTO site_travel (from_site_id, to_site_id, km, minutes, source, computed_at)
       SELECT from_site_id, to_site_id, km, minutes, source, now() FROM jsonb_populate_recordset(NULL::site_travel, $1::jsonb)
       ON CONFLICT (from_site_id, to_site_id)
       DO UPDATE SET km = excluded.km, minutes = excluded.minutes, source = excluded.source, computed_at = excluded.computed_at`,
      [JSON.stringify(rows.slice(from, from + 20_000))],
    );
  await enqueue(tx, 'travel.refresh', {});
}

/** Whoever may no longer, or may something else, signs in anew. */
async function endSessions(tx: EntityManager, judged: readonly Judged[], ids: readonly string[]): Promise<void> {
  const ended = ids.filter(
    (_, at) =>
      judged[at]!.before &&
      judged[at]!.outcome.changes.some(({ field }) => ['active', 'role', 'organisation', 'email'].includes(field)),
  );
  if (ended.length > 0) await tx.query('DELETE FROM session WHERE person_id = ANY($1::uuid[])', [ended]);
}
