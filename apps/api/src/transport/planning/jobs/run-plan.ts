import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../../../database/transaction.js';
import type { Settings } from '../../../platform/settings.js';
import { planRepair } from '../repair/plan-repair.js';
import type { Draft, Watch } from '../proposals/draft.js';
import { writeProposal } from '../proposals/write-proposal.js';
import { planTours } from '../tours/plan-tours.js';
import { planTrips } from '../trips/plan-trips.js';
import { PlanJob, type PlanKind, type PlanProgress } from './plan-job.entity.js';

const HEARTBEAT_MS = 1_000;

export type Planner = (manager: EntityManager, settings: Settings, job: PlanJob, watch: Watch) => Promise<Draft>;

export const PLANNERS: Readonly<Record<PlanKind, Planner>> = {
  TOURS: planTours,
  REPAIR: planRepair,
  TRIPS: planTrips,
};

/**
 * Works one plan out and writes its proposal, all at once or not at all. It beats while it searches; a run that was taken
 * for dead and replaced can write nothing any more.
 */
export async function runPlan(dataSource: DataSource, settings: Settings, id: string, planners = PLANNERS): Promise<void> {
  const runId = randomUUID();
  const job = await claim(dataSource, id, runId);
  if (!job) return;
  const stop = new AbortController();
  let progress: PlanProgress | null = null;
  const beat = setInterval(() => {
    void beatOnce(dataSource, id, runId, progress)
      .then((heard) => (heard === 'GO' ? undefined : stop.abort(new Error('stopped'))))
      .catch(() => undefined);
  }, HEARTBEAT_MS);
  try {
    const watch = { signal: stop.signal, progress: (each: PlanProgress) => (progress = each) };
    const draft = await planners[job.kind](dataSource.manager, settings, job, watch);
    clearInterval(beat);
    await inTransaction(dataSource, async (tx) => {
      if (!(await finish(tx, id, runId, 'DONE', null, progress))) return;
      await writeProposal(tx, id, draft);
    });
  } catch (error) {
    await inTransaction(dataSource, (tx) => finish(tx, id, runId, 'FAILED', (error as Error).name, progress));
    throw error;
  } finally {
    clearInterval(beat);
  }
}

async function claim(dataSource: DataSource, id: string, runId: string): Promise<PlanJob | null> {
  const { affected } = await dataSource.manager
    .createQueryBuilder()
    .update(PlanJob)
    .set({ state: 'RUNNING', runId, startedAt: () => 'now()', heartbeatAt: () => 'now()', attempts: () => 'attempts + 1' })
    .where(`id = :id AND state = 'QUEUED'`, { id })
    .execute();
  return affected === 1 ? dataSource.manager.findOneByOrFail(PlanJob, { id }) : null;
}

/** Says that it lives, and hears whether to go on. */
async function beatOnce(
  dataSource: DataSource,
  id: string,
  runId: string,
  progress: PlanProgress | null,
): Promise<'GO' | 'STOP'> {
  const [rows] = await dataSource.manager.query<[{ stop_asked: boolean }[], number]>(
    `UPDATE plan_job SET heartbeat_at = now(), progress = COALESCE($3::jsonb, progress)
      WHERE id = $1 AND run_id = $2 AND state = 'RUNNING' RETURNING stop_asked`,
    [id, runId, progress && JSON.stringify(progress)],
  );
  return rows.length === 1 && !rows[0]!.stop_asked ? 'GO' : 'STOP';
}

async function finish(
  tx: EntityManager,
  id: string,
  runId: string,
  state: 'DONE' | 'FAILED',
  failure: string | null,
  progress: PlanProgress | null,
): Promise<boolean> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(PlanJob)
    .set({ state, failure, endedAt: () => 'now()', ...(progress ? { progress } : {}) })
    .where(`id = :id AND run_id = :runId AND state = 'RUNNING'`, { id, runId })
    .execute();
  return affected === 1;
}
