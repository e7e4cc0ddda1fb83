import { Board } from '@karavaan/domain';
import { USUAL_WEIGHTS } from '../jobs/plan-weights.js';
import { searchTours } from './plan-tours.js';
import { bestByTrying, tourTown } from './tour-town.fixture.js';

const CASES = 40;
const watch = { signal: new AbortController().signal, progress: () => undefined };

test('small tours are as good as the best that trying everything finds, and every stay holds under the rules', async () => {
  for (let seed = 1; seed <= CASES; seed++) {
    const town = tourTown(seed);
    const limits = { ...town, weights: { ...USUAL_WEIGHTS, distance: 'NONE' as const }, seconds: 60, seed: 1, iterations: 400 };
    const { stays, leftOut } = await searchTours(town, limits, watch);
    const worth = (id: string) => town.wishes.find((wish) => wish.id === id)!.worth;
    expect([seed, stays.reduce((sum, { wishId }) => sum + worth(wishId), 0)]).toEqual([seed, bestByTrying(town)]);
    expect(stays.length + leftOut.length).toBe(town.wishes.length);
    const board = new Board(town.units, town.world, town.now);
    const inOrder = stays.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
    for (const { wishId, unitId, firstDay } of inOrder)
      expect(
        board.put(
          town.wishes.find((wish) => wish.id === wishId)!,
          { unitId, firstDay },
        ),
      ).toBe(true);
  }
});

test('one thread with a seed gives the same tours again', async () => {
  const town = tourTown(5, { wishes: 8 });
  const limits = { ...town, weights: USUAL_WEIGHTS, seconds: 60, seed: 3, iterations: 200 };
  expect(await searchTours(town, limits, watch)).toEqual(await searchTours(town, limits, watch));
});
