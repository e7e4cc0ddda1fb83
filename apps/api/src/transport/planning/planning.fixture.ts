import { addDays } from '@karavaan/domain';
import type { TestDatabase } from '../../../test/database.js';
import { dayAhead } from '../../../test/place-factories.js';
import { makeAsking } from '../../reservations/requests/requests.fixture.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import type { By } from '../../reservations/with-reservation.js';
import { PlanJob, type PlanKind } from './jobs/plan-job.entity.js';
import { USUAL_WEIGHTS } from './jobs/plan-weights.js';
import { runPlan } from './jobs/run-plan.js';
import { startPlan } from './jobs/start-plan.js';
import { acceptProposal } from './proposals/accept-proposal.js';
import { Proposal } from './proposals/proposal.entity.js';
import { ProposalItem } from './proposals/proposal-item.entity.js';

/** A search takes a second or so, on a busy machine longer. */
export const SLOW_MS = 30_000;

/** Kits, people who ask, and a planner with plans. */
export async function makePlanning(database: TestDatabase, units = 1) {
  const asking = await makeAsking(database, units);
  const { manager } = database.app;
  const planner = await asking.planner();
  const start = async (kind: PlanKind = 'TOURS', more: Partial<Parameters<typeof startPlan>[2]> = {}): Promise<string> => {
    const input = { kind, firstDay: dayAhead(0), lastDay: dayAhead(25), weights: USUAL_WEIGHTS, seconds: 1 };
    const id = await asking.run((tx) => startPlan(tx, planner, { idempotencyKey: asking.key(), ...input, ...more }));
    if (id instanceof Refusal) throw new Error(id.reasons[0]!.code);
    return id;
  };
  const job = (id: string) => manager.findOneByOrFail(PlanJob, { id });
  const proposal = (jobId: string) => manager.findOneByOrFail(Proposal, { jobId });
  const items = async (jobId: string) =>
    manager.find(ProposalItem, { where: { proposalId: (await proposal(jobId)).id }, order: { position: 'ASC' } });
  /** A plan of what is open now, worked out; only of this fixture's model. */
  const plan = async (kind: PlanKind = 'TOURS', more: Partial<Parameters<typeof startPlan>[2]> = {}) => {
    const id = await start(kind, more);
    await runPlan(database.app, asking.settings, id);
    return { id, job: await job(id), proposal: await proposal(id), items: await items(id) };
  };
  const accept = (proposalId: string, itemIds: readonly string[], by: By = planner, idempotencyKey = asking.key()) =>
    acceptProposal(database.app, by, { idempotencyKey, id: proposalId, itemIds });
  const day = (offset: number) => addDays(dayAhead(0), offset);
  return { ...asking, planner, anotherPlanner: asking.planner, start, job, proposal, items, plan, accept, day };
}
