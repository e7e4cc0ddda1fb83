import { jest } from '@jest/globals';
import { checkPlan } from './check/check-plan.js';
import { problemOf, van, visit } from './explain/line.fixture.js';
import { SolverError } from './model/errors.js';
import { compareLevels, levelsOf } from './pool/compare.js';
import { createPool, type Pool } from './pool/create-pool.js';
import type { Lane } from './pool/lane.js';
import { solve } from './solve.js';
import type { Progress } from './solve-options.js';
import { townOf } from './town.fixture.js';

/** More than any of these tests waits for: they end the search themselves, and fail when this guard has to. */
const ENDLESS = 1e9;
const GUARD_MS = 60_000;
jest.setTimeout(2 * GUARD_MS);

function guarded(): { abort: AbortController; signal: AbortSignal; guard: AbortSignal } {
  const abort = new AbortController();
  const guard = AbortSignal.timeout(GUARD_MS);
  return { abort, guard, signal: AbortSignal.any([abort.signal, guard]) };
}
const town = townOf(30);

function pooled(workers: number): { pool: Pool; lanes: Lane[] } {
  const pool = createPool({ workers });
  const lanes: Lane[] = [];
  const take: Pool['take'] = async (wanted, signal) => {
    const taken = await pool.take(wanted, signal);
    lanes.push(...taken);
    return taken;
  };
  return { pool: { ...pool, take }, lanes };
}

describe('solve', () => {
  it('gives the same plan for the same seed and iterations, in this thread and in a worker', async () => {
    const limits = { iterations: 300, seed: 7 };
    const first = await solve(town, { ...limits, workers: 0 });
    const again = await solve(town, { ...limits, workers: 0 });
    const elsewhere = await solve(town, { ...limits, workers: 1 });
    expect(again.plan).toEqual(first.plan);
    expect(elsewhere.plan).toEqual(first.plan);
    const other = await solve(town, { ...limits, workers: 0, seed: 8 });
    expect(other.outline).not.toEqual(first.outline);
    expect(checkPlan(town, first.plan)).toEqual([]);
  });

  it('tells of progress in order, never worse, and ends with the best it told of', async () => {
    const told: Progress[] = [];
    const { plan } = await solve(town, { workers: 2, iterations: 2000, onProgress: (progress) => told.push(progress) });
    expect(told.length).toBeGreaterThan(1);
    told.slice(1).forEach((next, at) => {
      expect(compareLevels(levelsOf(town, next.plan), levelsOf(town, told[at].plan))).toBeLessThanOrEqual(0);
      expect(next.elapsed).toBeGreaterThanOrEqual(told[at].elapsed);
      expect(next.iterations).toBeGreaterThanOrEqual(told[at].iterations);
    });
    expect(told[told.length - 1].plan).toEqual(plan);
    expect(told[told.length - 1].served).toBe(town.jobs.length - plan.unserved.length);
  });

  it('combines routes that its threads have seen, when asked, into a plan that holds', async () => {
    const { plan, faults } = await solve(town, { workers: 2, timeLimit: 1500, partition: true });
    expect(checkPlan(town, plan)).toEqual([]);
    expect({ faults, unserved: plan.unserved }).toEqual({ faults: [], unserved: [] });
  });

  it('starts from a plan that is given', async () => {
    const good = await solve(town, { workers: 0, iterations: 2000 });
    const further = await solve(town, { workers: 0, iterations: 0, initial: good.outline });
    expect(compareLevels(levelsOf(town, further.plan), levelsOf(town, good.plan))).toBeLessThanOrEqual(0);
  });

  it('ends on an abort with a plan that holds', async () => {
    const { abort, signal, guard } = guarded();
    const { plan } = await solve(town, { workers: 2, iterations: ENDLESS, signal, onProgress: () => abort.abort() });
    expect(checkPlan(town, plan)).toEqual([]);
    expect(guard.aborted).toBe(false);
  });

  it('ends on an abort at once after the call, with a plan that holds', async () => {
    const { abort, signal, guard } = guarded();
    const solving = solve(town, { workers: 1, iterations: ENDLESS, signal });
    abort.abort();
    expect(checkPlan(town, (await solving).plan)).toEqual([]);
    expect(guard.aborted).toBe(false);
    await expect(solve(town, { signal })).rejects.toBe(signal.reason);
  });

  it('goes on when a worker is killed in the middle, and says so', async () => {
    const { pool, lanes } = pooled(2);
    const { abort, signal, guard } = guarded();
    let killed = false;
    const { plan, faults } = await solve(town, {
      pool,
      iterations: ENDLESS,
      signal,
      onProgress: () => {
        if (killed) return;
        killed = true;
        // The other one goes on: the search ends by this abort and not before.
        void lanes[0].kill().then(() => abort.abort());
      },
    });
    expect(checkPlan(town, plan)).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(guard.aborted).toBe(false);
    await pool.close();
  });

  it('replaces a worker that died between two searches', async () => {
    const { pool, lanes } = pooled(2);
    await solve(town, { pool, iterations: 10 });
    await lanes[0].kill();
    const { workers, faults } = await solve(town, { pool, iterations: 10 });
    expect({ workers, faults, started: new Set(lanes).size }).toEqual({ workers: 2, faults: [], started: 3 });
    await pool.close();
  });

  it('returns the best so far when every worker is killed in the middle', async () => {
    const { pool, lanes } = pooled(2);
    const { signal, guard } = guarded();
    const { plan, faults } = await solve(town, {
      pool,
      iterations: ENDLESS,
      signal,
      onProgress: () => lanes.forEach((lane) => void lane.kill()),
    });
    expect(checkPlan(town, plan)).toEqual([]);
    expect(faults).toHaveLength(2);
    expect(guard.aborted).toBe(false);
    await pool.close();
  });

  describe('with a worker that breaks', () => {
    const brokenPool = (accident: string) => {
      const program = new URL('../test/broken-worker.mjs', import.meta.url).href;
      const code = `globalThis.accident = '${accident}'; await import('${program}');`;
      return createPool({ workers: 2, file: new URL(`data:text/javascript,${encodeURIComponent(code)}`) });
    };

    it.each(['exit', 'throw'])('takes the plan of the other (%s)', async (accident) => {
      const pool = brokenPool(accident);
      const { plan, faults } = await solve(town, { pool, iterations: 200 });
      expect(checkPlan(town, plan)).toEqual([]);
      expect(faults).toEqual([expect.stringMatching(accident === 'exit' ? 'ended with code 3' : 'an accident in the search')]);
      await pool.close();
    });

    it('fails when none comes to a result', async () => {
      const pool = brokenPool('all-exit');
      await expect(solve(town, { pool, iterations: 200 })).rejects.toThrow(SolverError);
      await pool.close();
    });

    it('control: without an accident there is no fault', async () => {
      const pool = brokenPool('none');
      expect((await solve(town, { pool, iterations: 200 })).faults).toEqual([]);
      await pool.close();
    });
  });

  it('returns soon, with the reasons, when nothing can be served at all', async () => {
    const jobs = [visit('far', 59), visit('heavy', 5, { deliver: [9] }), visit('early', 40, { place: { windows: [[0, 30]] } })];
    const problem = problemOf({ jobs, vehicles: [van('van', { capacity: [5] })], dimensions: ['t'] });
    // Within the ten seconds of the default limit and the five of this test only if it is seen that nothing can be done.
    const { plan, explanations } = await solve(problem);
    expect({ unserved: plan.unserved, missing: plan.missing }).toEqual({ unserved: ['far', 'heavy', 'early'], missing: 3 });
    expect(explanations.map(({ job, reason }) => [job, reason])).toEqual([
      ['far', 'shift'],
      ['heavy', 'capacity'],
      ['early', 'window'],
    ]);
    expect((await solve(problemOf({}), { workers: 0 })).plan).toMatchObject({ routes: [], unserved: [] });
    expect((await solve(problemOf({ jobs, vehicles: [], dimensions: ['t'] }), { workers: 0 })).plan.unserved).toHaveLength(3);
  });

  it('refuses what makes no sense, by name', async () => {
    await expect(solve(problemOf({ jobs: [visit('a', 999)] }))).rejects.toThrow(/job a/);
    await expect(solve(town, { timeLimit: NaN })).rejects.toThrow(/timeLimit/);
    await expect(solve(town, { workers: 1.5 })).rejects.toThrow(/workers/);
    const initial = { routes: [{ vehicle: 'v0', shift: 0, stops: [{ kind: 'visit' as const, job: 'gone' }] }] };
    await expect(solve(town, { initial })).rejects.toThrow(/initial.*gone/);
  });

  it('shares a pool: one call waits for the other, and a closed pool says so', async () => {
    const pool = createPool({ workers: 1 });
    const both = await Promise.all([1, 2].map((seed) => solve(town, { pool, seed, iterations: 50 })));
    expect(both.map(({ plan }) => checkPlan(town, plan))).toEqual([[], []]);
    await pool.close();
    await expect(solve(town, { pool, iterations: 50 })).rejects.toThrow(/closed/);
  });
});
