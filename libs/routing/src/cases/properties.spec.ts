import fc from 'fast-check';
import { checkPlan } from '../check/check-plan.js';
import { FEATURES, randomProblem } from '../engine/random-problem.fixture.js';
import { schedule } from '../engine/schedule.js';
import { search } from '../engine/search.js';
import type { Plan } from '../model/plan.js';
import { compareLevels, levelsOf } from '../pool/compare.js';
import { townCase } from './town-case.js';

/** The same problems in every run: what fails here fails everywhere. */
const RUNS = { seed: 7, numRuns: 120 };

/** Skills that no vehicle has are errors of the input; this generator does not make them. */
const problems = fc
  .record({
    seed: fc.nat(1_000_000),
    size: fc.integer({ min: 1, max: 14 }),
    features: fc.subarray([...FEATURES], { minLength: 4 }),
  })
  .map(({ seed, size, features }) => randomProblem(seed, size, features));

describe('the search, on problems of every kind', () => {
  it('finds plans that the checker accepts, with every figure as it recomputes it', () => {
    let served = 0;
    fc.assert(
      fc.property(problems, fc.nat(1000), (problem, seed) => {
        const told: Plan[] = [];
        const { plan, outline } = search(problem, { seed, iterations: 150 }, { improved: (found) => told.push(found.plan) });
        for (const each of [plan, ...told]) expect(checkPlan(problem, each).map(String)).toEqual([]);
        expect(schedule(problem, outline)).toEqual(plan);
        served += problem.jobs.length - plan.unserved.length;
      }),
      RUNS,
    );
    // Not by leaving everything out.
    expect(served).toBeGreaterThan(RUNS.numRuns * 2);
  });

  it('gives the same plan for the same seed, and starts no worse than from where it left off', () => {
    fc.assert(
      fc.property(problems, fc.nat(1000), (problem, seed) => {
        const options = { seed, iterations: 60 };
        const { plan, outline } = search(problem, options);
        expect(search(structuredClone(problem), options).plan).toEqual(plan);
        const further = search(problem, { ...options, initial: outline });
        expect(compareLevels(levelsOf(problem, further.plan), levelsOf(problem, plan))).toBeLessThanOrEqual(0);
      }),
      { ...RUNS, numRuns: 40 },
    );
  });

  it('plans a town of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(1000), (tasks, seed) => {
        const problem = townCase(tasks, seed);
        const { plan } = search(problem, { seed, iterations: 50 });
        expect(checkPlan(problem, plan).map(String)).toEqual([]);
        expect(plan.missing).toBe(0);
      }),
      { ...RUNS, numRuns: 20 },
    );
  });
});
