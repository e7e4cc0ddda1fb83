import { addDays, settleTours, type Tours } from '@karavaan/domain';
import { solve } from '@karavaan/routing';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../../../platform/settings.js';
import type { PlanJob } from '../jobs/plan-job.entity.js';
import type { Draft, ItemDraft, Watch } from '../proposals/draft.js';
import { figuresOf, sumOf } from '../proposals/rates.js';
import { loadWishes, type Wishes } from './load-wishes.js';
import { tourProblem } from './tour-problem.js';

/** Which kit goes where and when: the search proposes, the availability function decides. */
export async function planTours(manager: EntityManager, settings: Settings, job: PlanJob, watch: Watch): Promise<Draft> {
  const found = await loadWishes(manager, settings, job);
  return draftOf(found, await searchTours(found, job, watch));
}

/** Of the time, for what the rules of every site and kit leave to be mended. */
const SETTLE_SHARE = 0.15;
const SETTLE_AT_MOST_MS = 10_000;

export interface SearchLimits extends Pick<PlanJob, 'firstDay' | 'lastDay' | 'weights' | 'seconds' | 'seed'> {
  /** For tests: one thread and so many rounds, with the same result on every machine. */
  readonly iterations?: number;
}

export async function searchTours(
  { wishes, units, world, now }: Omit<Wishes, 'requests'>,
  { firstDay, lastDay, weights, seconds, seed, iterations }: SearchLimits,
  { signal, progress }: Watch,
): Promise<Tours> {
  const km = (from: string, to: string) => world.travel(from, to).km;
  const { problem, read } = tourProblem({ wishes, kits: units, firstDay, lastDay, transport: world.transport, km, weights });
  if (problem.vehicles.length === 0 || problem.jobs.length === 0) return settleTours(wishes, units, world, now, []);
  if (signal.aborted) return settleTours(wishes, units, world, now, []);
  const settleMs = Math.min(seconds * 1_000 * SETTLE_SHARE, SETTLE_AT_MOST_MS);
  let better = 0;
  const { plan } = await solve(problem, {
    ...(iterations ? { workers: 0, iterations } : { timeLimit: seconds * 1_000 - settleMs }),
    seed,
    signal,
    explain: false,
    onProgress: ({ served, terms, elapsed }) =>
      progress({ served, asked: wishes.length, km: Math.round(terms.distance), elapsed: Math.round(elapsed), better: ++better }),
  });
  const until = Date.now() + settleMs;
  const over = () => signal.aborted || Date.now() > until;
  return settleTours(
    wishes,
    units,
    world,
    now,
    read(plan),
    iterations ? { seed, rounds: iterations } : { seed, rounds: Infinity, over },
  );
}

function draftOf({ requests, wishes }: Wishes, { stays, leftOut }: Tours): Draft {
  const items = stays
    .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : a.wishId < b.wishId ? -1 : 1))
    .map(({ wishId, unitId, siteId, firstDay, extraKm, extraMinutes }): ItemDraft => {
      const request = requests.get(wishId)!;
      return {
        kind: 'PLACE_REQUEST',
        requestId: wishId,
        unitId,
        siteId,
        firstDay,
        lastDay: addDays(firstDay, request.days - 1),
        seenVersion: request.version,
        figures: figuresOf(extraKm, extraMinutes),
      };
    });
  return {
    items,
    figures: { ...sumOf(items.map(({ figures }) => figures)), served: items.length, asked: wishes.length },
    leftOut: leftOut.map(({ wishId, ...why }) => ({ requestId: wishId, ...why })),
  };
}
