import { aheadOf, scopeOf, type Waiting } from '@karavaan/domain';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { requirePermission } from '../../auth/require-permission.js';
import type { Batch } from '../../platform/graphql/loaders.js';
import { WaitingEntry } from './waiting-entry.entity.js';

const MOST = 200;
const RECENT_DAYS = 60;

/**
 * Places in line that the viewer may see: who has an offer, then who waits, the first one first, then what was settled
 * lately. The own organisation's, or for who plans everybody's.
 */
export async function listWaiting(
  manager: EntityManager,
  actor: Actor,
  { modelCode = null, everybody = false }: { modelCode?: string | null; everybody?: boolean },
): Promise<WaitingEntry[]> {
  requirePermission(actor, 'waitingList.read');
  const all = everybody && scopeOf(actor.role, 'waitingList.read') === 'ALL';
  return manager
    .createQueryBuilder(WaitingEntry, 'w')
    .where(`(w.state IN ('WAITING', 'OFFERED') OR w.settled_at > now() - make_interval(days => :recent))`, {
      recent: RECENT_DAYS,
    })
    .andWhere(all ? 'true' : 'w.organisation_id = :own', { own: actor.organisationId })
    .andWhere(modelCode === null ? 'true' : 'w.model_id = (SELECT m.id FROM equipment_model m WHERE m.code = :modelCode)', {
      modelCode,
    })
    .orderBy(`array_position(ARRAY['OFFERED', 'WAITING'], w.state)`, 'ASC', 'NULLS LAST')
    .addOrderBy(`CASE WHEN w.state IN ('WAITING', 'OFFERED') THEN w.number ELSE -w.number END`)
    .limit(MOST)
    .getMany();
}

/** How many come before each; null for who no longer waits. One query. */
export const aheadOfEach: Batch<WaitingEntry, number | null> = async (entries, { manager }) => {
  const modelIds = [...new Set(entries.filter(({ state }) => state === 'WAITING').map(({ modelId }) => modelId))];
  const line = modelIds.length ? await manager.findBy(WaitingEntry, { modelId: In(modelIds), state: 'WAITING' }) : [];
  return entries.map((entry) => (entry.state === 'WAITING' ? aheadOf(entry, line satisfies Waiting[]) : null));
};

/** How many wait for each model. One query. */
export const waitingFor: Batch<string, number> = async (modelIds, { manager }) => {
  const rows = await manager.query<{ modelId: string; count: number }[]>(
    `SELECT model_id AS "modelId", count(*)::int AS count FROM waiting_entry
      WHERE state = 'WAITING' AND model_id = ANY($1::uuid[]) GROUP BY 1`,
    [[...modelIds]],
  );
  const counts = new Map(rows.map((row) => [row.modelId, row.count]));
  return modelIds.map((id) => counts.get(id) ?? 0);
};
