import { townCase } from '../cases/town-case.js';
import { FEATURES, randomProblem } from './random-problem.fixture.js';
import { search } from './search.js';
import type { State } from './state.js';
import { compared, compareInsertion } from './verify-insertion.js';

describe('with every delta held against a full evaluation', () => {
  // A few seconds' worth in every test run; millions by KARAVAAN_DELTA_MOVES=3000000.
  const MOVES = Number(process.env.KARAVAAN_DELTA_MOVES ?? 20_000);

  it(
    'prices each insertion as it turns out, on problems of every kind',
    () => {
      compared.count = 0;
      for (let seed = 0; seed < 80 || compared.count < MOVES; seed++)
        expect(() =>
          search(randomProblem(seed, 4 + (seed % 9), FEATURES), { seed, iterations: 150, ladder: seed, debug: true }),
        ).not.toThrow();
      expect(compared.count).toBeGreaterThanOrEqual(MOVES);
    },
    // No limit that the larger run could reach.
    60_000 + MOVES,
  );

  it('and on plain problems, where it is looked up rather than reckoned', () => {
    expect(() => search(townCase(40), { seed: 3, iterations: 1500, ladder: 1, debug: true })).not.toThrow();
  });

  it('control: a wrong price is seen', () => {
    const s = { plain: false } as State;
    expect(() => compareInsertion(s, 0, 10, 14, 4, false)).not.toThrow();
    expect(() => compareInsertion(s, 0, 10, 14, 4.001, false)).toThrow('was priced 4.001 and costs 4');
  });
});

it('gives the same outline for the same seed and iterations, and another for another seed', () => {
  const run = (seed: number) => search(townCase(60), { seed, iterations: 300 }).outline;
  expect(run(5)).toEqual(run(5));
  expect(run(6)).not.toEqual(run(5));
});

it('stops when asked, with a plan', () => {
  let asked = 0;
  const { plan, iterations } = search(townCase(60), { seed: 1 }, { stopped: () => ++asked > 3 });
  expect(plan.routes.length).toBeGreaterThan(0);
  expect(iterations).toBeLessThan(1_000_000);
});
