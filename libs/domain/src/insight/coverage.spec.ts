import { coveredShares } from './coverage.js';

// One degree of latitude is 111.2 km by air; 15 km over the road is (15 - 1.33) / 1.105 = 12.37 km by air.
const north = (km: number) => ({ latitude: 51 + km / 111.19, longitude: 3 });

test('a place counts when a site lies within the kilometres over the road', () => {
  const shares = coveredShares(
    [
      { ...north(12.2), nis: 'near' },
      { ...north(12.6), nis: 'far' },
    ],
    [north(0)],
    15,
  );
  expect([...shares]).toEqual([
    ['near', 1],
    ['far', 0],
  ]);
});

test('a municipality counts by its places, whichever site is near', () => {
  const places = [0, 10, 40, 80].map((km) => ({ ...north(km), nis: 'a' }));
  expect(coveredShares(places, [north(0), north(41)], 15).get('a')).toBe(0.75);
  expect(coveredShares(places, [], 15).get('a')).toBe(0);
});
