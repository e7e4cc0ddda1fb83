import { schedule } from '../engine/schedule.js';
import { problemOf, van, visit } from '../explain/line.fixture.js';
import { checkPlan } from '../check/check-plan.js';
import { combineInLane } from './combine-in-lane.js';
import { levelsOf } from './compare.js';
import { createControl } from './control.js';
import { createPool, type Pool } from './create-pool.js';
import type { Lane } from './lane.js';
import type { Found } from './messages.js';

const problem = problemOf({
  vehicles: [van('one'), van('two')],
  jobs: [visit('a', 1), visit('b', 2), visit('c', 30), visit('d', 31)],
});
const soon = () => Date.now() + 5_000;
const drive = (vehicle: string, ...jobs: string[]) => ({
  vehicle,
  shift: 0,
  stops: jobs.map((job) => ({ kind: 'visit' as const, job })),
});

function found(...routes: ReturnType<typeof drive>[]): Found {
  const outline = { routes };
  const plan = schedule(problem, outline);
  return { outline, plan, levels: levelsOf(problem, plan) };
}

/** A worker that has just searched this problem, for no more than a round. */
async function takeLane(pool: Pool): Promise<Lane> {
  const [lane] = await pool.take(1);
  await new Promise<void>((resolve) => {
    lane.listen(({ type }) => type === 'done' && resolve());
    lane.send({ type: 'search', problem, order: { seed: 1, ladder: 0, iterations: 1 }, cells: createControl().cells });
  });
  return lane;
}

describe('combineInLane', () => {
  const incumbent = found(drive('one', 'a', 'c'), drive('two', 'b', 'd'));
  const halves = [drive('one', 'a', 'b'), drive('one', 'c', 'd')];

  it('finds the plan that crosses two others', async () => {
    const pool = createPool({ workers: 1 });
    const faults: string[] = [];
    const better = await combineInLane(await takeLane(pool), incumbent, halves, soon(), undefined, faults);
    expect(better?.plan.terms.cost).toBe(4 + 62);
    expect({ faults, violations: checkPlan(problem, better!.plan) }).toEqual({ faults: [], violations: [] });
    await pool.close();
  });

  it('finds nothing where the best is made of the best routes', async () => {
    const pool = createPool({ workers: 1 });
    const best = found(...halves.map((route, at) => ({ ...route, vehicle: ['one', 'two'][at] })));
    expect(await combineInLane(await takeLane(pool), best, incumbent.outline.routes, soon(), undefined, [])).toBeUndefined();
    await pool.close();
  });

  it('throws away a combination that the checker rejects', async () => {
    const pool = createPool({ workers: 1 });
    const faults: string[] = [];
    // Such a route never comes out of a search: it visits a place twice, so that one of its stops is on record as none.
    const wrong = { ...drive('one', 'a', 'b', 'c', 'd', 'd') };
    expect(await combineInLane(await takeLane(pool), incumbent, [wrong], soon(), undefined, faults)).toBeUndefined();
    expect(faults).toEqual([expect.stringContaining('The checker rejects')]);
    await pool.close();
  });

  it('leaves it at the best when the worker dies', async () => {
    const pool = createPool({ workers: 1 });
    const lane = await takeLane(pool);
    const faults: string[] = [];
    void lane.kill();
    expect(await combineInLane(lane, incumbent, halves, soon(), undefined, faults)).toBeUndefined();
    expect(faults).toEqual([expect.stringMatching(/ended/)]);
    await pool.close();
  });
});
