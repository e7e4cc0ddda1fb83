import { schedule } from '../engine/schedule.js';
import type { search } from '../engine/search.js';
import { problemOf, van, visit } from '../explain/line.fixture.js';
import type { Found } from './messages.js';
import { runSearch } from './run-search.js';

const problem = problemOf({ vehicles: [van('van', { capacity: [1] })], dimensions: ['kg'], jobs: ['a', 'b'].map(job) });

function job(id: string) {
  return visit(id, 5, { deliver: [1] });
}

function planOf(...jobs: string[]) {
  const outline = { routes: [{ vehicle: 'van', shift: 0, stops: jobs.map((job) => ({ kind: 'visit' as const, job })) }] };
  return { outline, plan: schedule(problem, outline), iterations: jobs.length };
}

/** Runs a search that finds these plans one after the other. */
function run(...plans: ReturnType<typeof planOf>[]) {
  const better: Found[] = [];
  const rejected: string[] = [];
  const find: typeof search = (_problem, _options, hooks) => {
    for (const plan of plans) hooks?.improved?.(plan);
    return plans[plans.length - 1];
  };
  runSearch(
    problem,
    { seed: 1, ladder: 0 },
    {
      stopped: () => false,
      elite: () => undefined,
      better: (found) => better.push(found),
      pace: () => {},
      rejected: (message) => rejected.push(message),
    },
    find,
  );
  return { better: better.map((found) => found.plan.unserved), rejected };
}

describe('runSearch', () => {
  it('tells what the checker accepts', () => {
    expect(run(planOf('a'))).toEqual({ better: [['b']], rejected: [] });
  });

  it('never passes on a plan that the checker rejects, and reports it as a bug', () => {
    const { better, rejected } = run(planOf('a'), planOf('a', 'b'));
    expect(better).toEqual([['b']]);
    expect(rejected).toEqual([expect.stringContaining('The checker rejects a plan')]);
  });

  it('never passes on a plan that costs something else than it says', () => {
    const honest = planOf('a');
    const plan = { ...honest.plan, terms: { ...honest.plan.terms, cost: 1 } };
    expect(run({ ...honest, plan })).toEqual({ better: [], rejected: [expect.any(String)] });
  });

  it('passes on nothing that is not better', () => {
    expect(run(planOf('a'), planOf('b')).better).toEqual([['b']]);
  });
});
